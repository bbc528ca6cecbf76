// Grants an appointment (任命): by document, for a post with its place, never to oneself and never two of the three officers to one.

import { IsNull } from 'typeorm';
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { type Post, posts } from '#platform/vocabulary/caller';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { delegationRefusals } from '../delegation/delegation-refusals.rules';
import { Person } from '../person/person.entity';
import { refusals } from '../refusals';
import { Region } from '../region/region.entity';
import { Unit } from '../unit/unit.entity';
import { Appointment } from './appointment.entity';
import type { GrantAppointmentArgs } from './appointment.input';
import { isPeriodGrantable, misfitOf } from './appointment.rules';

export async function grantAppointment(
  { caller, inScope }: Context<never>,
  args: GrantAppointmentArgs,
): Promise<Appointment> {
  const post = posts.find((known) => known === args.post);
  if (!post)
    throw invalidInput('post', '没有此职务，见字典 post', 'no such post, see the dictionary post', {
      value: args.post,
    });
  if (args.personId === caller.personId) throw refusals.notToOneself();
  const id = newId();
  return inScope
    .write({ action: 'grantAppointment', target: id, facts: { personId: args.personId, post } }, (rows) =>
      grant(rows, { ...args, id, post, grantedBy: caller.personId }),
    )
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'appointment_three_officers_apart') throw refusals.officersNotApart();
      if (broken === 'delegation_not_with_officers') throw delegationRefusals.delegateUnfit();
      if (broken === 'appointment_not_to_oneself') throw refusals.notToOneself();
      throw error;
    });
}

type Grant = GrantAppointmentArgs & { id: string; post: Post; grantedBy: string | null };

async function grant(rows: WriteRows, { id, post, grantedBy, ...args }: Grant): Promise<Appointment> {
  const { personId, level = null, regionId, unitId, documentNumber, validFrom, validTo = null } = args;
  if (!(await rows.manager.findOneBy(Person, { id: personId }))) throw commonRefusals.notFound({ what: '人员 person' });
  const region = regionId ? await rows.manager.findOneBy(Region, { id: regionId, validTo: IsNull() }) : null;
  if (regionId && !region) throw commonRefusals.notFound({ what: '地区 region' });
  const unit = unitId ? await rows.manager.findOneBy(Unit, { id: unitId, endedOn: IsNull() }) : null;
  if (unitId && !unit) throw commonRefusals.notFound({ what: '单位 unit' });
  const misfit = misfitOf(post, { level, regionKind: region?.kind ?? null, unitKind: unit?.kind ?? null });
  if (misfit) throw refusals.appointmentMisfit({ post, ...misfit });
  const today = await findToday(rows);
  if (!isPeriodGrantable(validFrom, validTo, today)) throw refusals.appointmentPeriod({ today });
  await rows.manager.insert(Appointment, {
    id,
    personId,
    post,
    level,
    regionId: region?.id ?? null,
    path: region?.path ?? null,
    unitId: unit?.id ?? null,
    documentNumber,
    validFrom,
    validTo,
    grantedBy,
    grantedAt: await rows.now(),
    endedBy: null,
    endReason: null,
  });
  return (await rows.manager.findOneBy(Appointment, { id })) as Appointment;
}
