// Lists the appointments that a person holds today, by the database's calendar in Beijing.

import type { Rows } from '#platform/database/in-scope';
import { TODAY } from '#platform/database/today';
import { Appointment } from './appointment.entity';

export function listAppointmentsOf({ manager }: Rows, personId: string): Promise<Appointment[]> {
  return manager
    .createQueryBuilder(Appointment, 'a')
    .where('a.personId = :personId', { personId })
    .andWhere(`a.valid_from <= ${TODAY} and (a.valid_to is null or a.valid_to > ${TODAY})`)
    .orderBy('a.valid_from')
    .addOrderBy('a.id')
    .getMany();
}
