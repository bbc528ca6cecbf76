// What the graph answers about the path of money (资金追溯), from its notice to a card and back.
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { maskName } from '#platform/vocabulary/identity-number';
import { Household, householdOf } from '../foreign/household';
import { Region, regionOf } from '../foreign/region';
import { permissions } from '../permissions';
import { FundTrace, FundTraceNode } from './fund-trace.entity';
import { FundTraceArgs } from './fund-trace.input';
import { traceFund } from './trace-fund';

@Resolver(() => FundTraceNode)
export class FundTraceResolver {
  @Query(() => FundTrace, {
    nullable: true,
    description:
      '资金追溯：自指标文到卡、自卡到指标文，经退回与重发；每个节点进等于出加留，范围外的合为一个节点；每类节点一页，按金额从大到小 · The path of money from its notice to a card and back, through returns and re-issues; at each node what came in is what went on and what stays, and what lies outside the scope is one node; a page of each kind, the largest first',
  })
  fundTrace(@Args(() => FundTraceArgs) args: FundTraceArgs, @Ctx() context: Context) {
    return traceFund(context, args);
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · The region' })
  region(@Root() { regionId }: FundTraceNode) {
    return regionId === null ? null : regionOf(regionId);
  }

  @FieldResolver(() => Household, { nullable: true, description: '户 · The household' })
  household(@Root() { householdId }: FundTraceNode) {
    return householdId === null ? null : householdOf(householdId);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '收款人 · Payee' })
  payee(@Root() { payeeName }: FundTraceNode, @Ctx() { caller }: Context): string | null {
    const sight = permissions.sees(caller, 'FundTraceNode', 'payee');
    if (sight === 'hidden' || payeeName === null) return null;
    return sight === 'plain' ? payeeName : maskName(payeeName);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '卡号（一律脱敏）· Card, always masked' })
  card(@Root() { maskedCard }: FundTraceNode): string | null {
    return maskedCard;
  }
}
