// Closes a month, or takes its proposal back (结账、撤回): closed by another person, who saw the very figures.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { periodRefusals } from './period-refusals.rules';

export async function decideClose({ inScope }: Context, id: string, step: 'close' | 'withdraw'): Promise<string> {
  checkId(id, '账期 period');
  const action = step === 'close' ? 'closeFundPeriod' : 'withdrawFundPeriodClose';
  const run = inScope.write({ action, target: id }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.decide_close($1, $2) as verdict', [id, step]);
    if (answer?.verdict === 'decided') throw periodRefusals.periodDecided();
    if (answer?.verdict === 'changed') throw periodRefusals.periodChanged();
    if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '账期 period' });
  });
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'period_four_eyes') throw periodRefusals.periodEyes();
    throw error;
  });
  return id;
}
