// What the graph answers about regions.
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { findRegionByCode } from './find-region-by-code';
import { listRegions } from './list-regions';
import { pageChildren } from './page-children';
import { Region } from './region.entity';
import { RegionsArgs } from './region.input';
import { regionById } from './region.loader';
import { RegionFormer } from './region-former.entity';
import { childrenOn, formerOn, regionOn } from './region-on';

const RegionConnection = connectionOf(Region, 'Region', '地区', 'regions');
const cursor = (region: Region) => cursorOf(region.path);
const onDay = { nullable: true, description: '在何日，默认今日 · On which day, today unless told' };

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: '按标识查地区 · A region by its id' })
  region(
    @Arg('id', () => ID, { description: '地区标识 · Id of the region' }) id: string,
    @Arg('on', () => CalendarDay, onDay) on: string | null,
    @Ctx() context: Context,
  ) {
    return regionOn(context, id, on);
  }

  @Query(() => Region, { nullable: true, description: '按区划代码查地区 · A region by its division code' })
  regionByCode(
    @Arg('code', { description: '区划代码 · Division code' }) code: string,
    @Arg('on', () => CalendarDay, onDay) on: string | null,
    @Ctx() context: Context,
  ) {
    return findRegionByCode(context, code, on);
  }

  @Query(() => RegionConnection, {
    nullable: true,
    description: '地区列表，按隶属次序 · Regions in the order of the managing tree',
  })
  async regions(@Args(() => RegionsArgs) args: RegionsArgs, @Ctx() context: Context): Promise<Connection<Region>> {
    return connect(await listRegions(context, args), cursor);
  }

  // Households provides it beside a household.
  @Directive('@shareable')
  @FieldResolver(() => Region, { nullable: true, description: '管理上级 · The region that manages this one' })
  parent(@Root() { parentId, asOf }: Region, @Ctx() context: Context) {
    return parentId && regionOn(context, parentId, asOf);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: '统计上级（代码所属）· The region whose division code contains this one',
  })
  statisticalParent(@Root() { statisticalParentId, asOf }: Region, @Ctx() context: Context) {
    return statisticalParentId && regionOn(context, statisticalParentId, asOf);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: '撤销后并入的地区 · The region that it ended into',
  })
  successor(@Root() { successorId }: Region, @Ctx() context: Context) {
    return successorId && regionById.load(context, successorId);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description:
      '该日的名称、代码与隶属；当日尚无此地区则为空 · The region as it was on a day; null when it was not there',
  })
  asOf(
    @Root() { id }: Region,
    @Arg('on', () => CalendarDay, { description: '何日 · Which day' }) on: string,
    @Ctx() context: Context,
  ) {
    return regionOn(context, id, on);
  }

  @FieldResolver(() => RegionConnection, {
    nullable: true,
    description: '直接下级 · The regions that this one manages directly',
  })
  async children(
    @Root() { id, asOf }: Region,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Region>> {
    return connect(pageChildren(await childrenOn(context, id, asOf), args), cursor);
  }

  @FieldResolver(() => [RegionFormer], { description: '沿革，旧者在前 · What it was before, oldest first' })
  former(@Root() { id, asOf }: Region, @Ctx() context: Context) {
    return formerOn(context, id, asOf);
  }
}
