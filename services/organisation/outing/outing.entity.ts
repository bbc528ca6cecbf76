// An outing (大走访、观摩、访贫问苦): that officials of a region went out, when and how many; it counts once another person confirmed it.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { OutingKind } from './outing.rules';

registerEnumType(OutingKind, {
  name: 'OutingKind',
  description: '活动类别 · Kind of an outing',
  valuesConfig: {
    bigVisit: { description: '扶贫大走访 · Big visit' },
    observationTour: { description: '观摩 · Observation tour' },
    visitToThePoor: { description: '访贫问苦大走访 · City visit to the poor' },
  },
});

@ObjectType({
  description:
    '大走访、观摩、访贫问苦；经另一人确认后计为履职 · An outing; it fulfils a duty once another person confirmed it',
})
@Entity('outing')
export class Outing {
  @Field(() => ID, { description: '活动标识 · Id of the outing' })
  @IdColumn()
  id: string;

  @Field(() => OutingKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: OutingKind;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '日期；履职以此日计 · Day; the day that counts' })
  @DayColumn()
  heldOn: string;

  @Field({ description: '名称 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '情况 · What was done' })
  @TextColumn()
  note: string;

  @Field(() => Int, { description: '参加人数 · People who took part' })
  @WholeColumn()
  people: number;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时间 · Recorded at' })
  @InstantColumn()
  recordedAt: Date;

  @RefColumn(true)
  confirmedBy: string | null;

  @Field(() => Date, {
    nullable: true,
    description: '确认时间；空为不计履职 · Confirmed at; while null it does not count',
  })
  @InstantColumn(true)
  confirmedAt: Date | null;
}
