// Renews a delegation (续期): by whoever gave it, never by whoever holds it, and not beyond what the pack allows in all.
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { packOn } from '#platform/graph/pack/pack-in-force';
import type { Delegation } from './delegation.entity';
import type { RenewDelegationArgs } from './delegation.input';
import { flawOfRenewal } from './delegation.rules';
import { delegationKind } from './delegation-pack.rules';
import { findDelegation, findHeld, othersOf } from './find-delegation';
import { tellWall } from './tell-wall';

export function renewDelegation(
  { caller, inScope }: Context,
  { id, validTo, reason }: RenewDelegationArgs,
): Promise<Delegation> {
  return inScope
    .write(
      { action: 'renewDelegation', target: id, facts: { validTo, reason } },
      async (rows) => {
        const delegation = await findDelegation(rows, id, ({ delegatorId, delegateId }) =>
          [delegatorId, delegateId].includes(caller.personId ?? ''),
        );
        const held = await findHeld(rows, delegation.appointmentId);
        const today = await findToday(rows);
        const others = await othersOf(rows, held.id, id);
        const pack = await packOn(rows, delegationKind);
        const flaw = flawOfRenewal({ pack: pack?.content ?? null, caller, held, delegation, others, validTo, today });
        if (flaw) throw flaw;
        await rows.query('update organisation.delegation set valid_to = $2 where id = $1', [id, validTo]);
        return Object.assign(delegation, { validTo });
      },
      'desk',
    )
    .catch(tellWall);
}
