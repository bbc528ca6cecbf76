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
    description:
      '年度结转：把现状态带入新的年度；其他变化须经认定程序或两人更正 · Carries the present state into a new year; any other change takes a determination, or a correction of two people',
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
