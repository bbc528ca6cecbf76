// A repayment agreement (还款协议) as it is signed, and what was paid on it: an agreement is followed by what is appended to it.
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

@ObjectType({
  description:
    '还款协议：出院时未付清的个人负担分期偿还 · What the patient could not pay on leaving, agreed to be paid in parts',
})
@Entity('repayment_agreement')
export class RepaymentAgreement {
  @Field(() => ID, { description: '协议标识 · Id of the agreement' })
  @IdColumn()
  id: string;

  @RefColumn()
  stayId: string;

  @RefColumn()
  hospitalId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @TextColumn()
  patientName: string;

  @RefColumn()
  settlementId: string;

  @Field(() => Money, { description: '协议金额 · Amount agreed' })
  @FenColumn()
  amount: bigint;

  @Field(() => CalendarDay, { description: '签订日期 · Signed on' })
  @DayColumn()
  signedOn: string;

  @Field(() => Int, { description: '期数，按月 · Monthly parts' })
  @WholeColumn()
  instalments: number;

  @Field(() => CalendarDay, { description: '首期日期 · First due on' })
  @DayColumn()
  firstDueOn: string;

  @RefColumn()
  signedBy: string;
}

@ObjectType({ description: '一笔还款 · What was paid on an agreement' })
@Entity('repayment')
export class Repayment {
  @Field(() => ID, { description: '还款标识 · Id' })
  @IdColumn()
  id: string;

  @RefColumn()
  agreementId: string;

  @RefColumn()
  hospitalId: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => CalendarDay, { description: '还款日期 · Paid on' })
  @DayColumn()
  paidOn: string;

  @RefColumn()
  recordedBy: string;
}

@ObjectType({ description: '一期 · A monthly part' })
export class RepaymentInstalment {
  @Field(() => Int, { description: '期次 · Number' })
  number: number;

  @Field(() => CalendarDay, { description: '到期日 · Due on' })
  dueOn: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}
