// Records that a published policy was explained (登记政策解读) to a household in scope.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { checkText } from '../household/codes.rules';
import { getHousehold } from '../household/get-household';
import { refuseNumbers } from '../programme/case-facts.rules';
import { noPolicy } from './draft-policy';
import type { BriefingInput } from './policy.input';
import { PolicyBriefing } from './policy-briefing.entity';
import { policyRefusals as refusals } from './policy-refusals.rules';

export async function recordBriefing(context: Context, input: BriefingInput): Promise<PolicyBriefing> {
  const { caller, inScope } = context;
  const { policyId, explainedOn } = input;
  const published = isId(policyId)
    ? await inScope.read(
        ({ query }) => query('select 1 as one from households.policy where id = $1', [policyId]),
        'public',
      )
    : [];
  if (published.length === 0) throw noPolicy();
  const toWhom = refuseNumbers(checkText(input.toWhom, 'toWhom', 1, 100), 'toWhom');
  const remark = input.remark ? refuseNumbers(checkText(input.remark, 'remark', 1, 1000), 'remark') : null;
  const deed = { action: 'recordPolicyBriefing', target: input.householdId, facts: { policyId } };
  return inScope
    .write(deed, async (rows) => {
      const { id: householdId, regionId, path } = await getHousehold(rows, input.householdId);
      const now = await rows.now();
      const today = beijingDay(now);
      if (explainedOn > today) throw refusals.briefingInFuture({ explainedOn, today });
      const row = Object.assign(new PolicyBriefing(), {
        ...{ id: newId(), policyId, householdId, regionId, path, explainedBy: caller.personId ?? '' },
        ...{ explainedOn, toWhom, remark, recordedAt: now },
      });
      await rows.manager.insert(PolicyBriefing, row);
      return row;
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'policy_briefing_once') throw refusals.briefedAlready();
      throw error;
    });
}
