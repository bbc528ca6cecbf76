// A task to insure somebody (参保任务): found on admission to have no medical insurance, which makes the basic layer nothing; the town sees to it.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({
  description: '参保任务：就医时发现未参保 · Somebody was found uninsured on admission; the town sees to it',
})
@Entity('insurance_task')
export class InsuranceTask {
  @Field(() => ID, { description: '任务标识 · Id of the task' })
  @IdColumn()
  id: string;

  @RefColumn()
  memberId: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @TextColumn()
  patientName: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field(() => CalendarDay, { description: '发现日期 · Found on' })
  @DayColumn()
  foundOn: string;

  @Field(() => CalendarDay, { nullable: true, description: '办结日期 · Closed on' })
  @DayColumn(true)
  closedOn: string | null;

  @RefColumn(true)
  closedBy: string | null;

  @Field(() => String, { nullable: true, description: '办理情况 · What was done' })
  @TextColumn(true)
  remark: string | null;
}
