// What an item of the agenda and a mark of attendance say about units and people.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Airing } from '../foreign/airing';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { AgendaItem } from './agenda-item.entity';
import { MeetingAttendance } from './meeting-attendance.entity';

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @FieldResolver(() => Unit, { nullable: true, description: '汇报单位 · The unit that presents it' })
  presentedBy(@Root() { presentedBy }: AgendaItem, @Ctx() context: Context) {
    return presentedBy && unitById.load(context, presentedBy);
  }

  @FieldResolver(() => Airing, { nullable: true, description: '晾晒表 · The airing table' })
  airing(@Root() { airingId }: AgendaItem) {
    return airingId && Airing.of(airingId);
  }
}

@Resolver(() => MeetingAttendance)
export class MeetingAttendanceResolver {
  @FieldResolver(() => Unit, { description: '单位 · The unit' })
  unit(@Root() { unitId }: MeetingAttendance, @Ctx() context: Context) {
    return unitById.load(context, unitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '到会人员 · Who came' })
  person(@Root() { personId }: MeetingAttendance, @Ctx() context: Context) {
    return personId && personById.load(context, personId);
  }
}
