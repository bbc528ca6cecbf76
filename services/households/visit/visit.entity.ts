// A visit (走访) of a helper or first secretary at a household: whom they met, what was said, what was done.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '走访记录 · A visit at a household' })
@Entity('visit')
export class Visit {
  @Field(() => ID, { description: '走访标识 · Id of the visit' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  helperId: string;

  @Field(() => CalendarDay, { description: '走访日期 · Day of the visit' })
  @DayColumn()
  visitedOn: string;

  @Field({ description: '见到何人 · Who was met' })
  @TextColumn()
  met: string;

  @Field({ description: '走访内容 · What was talked about' })
  @TextColumn()
  content: string;

  @Field({ description: '帮扶措施（代码）· Kind of measure, a code' })
  @TextColumn()
  measure: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时刻 · When it was recorded' })
  @InstantColumn()
  recordedAt: Date;
}
