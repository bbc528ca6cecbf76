// The sums of a region (地区资金合计) and budget year, over everything below it in the managing tree.
import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '地区资金合计 · Sums of the special fund over a region and all below it' })
export class RegionFunds {
  @Field(() => Money, { description: '下达到本地区及下级的指标 · Allotted to this region and those below it' })
  allotted: bigint;

  @Field(() => Money, { description: '上述指标中可用的 · What of that is available' })
  available: bigint;

  @Field(() => Money, { description: '为本地区各户冻结的 · Reserved for households here' })
  reserved: bigint;

  @Field(() => Money, { description: '支付给本地区各户的（未扣退回）· Paid to households here, returns not deducted' })
  paid: bigint;

  @Field(() => Money, { description: '退回的 · What came back' })
  returned: bigint;

  @Field(() => Int, { description: '已支付的明细笔数 · Number of lines paid' })
  lines: number;

  @Field(() => Money, { description: '为报账各期占用的 · Reserved for stages of contracts' })
  stagesReserved: bigint;

  @Field(() => Money, { description: '报账各期已支付的 · Paid for stages of contracts' })
  stagesPaid: bigint;

  @Field(() => Money, {
    description: '支出：到户的扣除退回，加报账各期 · Spent: paid to households less returns, and for stages',
  })
  get spent(): bigint {
    return this.paid - this.returned + this.stagesPaid;
  }
}
