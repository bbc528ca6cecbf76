// Cash that the treasury paid in for a notice, or that was handed back to it (资金收缴): by voucher, in the book of the notice.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { Book } from './fund-use-pack.rules';

export enum CashMove {
  receive = 'receive',
  handBack = 'hand-back',
}

registerEnumType(CashMove, {
  name: 'CashMove',
  description: '资金收缴类别 · Kind of a move of cash',
  valuesConfig: {
    receive: { description: '国库到账 · Received from the treasury' },
    handBack: { description: '缴回国库 · Handed back to the treasury' },
  },
});

@ObjectType({ description: '国库资金到账或缴回 · Cash received from, or handed back to, the treasury' })
@Entity('cash_receipt')
export class CashReceipt {
  @Field(() => ID, { description: '到账标识 · Id of the receipt' })
  @IdColumn()
  id: string;

  @RefColumn()
  allotmentId: string;

  @Field(() => Book, { description: '资金账类 · The book' })
  @TextColumn()
  book: Book;

  @Field(() => CashMove, { description: '类别 · Kind' })
  @TextColumn()
  kind: CashMove;

  @Field({ description: '国库凭证号 · Number of the voucher' })
  @TextColumn()
  voucher: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => CalendarDay, { description: '到账日（起息日）· Value date' })
  @DayColumn()
  valueDate: string;

  @RefColumn()
  journalId: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时间 · When it was recorded' })
  @InstantColumn()
  recordedAt: Date;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;
}
