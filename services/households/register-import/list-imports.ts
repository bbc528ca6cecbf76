// Lists imports of the caller's regions, newest first, and what was found in one of them, in the order of its rows.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { isId } from '#platform/vocabulary/id';
import type { HouseholdsContext } from '../tools';
import { ImportDifference, ImportFlaw } from './import-flaw.entity';
import { type FlawCode, flawTexts } from './import-flaw.rules';
import { maskedDifference } from './mask-difference.rules';
import { RegisterImport } from './register-import.entity';

export async function findImport({ inScope }: HouseholdsContext, id: string): Promise<RegisterImport | null> {
  const [found] = isId(id) ? await inScope.read(({ select }) => select(RegisterImport, 'where t.id = $1', [id])) : [];
  return found ?? null;
}

export async function listImports({ inScope }: HouseholdsContext, args: PageArgs): Promise<Page<RegisterImport>> {
  const size = pageSize(args.first);
  const [last = null] = keysOf(args.after, 1) ?? [];
  if (last !== null && !isId(last)) throw foreignCursor();
  const { lo, hi } = await inScope.range();
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ($3::uuid is null or t.id < $3) order by t.id desc limit $4`;
  return pageOf(await inScope.read(({ select }) => select(RegisterImport, tail, [lo, hi, last, size + 1])), size);
}

export async function listFlaws({ inScope }: HouseholdsContext, id: string, args: PageArgs): Promise<Page<ImportFlaw>> {
  const size = pageSize(args.first);
  const sql = `select ordinal, line, cell, title, code from households.register_import_flaw where import_id = $1 and ordinal > $2 order by ordinal limit $3`;
  const found = await inScope.read(({ query }) => query(sql, [id, ordinalAfter(args), size + 1], ImportFlaw));
  for (const flaw of found) flaw.message = flawTexts[flaw.code as FlawCode].join(' · ');
  return pageOf(found, size);
}

export async function listDifferences(
  { inScope, tools }: HouseholdsContext,
  id: string,
  args: PageArgs,
): Promise<Page<ImportDifference>> {
  const size = pageSize(args.first);
  const sql = `select ordinal, line, cell, title, household_id as "householdId", field, verdict, sealed
    from households.register_import_difference where import_id = $1 and ordinal > $2 order by ordinal limit $3`;
  const found = await inScope.read(({ query }) =>
    query<ImportDifference & { field: string; sealed: Buffer }>(sql, [id, ordinalAfter(args), size + 1]),
  );
  const items = found.map(({ sealed, field, ...rest }) => {
    const [exported, current, uploaded] = JSON.parse(tools.personalData.open(sealed)) as [string, string, string];
    return Object.assign(new ImportDifference(), rest, maskedDifference(field, { exported, current, uploaded }));
  });
  return pageOf(items, size);
}

function ordinalAfter(args: PageArgs): number {
  const [last = '0'] = keysOf(args.after, 1) ?? [];
  if (!/^\d{1,9}$/.test(last)) throw foreignCursor();
  return Number(last);
}
