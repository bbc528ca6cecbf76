// How a household lives, as a field of the household.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Household } from '../household/household.entity';
import type { HouseholdsContext } from '../tools';
import { livingOfHousehold } from './living.loader';
import { LivingConditions } from './living-conditions.entity';

@Resolver(() => Household)
export class LivingResolver {
  @FieldResolver(() => LivingConditions, {
    nullable: true,
    description: '生产生活条件 · How the household lives',
  })
  living(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return livingOfHousehold.load(context, id);
  }
}
