// A milestone (节点) of a plan: what is to be reached by which day, and when it was, with what evidence.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '计划节点 · A milestone of a plan' })
@Entity('plan_milestone')
export class PlanMilestone {
  @Field(() => ID, { description: '节点标识 · Id of the milestone' })
  @IdColumn()
  id: string;

  @RefColumn()
  planId: string;

  @Field(() => Int, { description: '次序 · Place in the plan' })
  @WholeColumn()
  position: number;

  @Field({ description: '内容 · What is to be reached' })
  @TextColumn()
  title: string;

  @Field(() => CalendarDay, { description: '时限 · Due on' })
  @DayColumn()
  dueOn: string;

  @Field(() => CalendarDay, { nullable: true, description: '完成日期 · Done on' })
  @DayColumn(true)
  doneOn: string | null;

  @Field(() => String, { nullable: true, description: '完成佐证 · Evidence that it is done' })
  @TextColumn(true)
  evidence: string | null;

  @RefColumn(true)
  doneBy: string | null;

  @InstantColumn(true)
  doneAt: Date | null;
}
