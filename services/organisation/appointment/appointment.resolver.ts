// Appointments (任职): what the security administrator grants and ends, and what each says about its person and place.
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { Appointment } from './appointment.entity';
import { AppointmentsArgs, EndAppointmentArgs, GrantAppointmentArgs } from './appointment.input';
import { AppointmentStanding } from './appointment-standing.entity';
import { endAppointment } from './end-appointment';
import { findStanding } from './find-standing';
import { grantAppointment } from './grant-appointment';
import { listAppointments } from './list-appointments';

const AppointmentConnection = connectionOf(Appointment, 'Appointment', '任职', 'appointments');

@Resolver(() => Appointment)
export class AppointmentResolver {
  @Query(() => AppointmentConnection, {
    nullable: true,
    description: '任职列表，按授予先后 · Appointments in the order of their granting',
  })
  async appointments(
    @Args(() => AppointmentsArgs) args: AppointmentsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Appointment>> {
    return connect(await listAppointments(context, args), (appointment) => cursorOf(appointment.id));
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => AppointmentStanding, {
    nullable: true,
    description:
      '某人某任职现是否在效及其范围（仅供考核服务）· How somebody stands by an appointment now, null if not at all; for assessments alone',
  })
  appointmentStanding(
    @Arg('id', () => ID, { description: '任职标识 · Id of the appointment' }) id: string,
    @Arg('personId', () => ID, { description: '人员标识 · Id of the person' }) personId: string,
    @Ctx() context: Context,
  ) {
    return findStanding(context, id, personId);
  }

  @Mutation(() => Appointment, { nullable: true, description: '授予任职 · Grant an appointment' })
  grantAppointment(@Args(() => GrantAppointmentArgs) args: GrantAppointmentArgs, @Ctx() context: Context<never>) {
    return grantAppointment(context, args);
  }

  @Mutation(() => Appointment, { nullable: true, description: '终止任职，立即生效 · End an appointment, at once' })
  endAppointment(@Args(() => EndAppointmentArgs) args: EndAppointmentArgs, @Ctx() context: Context<never>) {
    return endAppointment(context, args);
  }

  @FieldResolver(() => Person, { nullable: true, description: '任职人 · Who holds it' })
  person(@Root() { personId }: Appointment, @Ctx() context: Context) {
    return personById.load(context, personId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '任职地区 · The region it is for' })
  region(@Root() { regionId }: Appointment, @Ctx() context: Context) {
    return regionId && regionById.load(context, regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '任职单位 · The unit it is for' })
  unit(@Root() { unitId }: Appointment, @Ctx() context: Context) {
    return unitId && unitById.load(context, unitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '授予人 · Who granted it' })
  grantedBy(@Root() { grantedBy }: Appointment, @Ctx() context: Context) {
    return grantedBy && personById.load(context, grantedBy);
  }
}
