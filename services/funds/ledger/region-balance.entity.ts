// The balances of a region's money at the end of a day (地区余额): by the tree and the journals of that day.
import { Field, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '某日终了的余额 · Balances at the end of a day, by the managing tree of that day' })
export class RegionBalance {
  @Field(() => Money, { description: '已下达 · Issued' })
  issued: bigint;

  @Field(() => Money, { description: '可用 · Available' })
  available: bigint;

  @Field(() => Money, { description: '已冻结 · Reserved' })
  reserved: bigint;

  @Field(() => Money, { description: '已支付（扣除退回）· Paid, less what came back' })
  paid: bigint;
}
