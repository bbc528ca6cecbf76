// Which region tree a subgraph has applied (区划版本), told to organisation alone: whoever re-organises watches it arrive.
import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import type { SubgraphName } from '../database/roles';
import { Classified } from './classified';
import type { Context } from './context';
import { Facts } from './scalars';

/** `Query.<subgraph>RegionTree`: asked for a newer tree than it has, the subgraph begins to catch up, and tells what it has now. */
export function regionTreeResolver(subgraph: SubgraphName): new () => object {
  @Resolver()
  class RegionTreeResolver {
    @Directive('@inaccessible')
    @Classified('service')
    @Query(() => Facts, {
      name: `${subgraph}RegionTree`,
      nullable: true,
      description: `${subgraph} 已采用的区划版本（仅供组织服务）· The region tree that ${subgraph} has applied, for the organisation service alone`,
    })
    regionTree(
      @Arg('epoch', () => Int, { description: '区划版本 · Epoch of the region tree' }) epoch: number,
      @Ctx() { inScope }: Context,
    ) {
      return inScope.appliedTree(epoch);
    }
  }
  return RegionTreeResolver;
}
