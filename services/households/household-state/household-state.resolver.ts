// The district's decisions on the state of a household.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { setHouseholdState } from './set-household-state';

@Resolver()
export class HouseholdStateResolver {
  @Mutation(() => Household, {
    nullable: true,
    description: '登记贫困户状态认定 · Registers a decision on the state of a household',
  })
  async setHouseholdState(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Arg('state', { description: '状态（代码）· State, a code' }) state: string,
    @Arg('documentNumber', { description: '认定文号 · Document of the decision' }) documentNumber: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await setHouseholdState(context, { householdId, year, state, documentNumber });
    context.loaders.clear();
    return householdById.load(context, id);
  }
}
