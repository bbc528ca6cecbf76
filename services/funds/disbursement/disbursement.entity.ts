// A disbursement (资金发放批次) to households and its lines: each fen of a line was born on exactly one allotment line.
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import type { FlowStep } from './approval-flow.rules';
import { type DisbursementState, DisbursementStateEnum } from './disbursement.rules';

registerEnumType(DisbursementStateEnum, {
  name: 'DisbursementState',
  description: '发放批次状态 · State of a disbursement',
  valuesConfig: {
    applied: { description: '已申请 · Applied for' },
    approved: { description: '已批准 · Approved' },
    ordered: { description: '已开支付令 · Its payment is ordered' },
    rejected: { description: '已驳回 · Rejected' },
    withdrawn: { description: '已撤回 · Withdrawn' },
    paid: { description: '已支付 · Paid' },
    partReturned: { description: '部分退回 · Returned in part' },
    returned: { description: '已退回 · Returned' },
  },
});

export enum PaymentState {
  reserved = 'reserved',
  paid = 'paid',
  released = 'released',
}
registerEnumType(PaymentState, {
  name: 'PaymentState',
  description: '发放明细状态 · State of a payment line',
  valuesConfig: {
    reserved: { description: '待支付（已冻结）· Reserved, not yet paid' },
    paid: { description: '已支付 · Paid' },
    released: { description: '未予支付 · Not paid after all' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '发放批次 · A disbursement to households' })
@Entity('disbursement')
export class Disbursement {
  @Field(() => ID, { description: '批次标识 · Id of the disbursement' })
  @IdColumn()
  id: string;

  @Field({ description: '批次编号 · Number' })
  @TextColumn()
  number: string;

  @RefColumn()
  lotId: string;

  @Field({ description: '用途代码 · Code of the purpose' })
  @TextColumn()
  purpose: string;

  @Field(() => Int, { description: '预算年度 · Budget year' })
  @WholeColumn()
  year: number;

  @Field({ description: '依据文件文号 · Number of the document that it rests on' })
  @TextColumn()
  documentNumber: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Money, { description: '合计金额 · Total' })
  @FenColumn()
  total: bigint;

  @Field(() => Int, { description: '户数 · Number of lines, one a household' })
  @WholeColumn()
  lineCount: number;

  @Field(() => Money, { description: '已退回 · Returned so far' })
  @FenColumn()
  returned: bigint;

  @Field(() => Money, { description: '停发释放，未予支付 · Stopped before payment, back on its lot' })
  @FenColumn()
  released: bigint;

  @Field(() => DisbursementStateEnum, { description: '状态 · State' })
  @TextColumn()
  state: DisbursementState;

  @Field(() => String, { nullable: true, description: '驳回或撤回的原因 · Why it was rejected or withdrawn' })
  @TextColumn(true)
  reason: string | null;

  @RefColumn()
  appliedBy: string;

  @Field(() => CalendarDay, { description: '申请日期 · Day of application' })
  @DayColumn()
  appliedOn: string;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '批准日期 · Day of approval' })
  @DayColumn(true)
  approvedOn: string | null;

  @JsonColumn(true)
  flow: FlowStep[] | null;

  @TextColumn(true)
  flowHash: string | null;

  @RefColumn(true)
  orderedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '支付令日期 · Day of the payment order' })
  @DayColumn(true)
  orderedOn: string | null;

  @RefColumn(true)
  paidBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '支付日期 · Day of payment' })
  @DayColumn(true)
  paidOn: string | null;
}

export const DisbursementConnection = connectionOf(Disbursement, 'Disbursement', '发放批次', 'disbursements');
