// A one-card batch (一卡通批次): lines of approved disbursements of one purpose, paid to cards by one file of one bank.
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { CardBatchState } from './card-batch.rules';

registerEnumType(CardBatchState, {
  name: 'CardBatchState',
  description: '一卡通批次状态 · State of a one-card batch',
  valuesConfig: {
    listed: { description: '已造册，待核对 · Listed, to be verified' },
    verified: { description: '已核对，待放款 · Verified, to be released' },
    released: { description: '已放款，待银行回盘 · Released, the bank is to answer' },
    closed: { description: '已办结 · Every line has ended' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '一卡通批次 · A one-card batch' })
@Entity('card_batch')
export class CardBatch {
  @Field(() => ID, { description: '批次标识 · Id of the batch' })
  @IdColumn()
  id: string;

  @Field({ description: '批次编号，银行文件以此为号 · Number, by which the bank knows it' })
  @TextColumn()
  number: string;

  @Field({ description: '用途代码 · Code of the purpose' })
  @TextColumn()
  purpose: string;

  @Field({ description: '依据文件文号 · Number of the document that it rests on' })
  @TextColumn()
  documentNumber: string;

  @Field({ description: '银行文件格式 · Profile of the bank’s files' })
  @TextColumn()
  profile: string;

  @Field({ description: '文件格式的哈希 · Hash of that profile' })
  @TextColumn()
  profileHash: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Money, { description: '造册金额 · Total as listed' })
  @FenColumn()
  total: bigint;

  @Field(() => Int, { description: '造册笔数 · Lines as listed' })
  @WholeColumn()
  lineCount: number;

  @Field(() => CardBatchState, { description: '状态 · State' })
  @TextColumn()
  state: CardBatchState;

  @Field(() => String, { nullable: true, description: '撤回原因 · Why it was withdrawn' })
  @TextColumn(true)
  reason: string | null;

  @RefColumn()
  madeBy: string;

  @Field(() => CalendarDay, { description: '造册日期 · Day on which it was listed' })
  @DayColumn()
  madeOn: string;

  @RefColumn(true)
  verifiedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '核对日期 · Day of verification' })
  @DayColumn(true)
  verifiedOn: string | null;

  @RefColumn(true)
  releasedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '放款日期 · Day of release' })
  @DayColumn(true)
  releasedOn: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '办结日期 · Day on which its last line ended' })
  @DayColumn(true)
  closedOn: string | null;
}

export const CardBatchConnection = connectionOf(CardBatch, 'CardBatch', '一卡通批次', 'one-card batches');

@ObjectType({ description: '批次中一种状态的笔数与金额 · Lines of a batch in one state' })
export class CardBatchSum {
  @Field({ description: '明细状态 · State of the lines' })
  state: string;

  @Field(() => Int, { description: '笔数 · Lines' })
  lines: number;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}
