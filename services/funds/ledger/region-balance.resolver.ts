// What funds adds to a region about days gone by: balances by value date, rolled up by the tree of that day.
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../foreign/region';
import { regionKey } from '../region-day/region-ranges.query';
import { RegionBalance } from './region-balance.entity';
import { balanceOfRegionDay } from './region-balance.loader';

@Resolver(() => Region)
export class RegionBalanceResolver {
  @FieldResolver(() => RegionBalance, {
    nullable: true,
    description:
      '某日终了的余额，按记账日与当日隶属关系 · Balances at the end of a day, by value date and the managing tree of that day',
  })
  async balance(
    @Root() { id }: Region,
    @Arg('on', () => CalendarDay, { description: '何日终了 · At the end of which day' }) on: string,
    @Ctx() context: Context,
  ): Promise<RegionBalance> {
    const found = await balanceOfRegionDay.load(context, regionKey(id, on, on));
    if (!found) throw commonRefusals.outOfScope();
    return found;
  }
}
