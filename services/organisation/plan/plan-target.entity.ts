// A target (减贫目标) of a plan: how many households and people are to be lifted from the year's beginning to the end of a quarter.
import { Field, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '减贫目标（年初至季末累计）· A reduction target, cumulative to the end of a quarter' })
@Entity('plan_target')
export class PlanTarget {
  @IdColumn()
  id: string;

  @RefColumn()
  planId: string;

  @WholeColumn()
  position: number;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => Int, { description: '累计脱贫户数 · Households lifted by then' })
  @WholeColumn()
  households: number;

  @Field(() => Int, { description: '累计脱贫人数 · People lifted by then' })
  @WholeColumn()
  people: number;
}
