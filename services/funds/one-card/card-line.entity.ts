// A line of a one-card batch (一卡通明细): payee, card and bank as they were when it was listed, and what became of it.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
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
import { CardLineState } from './card-batch.rules';

registerEnumType(CardLineState, {
  name: 'CardLineState',
  description: '一卡通明细状态 · State of a line of a one-card batch',
  valuesConfig: {
    listed: { description: '待发 · Listed' },
    sent: { description: '已送银行，待回盘 · Sent to the bank' },
    paid: { description: '已到账 · Arrived on the card' },
    failed: { description: '发放失败，待更正重发 · Failed, to be corrected and issued again' },
    bounced: { description: '银行退票，待更正重发 · Brought back by the bank, to be issued again' },
    stopped: { description: '停发，资金已回原批次 · Stopped, its money is back on its lot' },
    held: { description: '缓发，待列入下一批次 · Held back, for another batch' },
    withdrawn: { description: '随批次撤回 · Withdrawn with its batch' },
  },
});

@ObjectType({ description: '一卡通明细 · A line of a one-card batch' })
@Entity('card_line')
export class CardLine {
  @Field(() => ID, { description: '明细标识 · Id of the line' })
  @IdColumn()
  id: string;

  @RefColumn()
  batchId: string;

  @Field(() => Int, { description: '序号 · Place on the list' })
  @WholeColumn()
  ordinal: number;

  @Field({ description: '银行文件中的编号 · By which the bank’s files name it' })
  @TextColumn()
  reference: string;

  @RefColumn()
  disbursementLineId: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @TextColumn()
  payee: string;

  @TextColumn(true)
  idNumberTail: string | null;

  @TextColumn(true)
  bankName: string | null;

  @TextColumn()
  cardTail: string;

  @TextColumn(true)
  proxyFor: string | null;

  @Field(() => String, { nullable: true, description: '代领原因 · Why another’s account receives it' })
  @TextColumn(true)
  proxyReason: string | null;

  @Field(() => CardLineState, { description: '状态 · State' })
  @TextColumn()
  state: CardLineState;

  @Field(() => String, { nullable: true, description: '失败、停发、缓发的原因 · Why it was not paid' })
  @TextColumn(true)
  reason: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '办结日期（到账日）· Day on which it ended, or arrived' })
  @DayColumn(true)
  endedOn: string | null;
}

export const CardLineConnection = connectionOf(CardLine, 'CardLine', '一卡通明细', 'lines of one-card batches');
