// A journal (记账凭证) of the ledger and its postings: appended once, undone by another journal, never changed.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, IdColumn, InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import type { BookAccount, JournalKind } from './ledger.rules';

export enum JournalKindEnum {
  allot = 'allot',
  reserve = 'reserve',
  release = 'release',
  pay = 'pay',
  return = 'return',
  reverse = 'reverse',
  add = 'add',
  cut = 'cut',
  freeze = 'freeze',
  unfreeze = 'unfreeze',
  reclaim = 'reclaim',
  receive = 'receive',
  handBack = 'hand-back',
}
registerEnumType(JournalKindEnum, {
  name: 'JournalKind',
  description: '凭证类别 · Kind of a journal',
  valuesConfig: {
    allot: { description: '下达 · Money is born on an allotment line' },
    reserve: { description: '占用 · Reserved for a disbursement' },
    release: { description: '解除占用 · Released again' },
    pay: { description: '支付 · Paid to households' },
    return: { description: '退回 · Came back to its lot' },
    reverse: { description: '冲销 · Undoes another journal' },
    add: { description: '追加指标 · More authority' },
    cut: { description: '调减指标 · Less authority' },
    freeze: { description: '冻结指标 · Authority frozen' },
    unfreeze: { description: '解冻指标 · Authority set free again' },
    reclaim: { description: '收回指标 · Authority reclaimed' },
    receive: { description: '国库资金到账 · Cash received from the treasury' },
    handBack: { description: '缴回国库 · Cash handed back to the treasury' },
  },
});

export enum LotAccountEnum {
  issued = 'issued',
  available = 'available',
  reserved = 'reserved',
  paid = 'paid',
  frozen = 'frozen',
  decomposed = 'decomposed',
  carried = 'carried',
  reclaimed = 'reclaimed',
  cashReceived = 'cash-received',
  cashHeld = 'cash-held',
  cashPaid = 'cash-paid',
  cashPassed = 'cash-passed',
}
registerEnumType(LotAccountEnum, {
  name: 'LotAccount',
  description: '资金批次的科目 · Account of a lot',
  valuesConfig: {
    issued: { description: '下达来源（负方）· Source, the negative side' },
    available: { description: '可用 · Available' },
    reserved: { description: '已占用 · Reserved' },
    paid: { description: '已支付 · Paid' },
    frozen: { description: '指标冻结 · Frozen' },
    decomposed: { description: '已分解 · Decomposed to other lines' },
    carried: { description: '已结转 · Carried over to a later year' },
    reclaimed: { description: '已收回 · Reclaimed' },
    cashReceived: { description: '资金账来源（负方）· Source of cash, the negative side' },
    cashHeld: { description: '资金账结存 · Cash held' },
    cashPaid: { description: '资金账已支付 · Cash paid' },
    cashPassed: { description: '随指标转出（转入为负）· Cash passed on with authority, negative where it came in' },
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
  account: BookAccount;

  @Field(() => Money, { description: '金额，各批次内合计为零 · Amount; they sum to zero within each lot' })
  @FenColumn()
  amount: bigint;
}
