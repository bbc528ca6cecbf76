// NAIVE's funds: the payments of a household in a year, and the sums of a region.
import DataLoader from 'dataloader';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type EntityManager, In } from 'typeorm';
import { isWithin, type PathRange, subtreeOf } from '#platform/vocabulary/region';
import { yuanOf } from '../yuan-of';
import { AllotmentLine, Balance, DisbursementLine, Payment, RegionFunds, VillageFunds } from './fund-entities';
import { callerOf, type NaiveContext } from './in-transaction';
import { groupBy, type NaiveSubgraph } from './naive-subgraph';

@Directive('@key(fields: "id")')
@ObjectType()
class Household {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
class Region {
  @Field(() => ID)
  id: string;
}

interface Loaders {
  payments: DataLoader<{ householdId: string; year: number }, DisbursementLine[], string>;
}
type Context = NaiveContext<Loaders>;

type Sums = Record<string, string>;

async function sumsOf(manager: EntityManager, range: PathRange, year: number): Promise<RegionFunds> {
  const lots = await manager
    .getRepository(AllotmentLine)
    .createQueryBuilder('line')
    .innerJoin(Balance, 'balance', 'balance.lotId = line.id')
    .select(`coalesce(-sum(balance.amount) filter (where balance.account = 'issued'), 0)::bigint`, 'allotted')
    .addSelect(`coalesce(sum(balance.amount) filter (where balance.account = 'available'), 0)::bigint`, 'available')
    .where('line.path >= :lo and line.path < :hi and line.year = :year', { ...range, year })
    .getRawOne<Sums>();
  const villages = manager.getRepository(VillageFunds).createQueryBuilder('village').select('1');
  for (const column of ['reserved', 'paid', 'returned', 'lines'])
    villages.addSelect(`coalesce(sum(village.${column}), 0)::bigint`, column);
  const paid = await villages
    .where('village.path >= :lo and village.path < :hi and village.year = :year', { ...range, year })
    .getRawOne<Sums>();
  const { allotted = '0', available = '0', reserved = '0', paid: sum = '0', returned = '0' } = { ...lots, ...paid };
  return {
    allotted: yuanOf(allotted),
    available: yuanOf(available),
    reserved: yuanOf(reserved),
    paid: yuanOf(sum),
    returned: yuanOf(returned),
    lines: Number(paid?.lines ?? 0),
  };
}

@Resolver(() => Household)
class HouseholdResolver {
  @Query(() => Int, { nullable: true })
  paymentCount(@Arg('year', () => Int) year: number, @Ctx() context: Context) {
    return context.rows.inTransaction(callerOf(context), (manager) =>
      manager.getRepository(DisbursementLine).count({ where: { year } }),
    );
  }

  @FieldResolver(() => [Payment], { nullable: true })
  async payments(
    @Root() { id }: Household,
    @Arg('year', () => Int) year: number,
    @Ctx() { loaders }: Context,
  ): Promise<Payment[]> {
    const lines = await loaders.payments.load({ householdId: id, year });
    return lines.map((line) => ({ ...line, amount: yuanOf(line.amount), returned: yuanOf(line.returned) }));
  }
}

@Resolver(() => Region)
class RegionResolver {
  @FieldResolver(() => RegionFunds, { nullable: true })
  async funds(@Root() { id }: Region, @Arg('year', () => Int) year: number, @Ctx() context: Context) {
    const caller = callerOf(context);
    const [path, range] = await Promise.all([
      context.rows.regions.pathOf(id, caller.regionEpoch),
      context.rows.rangeOf(caller),
    ]);
    if (path === null || !isWithin(path, range)) return null;
    return context.rows.inTransaction(caller, (manager) => sumsOf(manager, subtreeOf(path), year));
  }
}

const keyOf = ({ householdId, year }: { householdId: string; year: number }) => `${householdId} ${year}`;

export const fundsSubgraph: NaiveSubgraph<Loaders> = {
  entities: [DisbursementLine, AllotmentLine, Balance, VillageFunds],
  resolvers: [HouseholdResolver, RegionResolver],
  types: [Household, Region],
  references: { Household: (id) => ({ id }), Region: (id) => ({ id }) },
  loadersFor: (context) => ({
    payments: new DataLoader(
      async (keys) => {
        const where = { householdId: In(keys.map(({ householdId }) => householdId)), year: keys[0]?.year };
        const found = await context.rows.inTransaction(callerOf(context), (manager) =>
          manager.getRepository(DisbursementLine).find({ where, order: { paidOn: 'ASC', id: 'ASC' } }),
        );
        const lines = groupBy(found, keyOf);
        return keys.map((key) => lines.get(keyOf(key)) ?? []);
      },
      { cacheKeyFn: keyOf },
    ),
  }),
};
