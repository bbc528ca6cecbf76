// Accepts a hand-over (接收移交): the helper who takes over has seen the household's open matters.
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { HouseholdsContext } from '../tools';
import { pairingRefusals as refusals } from './pairing-refusals.rules';

export async function acceptHandOver({ caller, inScope }: HouseholdsContext, id: string): Promise<string> {
  const what = '移交 hand-over';
  checkId(id, what);
  return inScope.write({ action: 'acceptHandOver', target: id }, async (rows) => {
    const [found] = await rows.query<{ toHelperId: string; acceptedAt: Date | null }>(
      'select o.to_helper_id as "toHelperId", o.accepted_at as "acceptedAt" from households.hand_over o where o.id = $1 for update',
      [id],
    );
    if (!found) throw commonRefusals.notFound({ what });
    if (found.toHelperId !== caller.personId || found.acceptedAt !== null) throw refusals.handOverNotYours();
    await rows.query('update households.hand_over set accepted_at = now() where id = $1', [id]);
    return id;
  });
}
