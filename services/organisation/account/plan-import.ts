// Plans an import of accounts: reads the sheet, and asks which names, units and people are known already.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { accountNameOf } from '../sign-in/lock-out.rules';
import type { OrganisationTools, SheetRow } from '../sign-in/tools.rules';
import { type AccountSheetArgs, IMPORT_MOST } from './account.input';
import { type KnownAtDesk, personKey, planAccounts } from './account-row.rules';

export async function readSheet(
  { tools }: Context<OrganisationTools>,
  { fileBase64, rows }: AccountSheetArgs,
): Promise<SheetRow[]> {
  if ((fileBase64 === undefined) === (rows === undefined))
    throw invalidInput('fileBase64', '文件与各行须给且只给一样', 'give either a file or rows');
  const read = rows
    ? rows.map(({ account, name, unitCode }, at) => ({ line: at + 2, account, name, unitCode }))
    : await tools.readAccountSheet(Buffer.from(fileBase64 ?? '', 'base64'));
  if (!read) throw refusals.importFileIll({ columns: '账号 姓名 单位代号' });
  if (read.length === 0 || read.length > IMPORT_MOST)
    throw invalidInput('rows', `一次 1 至 ${IMPORT_MOST} 行`, `1 to ${IMPORT_MOST} rows at once`, {
      rows: read.length,
    });
  return read;
}

export async function planImport(rows: Rows, sheet: readonly SheetRow[]): Promise<ReturnType<typeof planAccounts>> {
  const [known] = await rows.query<{
    names: string[] | null;
    units: Record<string, string> | null;
    people: Found[] | null;
  }>(KNOWN, [
    sheet.map((row) => accountNameOf(row.account)),
    sheet.map((row) => row.unitCode.trim()),
    sheet.map((row) => row.name.trim()),
  ]);
  const people: KnownAtDesk['people'] = new Map(
    (known?.people ?? []).map((found) => [
      personKey(found.unit_id, found.name),
      { withoutAccount: found.free ?? [], withAccount: found.taken },
    ]),
  );
  return planAccounts(sheet, {
    takenNames: new Set(known?.names ?? []),
    unitIdByCode: new Map(Object.entries(known?.units ?? {})),
    people,
  });
}

interface Found {
  unit_id: string;
  name: string;
  free: string[] | null;
  taken: number;
}

const KNOWN = `
select (select array_agg(name) from organisation.account where name = any ($1::text[])) as names,
       (select jsonb_object_agg(code, id) from organisation.unit where code = any ($2::text[])) as units,
       (select jsonb_agg(found) from (
          select p.unit_id, p.name, jsonb_agg(p.id) filter (where a.id is null) as free, count(a.id) as taken
          from organisation.person p left join organisation.account a on a.person_id = p.id
          where p.name = any ($3::text[]) and p.unit_id in (select id from organisation.unit where code = any ($2::text[]))
          group by p.unit_id, p.name) found) as people`;
