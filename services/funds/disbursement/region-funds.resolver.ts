// What funds adds to a region: its sums of a budget year, and the disbursements of its towns.
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Book } from '../book/fund-use-pack.rules';
import { Region } from '../foreign/region';
import { regionKey } from '../region-day/region-ranges.query';
import { type Disbursement, DisbursementConnection } from './disbursement.entity';
import { DisbursementsArgs } from './disbursement.input';
import { listDisbursements } from './list-disbursements';
import { RegionDisbursed } from './region-disbursed.entity';
import { RegionFunds } from './region-funds.entity';
import { disbursedOfRegionQuarter, fundsOfRegionYear } from './region-funds.loader';

@Resolver(() => Region)
export class RegionFundsResolver {
  @FieldResolver(() => RegionFunds, {
    nullable: true,
    description:
      '该年度资金合计；不全在范围内的不予合计 · Sums of a budget year; none for a region not wholly in scope',
  })
  async funds(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '预算年度 · Budget year' }) year: number,
    @Arg('on', () => CalendarDay, {
      nullable: true,
      description: '按何日的隶属关系汇总，默认今日 · Rolled up by the managing tree of which day, today unless told',
    })
    on: string | null,
    @Arg('book', () => Book, { nullable: true, description: '只要此类资金账 · Only of this book' }) book: Book | null,
    @Ctx() context: Context,
  ): Promise<RegionFunds> {
    const found = await fundsOfRegionYear.load(context, regionKey(id, book ? `${year}:${book}` : year, on ?? null));
    if (!found) throw commonRefusals.outOfScope();
    const { key: _key, ...sums } = found;
    return Object.assign(new RegionFunds(), sums);
  }

  @FieldResolver(() => RegionDisbursed, {
    nullable: true,
    description:
      '该季度支付到户的；不全在范围内的不予合计 · Paid to households in a quarter; none for a region not wholly in scope',
  })
  async disbursed(
    @Root() { id }: Region,
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: Context,
  ): Promise<RegionDisbursed> {
    parseQuarter(quarter);
    const found = await disbursedOfRegionQuarter.load(context, `${id} ${quarter}`);
    if (!found?.inside) throw commonRefusals.outOfScope();
    const { key: _key, inside: _inside, ...sums } = found;
    return Object.assign(new RegionDisbursed(), sums);
  }

  @FieldResolver(() => DisbursementConnection, {
    nullable: true,
    description: '本地区及下级的发放批次 · Disbursements of this region and those below it',
  })
  async disbursements(
    @Root() { id }: Region,
    @Args(() => DisbursementsArgs) args: DisbursementsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Disbursement>> {
    const path = await context.inScope.pathWithin(id);
    if (path === null) throw commonRefusals.outOfScope();
    return connect(await listDisbursements(context, args, path), placedCursor);
  }
}
