// Lists look-backs that concern the caller's range, newest first, and the cases of one in the order of places.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { listedRange } from '../region-summary/region-range.query';
import { LookBack } from './look-back.entity';
import type { LookBackCasesArgs } from './look-back.input';
import { LookBackCase } from './look-back-case.entity';

export async function listLookBacks({ inScope }: Context, args: PageArgs): Promise<Page<LookBack>> {
  const size = pageSize(args.first);
  const [before = null] = keysOf(args.after, 1) ?? [];
  if (before !== null && !isId(before)) throw foreignCursor();
  const tail = 'where ($1::uuid is null or t.id < $1::uuid) order by t.id desc limit $2';
  return pageOf(await inScope.read((rows) => rows.select(LookBack, tail, [before, size + 1])), size);
}

export async function listCases(context: Context, args: LookBackCasesArgs): Promise<Page<LookBackCase>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const range = await listedRange(context, args.regionId);
  if (!isId(args.lookBackId) || !range) return pageOf<LookBackCase>([], size);
  const tail = `where t.look_back_id = $1 and t.path >= $2 collate "C" and t.path < $3 collate "C" and ($4::text is null or t.state = $4)
    and ($5::text is null or t.category = $5) and ($6::text is null or (t.path, t.id) > ($6 collate "C", $7::uuid)) order by t.path, t.id limit $8`;
  const asked = [args.lookBackId, range.lo, range.hi, args.state ?? null, args.category ?? null, path, id, size + 1];
  return pageOf(await context.inScope.read((rows) => rows.select(LookBackCase, tail, asked)), size);
}
