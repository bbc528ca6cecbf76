// A line of the bank's answer (回盘明细), and what it was matched with; lines that match nothing are listed here and move nothing.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '#platform/graph/connection';
import { Money } from '#platform/graph/scalars';

export enum BankLineOutcome {
  paid = 'paid',
  failed = 'failed',
  bounced = 'bounced',
  known = 'known',
  repeated = 'repeated',
  unknown = 'unknown',
  differs = 'differs',
  conflict = 'conflict',
}
registerEnumType(BankLineOutcome, {
  name: 'BankLineOutcome',
  description: '回盘一行的处理结果 · What became of a line of the bank’s answer',
  valuesConfig: {
    paid: { description: '已记到账 · Booked as paid' },
    failed: { description: '已记失败 · Recorded as failed' },
    bounced: { description: '已记退票 · Recorded as brought back' },
    known: { description: '已知，无须再记 · Known already' },
    repeated: { description: '同一文件中重复 · Stands twice in the file' },
    unknown: { description: '批次中无此编号 · The batch has no such line' },
    differs: { description: '金额、卡号或借贷方向不符 · Amount, card or direction differ' },
    conflict: { description: '与已记结果矛盾，待人工核实 · Contradicts what is recorded, for somebody to look at' },
  },
});

@ObjectType({ description: '回盘明细 · A line of the bank’s answer' })
export class BankFileLine {
  @Field(() => Int, { description: '行号 · Place in the file' })
  ordinal: number;

  @Field({ description: '编号 · By which it names the payment' })
  reference: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field({ description: '方向：out 付出、in 退回 · Direction: out or in' })
  direction: string;

  @Field(() => String, { nullable: true, description: '银行所述原因 · The reason that the bank tells' })
  reason: string | null;

  @Field(() => BankLineOutcome, { description: '处理结果 · Outcome' })
  outcome: BankLineOutcome;

  @Field(() => [String], { description: '不符之处：amount、card、direction · What differs' })
  differs: string[];

  cardLineId: string | null;
}

export const BankFileLineConnection = connectionOf(
  BankFileLine,
  'BankFileLine',
  '回盘明细',
  'lines of a bank’s answer',
);
