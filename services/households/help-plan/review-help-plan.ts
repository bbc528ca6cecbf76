// Reviews a help plan (审核帮扶计划): the town approves it, or returns it with what is wanting.
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkerOf } from '../determination/move-determination';
import { checkText } from '../household/codes.rules';
import type { HouseholdsContext } from '../tools';
import type { HelpPlanOutcome } from './help-plan.entity';
import { checkReview, type DraftedPlan } from './help-plan.rules';
import { helpPlanRefusals as refusals } from './help-plan-refusals.rules';

export async function reviewHelpPlan(
  { caller, inScope }: HouseholdsContext,
  action: string,
  { id, outcome, remark }: { id: string; outcome: HelpPlanOutcome; remark: string | null },
): Promise<string> {
  const what = '帮扶计划 help plan';
  checkId(id, what);
  const said = remark === null ? null : checkText(remark, 'remark', 2, 500);
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const [plan] = await rows.query<DraftedPlan>(
        `select p.outcome, p.drafted_by as "draftedBy", p.hands ->> 'drafted_by' as "draftedFor" from households.help_plan p where p.id = $1 for update`,
        [id],
      );
      if (!plan) throw commonRefusals.notFound({ what });
      checkReview(plan, checkerOf(caller, caller.personId ?? ''));
      await rows.query(
        'update households.help_plan set outcome = $2, remark = $3, reviewed_by = $4, reviewed_at = now() where id = $1',
        [id, outcome, said, caller.personId],
      );
      return id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'help_plan_four_eyes') throw refusals.helpPlanOwn();
    throw error;
  }
}
