// What is wrong in a sheet of accounts, cell by cell, and what would be made of each row; one error stops the whole sheet.
import { accountNameOf } from '../sign-in/lock-out.rules';
import type { SheetRow } from '../sign-in/tools.rules';

const NAME_FORM = /^[a-z0-9][a-z0-9._-]{2,39}$/;

export function isAccountName(name: string): boolean {
  return NAME_FORM.test(name);
}

export interface KnownAtDesk {
  takenNames: ReadonlySet<string>;
  unitIdByCode: ReadonlyMap<string, string>;
  /** people of a name in a unit, by `personKey` */
  people: ReadonlyMap<string, { withoutAccount: string[]; withAccount: number }>;
}

export interface PlannedAccount {
  account: string;
  name: string;
  unitId: string;
  /** null: to be registered */
  personId: string | null;
}

export interface RowFlaw {
  cell: string;
  zh: string;
  en: string;
}

export const personKey = (unitId: string, name: string) => `${unitId} ${name}`;

export function planAccounts(
  rows: readonly SheetRow[],
  known: KnownAtDesk,
): { plan: PlannedAccount[]; flaws: RowFlaw[] } {
  const plan: PlannedAccount[] = [];
  const flaws: RowFlaw[] = [];
  const lineOfName = new Map<string, number>();
  const lineOfPerson = new Map<string, number>();
  for (const row of rows) {
    const flawed = flaws.length;
    const tell = (column: string, zh: string, en: string) => flaws.push({ cell: `${column}${row.line}`, zh, en });
    const account = accountNameOf(row.account);
    const earlier = lineOfName.get(account);
    if (!isAccountName(account))
      tell(
        'A',
        '账号名须为 3 至 40 个小写字母、数字、. _ -',
        'an account name has 3 to 40 small letters, digits, . _ -',
      );
    else if (earlier !== undefined) tell('A', `与第 ${earlier} 行重复`, `the same as in row ${earlier}`);
    else if (known.takenNames.has(account)) tell('A', '账号名已被使用', 'this account name is taken');
    lineOfName.set(account, earlier ?? row.line);

    const name = row.name.trim();
    if (name.length === 0 || name.length > 50) tell('B', '姓名 1 至 50 个字', 'a name has 1 to 50 characters');
    const unitId = known.unitIdByCode.get(row.unitCode.trim());
    if (!unitId)
      tell('C', `没有代号为 ${row.unitCode || '（空）'} 的单位`, `no unit has the code ${row.unitCode || '(empty)'}`);
    if (!unitId) continue;

    const key = personKey(unitId, name);
    const same = lineOfPerson.get(key);
    const found = known.people.get(key) ?? { withoutAccount: [], withAccount: 0 };
    if (same !== undefined) tell('B', `与第 ${same} 行同名同单位`, `the same name and unit as in row ${same}`);
    else if (found.withoutAccount.length > 1)
      tell(
        'B',
        '该单位有多名同名者，请单独创建',
        'several people of this unit bear this name, create the account singly',
      );
    else if (found.withoutAccount.length === 0 && found.withAccount > 0)
      tell('B', '此人已有账号', 'this person has an account already');
    lineOfPerson.set(key, same ?? row.line);
    if (flaws.length === flawed) plan.push({ account, name, unitId, personId: found.withoutAccount[0] ?? null });
  }
  return { plan, flaws };
}
