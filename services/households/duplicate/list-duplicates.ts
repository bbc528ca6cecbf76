// Lists duplicates of which the caller has both sides (疑似重复列表), and the checks of members that followed, in the order of places.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Duplicate } from './duplicate.entity';
import { MemberCheck } from './member-check.entity';

export function listDuplicates(context: Context, awaiting: boolean | null, args: PageArgs): Promise<Page<Duplicate>> {
  const bounds = 't.path >= $1 and t.path < $2 and t.other_path >= $1 and t.other_path < $2';
  return page(context, Duplicate, bounds, 't.verdict', awaiting, args);
}

export function listMemberChecks(
  context: Context,
  awaiting: boolean | null,
  args: PageArgs,
): Promise<Page<MemberCheck>> {
  return page(context, MemberCheck, 't.path >= $1 and t.path < $2', 't.answer', awaiting, args);
}

async function page<T extends object>(
  { inScope }: Context,
  entity: new () => T,
  bounds: string,
  settled: string,
  awaiting: boolean | null,
  args: PageArgs,
): Promise<Page<T>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const { lo, hi } = await inScope.range();
  const tail = `where ${bounds} and ($3::boolean is null or (${settled} is null) = $3)
    and ($4::text is null or (t.path, t.id) > ($4, $5::uuid)) order by t.path, t.id limit $6`;
  return pageOf(await inScope.read(({ select }) => select(entity, tail, [lo, hi, awaiting, path, id, size + 1])), size);
}
