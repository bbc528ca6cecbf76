// What assessments asks of funds about the office's jobs (十项工作): batches approved and paid, stays settled, in the year up to a quarter's end.
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { groupBy } from '#platform/graph/loader';
import { Money } from '#platform/graph/scalars';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { JOB_FACTS } from './job-facts.query';
import { JOB_MONEY } from './job-money.query';

@Directive('@inaccessible')
@ObjectType({ description: '某用途的支付 · What was paid for one purpose' })
export class PaidByPurpose {
  @Field({ description: '用途代码 · Code of the purpose' })
  purpose: string;

  @Field(() => Money, { description: '支付到户，扣除退回 · Paid to households, less returns' })
  paid: bigint;
}

@Directive('@inaccessible')
@ObjectType({ description: '十项工作的资金事实 · What funds knows of the office’s jobs in a region' })
export class JobFacts {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field(() => Int, { description: '年内批准的批次 · Batches approved in the year so far' })
  batchesApproved: number;

  @Field(() => Int, { description: '其中已支付的 · Of these, paid' })
  batchesPaid: number;

  @Field(() => Money, { description: '支付到户，扣除退回 · Paid to households, less returns' })
  paid: bigint;

  @Field(() => Int, { description: '年内结算人次 · Stays settled in the year so far' })
  stays: number;

  @Field(() => Money, { description: '各支付方承担 · What payers bear of them' })
  borneByPayers: bigint;

  @Field(() => [PaidByPurpose], {
    description: '年内支付到户，按用途 · Paid to households in the year so far, by purpose',
  })
  paidBy: PaidByPurpose[];
}

@Resolver()
export class JobFactsResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [JobFacts], {
    nullable: true,
    description: '十项工作的资金事实（服务间）· Facts of the office’s jobs, for the service assessments',
  })
  async jobFacts(
    @Arg('regionIds', () => [ID], { description: '地区标识 · Ids of regions' }) regionIds: string[],
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() { inScope }: Context,
  ): Promise<JobFacts[]> {
    const { until } = parseQuarter(quarter);
    const { lo, hi } = await inScope.range();
    const parameters = [regionIds.filter(isId), `${quarter.slice(0, 4)}-01-01`, until, lo, hi];
    const [facts, paid] = await inScope.read(({ query }) =>
      Promise.all([
        query<JobFacts>(JOB_FACTS, parameters),
        query<PaidByPurpose & { regionId: string }>(JOB_MONEY, parameters),
      ]),
    );
    const byRegion = groupBy(paid, ({ regionId }) => regionId);
    return facts.map((each) => ({ ...each, paidBy: byRegion.get(each.regionId) ?? [] }));
  }
}
