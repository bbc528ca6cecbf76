// How many lines of a statement came to each outcome (对账笔数).
import { Field, Int, ObjectType } from 'type-graphql';
import { ItemOutcome } from './match-statement.rules';

@ObjectType({ description: '一种对账结果的笔数 · How many came to an outcome' })
export class ReconciliationCount {
  @Field(() => ItemOutcome, { description: '结果 · Outcome' })
  outcome: ItemOutcome;

  @Field(() => Int, { description: '笔数 · How many' })
  count: number;

  @Field(() => Int, { description: '其中未说明的差异 · Of them, differences that are not explained' })
  open: number;
}
