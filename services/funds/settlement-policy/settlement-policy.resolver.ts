// What the graph answers about the settlement policies in effect.
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Region, regionOf } from '../foreign/region';
import { SettlementPolicy } from './settlement-policy.entity';

/** Policies change once or twice a year: a list of them needs no pages. */
const MOST = 50;

@Resolver(() => SettlementPolicy)
export class SettlementPolicyResolver {
  @Query(() => [SettlementPolicy], {
    nullable: true,
    description: '已采用的结算政策，新者在前 · Settlement policies as adopted, newest first',
  })
  settlementPolicies(@Ctx() { inScope }: Context) {
    return inScope.read(
      ({ manager }) => manager.find(SettlementPolicy, { order: { effectiveFrom: 'DESC', id: 'ASC' }, take: MOST }),
      'public',
    );
  }

  @FieldResolver(() => Region, { nullable: true, description: '采用的地区 · Region that adopted it' })
  region(@Root() { regionId }: SettlementPolicy) {
    return regionOf(regionId);
  }
}
