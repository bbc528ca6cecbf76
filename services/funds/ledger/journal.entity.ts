// A journal (记账凭证) of the ledger and its postings: appended once, undone by another journal, never changed.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, IdColumn, InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import type { JournalKind, LotAccount } from './ledger.rules';

export enum JournalKindEnum {
  allot = 'allot',
  reserve = 'reserve',
  release = 'release',
  pay = 'pay',
  return = 'return',
  reverse = 'reverse',
}
registerEnumType(JournalKindEnum, {
  name: 'JournalKind',
  description: '凭证类别 · Kind of a journal',
  valuesConfig: {
    allot: { description: '下达 · Money is born on an allotment line' },
    reserve: { description: '冻结 · Reserved for a disbursement' },
    release: { description: '解冻 · Released again' },
    pay: { description: '支付 · Paid to households' },
    return: { description: '退回 · Came back to its lot' },
    reverse: { description: '冲销 · Undoes another journal' },
  },
});

export enum LotAccountEnum {
  issued = 'issued',
  available = 'available',
  reserved = 'reserved',
  paid = 'paid',
}
registerEnumType(LotAccountEnum, {
  name: 'LotAccount',
  description: '资金批次的科目 · Account of a lot',
  valuesConfig: {
    issued: { description: '下达来源（负方）· Source, the negative side' },
    available: { description: '可用 · Available' },
    reserved: { description: '已冻结 · Reserved' },
    paid: { description: '已支付 · Paid' },
  },
});

@ObjectType({ description: '记账凭证 · A journal of the ledger' })
@Entity('journal')
export class Journal {
  @Field(() => ID, { description: '凭证标识 · Id of the journal' })
  @IdColumn()
  id: string;

  @Field(() => JournalKindEnum, { description: '类别 · Kind' })
  @TextColumn()
  kind: JournalKind;

  @Field(() => CalendarDay, { description: '起息日 · Value date' })
  @DayColumn()
  valueDate: string;

  @Field(() => Date, { description: '记账时间 · When it was booked' })
  @InstantColumn()
  bookedAt: Date;

  @Field({ description: '依据文件 · Document that it rests on' })
  @TextColumn()
  document: string;

  @Field(() => String, { nullable: true, description: '原因 · Reason' })
  @TextColumn(true)
  reason: string | null;

  @RefColumn()
  postedBy: string;

  @RefColumn(true)
  allotmentId: string | null;

  @RefColumn(true)
  disbursementId: string | null;

  @RefColumn(true)
  lineId: string | null;

  @RefColumn(true)
  reversesId: string | null;
}

@ObjectType({ description: '分录 · A posting: fen of one lot in one account' })
@Entity('posting')
export class Posting {
  @PrimaryColumn({ type: 'uuid' })
  journalId: string;

  @PrimaryColumn({ type: 'uuid' })
  lotId: string;

  @Field(() => LotAccountEnum, { description: '科目 · Account' })
  @PrimaryColumn({ type: 'text' })
  account: LotAccount;

  @Field(() => Money, { description: '金额，各批次内合计为零 · Amount; they sum to zero within each lot' })
  @FenColumn()
  amount: bigint;
}
