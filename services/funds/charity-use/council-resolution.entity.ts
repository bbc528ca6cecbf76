// A resolution of the council on a use (理事会决议), with the votes; and a payment that goes to no household.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { CharityPaymentState, CouncilVoteWord } from './charity-use.rules';

registerEnumType(CouncilVoteWord, {
  name: 'CouncilVoteWord',
  description: '表决 · A vote',
  valuesConfig: {
    for: { description: '赞成 · For' },
    against: { description: '反对 · Against' },
    abstain: { description: '弃权 · Abstains' },
  },
});
registerEnumType(CharityPaymentState, {
  name: 'CharityPaymentState',
  description: '支付状态 · State of a payment',
  valuesConfig: {
    applied: { description: '待支付 · To be paid' },
    paid: { description: '已支付 · Paid' },
  },
});

@ObjectType({ description: '理事会决议 · A resolution of the council' })
@Entity('council_resolution')
export class CouncilResolution {
  @IdColumn()
  useId: string;

  @Field(() => CalendarDay, { description: '会议日期 · Day of the meeting' })
  @DayColumn()
  metOn: string;

  @Field(() => Int, { description: '当日在任理事 · Members in office on that day' })
  @WholeColumn()
  seats: number;

  @Field(() => Int, { description: '出席 · Present' })
  @WholeColumn()
  present: number;

  @Field(() => Int, { description: '赞成 · For' })
  @WholeColumn()
  ayes: number;

  @Field({ description: '会议纪要的 SHA-256 · SHA-256 of the minutes' })
  @TextColumn()
  minutesHash: string;

  @Field({ description: '是否通过 · Whether it passed' })
  @FlagColumn()
  passed: boolean;
}

@ObjectType({ description: '理事的表决 · A member’s vote' })
@Entity('council_vote')
export class CouncilVote {
  @IdColumn()
  useId: string;

  @IdColumn()
  memberId: string;

  @Field(() => CouncilVoteWord, { description: '表决 · The vote' })
  @TextColumn()
  vote: CouncilVoteWord;
}

@ObjectType({
  description:
    '使用计划项下的直接支付（管理费、采购）· A payment of a use that goes to no household: administration, purchases',
})
@Entity('charity_payment')
export class CharityPayment {
  @Field(() => ID, { description: '支付标识 · Id of the payment' })
  @IdColumn()
  id: string;

  @RefColumn()
  useId: string;

  @RefColumn()
  lotId: string;

  @Field({ description: '收款单位 · Payee' })
  @TextColumn()
  payee: string;

  @Field({ description: '事项 · What for' })
  @TextColumn()
  item: string;

  @Field({ description: '凭证号 · Voucher' })
  @TextColumn()
  voucher: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => CharityPaymentState, { description: '状态 · State' })
  @TextColumn()
  state: CharityPaymentState;

  @RefColumn()
  appliedBy: string;

  @Field(() => Date, { description: '申请时间 · When it was applied for' })
  @InstantColumn()
  appliedAt: Date;

  @RefColumn(true)
  paidBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '支付日期 · When it was paid' })
  @DayColumn(true)
  paidOn: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;
}
