// What the graph answers about months of the books (账期), and who closes them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { dayAfterMonth } from '#platform/vocabulary/calendar-day';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { regionKey } from '../region-day/region-ranges.query';
import { decideClose } from './decide-close';
import { FundPeriod, MonthBook } from './fund-period.entity';
import { listPeriods } from './list-periods';
import { booksOfRegionMonth, monthBooksOf, periodById, sumsOfPeriod } from './period.loader';
import { proposeClose } from './propose-close';

const FundPeriodConnection = connectionOf(FundPeriod, 'FundPeriod', '账期', 'months of the books');
const idIs = { description: '账期标识 · Id of the period' };

@Resolver(() => FundPeriod)
export class FundPeriodResolver {
  @Query(() => FundPeriodConnection, {
    nullable: true,
    description: '账期，后者在前 · Months that were closed or proposed, the last first',
  })
  async fundPeriods(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<FundPeriod>> {
    return connect(await listPeriods(context, args), ({ month, id }) => cursorOf(month, id));
  }

  @Mutation(() => FundPeriod, {
    nullable: true,
    description: '提请结账（依月份次序）· Proposes to close a month, in the order of months',
  })
  async proposeFundPeriodClose(
    @Arg('month', { description: '月份，如 2018-05 · Month, such as 2018-05' }) month: string,
    @Ctx() context: Context,
  ) {
    return periodById.load(context, await proposeClose(context, month));
  }

  @Mutation(() => FundPeriod, {
    nullable: true,
    description:
      '结账（须另一人）；此后该月不再入账，迟到的业务记入当月并照实起息 · Closes a month, by another person; from then on it takes no booking, and what comes late is booked now under its own value date',
  })
  async closeFundPeriod(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return periodById.load(context, await decideClose(context, id, 'close'));
  }

  @Mutation(() => FundPeriod, { nullable: true, description: '撤回结账提请 · Takes a proposal to close back' })
  async withdrawFundPeriodClose(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return periodById.load(context, await decideClose(context, id, 'withdraw'));
  }

  @FieldResolver(() => [MonthBook], {
    nullable: true,
    description: '提请时的月末余额 · Balances at the end of the month, as they were when it was proposed',
  })
  async books(@Root() { id }: FundPeriod, @Ctx() context: Context) {
    return monthBooksOf(await sumsOfPeriod.load(context, id));
  }

  @FieldResolver(() => Region, { nullable: true, description: '结账地区 · Region whose books are closed' })
  region(@Root() { regionId }: FundPeriod) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提请人 · Who proposed it' })
  proposedBy(@Root() { proposedBy }: FundPeriod) {
    return personOf(proposedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '结账人 · Who closed it' })
  closedBy(@Root() { closedBy }: FundPeriod) {
    return personOf(closedBy);
  }
}

@Resolver(() => Region)
export class RegionMonthBooksResolver {
  @FieldResolver(() => [MonthBook], {
    nullable: true,
    description:
      '某月末的两本账余额，记账日与起息日两种口径；不全在范围内的不予合计 · Both books at the end of a month on both bases; none for a region not wholly in scope',
  })
  async monthBooks(
    @Root() { id }: Region,
    @Arg('month', { description: '月份，如 2018-05 · Month, such as 2018-05' }) month: string,
    @Ctx() context: Context,
  ): Promise<MonthBook[]> {
    if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month))
      throw invalidInput('month', '月份须如 2018-05', 'a month is like 2018-05');
    const found = await booksOfRegionMonth.load(context, regionKey(id, dayAfterMonth(month), null));
    if (!found) throw commonRefusals.outOfScope();
    return found;
  }
}
