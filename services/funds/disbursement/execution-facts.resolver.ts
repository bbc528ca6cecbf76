// What assessments asks of funds: of what was approved in a quarter, how much reached its end recipients (支出进度).
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { EXECUTION, type ExecutionRow } from './region-funds.query';

@Directive('@inaccessible')
@ObjectType({ description: '支出进度 · Execution of a region in a quarter' })
export class ExecutionFacts {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field(() => Money, { description: '该季度批准的 · Approved in the quarter' })
  approved: bigint;

  @Field(() => Money, {
    description:
      '其中季末前支付到最终收款人的，扣除退回 · Of that, paid to its end recipients by its end, less returns',
  })
  paid: bigint;

  @Field(() => Int, { description: '批次与报账期数 · Disbursements and stages counted' })
  rows: number;

  @Field(() => Int, { description: '其中各行数 · Lines in them' })
  payments: number;

  @Field({ description: '批次各行的哈希 · Hash of these disbursements' })
  rowsHash: string;
}

@Resolver()
export class ExecutionFactsResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [ExecutionFacts], {
    nullable: true,
    description: '各地区支出进度（乡镇及以上；服务间）· Execution of towns and above, for the service assessments',
  })
  async executionFacts(
    @Arg('regionIds', () => [ID], { description: '地区标识 · Ids of regions' }) regionIds: string[],
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() { inScope }: Context,
  ): Promise<ExecutionFacts[]> {
    const { from, until } = parseQuarter(quarter);
    const { lo, hi } = await inScope.range();
    return inScope.read((rows) => rows.query<ExecutionRow>(EXECUTION, [regionIds.filter(isId), from, until, lo, hi]));
  }
}
