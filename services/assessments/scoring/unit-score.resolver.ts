// What a member unit tells about its score, which carries its evidence.
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { Unit } from '../foreign/unit';
import { Score } from './score.entity';
import { publishedScoreOfUnit } from './unit-score.loader';

@Resolver(() => Unit)
export class UnitScoreResolver {
  @FieldResolver(() => Score, {
    nullable: true,
    description:
      '该单位某季度的得分及依据，封账公布后可见 · Score of the unit for a quarter, once the quarter is published',
  })
  score(
    @Root() { id }: Unit,
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: Context,
  ) {
    parseQuarter(quarter);
    return publishedScoreOfUnit.load(context, `${quarter} ${id}`);
  }
}
