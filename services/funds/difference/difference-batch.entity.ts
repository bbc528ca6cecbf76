// A difference batch (差额批): later settlements of a patient's year worked out again after an earlier one changed; lines by hospital, and no patient is named.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  FenColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Instant, Money } from '#platform/graph/scalars';

@ObjectType({
  description:
    '差额批：前一次结算变动后，对其后各次结算的差额，一并提出、另一人批准 · Differences in later settlements of a year, after an earlier one changed',
})
@Entity('difference_batch')
export class DifferenceBatch {
  @Field(() => ID, { description: '批标识 · Id of the batch' })
  @IdColumn()
  id: string;

  @RefColumn()
  causeId: string;

  @RefColumn()
  memberId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '医保年度 · Insurance year' })
  @WholeColumn()
  year: number;

  @WholeColumn()
  seen: number;

  @RefColumn()
  proposedBy: string;

  @Field(() => Instant, { description: '提出时间 · Proposed at' })
  @InstantColumn()
  proposedAt: Date;

  @Field(() => String, { nullable: true, description: '结果：approved 或 rejected · Outcome' })
  @TextColumn(true)
  outcome: string | null;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Instant, { nullable: true, description: '决定时间 · Decided at' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: '意见 · Remark' })
  @TextColumn(true)
  remark: string | null;
}

@ObjectType({ description: '某支付方差额 · What differs for one payer' })
export class DifferenceShare {
  @Field({ description: '支付层 · Layer' })
  layer: string;

  @Field({ description: '支付方代码 · Code of the payer' })
  payer: string;

  @Field(() => Money, { description: '差额，负为退回 · What differs; given back where negative' })
  amount: bigint;
}

@ObjectType({ description: '一次结算的差额 · What differs in one settlement' })
@Entity('difference_line')
export class DifferenceLine {
  @Field(() => ID, { description: '标识；批准后即补结算的标识 · Id; that of the supplement once it is approved' })
  @IdColumn()
  id: string;

  @RefColumn()
  batchId: string;

  @RefColumn()
  settlementId: string;

  @RefColumn()
  hospitalId: string;

  @Field(() => Money, { description: '个人负担差额 · What differs for the patient' })
  @FenColumn()
  patientPays: bigint;

  @JsonColumn()
  shares: { layer: string; payer: string; amount: string }[];
}
