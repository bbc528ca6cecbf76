// Sums of the register on a region.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import { invalidInput } from '#platform/vocabulary/refusal';
import { Region } from '../foreign/region';
import type { HouseholdsContext } from '../tools';
import { RegionHouseholds, RegionVisits } from './region-households.entity';
import { householdsOfRegion, visitsOfRegion } from './region-summary.loader';

/** The register begins with the first registrations of 2014 (建档立卡). */
const FIRST_YEAR = 2014;
const LAST_YEAR = 2100;

@Resolver(() => Region)
export class RegionSummaryResolver {
  @FieldResolver(() => RegionHouseholds, {
    nullable: true,
    description:
      '贫困户合计；地区不全在您的范围内则为空 · Sums of the register; null when the region is not wholly in your scope',
  })
  householdSummary(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Arg('on', () => CalendarDay, {
      nullable: true,
      description: '按何日的隶属关系汇总，默认今日 · Rolled up by the managing tree of which day, today unless told',
    })
    on: string | null,
    @Ctx() context: HouseholdsContext,
  ) {
    if (year < FIRST_YEAR || year > LAST_YEAR)
      throw invalidInput(
        'year',
        `年度须在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间`,
        `a year lies between ${FIRST_YEAR} and ${LAST_YEAR}`,
      );
    return householdsOfRegion(context, id, year, on ?? null);
  }
}

@Resolver(() => RegionHouseholds)
export class RegionHouseholdsResolver {
  @FieldResolver(() => RegionVisits, { nullable: true, description: '一季度的走访 · Visits of a quarter' })
  visits(
    @Root() { regionId, on }: RegionHouseholds,
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return visitsOfRegion(context, regionId, quarter, on);
  }
}
