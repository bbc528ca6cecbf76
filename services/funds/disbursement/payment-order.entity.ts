// A payment order (支付令): by which finance orders the treasury to pay a batch or a claim of a stage, and for how much; recalled, it is kept with its reason.
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

@ObjectType({ description: '支付令 · A payment order' })
@Entity('payment_order')
export class PaymentOrder {
  @Field(() => ID, { description: '支付令标识 · Id of the order' })
  @IdColumn()
  id: string;

  @Field({ description: '编号 · Number' })
  @TextColumn()
  number: string;

  @RefColumn(true)
  disbursementId: string | null;

  /** of a stage of a contract, where it is of no batch */
  @RefColumn(true)
  stageClaimId: string | null;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => Int, { description: '户数 · Lines that it pays' })
  @WholeColumn()
  lineCount: number;

  @RefColumn()
  issuedBy: string;

  @Field(() => CalendarDay, { description: '开具日期 · Day of issue' })
  @DayColumn()
  issuedOn: string;

  @RefColumn(true)
  recalledBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '撤回日期 · Day on which it was recalled' })
  @DayColumn(true)
  recalledOn: string | null;

  @Field(() => String, { nullable: true, description: '撤回原因 · Why it was recalled' })
  @TextColumn(true)
  reason: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;
}
