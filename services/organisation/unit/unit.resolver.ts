// What the graph answers about units: the 41 members of the leading group, offices, hospitals and payers.
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { findUnitByCode } from './find-unit-by-code';
import { listUnits } from './list-units';
import { Unit } from './unit.entity';
import { UnitsArgs } from './unit.input';
import { unitById } from './unit.loader';

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

  @FieldResolver(() => Region, { nullable: true, description: '所属地区 · The region of this unit' })
  region(@Root() { regionId }: Unit, @Ctx() context: Context) {
    return regionById.load(context, regionId);
  }
}
