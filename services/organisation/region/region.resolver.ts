// What the graph answers about regions.
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
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
import { childrenOfRegion } from './region-children.loader';
import { RegionFormer } from './region-former.entity';
import { formerOfRegion } from './region-former.loader';

const RegionConnection = connectionOf(Region, 'Region', '地区', 'regions');
const cursor = (region: Region) => cursorOf(region.path);

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: '按标识查地区 · A region by its id' })
  region(@Arg('id', () => ID, { description: '地区标识 · Id of the region' }) id: string, @Ctx() context: Context) {
    return regionById.load(context, id);
  }

  @Query(() => Region, { nullable: true, description: '按区划代码查地区 · A region by its division code' })
  regionByCode(
    @Arg('code', { description: '区划代码 · Division code' }) code: string,
    @Arg('on', () => CalendarDay, { nullable: true, description: '在何日，默认今日 · On which day, today unless told' })
    on: string,
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

  @FieldResolver(() => Region, { nullable: true, description: '管理上级 · The region that manages this one' })
  parent(@Root() { parentId }: Region, @Ctx() context: Context) {
    return parentId && regionById.load(context, parentId);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: '统计上级（代码所属）· The region whose division code contains this one',
  })
  statisticalParent(@Root() { statisticalParentId }: Region, @Ctx() context: Context) {
    return statisticalParentId && regionById.load(context, statisticalParentId);
  }

  @FieldResolver(() => RegionConnection, {
    nullable: true,
    description: '直接下级 · The regions that this one manages directly',
  })
  async children(
    @Root() { id }: Region,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Region>> {
    return connect(pageChildren(await childrenOfRegion.load(context, id), args), cursor);
  }

  @FieldResolver(() => [RegionFormer], { description: '沿革，旧者在前 · What it was before, oldest first' })
  former(@Root() { id }: Region, @Ctx() context: Context) {
    return formerOfRegion.load(context, id);
  }
}
