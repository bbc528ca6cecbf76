// Imports accounts (批量导入) by the thousand, all or none; told again with the same key, it answers the same.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { refusals } from '../refusals';
import type { OrganisationTools, SheetRow } from '../sign-in/tools.rules';
import type { AccountSheetArgs, ImportAccountsArgs } from './account.input';
import { AccountImport, AccountImportPreview } from './account-import.entity';
import { drawPassword } from './draw-password';
import { planImport, readSheet } from './plan-import';

const FLAWS_TOLD = 200;

export async function previewImport(
  context: Context<OrganisationTools>,
  args: AccountSheetArgs,
): Promise<AccountImportPreview> {
  const sheet = await readSheet(context, args);
  const { plan, flaws } = await context.inScope.read((rows) => planImport(rows, sheet));
  return {
    rows: sheet.length,
    newPeople: plan.filter(({ personId }) => personId === null).length,
    flawCount: flaws.length,
    flaws: flaws.slice(0, FLAWS_TOLD).map(({ cell, zh, en }) => ({ cell, message: `${zh} · ${en}` })),
  };
}

export async function importAccounts(
  context: Context<OrganisationTools>,
  args: ImportAccountsArgs,
): Promise<AccountImport> {
  const { caller, inScope } = context;
  const sheet = await readSheet(context, args);
  const operation = 'importAccounts';
  const id = await inScope
    .write({ action: operation, facts: { rows: sheet.length } }, async (rows) => {
      const payload = sheet.map(({ account, name, unitCode }) => ({ account, name, unitCode }));
      const once = {
        subgraph: 'organisation' as const,
        caller,
        operation,
        idempotencyKey: args.idempotencyKey,
        payload,
      };
      const importId = await onceOnly(rows, once, () => createAll(context, rows, sheet));
      rows.deed.target = importId;
      return importId;
    })
    .catch((error: unknown) => {
      // Somebody took a name, or made the account of a person, between our look and our writing.
      const broken = brokenConstraint(error);
      if (broken === 'account_name_unique' || broken === 'account_person_unique')
        throw refusals.importRowsIll({
          count: 1,
          cell: 'A',
          zh: '账号刚被他人创建，请重新预览',
          en: 'an account was just created by another, preview again',
        });
      throw error;
    });
  return tellImport(context, id);
}

async function createAll(
  { caller, tools }: Context<OrganisationTools>,
  rows: WriteRows,
  sheet: readonly SheetRow[],
): Promise<string> {
  const { plan, flaws } = await planImport(rows, sheet);
  const [first] = flaws;
  if (first) throw refusals.importRowsIll({ count: flaws.length, ...first, flaws: flaws.slice(0, FLAWS_TOLD) });
  const importId = newId();
  const made = await Promise.all(
    plan.map(async (planned) => ({
      ...planned,
      accountId: newId(),
      personId: planned.personId ?? newId(),
      hash: await tools.passwords.hashDrawn(drawPassword(tools, `${importId} ${planned.account}`)),
    })),
  );
  const registered = made.filter((_, at) => plan[at]?.personId === null);
  await rows.query('insert into organisation.account_import (id, imported_by, count) values ($1, $2, $3)', [
    importId,
    caller.personId,
    made.length,
  ]);
  await rows.query(
    'insert into organisation.person (id, name, unit_id) select * from unnest($1::uuid[], $2::text[], $3::uuid[])',
    [
      registered.map((each) => each.personId),
      registered.map((each) => each.name),
      registered.map((each) => each.unitId),
    ],
  );
  await rows.query(
    `insert into organisation.account (id, name, person_id, password_hash, must_change_password, awaits_release, import_id)
     select *, true, true, $5::uuid from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[])`,
    [
      made.map((each) => each.accountId),
      made.map((each) => each.account),
      made.map((each) => each.personId),
      made.map((each) => each.hash),
      importId,
    ],
  );
  return importId;
}

/** Drawn again rather than kept: who has changed or was given another password has left the import. */
async function tellImport({ inScope, tools }: Context<OrganisationTools>, id: string): Promise<AccountImport> {
  const told = await inScope.read((rows) =>
    rows.query<{ account: string | null; name: string; count: number }>(
      `select a.name as account, p.name, i.count from organisation.account_import i
       left join organisation.account a on a.import_id = i.id and a.must_change_password
       left join organisation.person p on p.id = a.person_id where i.id = $1 order by a.name`,
      [id],
    ),
  );
  const initialPasswords = told.flatMap(({ account, name }) =>
    account === null ? [] : [{ account, name, initialPassword: drawPassword(tools, `${id} ${account}`) }],
  );
  return { id, count: told[0]?.count ?? 0, initialPasswords };
}
