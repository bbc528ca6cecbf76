// How tasks are looked for: by year, by region, by unit, by deadline.
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

@ArgsType()
export class TasksArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true, description: '只要此年度 · Only this year' })
  year?: number;

  @Field(() => ID, { nullable: true, description: '只要此地区自身的任务 · Only tasks of this region itself' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: '只要此单位的任务 · Only tasks of this unit' })
  unitId?: string;

  @Field(() => CalendarDay, { nullable: true, description: '只要时限在此日之前的 · Only tasks due before this day' })
  dueBefore?: string;
}
