// A claim of one stage (报账申请): its amount, its documents, and the three people who handled it.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';

export enum StageClaimState {
  applied = 'applied',
  approved = 'approved',
  ordered = 'ordered',
  rejected = 'rejected',
  paid = 'paid',
}
registerEnumType(StageClaimState, {
  name: 'StageClaimState',
  description: '报账申请状态 · State of a claim',
  valuesConfig: {
    applied: { description: '已申请 · Applied for' },
    approved: { description: '已批准 · Approved' },
    ordered: { description: '已开支付令 · Its payment is ordered' },
    rejected: { description: '已驳回 · Rejected' },
    paid: { description: '已支付 · Paid' },
  },
});

@ObjectType('StageDocument', { description: '报账材料 · A document of a claim' })
export class StageDocument {
  @Field({ description: '材料（代码）· Kind, a code' })
  kind: string;

  @Field({ description: '编号 · Number' })
  number: string;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  day: string;

  @Field(() => Boolean, { nullable: true, description: '有签字盖章 · Whether it is signed and sealed' })
  sealed?: boolean;

  @Field(() => String, { nullable: true, description: '文件散列（SHA-256）· Hash of its file' })
  sha256?: string;
}

@ObjectType({ description: '报账申请 · A claim of one stage' })
@Entity('stage_claim')
export class StageClaim {
  @Field(() => ID, { description: '申请标识 · Id of the claim' })
  @IdColumn()
  id: string;

  @RefColumn()
  reimbursementId: string;

  @Field({ description: '期（代码）· Stage, a code' })
  @TextColumn()
  stage: string;

  @Field(() => Money, { nullable: true, description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => [StageDocument], { description: '材料 · Its documents' })
  @JsonColumn()
  documents: StageDocument[];

  @Field(() => StageClaimState, { description: '状态 · State' })
  @TextColumn()
  state: StageClaimState;

  @Field(() => String, {
    nullable: true,
    description: '驳回理由（规则包所列代码）· Ground of refusal, a code of the pack',
  })
  @TextColumn(true)
  ground: string | null;

  @Field(() => String, { nullable: true, description: '驳回原因 · Why it was rejected' })
  @TextColumn(true)
  reason: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  appliedBy: string;

  @Field(() => CalendarDay, { description: '申请日期 · Day of application' })
  @DayColumn()
  appliedOn: string;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '审核日期 · Day of decision' })
  @DayColumn(true)
  approvedOn: string | null;

  @RefColumn(true)
  orderedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '支付令日期 · Day of its payment order' })
  @DayColumn(true)
  orderedOn: string | null;

  @RefColumn(true)
  paidBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '支付日期 · Day of payment' })
  @DayColumn(true)
  paidOn: string | null;
}
