// What a region and a unit tell about their findings.
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { reachesUnit } from '../task/reaches-unit';
import { FindingSummary } from './finding-summary.entity';
import { findingSummaryOfRegion, findingSummaryOfUnit } from './finding-summary.query';

const QUARTER = '只要此季度发现的，如 2018Q1 · Only those found in this quarter, such as 2018Q1';

@Resolver(() => Region)
export class RegionFindingsResolver {
  @FieldResolver(() => FindingSummary, {
    nullable: true,
    description: '该地区及所辖地区的问题汇总 · Findings of the region and of all below it',
  })
  async findingSummary(
    @Root() { id }: Region,
    @Arg('quarter', () => String, { nullable: true, description: QUARTER }) quarter: string | null,
    @Ctx() context: Context,
  ): Promise<FindingSummary> {
    if (quarter) parseQuarter(quarter);
    const summary = await findingSummaryOfRegion.load(context, `${quarter ?? 'all'} ${id}`);
    if (!summary) throw commonRefusals.outOfScope();
    return summary;
  }
}

@Resolver(() => Unit)
export class UnitFindingsResolver {
  @FieldResolver(() => FindingSummary, {
    nullable: true,
    description: '该单位牵头整改的问题汇总 · Findings that the unit is to put right',
  })
  async findingSummary(
    @Root() { id }: Unit,
    @Arg('quarter', () => String, { nullable: true, description: QUARTER }) quarter: string | null,
    @Ctx() context: Context,
  ): Promise<FindingSummary | null> {
    if (quarter) parseQuarter(quarter);
    if (!(await reachesUnit(context, id))) throw commonRefusals.outOfScope();
    return findingSummaryOfUnit.load(context, `${quarter ?? 'all'} ${id}`);
  }
}
