// Lists changes of a household, or of a member, as they became known, newest first; of fields that whoever asks may see.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { listedRange } from '../region-summary/region-range.query';
import { FactChange } from './fact-change.entity';
import { type Sees, seenFacts } from './facts.rules';

const SEEN = 't.field = any(case when t.member_id is null then $2::text[] else $3::text[] end)';

export async function listChanges(
  { inScope }: Context,
  of: { householdId: string } | { memberId: string },
  args: PageArgs,
  sees: Sees,
): Promise<Page<FactChange>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  if (after !== null && !isId(after)) throw foreignCursor();
  const [column, id] = 'memberId' in of ? ['member_id', of.memberId] : ['household_id', of.householdId];
  const tail = `where t.${column} = $1 and ${SEEN} and ($4::uuid is null or t.id < $4::uuid) order by t.id desc limit $5`;
  const asked = [id, seenFacts(sees, 'household'), seenFacts(sees, 'member'), after, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(FactChange, tail, asked)), size);
}

/** Of a range, place by place, in the order in which they became known. */
export async function listFactChanges(
  context: Context,
  regionId: string | null,
  args: PageArgs,
  sees: Sees,
): Promise<Page<FactChange>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const range = await listedRange(context, regionId);
  if (!range) return pageOf<FactChange>([], size);
  const tail = `where t.path >= $1 collate "C" and t.path < $4 collate "C" and ${SEEN}
    and ($5::text is null or (t.path, t.id) > ($5 collate "C", $6::uuid)) order by t.path, t.id limit $7`;
  const asked = [range.lo, seenFacts(sees, 'household'), seenFacts(sees, 'member'), range.hi, path, id, size + 1];
  return pageOf(await context.inScope.read((rows) => rows.select(FactChange, tail, asked)), size);
}
