// What the graph answers about households.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { HouseholdsContext } from '../tools';
import { findHouseholdByNumber } from './find-household-by-number';
import { Household } from './household.entity';
import { HouseholdInput, HouseholdsArgs, type HouseholdsFilter } from './household.input';
import { countHouseholds, listHouseholds } from './list-households';
import { openHousehold } from './open-household';
import { registerHousehold } from './register-household';

export const HouseholdConnection = connectionOf(Household, 'Household', '贫困户', 'households');

interface HouseholdPage extends Connection<Household> {
  filter: HouseholdsFilter | null | undefined;
}

@Resolver(() => Household)
export class HouseholdResolver {
  @Query(() => Household, { nullable: true, description: '按标识查贫困户 · A household by its id' })
  household(
    @Arg('id', () => ID, { description: '户标识 · Id of the household' }) id: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return openHousehold(context, id);
  }

  @Query(() => Household, { nullable: true, description: '按户编号查贫困户 · A household by its number' })
  householdByNumber(
    @Arg('number', { description: '户编号 · Number of the household' }) number: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return findHouseholdByNumber(context, number);
  }

  @Query(() => HouseholdConnection, { nullable: true, description: '贫困户列表 · Households' })
  async households(
    @Args(() => HouseholdsArgs) args: HouseholdsArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<HouseholdPage> {
    const page = await listHouseholds(context, args);
    const cursor = ({ path, number, id }: Household) => cursorOf(path, args.sort === 'region' ? id : number);
    return { ...connect(page, cursor), filter: args.filter };
  }

  @Mutation(() => Household, {
    nullable: true,
    description: '登记贫困户及其成员（新识别）· Registers a household with its members, as newly identified',
  })
  async registerHousehold(
    @Arg('input', () => HouseholdInput, { description: '登记内容 · What is told' }) input: HouseholdInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await registerHousehold(context, input, idempotencyKey);
    context.loaders.clear();
    return openHousehold(context, id);
  }
}

@Resolver(() => HouseholdConnection)
export class HouseholdConnectionResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: '符合条件的总户数（取用时才计数）· How many there are in all, counted only when asked',
  })
  totalCount(@Root() { filter }: HouseholdPage, @Ctx() context: HouseholdsContext) {
    return countHouseholds(context, filter);
  }
}
