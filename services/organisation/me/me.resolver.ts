// What the graph answers about whoever asks.
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Appointment } from '../appointment/appointment.entity';
import { listAppointmentsOf } from '../appointment/list-appointments-of';
import { appointmentBehind } from '../delegation/appointment-behind.loader';
import { Delegation } from '../delegation/delegation.entity';
import { delegationsGivenBy, delegationsHeldBy } from '../delegation/list-delegations';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { listSessions } from '../sign-in/list-sessions';
import { Session } from '../sign-in/session.entity';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { Me } from './me.entity';

@Resolver(() => Me)
export class MeResolver {
  @Query(() => Me, {
    nullable: true,
    description:
      '我是谁、以何职务、在何地区；未登录为空 · Who I am, under which post, in which region; null when not signed in',
  })
  me(@Ctx() { caller }: Context) {
    return caller.personId ? Object.assign(new Me(), caller) : null;
  }

  @FieldResolver(() => Person, { nullable: true, description: '本人 · The person' })
  person(@Root() { personId }: Me, @Ctx() context: Context) {
    return personById.load(context, personId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '所管地区 · The region of the post' })
  region(@Root() { regionId }: Me, @Ctx() context: Context) {
    return regionId && regionById.load(context, regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '所在单位 · The unit of the post' })
  unit(@Root() { unitId }: Me, @Ctx() context: Context) {
    return unitId && unitById.load(context, unitId);
  }

  @FieldResolver(() => Appointment, { nullable: true, description: '当前任职 · The appointment acted under' })
  async appointment(@Root() { personId, appointmentId, principalId }: Me, @Ctx() context: Context) {
    if (!appointmentId) return null;
    if (principalId) return appointmentBehind.load(context, appointmentId);
    const held = await context.inScope.read((rows) => listAppointmentsOf(rows, personId), 'own');
    return held.find(({ id }) => id === appointmentId) ?? null;
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: '代理何人；本人任职为空 · For whom one acts by delegation',
  })
  principal(@Root() { principalId }: Me, @Ctx() context: Context) {
    return principalId && personById.load(context, principalId);
  }

  @FieldResolver(() => [Delegation], { description: '今日可依的代理 · Delegations that may be acted under today' })
  delegations(@Root() { personId }: Me, @Ctx() { inScope }: Context) {
    return inScope.read((rows) => delegationsHeldBy(rows, personId), 'desk');
  }

  @FieldResolver(() => [Delegation], { description: '本人委托他人的代理 · Delegations given to others' })
  delegationsGiven(@Root() { personId }: Me, @Ctx() { inScope }: Context) {
    return inScope.read((rows) => delegationsGivenBy(rows, personId), 'own');
  }

  @FieldResolver(() => [Appointment], { description: '今日的全部任职 · All appointments of today' })
  appointments(@Root() { personId }: Me, @Ctx() { inScope }: Context) {
    return inScope.read((rows) => listAppointmentsOf(rows, personId), 'own');
  }

  @FieldResolver(() => [Session], { description: '本人未结束的会话 · Own sessions that still stand' })
  sessions(@Ctx() context: Context) {
    return listSessions(context);
  }
}
