// Ends an appointment (免去任职): whoever acts under it finds on the next request that the session no longer stands.
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Appointment } from './appointment.entity';
import type { EndAppointmentArgs } from './appointment.input';
import { endOf } from './appointment.rules';

export function endAppointment(
  { caller, inScope }: Context<never>,
  { id, on, reason }: EndAppointmentArgs,
): Promise<Appointment> {
  return inScope.write({ action: 'endAppointment', target: id, facts: { reason } }, async (rows) => {
    await rows.query('select 1 from organisation.appointment where id = $1 for update', [id]);
    const appointment = await rows.manager.findOneBy(Appointment, { id });
    if (!appointment) throw commonRefusals.notFound({ what: '任职 appointment' });
    if (appointment.personId === caller.personId) throw refusals.notToOneself();
    const today = await findToday(rows);
    if (on !== undefined && on < today) throw refusals.appointmentPeriod({ today });
    const validTo = endOf(appointment, on ?? today);
    if (appointment.validTo !== null && appointment.validTo <= validTo)
      throw refusals.appointmentEnded({ on: appointment.validTo });
    await rows.query(
      'update organisation.appointment set valid_to = $2, ended_by = $3, end_reason = $4 where id = $1',
      [id, validTo, caller.personId, reason],
    );
    return Object.assign(appointment, { validTo, endedBy: caller.personId, endReason: reason });
  });
}
