// What the graph answers about statistical divisions, and how a region of the managing tree comes to the one that bears its code.
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { Region } from '../region/region.entity';
import { Division, DivisionChange, DivisionVintage } from './division.entity';
import { DivisionChangesArgs, DivisionsArgs } from './division.input';
import { divisionByCode, formerOfDivision } from './division.loader';
import { DivisionLevel, levelOf } from './division.rules';
import { findDivision } from './find-division';
import { listDivisionChanges, listDivisions, listDivisionVintages } from './list-divisions';

const DivisionConnection = connectionOf(Division, 'Division', '统计区划', 'statistical divisions');
const DivisionChangeConnection = connectionOf(DivisionChange, 'DivisionChange', '区划变化', 'changes of divisions');
const cursor = ({ code }: { code: string }) => cursorOf(code);

@Resolver(() => Division)
export class DivisionResolver {
  @Query(() => Division, {
    nullable: true,
    description: '按代码查统计区划 · A statistical division by its code',
  })
  division(
    @Arg('code', { description: '代码 · Code' }) code: string,
    @Arg('on', () => CalendarDay, {
      nullable: true,
      description: '在何日，默认最新一期 · On which day; the newest vintage unless told',
    })
    on: string | null,
    @Ctx() context: Context,
  ) {
    return findDivision(context, code, on);
  }

  @Query(() => DivisionConnection, { nullable: true, description: '下级统计区划 · Divisions below one' })
  async divisions(
    @Args(() => DivisionsArgs) args: DivisionsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Division>> {
    return connect(await listDivisions(context, args), cursor);
  }

  @Query(() => [DivisionVintage], {
    nullable: true,
    description: '已载入的各期，旧者在前 · The vintages that were loaded, oldest first',
  })
  divisionVintages(@Ctx() context: Context) {
    return listDivisionVintages(context);
  }

  @Query(() => DivisionChangeConnection, {
    nullable: true,
    description: '一期的各处变化，按代码 · What a vintage changed, by code',
  })
  async divisionChanges(
    @Args(() => DivisionChangesArgs) args: DivisionChangesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DivisionChange>> {
    return connect(await listDivisionChanges(context, args), cursor);
  }

  @FieldResolver(() => DivisionLevel, { description: '级别 · Level' })
  level(@Root() { code }: Division) {
    return levelOf(code);
  }

  @FieldResolver(() => Division, { nullable: true, description: '上级 · The one above' })
  parent(@Root() { parentCode }: Division, @Ctx() context: Context) {
    return parentCode && divisionByCode.load(context, parentCode);
  }

  @FieldResolver(() => DivisionConnection, { nullable: true, description: '直接下级 · Those directly below' })
  async children(
    @Root() { code }: Division,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Division>> {
    return connect(await listDivisions(context, { ...args, parentCode: code }), cursor);
  }

  @FieldResolver(() => [Division], {
    description: '此代码的沿革，旧者在前 · What this code meant before, oldest first',
  })
  former(@Root() { code }: Division, @Ctx() context: Context) {
    return formerOfDivision.load(context, code);
  }
}

@Resolver(() => Region)
export class RegionDivisionResolver {
  @FieldResolver(() => Division, {
    nullable: true,
    description: '同代码的统计区划；功能区没有 · The statistical division of the same code; zones have none',
  })
  division(@Root() { code }: Region, @Ctx() context: Context) {
    return code && divisionByCode.load(context, statisticalCode(code));
  }
}

/** Codes of provinces and cities are written with two or four noughts in the managing tree, and without them in the lists. */
function statisticalCode(code: string): string {
  return code.length === 6 ? code.replace(/(00){1,2}$/, '') : code;
}
