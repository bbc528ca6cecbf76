// Finds what a step of a delegation is decided from: the delegation, the appointment behind it, and others of the same appointment.
import type { WriteRows } from '#platform/database/in-scope';
import type { Post } from '#platform/vocabulary/caller';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Appointment } from '../appointment/appointment.entity';
import { Delegation } from './delegation.entity';

/** Locks the appointment: two delegations of it are given one after the other. */
export async function findHeld(rows: WriteRows, appointmentId: string | null): Promise<Appointment> {
  await rows.query('select 1 from organisation.appointment where id = $1 for update', [appointmentId]);
  const held = appointmentId && (await rows.manager.findOneBy(Appointment, { id: appointmentId }));
  if (!held) throw commonRefusals.notFound({ what: '任职 appointment' });
  return held;
}

/** A stranger's delegation is as absent as none. */
export async function findDelegation(
  rows: WriteRows,
  id: string,
  mayKnow: (delegation: Delegation) => boolean,
): Promise<Delegation> {
  const delegation = await rows.manager.findOneBy(Delegation, { id });
  if (!delegation || !mayKnow(delegation)) throw commonRefusals.notFound({ what: '代理 delegation' });
  return delegation;
}

export function othersOf(rows: WriteRows, appointmentId: string, besides: string | null = null): Promise<Delegation[]> {
  return rows.select(
    Delegation,
    'where t.appointment_id = $1 and t.revoked_at is null and ($2::uuid is null or t.id <> $2)',
    [appointmentId, besides],
  );
}

export async function postsWithin(rows: WriteRows, personId: string, from: string, to: string): Promise<Post[]> {
  const found = await rows.query<{ post: Post }>(
    `select distinct post from organisation.appointment
     where person_id = $1 and daterange(valid_from, valid_to) && daterange($2::date, $3::date)`,
    [personId, from, to],
  );
  return found.map(({ post }) => post);
}
