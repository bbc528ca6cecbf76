// The clearing that a step is taken on (取清算单): it is there, in the right state, and the hand is not one of those that lie on it.
import type { Rows } from '#platform/database/in-scope';
import type { Caller } from '#platform/vocabulary/caller';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Clearing } from './clearing.entity';
import { type ClearingStep, checkClearingHands, checkClearingStep } from './clearing.rules';

export async function getClearing(
  rows: Rows,
  id: string,
  { caller, step }: { caller: Caller; step: ClearingStep },
): Promise<Clearing> {
  const [found] = await rows.select(Clearing, 'where t.id = $1', [id]);
  if (!found) throw commonRefusals.notFound({ what: '清算单 clearing' });
  checkClearingStep(found.state, step);
  const { personId, principalId, standsFor } = caller;
  if (personId === null) throw commonRefusals.forbidden();
  checkClearingHands({ personId, principalId, standsFor }, step, found);
  return found;
}
