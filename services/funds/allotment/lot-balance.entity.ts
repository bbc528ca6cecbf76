// Where the money of a lot stands (资金批次余额): in the book of authority and in the book of cash, which move together when it pays.
import { Field, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '资金批次的余额 · Where the money of a lot stands' })
export class LotBalance {
  @Field(() => Money, { description: '可用 · Available' })
  available: bigint;

  @Field(() => Money, { description: '已占用（已申请未支付）· Reserved: applied for and not yet paid' })
  reserved: bigint;

  @Field(() => Money, { description: '已支付到户（扣除退回）· Paid to households, less what came back' })
  paid: bigint;

  @Field(() => Money, { description: '指标冻结 · Frozen' })
  frozen: bigint;

  @Field(() => Money, { description: '已分解下达 · Decomposed to other lines' })
  decomposed: bigint;

  @Field(() => Money, { description: '已结转下年 · Carried over to a later year' })
  carried: bigint;

  @Field(() => Money, { description: '已收回 · Reclaimed' })
  reclaimed: bigint;

  @Field(() => Money, { description: '资金账：国库到账（扣除缴回）· Cash received, less what was handed back' })
  cashReceived: bigint;

  @Field(() => Money, { description: '资金账：结存 · Cash held' })
  cashHeld: bigint;

  @Field(() => Money, { description: '资金账：已支付 · Cash paid' })
  cashPaid: bigint;
}
