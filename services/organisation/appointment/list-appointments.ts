// Lists appointments in the order in which they were granted, a page at a time.

import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { Appointment } from './appointment.entity';
import type { AppointmentsArgs } from './appointment.input';

const HOLDS = `(a.valid_from <= ${TODAY} and (a.valid_to is null or a.valid_to > ${TODAY}))`;

export function listAppointments({ inScope }: Context, args: AppointmentsArgs): Promise<Page<Appointment>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Appointment, 'a')
      .orderBy('a.id')
      .limit(size + 1);
    if (args.personId) found.andWhere('a.person_id = :personId', { personId: args.personId });
    if (args.post) found.andWhere('a.post = :post', { post: args.post });
    if (args.regionId) found.andWhere('a.region_id = :regionId', { regionId: args.regionId });
    if (args.unitId) found.andWhere('a.unit_id = :unitId', { unitId: args.unitId });
    if (args.current !== undefined) found.andWhere(args.current ? HOLDS : `not ${HOLDS}`);
    if (after) found.andWhere('a.id > :id', { id: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
