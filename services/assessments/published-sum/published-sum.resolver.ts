// What the graph answers about published sums: of all regions of a level, and of one region wherever it lies.
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { Region } from '../foreign/region';
import { withheldBelow } from './publish-sums.rules';
import { PublishedLevel, PublishedSum, PublishedSumConnection } from './published-sum.entity';
import { listPublishedSums, publishedSumsOfRegion } from './published-sum.loader';

const quarterIs = { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' };

@Resolver(() => PublishedSum)
export class PublishedSumResolver {
  @Query(() => PublishedSumConnection, {
    nullable: true,
    description:
      '按季公布的各地区合计数，也含外区 · Sums of a quarter published for all regions of a level, other districts among them',
  })
  async publishedSums(
    @Arg('quarter', quarterIs) quarter: string,
    @Arg('level', () => PublishedLevel, { description: '层级 · Level' }) level: PublishedLevel,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PublishedSum>> {
    const sums = await listPublishedSums(context, quarter, level, page);
    return connect(sums, ({ path, indicator }) => cursorOf(path, indicator));
  }

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: PublishedSum) {
    return Region.of(regionId);
  }

  @FieldResolver({ description: '名称 · Title' })
  title(@Root() { title }: PublishedSum): string {
    return `${title.zh} · ${title.en}`;
  }

  @FieldResolver({ description: '计数单位 · What is counted' })
  unit(@Root() { unit }: PublishedSum): string {
    return `${unit.zh} · ${unit.en}`;
  }

  @FieldResolver(() => String, { nullable: true, description: '分子；不公布则为空 · Numerator, null when withheld' })
  numerator(@Root() { numerator }: PublishedSum) {
    return numerator?.toString() ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: '分母；不公布则为空 · Denominator, null when withheld' })
  denominator(@Root() { denominator }: PublishedSum) {
    return denominator?.toString() ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      '不公布的原因；已公布则为空 · Why it is withheld, null when it is shown; it does not tell which of the two reasons it is',
  })
  withheld(@Root() { denominator, minimumCell }: PublishedSum) {
    return denominator === null ? withheldBelow(minimumCell) : null;
  }
}

@Resolver(() => Region)
export class RegionPublishedSumsResolver {
  @FieldResolver(() => [PublishedSum], {
    nullable: true,
    description: '该地区某季度公布的合计数 · The sums published of the region for a quarter',
  })
  publishedSums(@Root() { id }: Region, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    parseQuarter(quarter);
    return publishedSumsOfRegion.load(context, `${quarter} ${id}`);
  }
}
