// Comparisons and matches: by id, and in the order of places, those that wait or those that are closed.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Comparison } from './comparison.entity';
import { ComparisonMatch } from './comparison-match.entity';

export const comparisonById = defineLoader<Comparison | null>(
  'comparison by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Comparison, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (each) => each.id),
);

export interface MatchFilter {
  comparisonId: string | null;
  awaiting: boolean | null;
  memberId: string | null;
}

export function listMatches(context: Context, filter: MatchFilter, args: PageArgs): Promise<Page<ComparisonMatch>> {
  const asked = [filter.awaiting, idOrNothing(filter.comparisonId), idOrNothing(filter.memberId)];
  const where = `($3::boolean is null or (t.closed_at is null) = $3) and ($4::uuid is null or t.comparison_id = $4) and ($5::uuid is null or t.member_id = $5)`;
  return page(context, ComparisonMatch, where, asked, args);
}

export function listComparisons(context: Context, args: PageArgs): Promise<Page<Comparison>> {
  return page(
    context,
    Comparison,
    '$3::boolean is null and $4::uuid is null and $5::uuid is null',
    [null, null, null],
    args,
  );
}

/** What is no id names nothing, which no row has. */
const idOrNothing = (id: string | null) => (id === null || isId(id) ? id : '00000000-0000-0000-0000-000000000000');

async function page<T extends object>(
  { inScope }: Context,
  entity: new () => T,
  where: string,
  asked: readonly unknown[],
  args: PageArgs,
): Promise<Page<T>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const { lo, hi } = await inScope.range();
  const tail = `where t.path >= $1 and t.path < $2 and ${where} and ($6::text is null or (t.path, t.id) > ($6, $7::uuid))
    order by t.path, t.id limit $8`;
  return pageOf(await inScope.read(({ select }) => select(entity, tail, [lo, hi, ...asked, path, id, size + 1])), size);
}
