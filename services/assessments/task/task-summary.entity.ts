// A task summary (任务汇总): how many tasks owe a report in a quarter, how many were reported, confirmed, or are overdue.
import { Field, Int, ObjectType } from 'type-graphql';

/** Assumed: a task owes one report a quarter until another person confirmed it at 100 %; Laiwu's own rhythm was not found. */
@ObjectType({
  description:
    '季度任务汇总；任务在确认完成 100% 之前每季度上报一次（假定）· Tasks of a quarter; each owes a report every quarter until confirmed at 100% (assumed)',
})
export class TaskSummary {
  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  quarter: string;

  @Field(() => Int, { description: '本季度应上报的任务数 · Tasks that owe a report' })
  tasks: number;

  @Field(() => Int, { description: '已上报（未被退回）· Reported and not returned' })
  reported: number;

  @Field(() => Int, { description: '已由他人确认 · Confirmed by another person' })
  confirmed: number;

  @Field(() => Int, { description: '时限已到而未确认完成 · Past the deadline without being confirmed complete' })
  overdue: number;
}
