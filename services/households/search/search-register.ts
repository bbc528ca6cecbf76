// Searches the register (搜索建档立卡): within the caller's scope and no further, so that what lies beside it is as if it were not there.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { isId } from '#platform/vocabulary/id';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';
import { placeOfRegion } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { RegisterHit } from './register-hit.entity';
import { type SearchPlace, type SearchRow, searchPage } from './search.query';
import type { SearchTerm } from './search.rules';

export async function searchRegister(
  context: HouseholdsContext,
  term: SearchTerm,
  regionId: string | null,
  args: PageArgs,
): Promise<Page<RegisterHit>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  if (after && !isId(after[1] ?? '')) throw foreignCursor();
  const place = await placeOf(context, regionId);
  if (!place) return pageOf<RegisterHit>([], size);
  const asked = keyOf(context, term);
  const { sql, parameters } = searchPage(asked, place, after, size);
  const rows = await found(context, term, regionId, sql, parameters);
  return pageOf(
    rows.map((row) => hitOf(term, row)),
    size,
  );
}

/** Who was looked for is personal: that somebody did is logged, how and how many he was shown, never what he typed. */
function found(
  { inScope }: HouseholdsContext,
  { kind }: SearchTerm,
  regionId: string | null,
  sql: string,
  parameters: unknown[],
): Promise<SearchRow[]> {
  if (kind === 'household-number') return inScope.read(({ query }) => query<SearchRow>(sql, parameters));
  const facts: Record<string, unknown> = { by: kind, regionId };
  return inScope.write({ action: 'searchRegister', kind: 'sight', facts }, async (rows) => {
    const shown = await rows.query<SearchRow>(sql, parameters);
    facts.rows = shown.length;
    return shown;
  });
}

function keyOf({ tools }: HouseholdsContext, term: SearchTerm): SearchTerm {
  return term.kind === 'id-number' ? { ...term, text: tools.personalData.blindIndex(term.text) } : term;
}

function hitOf({ kind }: SearchTerm, row: SearchRow): RegisterHit {
  return Object.assign(new RegisterHit(), row, { id: row.memberId ?? row.householdId, by: kind });
}

/** null where nothing can be found: a region that there is not, or that lies beside the caller's own. */
async function placeOf(context: HouseholdsContext, regionId: string | null): Promise<SearchPlace | null> {
  const { caller, inScope } = context;
  const asked = regionId ? await placeOfRegion.load(context, regionId) : null;
  if (regionId && !asked) return null;
  const wanted = asked ? subtreeOf(asked.path) : null;
  if (caller.scope === 'paired') return { range: wanted, paired: caller.pairedHouseholds };
  const own = await inScope.range();
  const range: PathRange = wanted
    ? { lo: wanted.lo > own.lo ? wanted.lo : own.lo, hi: wanted.hi < own.hi ? wanted.hi : own.hi }
    : own;
  return range.lo < range.hi ? { range, paired: null } : null;
}
