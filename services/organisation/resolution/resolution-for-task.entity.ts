// A resolution as assessments may learn of it (转任务用的议定事项), to make it a task: that question alone.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@Directive('@inaccessible')
@ObjectType({
  description: '转任务用的议定事项（仅供考核服务）· A resolution to become a task, for the assessments service alone',
})
export class ResolutionForTask {
  @Field(() => ID, { description: '议定事项标识 · Id of the resolution' })
  id: string;

  @Field(() => ID, { description: '开会的地区 · The region that met' })
  regionId: string;

  @Field(() => Int, { description: '次序 · Place in the minutes' })
  position: number;

  @Field({ description: '内容 · What was resolved' })
  content: string;

  @Field(() => ID, { nullable: true, description: '责任单位 · The unit that owns it' })
  ownerUnitId: string | null;

  @Field(() => ID, { nullable: true, description: '责任地区 · The region that owns it' })
  ownerRegionId: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '完成时限 · Deadline' })
  deadline: string | null;

  @Field(() => CalendarDay, { description: '会议日期 · Day of the meeting' })
  heldOn: string;

  @Field({ description: '纪要文号 · Number of the minutes' })
  minutesNumber: string;

  @Field(() => Date, { nullable: true, description: '公布时间 · Published at' })
  publishedAt: Date | null;
}
