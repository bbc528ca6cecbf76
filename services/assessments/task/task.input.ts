// How tasks are looked for, and what is wanted of a task that a resolution gives.
import { Length, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

@ArgsType()
export class TasksArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true, description: '只要此年度 · Only this year' })
  year?: number;

  @Field(() => ID, { nullable: true, description: '只要此地区自身的任务 · Only tasks of this region itself' })
  regionId?: string;

  @Field(() => ID, {
    nullable: true,
    description: '只要此地区及其下级的任务 · Only tasks of this region and those below it',
  })
  withinId?: string;

  @Field(() => ID, { nullable: true, description: '只要此单位的任务 · Only tasks of this unit' })
  unitId?: string;

  @Field(() => CalendarDay, { nullable: true, description: '只要时限在此日之前的 · Only tasks due before this day' })
  dueBefore?: string;
}

@InputType({ description: '议定事项转任务 · A resolution made a task' })
export class TaskResolutionInput {
  @Field(() => ID, { description: '议定事项标识 · Id of the resolution' })
  resolutionId: string;

  @Field({ description: '完成标准 · Standard' })
  @Length(2, 500, { message: '完成标准 2 至 500 个字 · a standard has 2 to 500 characters' })
  standard: string;

  @Field({ description: '佐证材料 · Evidence wanted' })
  @Length(2, 500, { message: '佐证材料 2 至 500 个字 · evidence wanted has 2 to 500 characters' })
  evidenceWanted: string;

  @Field(() => Int, { description: '分值，1 至 100 · Weight, 1 to 100' })
  @Min(1, { message: '分值为 1 至 100 · a weight is 1 to 100' })
  @Max(100, { message: '分值为 1 至 100 · a weight is 1 to 100' })
  weight: number;
}
