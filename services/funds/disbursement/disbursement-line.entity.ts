// A payment line (发放明细): what one household gets from one batch; payee and card are as they were when it was applied for.
import { Field, ID, Int, ObjectType } from 'type-graphql';
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
import { CalendarDay, Money } from '#platform/graph/scalars';
import { PaymentState } from './disbursement.entity';

@ObjectType({ description: '发放明细 · A payment line' })
@Entity('disbursement_line')
export class DisbursementLine {
  @Field(() => ID, { description: '明细标识 · Id of the line' })
  @IdColumn()
  id: string;

  @RefColumn()
  disbursementId: string;

  @RefColumn()
  lotId: string;

  @Field({ description: '用途代码 · Code of the purpose' })
  @TextColumn()
  purpose: string;

  @Field(() => Int, { description: '预算年度 · Budget year' })
  @WholeColumn()
  year: number;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => Money, { description: '已退回 · Returned so far' })
  @FenColumn()
  returned: bigint;

  @TextColumn()
  payee: string;

  @TextColumn(true)
  maskedCard: string | null;

  @Field(() => PaymentState, { description: '状态 · State' })
  @TextColumn()
  state: PaymentState;

  @Field(() => CalendarDay, { nullable: true, description: '支付日期 · Day of payment' })
  @DayColumn(true)
  paidOn: string | null;
}
