// Settles under what a session acts: nothing while something is still asked for, the only own appointment by itself, else what was chosen.
import type { WriteRows } from '#platform/database/in-scope';
import { packOn } from '#platform/graph/pack/pack-in-force';
import { Appointment } from '../appointment/appointment.entity';
import { listAppointmentsOf } from '../appointment/list-appointments-of';
import type { Delegation } from '../delegation/delegation.entity';
import { delegationRefusals } from '../delegation/delegation-refusals.rules';
import { delegationsHeldBy } from '../delegation/list-delegations';
import { refusals } from '../refusals';
import { type Challenge, challengeOf } from './challenge.rules';
import { postsAsked, secondFactorKind } from './second-factor-pack.rules';
import type { OrganisationTools } from './tools.rules';

export interface SessionToSettle {
  sessionId: string;
  personId: string;
  /** what is asked for; without it the present one stays */
  chosen?: Chosen;
}

export interface Chosen {
  appointmentId?: string;
  delegationId?: string;
}

export interface Settled {
  challenge: Challenge | null;
  appointment: Appointment | null;
  appointments: Appointment[];
  delegation: Delegation | null;
  delegations: Delegation[];
}

interface Standing {
  appointment_id: string | null;
  delegation_id: string | null;
  awaits_release: boolean;
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
    `select s.appointment_id, s.delegation_id, c.awaits_release, c.must_change_password, c.password_changed_at, c.second_factor_confirmed_at
     from session.session s join organisation.account c on c.id = s.account_id
     where s.id = $1 and s.person_id = $2 and s.ended_at is null and c.disabled_at is null`,
    [sessionId, personId],
  );
  if (!account) throw refusals.renewalRefused();
  const [appointments, delegations] = [
    await listAppointmentsOf(rows, personId),
    await delegationsHeldBy(rows, personId),
  ];
  const behind = await appointmentsBehind(rows, delegations);
  const challenge = challengeOf(
    {
      mustChangePassword: account.must_change_password,
      awaitsRelease: account.awaits_release,
      passwordChangedAt: account.password_changed_at,
      hasSecondFactor: account.second_factor_confirmed_at !== null,
      posts: [...appointments, ...behind].map(({ post }) => post),
      postsAsked: postsAsked((await packOn(rows, secondFactorKind))?.content ?? null),
    },
    await rows.now(),
    profile,
  );
  if (chosen && challenge) throw due[challenge]();
  const present: Chosen = account.delegation_id
    ? { delegationId: account.delegation_id }
    : { appointmentId: account.appointment_id ?? (appointments.length === 1 ? appointments[0]?.id : undefined) };
  const wanted = challenge ? {} : (chosen ?? present);
  const delegation = delegations.find(({ id }) => id === wanted.delegationId) ?? null;
  const appointment = delegation
    ? (behind.find(({ id }) => id === delegation.appointmentId) ?? null)
    : (appointments.find(({ id }) => id === wanted.appointmentId) ?? null);
  if (chosen && !appointment)
    throw chosen.delegationId ? delegationRefusals.delegationNotHeld() : refusals.appointmentNotHeld();
  await rows.query(
    'update session.session set appointment_id = $2, delegation_id = $3, last_seen = now() where id = $1',
    [sessionId, appointment?.id ?? null, appointment ? (delegation?.id ?? null) : null],
  );
  return { challenge, appointment, appointments, delegation, delegations };
}

const due = {
  CHANGE_PASSWORD: refusals.passwordChangeDue,
  RELEASE: delegationRefusals.releaseDue,
  SECOND_FACTOR: refusals.secondFactorDue,
};

async function appointmentsBehind(rows: WriteRows, delegations: readonly Delegation[]): Promise<Appointment[]> {
  if (delegations.length === 0) return [];
  return rows.select(Appointment, 'where t.id = any($1::uuid[])', [
    delegations.map(({ appointmentId }) => appointmentId),
  ]);
}
