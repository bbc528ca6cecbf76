// What programmes tell of a region (地区专项合计), without any household.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Region } from '../foreign/region';
import { ProgrammeSum } from './programme-sum.entity';
import { programmeSumsOf } from './programme-sum.loader';

@Resolver(() => Region)
export class RegionProgrammesResolver {
  @FieldResolver(() => [ProgrammeSum], {
    nullable: true,
    description:
      '各专项的事项合计；地区不全在您的范围内则为空 · Sums of the programmes; null when the region is not wholly in your scope',
  })
  programmeSums(@Root() { id }: Region, @Ctx() context: Context) {
    return programmeSumsOf(context, id);
  }
}
