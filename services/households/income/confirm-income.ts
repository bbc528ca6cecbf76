// Checks an income that was told (审核收入): another person confirms it or sends it back, once.
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { registerRefusals } from '../register-refusals.rules';
import type { HouseholdsContext } from '../tools';

export const confirmIncome = (context: HouseholdsContext, id: string) =>
  checkedIncome(context, 'confirmIncome', id, 'confirmed', null);

export const returnIncome = (context: HouseholdsContext, id: string, remark: string) =>
  checkedIncome(context, 'returnIncome', id, 'returned', checkText(remark, 'remark', 4, 200));

function checkedIncome(
  { inScope, caller }: HouseholdsContext,
  action: string,
  id: string,
  outcome: 'confirmed' | 'returned',
  remark: string | null,
): Promise<string> {
  return inScope.write({ action, target: id }, async ({ query }) => {
    const [found] = isId(id)
      ? await query<{ outcome: string | null }>('select outcome from households.income where id = $1 for update', [id])
      : [];
    if (!found) throw commonRefusals.notFound({ what: '家庭收入 income' });
    if (found.outcome) throw registerRefusals.incomeChecked();
    await query(
      'update households.income set outcome = $2, remark = $3, checked_by = $4, checked_at = clock_timestamp() where id = $1',
      [id, outcome, remark, caller.personId],
    ).catch((error: unknown) => {
      if (brokenConstraint(error) === 'income_four_eyes') throw registerRefusals.incomeFourEyes();
      throw error;
    });
    return id;
  });
}
