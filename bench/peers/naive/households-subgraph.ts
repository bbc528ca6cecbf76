// NAIVE's households: the page, the card, and what hangs on a household.
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, keysOf } from '#platform/database/page';
import { subtreeOf } from '#platform/vocabulary/region';
import { Household, HouseholdsFilter, Member, Pairing, Person, Region, Visit } from './household-entities';
import { type HouseholdLoaders, type HouseholdsContext, householdLoaders } from './household-loaders';
import { callerOf } from './in-transaction';
import type { NaiveSubgraph } from './naive-subgraph';

@ObjectType()
class HouseholdEdge {
  @Field(() => Household)
  node: Household;

  @Field()
  cursor: string;
}

@ObjectType()
class PageInfo {
  @Field()
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

@ObjectType()
class HouseholdConnection {
  @Field(() => [HouseholdEdge])
  edges: HouseholdEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@Resolver(() => Household)
class HouseholdResolver {
  @Query(() => Household, { nullable: true })
  household(@Arg('id', () => ID) id: string, @Ctx() { loaders }: HouseholdsContext) {
    return loaders.household.load(id);
  }

  @Query(() => HouseholdConnection, { nullable: true })
  async households(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Arg('filter', () => HouseholdsFilter, { nullable: true }) filter: HouseholdsFilter | null | undefined,
    @Ctx() context: HouseholdsContext,
  ): Promise<HouseholdConnection> {
    const caller = callerOf(context);
    const { rows } = context;
    const range = await rows.rangeOf(caller);
    const place = filter?.regionId ? await rows.regions.pathOf(filter.regionId, caller.regionEpoch) : null;
    const [path = '', number = ''] = keysOf(after, 2) ?? [];
    const found = await rows.inTransaction(caller, (manager) => {
      const page = manager.getRepository(Household).createQueryBuilder('h');
      page.where('h.path >= :lo and h.path < :hi', range);
      if (place !== null) {
        const { lo, hi } = subtreeOf(place);
        page.andWhere('h.path >= :from and h.path < :to', { from: lo, to: hi });
      }
      if (after) page.andWhere('(h.path, h.number) > (:path, :number)', { path, number });
      return page
        .orderBy('h.path')
        .addOrderBy('h.number')
        .limit(first + 1)
        .getMany();
    });
    const edges = found.slice(0, first).map((node) => ({ node, cursor: cursorOf(node.path, node.number) }));
    return { edges, pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @FieldResolver(() => Region, { nullable: true })
  region(@Root() { regionId }: Household) {
    return { id: regionId };
  }

  @FieldResolver(() => [Member])
  members(@Root() { id }: Household, @Ctx() { loaders }: HouseholdsContext) {
    return loaders.members.load(id);
  }

  @FieldResolver(() => Person, { nullable: true })
  async helper(@Root() { id }: Household, @Ctx() { loaders }: HouseholdsContext) {
    const helperId = await loaders.helper.load(id);
    return helperId && { id: helperId };
  }

  @FieldResolver(() => Visit, { nullable: true })
  lastVisit(@Root() { id }: Household, @Ctx() { loaders }: HouseholdsContext) {
    return loaders.lastVisit.load(id);
  }
}

export const householdsSubgraph: NaiveSubgraph<HouseholdLoaders> = {
  entities: [Household, Member, Visit, Pairing],
  resolvers: [HouseholdResolver],
  types: [Region, Person],
  references: { Household: (id, { loaders }) => loaders.household.load(id) },
  loadersFor: householdLoaders,
};
