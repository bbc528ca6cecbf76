// Confirms or returns a step of a founding (确认、退回设立步骤), never by whoever recorded it: the registration makes the fund, the dissolution ends it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { charityRefusals } from './charity-refusals.rules';
import type { FoundingOutcome } from './founding-step.entity';

export async function decideFoundingStep(
  { inScope }: Context,
  id: string,
  outcome: FoundingOutcome,
  reason: string | null,
): Promise<string> {
  checkId(id, '设立步骤 step of a founding');
  if (reason !== null) checkReason(reason);
  const action = outcome === 'confirmed' ? 'confirmFoundingStep' : 'returnFoundingStep';
  const run = inScope.write({ action, target: id }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.decide_founding_step($1, $2, $3) as verdict', [
      ...[id, outcome, reason?.trim() ?? null],
    ]);
    if (answer?.verdict === 'decided') throw charityRefusals.foundingDecided();
    if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '设立步骤 step of a founding' });
  });
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'founding_step_four_eyes') throw charityRefusals.foundingEyes();
    throw error;
  });
  return id;
}
