// What a row of an airing tells of its unit or region, and what a unit or a region tells of its own row.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { Airing } from './airing.entity';
import { airingsFor } from './airing.loader';
import { changeOfRank } from './airing.rules';
import { AiringEntry } from './airing-entry.entity';

const quarterIs = { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' };

@Resolver(() => AiringEntry)
export class AiringEntryResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: '名次变化：正为上升 · Change of rank against the quarter before, positive when it rose',
  })
  change(@Root() entry: AiringEntry) {
    return changeOfRank(entry);
  }

  @FieldResolver(() => Airing, { nullable: true, description: '所在的晾晒表 · The airing that it stands in' })
  airing(@Root() { airingId }: AiringEntry, @Ctx() context: Context) {
    return airingsFor(context).airing.load(context, airingId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '单位 · The unit' })
  unit(@Root() { unitId }: AiringEntry) {
    return unitId && Unit.of(unitId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · The region' })
  region(@Root() { regionId }: AiringEntry) {
    return regionId && Region.of(regionId);
  }
}

@Resolver(() => Region)
export class RegionAiringResolver {
  @FieldResolver(() => AiringEntry, {
    nullable: true,
    description: '该地区在季度晾晒中的名次 · Its row in the airing of a quarter',
  })
  airing(@Root() { id }: Region, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    parseQuarter(quarter);
    return airingsFor(context).ofRegion.load(context, `${quarter} ${id}`);
  }
}

@Resolver(() => Unit)
export class UnitAiringResolver {
  @FieldResolver(() => AiringEntry, {
    nullable: true,
    description: '该单位在季度晾晒中的名次 · Its row in the airing of a quarter',
  })
  airing(@Root() { id }: Unit, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    parseQuarter(quarter);
    return airingsFor(context).ofUnit.load(context, `${quarter} ${id}`);
  }
}
