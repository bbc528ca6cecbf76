// A clearing (清算单): what a hospital claims of a payer for a month, what is prepaid, or how a year ends; its amounts, days and hands.
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
import { ClearingKind, ClearingState } from './clearing.rules';

registerEnumType(ClearingKind, {
  name: 'ClearingKind',
  description: '清算类别 · Kind of a clearing',
  valuesConfig: {
    month: { description: '月度清算 · A month’s claim' },
    year: { description: '年终清算：退还保证金，冲抵预付 · The year’s end: deposits released, prepayment set off' },
    prepayment: { description: '预付 · A prepayment' },
  },
});
registerEnumType(ClearingState, {
  name: 'ClearingState',
  description: '清算状态 · State of a clearing',
  valuesConfig: {
    claimed: { description: '已申报 · Claimed by the hospital' },
    reviewed: { description: '已审核 · Reviewed by the payer' },
    disputed: { description: '有异议 · The hospital objects to a deduction' },
    reconciled: { description: '已核对 · Reconciled' },
    applied: { description: '已申请付款 · Payment is applied for' },
    approved: { description: '已复核 · Payment is approved' },
    paid: { description: '已拨付 · Paid' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

@ObjectType({ description: '清算单 · A clearing between a hospital and a payer' })
@Entity('clearing')
export class Clearing {
  @Field(() => ID, { description: '清算单标识 · Id of the clearing' })
  @IdColumn()
  id: string;

  @Field(() => ClearingKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: ClearingKind;

  @Field({ description: '所属期：月如 2018-05，年如 2018 · Period: a month, or a year' })
  @TextColumn()
  period: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  hospitalId: string;

  @RefColumn()
  payerUnitId: string;

  @Field({ description: '清算规则包内容哈希 · Content hash of the pack of rules' })
  @TextColumn()
  packHash: string;

  @Field(() => ClearingState, { description: '状态 · State' })
  @TextColumn()
  state: ClearingState;

  @Field(() => Int, { description: '行数 · Lines' })
  @WholeColumn()
  lineCount: number;

  @Field(() => String, {
    nullable: true,
    description: '申报清单的哈希，清单由此固定 · Hash that fixes the list of its lines',
  })
  @TextColumn(true)
  linesHash: string | null;

  @Field(() => Money, { description: '申报金额 · Claimed' })
  @FenColumn()
  claimed: bigint;

  @Field(() => Money, {
    description: '审核扣款，医院负担，不转嫁患者 · Deducted in review: the hospital’s, never the patient’s',
  })
  @FenColumn()
  deducted: bigint;

  @Field(() => Money, {
    nullable: true,
    description: '留存质量保证金；年终清算退还为负 · Held as quality deposit; negative where it is released',
  })
  @FenColumn(true)
  deposit: bigint | null;

  @Field(() => Money, {
    nullable: true,
    description: '冲抵预付；预付本身为负 · Set off against what was prepaid; negative for a prepayment itself',
  })
  @FenColumn(true)
  setOff: bigint | null;

  @Field(() => Money, {
    nullable: true,
    description: '应拨付；为负由医院退回 · To be paid; negative is paid back by the hospital',
  })
  @FenColumn(true)
  payable: bigint | null;

  @Field(() => String, { nullable: true, description: '付款依据文号 · Document that the payment rests on' })
  @TextColumn(true)
  document: string | null;

  @Field(() => String, { nullable: true, description: '退回或撤回原因 · Why it was returned or withdrawn' })
  @TextColumn(true)
  reason: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '审核期限 · Day by which it is reviewed' })
  @DayColumn(true)
  reviewDueOn: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '付款期限 · Day by which it is paid' })
  @DayColumn(true)
  payDueOn: string | null;

  @RefColumn(true)
  claimedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '申报日期 · Day of the claim' })
  @DayColumn(true)
  claimedOn: string | null;

  @RefColumn(true)
  reviewedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '审核日期 · Day of review' })
  @DayColumn(true)
  reviewedOn: string | null;

  @RefColumn(true)
  reconciledBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '核对日期 · Day of reconciliation' })
  @DayColumn(true)
  reconciledOn: string | null;

  @RefColumn(true)
  madeBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '付款申请日期 · Day on which payment was applied for' })
  @DayColumn(true)
  madeOn: string | null;

  @RefColumn(true)
  checkedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '复核日期 · Day of approval' })
  @DayColumn(true)
  checkedOn: string | null;

  @RefColumn(true)
  paidBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '拨付日期 · Day of payment' })
  @DayColumn(true)
  paidOn: string | null;
}

export const ClearingConnection = connectionOf(Clearing, 'Clearing', '清算单', 'clearings');
