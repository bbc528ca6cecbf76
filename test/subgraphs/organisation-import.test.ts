// The import of accounts from a sheet (批量导入): all or none, told by cell, once for each key, thousands at a time.
import { Workbook } from 'exceljs';
import type { Caller } from '#platform/vocabulary/caller';
import { type Desk, openDesk } from './organisation-desk';

let desk: Desk;
let sysadmin: Caller;
beforeAll(async () => {
  desk = await openDesk();
  sysadmin = await desk.as('sysadmin');
});
afterAll(() => desk?.close());

const IMPORT =
  'mutation($rows: [AccountRowInput!], $file: String, $key: String!) { importAccounts(rows: $rows, fileBase64: $file, idempotencyKey: $key) { id count initialPasswords { account name initialPassword } } }';
const PREVIEW =
  'query($rows: [AccountRowInput!], $file: String) { accountImportPreview(rows: $rows, fileBase64: $file) { rows newPeople flawCount flaws { cell message } } }';
const SIGN_IN =
  'mutation($account: String!, $password: String!, $code: String) { signIn(account: $account, password: $password, code: $code) { token challenge appointment { post } appointments { id post } } }';
const scalar = async (sql: string, values: unknown[] = []) =>
  Object.values((await desk.sql.query(sql, values)).rows[0] as object)[0];
const signIn = (account: string, password: string) =>
  desk.ask(desk.anonymous(`at ${account}`), SIGN_IN, { account, password });

const sheetOf = async (rows: string[][], heading = ['账号', '姓名', '单位代号']) => {
  const workbook = new Workbook();
  workbook.addWorksheet('账号').addRows([heading, ...rows]);
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64');
};
const helpers = () => {
  const codeOf = new Map(desk.city.units.map((unit) => [unit.id, unit.code]));
  const named = new Set(desk.city.demoAccounts.map((each) => each.personId));
  const seen = new Set<string>();
  return desk.city.persons
    .filter(
      (person) =>
        !named.has(person.id) &&
        person.unitId &&
        !seen.has(`${person.unitId}${person.name}`) &&
        seen.add(`${person.unitId}${person.name}`),
    )
    .map((person) => ({ id: person.id, name: person.name, unitCode: codeOf.get(person.unitId ?? '') ?? '' }));
};

test('errors are told by cell, and one stops everything', async () => {
  const before = await scalar('select count(*) from organisation.account');
  const file = await sheetOf([
    ['good.one', '王好', 'health-commission'],
    ['AB', '', 'nowhere'],
    ['good.one', '李好', 'health-commission'],
    ['auditor', '王好', 'health-commission'],
  ]);
  const { data } = await desk.ask(sysadmin, PREVIEW, { file });
  const flaws = data.accountImportPreview.flaws as unknown as { cell: string }[];
  expect(flaws.map(({ cell }) => cell)).toEqual(['A3', 'B3', 'C3', 'A4', 'A5', 'B5']);
  const refused = await desk.ask(sysadmin, IMPORT, { file, key: 'ill-formed-1' });
  expect(refused.codes).toEqual(['IMPORT_ROWS_ILL']);
  expect(refused.errors[0]?.extensions?.facts).toMatchObject({ count: 6, cell: 'A3' });
  expect(await scalar('select count(*) from organisation.account')).toBe(before);
});

test.each([
  ['not a workbook', { file: Buffer.from('hello').toString('base64') }, 'IMPORT_FILE_ILL'],
  ['nothing', {}, 'INVALID_INPUT'],
  ['no rows', { rows: [] }, 'INVALID_INPUT'],
])('%s is refused', async (_, given, code) => {
  expect((await desk.ask(sysadmin, IMPORT, { ...given, key: 'whatever-key' })).codes).toEqual([code]);
});

test('another heading is refused', async () => {
  const file = await sheetOf([['a', 'b', 'c']], ['姓名', '账号', '单位']);
  expect((await desk.ask(sysadmin, PREVIEW, { file })).codes).toEqual(['IMPORT_FILE_ILL']);
});

test('known people are taken, new ones registered; the same key answers the same, another payload is refused', async () => {
  const [known] = helpers();
  const file = await sheetOf([
    ['Known.Helper', known?.name ?? '', known?.unitCode ?? ''],
    ['new.helper', '某新人', 'health-commission'],
  ]);
  const people = Number(await scalar('select count(*) from organisation.person'));
  expect((await desk.ask(sysadmin, PREVIEW, { file })).data.accountImportPreview).toMatchObject({
    rows: 2,
    newPeople: 1,
    flawCount: 0,
  });
  const once = await desk.ask(sysadmin, IMPORT, { file, key: 'import-two-1' });
  expect(once.codes).toEqual([]);
  expect(Number(await scalar('select count(*) from organisation.person'))).toBe(people + 1);
  expect(await scalar(`select person_id from organisation.account where name = 'known.helper'`)).toBe(known?.id);
  expect((await desk.ask(sysadmin, IMPORT, { file, key: 'import-two-1' })).data).toEqual(once.data);
  expect(
    (
      await desk.ask(sysadmin, IMPORT, {
        rows: [{ account: 'x.y.z', name: '某', unitCode: 'health-commission' }],
        key: 'import-two-1',
      })
    ).codes,
  ).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  const passwords = once.data.importAccounts.initialPasswords as unknown as {
    account: string;
    initialPassword: string;
  }[];
  for (const { account, initialPassword } of passwords) {
    expect(initialPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect((await signIn(account, initialPassword)).data.signIn.challenge).toBe('CHANGE_PASSWORD');
  }
  const log = await desk.sql.query(
    `select facts::text || coalesce(target, '') as text from organisation.audit where action = 'importAccounts'`,
  );
  for (const { initialPassword } of passwords)
    for (const row of log.rows) expect(row.text).not.toContain(initialPassword);
});

test('thousands at once', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => ({
    account: `many.${at}`,
    name: `某${at}`,
    unitCode: 'health-commission',
  }));
  const { data, codes } = await desk.ask(sysadmin, IMPORT, { rows, key: 'three-thousand' });
  expect(codes).toEqual([]);
  expect(data.importAccounts.count).toBe(3000);
});
