// What the graph answers about units: the 41 members of the leading group, offices, hospitals and payers.
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { dayAndId } from '../region/region-on-day.loader';
import { findUnitByCode } from './find-unit-by-code';
import { listUnits } from './list-units';
import { Unit } from './unit.entity';
import { UnitsArgs } from './unit.input';
import { unitById } from './unit.loader';
import { UnitFormer } from './unit-former.entity';
import { formerNamesOn, predecessorsOn, unitOnDay } from './unit-past.loader';

const UnitConnection = connectionOf(Unit, 'Unit', '单位', 'units');

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => Unit, { nullable: true, description: '按标识查单位 · A unit by its id' })
  unit(@Arg('id', () => ID, { description: '单位标识 · Id of the unit' }) id: string, @Ctx() context: Context) {
    return unitById.load(context, id);
  }

  @Query(() => Unit, { nullable: true, description: '按单位代号查单位 · A unit by its short code' })
  unitByCode(@Arg('code', { description: '单位代号 · Short code' }) code: string, @Ctx() context: Context) {
    return findUnitByCode(context, code);
  }

  @Query(() => UnitConnection, { nullable: true, description: '单位列表，按代号 · Units by their code' })
  async units(@Args(() => UnitsArgs) args: UnitsArgs, @Ctx() context: Context): Promise<Connection<Unit>> {
    return connect(await listUnits(context, args), (unit) => cursorOf(unit.code));
  }

  @FieldResolver(() => Unit, { nullable: true, description: '承继单位 · The unit that it was merged into' })
  successor(@Root() { successorId }: Unit, @Ctx() context: Context) {
    return successorId && unitById.load(context, successorId);
  }

  @FieldResolver(() => [Unit], {
    description: '直接并入的单位，旧者在前 · Units that were merged into it, oldest first',
  })
  predecessors(@Root() { id, asOf }: Unit, @Ctx() context: Context) {
    return predecessorsOn(context, id, asOf);
  }

  @FieldResolver(() => [UnitFormer], { description: '曾用名，旧者在前 · Names that it had, oldest first' })
  former(@Root() { id, asOf }: Unit, @Ctx() context: Context) {
    return formerNamesOn(context, id, asOf);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: '该日的名称；当日无此单位则为空 · The unit as it was called on a day; null when it was not there',
  })
  asOf(
    @Root() { id }: Unit,
    @Arg('on', () => CalendarDay, { description: '何日 · Which day' }) on: string,
    @Ctx() context: Context,
  ) {
    return unitOnDay.load(context, dayAndId(on, id));
  }

  @FieldResolver(() => Region, { nullable: true, description: '所属地区 · The region of this unit' })
  region(@Root() { regionId }: Unit, @Ctx() context: Context) {
    return regionById.load(context, regionId);
  }
}
