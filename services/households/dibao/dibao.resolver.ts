// What the graph answers about lists of dibao: how they are recorded, and how they compare with the register of a region.
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { maskFromTail, maskName } from '#platform/vocabulary/identity-number';
import { Region, regionOf } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { comparisonOf, listDifferences } from './dibao-comparison.loader';
import { DibaoComparison, DibaoDifference, DibaoList } from './dibao-list.entity';
import { DibaoListInput } from './dibao-list.input';
import { recordDibaoList } from './record-dibao-list';

const DibaoDifferenceConnection = connectionOf(
  DibaoDifference,
  'DibaoDifference',
  '低保比对差异',
  'differences between dibao and register',
);

@Resolver(() => DibaoList)
export class DibaoListResolver {
  @Mutation(() => DibaoList, {
    nullable: true,
    description: '登记民政提供的低保名单，一次全部 · Records a list of dibao as civil affairs sent it, whole',
  })
  recordDibaoList(
    @Arg('input', () => DibaoListInput, { description: '名单 · The list' }) input: DibaoListInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return recordDibaoList(context, input, idempotencyKey);
  }

  @FieldResolver(() => Region, { nullable: true, description: '名单地区 · The region' })
  region(@Root() { regionId }: DibaoList) {
    return regionOf(regionId);
  }
}

@Resolver(() => DibaoDifference)
export class DibaoDifferenceResolver {
  @FieldResolver(() => Household, {
    nullable: true,
    description: '贫困户；未在册的没有 · The household; none for who is not registered',
  })
  household(@Root() { householdId }: DibaoDifference, @Ctx() context: Context) {
    return householdId && householdById.load(context, householdId);
  }

  @FieldResolver(() => String, { nullable: true, description: '名单上的姓名（脱敏）· Name on the list, masked' })
  @Classified('personal')
  name(@Root() { name }: DibaoDifference) {
    return name && maskName(name);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '名单上的身份证号（脱敏）· Identity number on the list, masked',
  })
  @Classified('personal')
  idNumber(@Root() { tail }: DibaoDifference) {
    return tail && maskFromTail(tail);
  }
}

@Resolver(() => Region)
export class RegionDibaoResolver {
  @FieldResolver(() => DibaoComparison, {
    nullable: true,
    description:
      '低保名单与建档立卡比对合计；地区不全在范围内则为空 · List of dibao and register compared, in sums; null where the region is not wholly in scope',
  })
  dibaoComparison(@Root() { id }: Region, @Ctx() context: Context) {
    return comparisonOf(context, id);
  }

  @FieldResolver(() => DibaoDifferenceConnection, {
    nullable: true,
    description: '比对差异，按村次序 · Differences, in the order of the villages',
  })
  async dibaoDifferences(
    @Root() { id }: Region,
    @Arg('kind', { description: '种类：not-registered、not-marked、not-listed · Kind, a code' }) kind: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DibaoDifference>> {
    return connect(await listDifferences(context, id, kind, args), placedCursor);
  }
}
