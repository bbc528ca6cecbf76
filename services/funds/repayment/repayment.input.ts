// What a hospital writes when a patient cannot pay the own part at once.
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';

@InputType({ description: '签订还款协议 · To sign a repayment agreement' })
export class RepaymentInput {
  @Field(() => ID, { description: '住院标识 · Id of the stay' })
  stayId: string;

  @Field(() => Money, { description: '协议金额 · Amount agreed' })
  amount: bigint;

  @Field(() => Int, { description: '期数，按月 · Monthly parts' })
  instalments: number;

  @Field(() => CalendarDay, { description: '首期日期 · First due on' })
  firstDueOn: string;
}
