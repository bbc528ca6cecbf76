// A resolution (议定事项) of a meeting: published by the approval of the minutes; with an owner and a deadline it becomes a task.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
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

@Directive('@key(fields: "id")')
@ObjectType({ description: '议定事项 · A resolution of a meeting' })
@Entity('resolution')
export class Resolution {
  @Field(() => ID, { description: '议定事项标识 · Id of the resolution' })
  @IdColumn()
  id: string;

  @RefColumn()
  meetingId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '次序 · Place in the minutes' })
  @WholeColumn()
  position: number;

  @Field({ description: '内容 · What was resolved' })
  @TextColumn()
  content: string;

  @RefColumn(true)
  ownerUnitId: string | null;

  @RefColumn(true)
  ownerRegionId: string | null;

  @PathColumn(true)
  ownerPath: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '完成时限 · Deadline' })
  @DayColumn(true)
  deadline: string | null;

  @Field(() => CalendarDay, { description: '会议日期 · Day of the meeting' })
  @DayColumn()
  heldOn: string;

  @Field({ description: '纪要文号 · Number of the minutes' })
  @TextColumn()
  minutesNumber: string;

  @Field(() => Date, {
    nullable: true,
    description: '随纪要批准而公布的时间 · When the approval of the minutes published it',
  })
  @InstantColumn(true)
  publishedAt: Date | null;
}
