// The appointment behind a delegation: whoever holds the delegation reads by which document the post is held.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Appointment } from '../appointment/appointment.entity';

/** At the desk: a delegation is only ever told to its two sides and to the security administrator. */
export const appointmentBehind = defineLoader<Appointment | null>(
  'appointment behind a delegation',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Appointment, 'where t.id = any($1::uuid[])', [ids]), (appointment) => appointment.id),
  'desk',
);
