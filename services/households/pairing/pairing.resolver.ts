// Pairing a household with a helper, and what pairing tells of a person.
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { CalendarDay, Facts } from '#platform/graph/scalars';
import { Person } from '../foreign/person';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { pairHelper } from './pair-helper';
import { PairingsOnArgs } from './pairing.input';
import { myPairedHouseholds, pairedCountOf } from './pairing.loader';
import { pairingsOn } from './pairings-on';

@Resolver(() => Person)
export class PairingResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: '现结对户数（限您范围内）· Households now paired with this person, of those in your own scope',
  })
  pairedHouseholds(@Root() { id }: Person, @Ctx() context: HouseholdsContext) {
    return pairedCountOf.load(context, id);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [ID], {
    name: 'pairedHouseholds',
    nullable: true,
    description: '本人现结对的户（仅供网关）· Households that the person helps today, for the gateway alone',
  })
  async myPairedHouseholds(@Ctx() { inScope, caller }: HouseholdsContext): Promise<string[]> {
    const rows = await inScope.read(({ query }) => query<{ id: string }>(myPairedHouseholds, [caller.personId]), 'own');
    return rows.map((row) => row.id);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => Facts, {
    nullable: true,
    description:
      '某人或某户当日的结对（仅供组织服务）· Pairings of a person or a household on a day, for the organisation service alone',
  })
  pairingsOn(@Args(() => PairingsOnArgs) args: PairingsOnArgs, @Ctx() context: HouseholdsContext) {
    return pairingsOn(context, args);
  }

  @Mutation(() => Household, {
    nullable: true,
    description:
      '为贫困户结对帮扶责任人，原结对止于前一日 · Pairs a household with a helper; the present pairing ends the day before',
  })
  async pairHelper(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('helperId', () => ID, { description: '帮扶责任人 · The helper' }) helperId: string,
    @Arg('from', () => CalendarDay, { description: '自何日起 · From this day on' }) from: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await pairHelper(context, householdId, helperId, from);
    context.loaders.clear();
    return householdById.load(context, id);
  }
}
