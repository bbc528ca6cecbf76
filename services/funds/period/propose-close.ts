// Proposes to close a month (提请结账): in the order of months, with what the books say on both bases.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { periodRefusals } from './period-refusals.rules';

export async function proposeClose({ caller, inScope }: Context, month: string): Promise<string> {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month))
    throw invalidInput('month', '月份须如 2018-05', 'a month is like 2018-05');
  const id = newId();
  const run = inScope.write({ action: 'proposeFundPeriodClose', target: id, facts: { month } }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.propose_close($1, $2, $3) as verdict', [
      id,
      month,
      caller.regionId,
    ]);
    const [word, first = ''] = (answer?.verdict ?? 'unknown').split(' ');
    if (word === 'not-over') throw periodRefusals.periodNotOver({ month });
    if (word === 'order') throw periodRefusals.periodOrder({ first });
    if (word === 'empty') throw periodRefusals.periodEmpty();
    if (word !== 'done') throw commonRefusals.notFound({ what: '地区 region' });
  });
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'period_once') throw periodRefusals.periodProposed({ month });
    throw error;
  });
  return id;
}
