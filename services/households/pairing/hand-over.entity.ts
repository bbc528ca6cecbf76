// A hand-over (移交) of one household from a helper to the next, with the matters that were open on that day.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { OpenMatter } from './open-matter.entity';

@ObjectType({ description: '帮扶移交：一户由一人交给另一人 · A hand-over of one household from a helper to the next' })
@Entity('hand_over')
export class HandOver {
  @Field(() => ID, { description: '移交标识 · Id of the hand-over' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  fromHelperId: string;

  @RefColumn()
  toHelperId: string;

  @Field(() => CalendarDay, { description: '自何日起由接手人负责 · From this day on the new helper answers for it' })
  @DayColumn()
  handedOn: string;

  @Field({ description: '原因 · Why' })
  @TextColumn()
  reason: string;

  @Field(() => [OpenMatter], { description: '当时未办结的事项 · What was open then' })
  @JsonColumn()
  matters: OpenMatter[];

  @RefColumn()
  handedBy: string;

  @Field(() => Date, { description: '移交时间 · Handed over at' })
  @InstantColumn()
  handedAt: Date;

  @Field(() => Date, { nullable: true, description: '接手人接收的时间 · When the new helper accepted it' })
  @InstantColumn(true)
  acceptedAt: Date | null;
}
