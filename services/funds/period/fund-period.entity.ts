// A month of the books (账期): proposed for closing by one person, closed by another; and what the books said at its end.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';
import { Book } from '../book/fund-use-pack.rules';

@ObjectType({ description: '账期（一个月）· A month of the books' })
@Entity('period')
export class FundPeriod {
  @Field(() => ID, { description: '账期标识 · Id of the period' })
  @IdColumn()
  id: string;

  @Field({ description: '月份，如 2018-05 · Month, such as 2018-05' })
  @TextColumn()
  month: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '提请结账时间 · When closing was proposed' })
  @InstantColumn()
  proposedAt: Date;

  @RefColumn(true)
  closedBy: string | null;

  @Field(() => Date, { nullable: true, description: '结账时间 · When it was closed' })
  @InstantColumn(true)
  closedAt: Date | null;

  @Field(() => Date, { nullable: true, description: '撤回时间 · When the proposal was withdrawn' })
  @InstantColumn(true)
  withdrawnAt: Date | null;
}

@ObjectType({ description: '按一种口径的月末余额 · Balances at the end of a month, on one basis' })
export class BasisSums {
  @Field(() => Money, { description: '已下达（扣除已分解、结转、收回）· Allotted, less what went on to other lines' })
  allotted: bigint;

  @Field(() => Money, { description: '可用 · Available' })
  available: bigint;

  @Field(() => Money, { description: '指标冻结 · Frozen' })
  frozen: bigint;

  @Field(() => Money, { description: '已占用 · Reserved' })
  reserved: bigint;

  @Field(() => Money, { description: '已支付 · Paid' })
  paid: bigint;

  @Field(() => Money, { description: '国库到账 · Cash received' })
  cashReceived: bigint;

  @Field(() => Money, { description: '资金结存 · Cash held' })
  cashHeld: bigint;

  @Field(() => Money, { description: '资金已支付 · Cash paid' })
  cashPaid: bigint;
}

@ObjectType({
  description:
    '一类资金账的月末余额：记账日与起息日两种口径，其差即迟记的业务 · One book at the end of a month on both bases: by day of booking and by value date; they differ by what was booked late',
})
export class MonthBook {
  @Field(() => Book, { description: '资金账类 · The book' })
  book: Book;

  @Field(() => BasisSums, { description: '按记账日 · By day of booking' })
  booked: BasisSums;

  @Field(() => BasisSums, { description: '按起息日 · By value date' })
  valued: BasisSums;
}
