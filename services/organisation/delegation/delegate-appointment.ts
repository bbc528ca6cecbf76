// Delegates the appointment acted under (委托代理): its holder names who acts for him, until when and why.
import { newId } from '#platform/database/new-id';
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { packOn } from '#platform/graph/pack/pack-in-force';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Person } from '../person/person.entity';
import { Delegation } from './delegation.entity';
import type { DelegateArgs } from './delegation.input';
import { flawOfDelegation } from './delegation.rules';
import { delegationKind } from './delegation-pack.rules';
import { findHeld, othersOf, postsWithin } from './find-delegation';
import { tellWall } from './tell-wall';

export function delegateAppointment(
  { caller, inScope }: Context,
  { delegateId, validFrom, validTo, reason }: DelegateArgs,
): Promise<Delegation> {
  const id = newId();
  return inScope
    .write(
      { action: 'delegateAppointment', target: id, facts: { delegateId, validTo, reason } },
      async (rows) => {
        const held = await findHeld(rows, caller.appointmentId);
        if (!(await rows.manager.findOneBy(Person, { id: delegateId })))
          throw commonRefusals.notFound({ what: '人员 person' });
        const today = await findToday(rows);
        const pack = await packOn(rows, delegationKind);
        const postsOfDelegate = validTo > validFrom ? await postsWithin(rows, delegateId, validFrom, validTo) : [];
        const others = await othersOf(rows, held.id);
        const asked = {
          pack: pack?.content ?? null,
          caller,
          held,
          delegateId,
          postsOfDelegate,
          others,
          validFrom,
          validTo,
          today,
        };
        const flaw = flawOfDelegation(asked);
        if (flaw) throw flaw;
        await rows.manager.insert(Delegation, {
          id,
          appointmentId: held.id,
          delegatorId: held.personId,
          delegateId,
          validFrom,
          validTo,
          reason,
          packHash: pack?.hash ?? '',
          givenAt: await rows.now(),
          revokedAt: null,
          revokedBy: null,
          revokeReason: null,
        });
        return (await rows.manager.findOneBy(Delegation, { id })) as Delegation;
      },
      'desk',
    )
    .catch(tellWall);
}
