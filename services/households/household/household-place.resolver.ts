// Where a household's village belongs (所在村的上级), told beside the household, so that a card's town is asked for at once.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Region, regionOf } from '../foreign/region';
import type { HouseholdsContext } from '../tools';

@Resolver(() => Region)
export class HouseholdPlaceResolver {
  @FieldResolver(() => Region, { nullable: true })
  async parent(@Root() { id }: Region, @Ctx() { inScope }: HouseholdsContext) {
    const above = await inScope.parentOf(id);
    return above && regionOf(above);
  }
}
