// Settles under which appointment a session acts: none while something is still asked for, the only one by itself, else the one chosen.
import type { WriteRows } from '#platform/database/in-scope';
import type { Appointment } from '../appointment/appointment.entity';
import { listAppointmentsOf } from '../appointment/list-appointments-of';
import { refusals } from '../refusals';
import { type Challenge, challengeOf } from './challenge.rules';
import type { OrganisationTools } from './tools.rules';

export interface SessionToSettle {
  sessionId: string;
  personId: string;
  /** the appointment asked for; without it the present one stays */
  chosen?: string;
}

export interface Settled {
  challenge: Challenge | null;
  appointment: Appointment | null;
  appointments: Appointment[];
}

interface Standing {
  appointment_id: string | null;
  must_change_password: boolean;
  password_changed_at: Date;
  second_factor_confirmed_at: Date | null;
}

export async function settleSession(
  rows: WriteRows,
  { profile }: OrganisationTools,
  { sessionId, personId, chosen }: SessionToSettle,
): Promise<Settled> {
  const [account] = await rows.query<Standing>(
    `select s.appointment_id, c.must_change_password, c.password_changed_at, c.second_factor_confirmed_at
     from session.session s join organisation.account c on c.id = s.account_id
     where s.id = $1 and s.person_id = $2 and s.ended_at is null and c.disabled_at is null`,
    [sessionId, personId],
  );
  if (!account) throw refusals.renewalRefused();
  const appointments = await listAppointmentsOf(rows, personId);
  const challenge = challengeOf(
    {
      mustChangePassword: account.must_change_password,
      passwordChangedAt: account.password_changed_at,
      hasSecondFactor: account.second_factor_confirmed_at !== null,
      posts: appointments.map(({ post }) => post),
    },
    await rows.now(),
    profile,
  );
  if (chosen !== undefined && challenge === 'CHANGE_PASSWORD') throw refusals.passwordChangeDue();
  if (chosen !== undefined && challenge === 'SECOND_FACTOR') throw refusals.secondFactorDue();
  const wanted = chosen ?? account.appointment_id ?? (appointments.length === 1 ? appointments[0]?.id : undefined);
  const appointment = challenge ? null : (appointments.find(({ id }) => id === wanted) ?? null);
  if (chosen !== undefined && !appointment) throw refusals.appointmentNotHeld();
  await rows.query('update session.session set appointment_id = $2, last_seen = now() where id = $1', [
    sessionId,
    appointment?.id ?? null,
  ]);
  return { challenge, appointment, appointments };
}
