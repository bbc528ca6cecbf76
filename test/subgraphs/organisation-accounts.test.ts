// Account administration (账号管理): singly and by sheet, the three officers apart, and rights that end on the next request.
import { Workbook } from 'exceljs';
import type { Caller } from '#platform/vocabulary/caller';
import { type Desk, openDesk, PASSWORD } from './organisation-desk';

let desk: Desk;
let sysadmin: Caller;
let secadmin: Caller;
beforeAll(async () => {
  desk = await openDesk();
  [sysadmin, secadmin] = [await desk.as('sysadmin'), await desk.as('secadmin')];
});
afterAll(() => desk?.close());

const CREATE =
  'mutation($account: String!, $personId: ID, $name: String, $unitId: ID) { createAccount(account: $account, personId: $personId, name: $name, unitId: $unitId) { initialPassword account { id name mustChangePassword person { id name } } } }';
const GRANT =
  'mutation($personId: ID!, $post: String!, $level: RegionKind, $regionId: ID, $unitId: ID, $validFrom: CalendarDay!, $validTo: CalendarDay) { grantAppointment(personId: $personId, post: $post, level: $level, regionId: $regionId, unitId: $unitId, documentNumber: "莱扶组发〔2018〕99号", validFrom: $validFrom, validTo: $validTo) { id post validFrom validTo grantedBy { id } region { name } } }';
const END =
  'mutation($id: ID!, $on: CalendarDay) { endAppointment(id: $id, on: $on, reason: "调离原岗位") { id validTo endReason } }';
const IMPORT =
  'mutation($rows: [AccountRowInput!], $file: String, $key: String!) { importAccounts(rows: $rows, fileBase64: $file, idempotencyKey: $key) { id count initialPasswords { account name initialPassword } } }';
const PREVIEW =
  'query($rows: [AccountRowInput!], $file: String) { accountImportPreview(rows: $rows, fileBase64: $file) { rows newPeople flawCount flaws { cell message } } }';
const SIGN_IN =
  'mutation($account: String!, $password: String!, $code: String) { signIn(account: $account, password: $password, code: $code) { token challenge appointment { post } appointments { id post } } }';

const scalar = async (sql: string, values: unknown[] = []) =>
  Object.values((await desk.sql.query(sql, values)).rows[0] as object)[0];
const today = async () => (await scalar(`select ((now() at time zone 'Asia/Shanghai')::date)::text`)) as string;
const personOf = (account: string) =>
  desk.city.demoAccounts.find((each) => each.account === account)?.personId as string;
const regionOf = (code: string) => desk.city.regions.find((each) => each.code === code)?.id as string;
const signIn = (account: string, password: string) =>
  desk.ask(desk.anonymous(`at ${account}`), SIGN_IN, { account, password });

test('each of the three officers does his own, and business officers none of it', async () => {
  const logAuditor = await desk.as('logauditor');
  const director = await desk.as('city-director');
  const fields: [string, Caller][] = [
    ['mutation { createAccount(account: "someone", name: "某人") { initialPassword } }', sysadmin],
    ['{ accounts { edges { node { name } } } }', sysadmin],
    ['{ appointments { edges { node { post } } } }', secadmin],
    [`mutation { endAppointment(id: "${personOf('auditor')}", reason: "没有这样的任职") { id } }`, secadmin],
    ['{ organisationLog { edges { node { action } } } }', logAuditor],
    ['{ gatewayLog { edges { node { code } } } }', logAuditor],
  ];
  for (const [query, mayAsk] of fields)
    for (const caller of [sysadmin, secadmin, logAuditor, director])
      expect([query, caller.post, (await desk.ask(caller, query)).codes[0] === 'FORBIDDEN']).toEqual([
        query,
        caller.post,
        caller !== mayAsk,
      ]);
});

test('an account is created, its password changed at first sign-in, a post granted, taken up, and ended', async () => {
  const unitId = desk.city.units.find((unit) => unit.code === 'town-371202100')?.id;
  const created = await desk.ask(sysadmin, CREATE, { account: ' New.Clerk ', name: '新来的人', unitId });
  expect(created.codes).toEqual([]);
  const { initialPassword, account } = created.data.createAccount;
  expect(account).toMatchObject({ name: 'new.clerk', mustChangePassword: true });

  const first = await signIn('new.clerk', initialPassword);
  expect(first.data.signIn).toMatchObject({ challenge: 'CHANGE_PASSWORD', appointment: null });
  const bare = (await desk.callerOf(first.data.signIn.token)) as Caller;
  expect(bare).toMatchObject({ post: 'public', scope: 'own', appointmentId: null });
  const CHANGE =
    'mutation($present: String!, $next: String!) { changePassword(present: $present, next: $next) { token challenge } }';
  expect(
    (await desk.ask(bare, CHANGE, { present: initialPassword, next: 'a clerk of Kouzhen' })).data.changePassword
      .challenge,
  ).toBeNull();

  const granted = await desk.ask(secadmin, GRANT, {
    personId: account.person.id,
    post: 'town-officer',
    level: 'town',
    regionId: regionOf('371202100'),
    validFrom: await today(),
  });
  expect(granted.data.grantAppointment).toMatchObject({
    region: { name: '口镇' },
    grantedBy: { id: secadmin.personId },
  });
  const { token } = (await signIn('new.clerk', 'a clerk of Kouzhen')).data.signIn as unknown as { token: string };
  expect(await desk.callerOf(token)).toMatchObject({ post: 'town-officer', regionId: regionOf('371202100') });

  const { id } = granted.data.grantAppointment;
  expect((await desk.ask(secadmin, END, { id, on: '2018-01-01' })).codes).toEqual(['APPOINTMENT_PERIOD']);
  expect((await desk.ask(secadmin, END, { id })).data.endAppointment).toMatchObject({
    validTo: await today(),
    endReason: '调离原岗位',
  });
  expect(await desk.callerOf(token)).toBeNull();
  expect((await desk.ask(secadmin, END, { id })).codes).toEqual(['APPOINTMENT_ENDED']);
});

test('a post with the wrong place, for days gone by, to oneself, or two of the three officers: refused, nothing written', async () => {
  const before = await scalar('select count(*) from organisation.appointment');
  const from = await today();
  const grant = async (given: object) =>
    (await desk.ask(secadmin, GRANT, { personId: personOf('citizen'), validFrom: from, ...given })).codes[0];
  expect(await grant({ post: 'emperor' })).toBe('INVALID_INPUT');
  expect(await grant({ post: 'town-officer' })).toBe('APPOINTMENT_MISFIT');
  expect(await grant({ post: 'town-officer', level: 'town', regionId: regionOf('371202') })).toBe('APPOINTMENT_MISFIT');
  expect(await grant({ post: 'hospital-clerk', unitId: desk.city.units[0]?.id })).toBe('APPOINTMENT_MISFIT');
  expect(await grant({ post: 'helper', validFrom: '2018-01-01' })).toBe('APPOINTMENT_PERIOD');
  expect(await grant({ post: 'helper', validTo: from })).toBe('APPOINTMENT_PERIOD');
  expect(await grant({ post: 'helper', personId: '01890000-0000-7000-8000-000000000000' })).toBe('NOT_FOUND');
  expect(await grant({ post: 'helper', personId: secadmin.personId })).toBe('NOT_TO_ONESELF');
  for (const post of ['security-administrator', 'log-auditor'])
    expect(await grant({ post, personId: sysadmin.personId })).toBe('OFFICERS_NOT_APART');
  expect(await scalar('select count(*) from organisation.appointment')).toBe(before);
});

test('the narrowest role meets the same walls in SQL', async () => {
  const role = `${desk.rolePrefix}_organisation_desk`;
  const appoint = (post: string, person: string, by: string) =>
    `insert into organisation.appointment (id, person_id, post, document_number, valid_from, granted_by)
     values (gen_random_uuid(), '${person}', '${post}', '文件', '2018-01-01', '${by}')`;
  const tried = async (as: string, sql: string) => {
    await desk.sql.query('begin');
    try {
      await desk.sql.query(`set local role ${as}`);
      await desk.sql.query(`select set_config('scope.person', '${personOf('citizen')}', true)`);
      return ((await desk.sql.query(sql)).rowCount ?? 0).toString();
    } catch (error) {
      const { constraint, code } = error as { constraint?: string; code: string };
      return constraint ?? code;
    } finally {
      await desk.sql.query('rollback');
    }
  };
  const [sys, sec, log] = [personOf('sysadmin'), personOf('secadmin'), personOf('logauditor')];
  expect(await tried(role, appoint('security-administrator', sys, sec))).toBe('appointment_three_officers_apart');
  expect(await tried(role, appoint('helper', sec, sec))).toBe('appointment_not_to_oneself');
  expect(await tried(role, appoint('helper', log, sec))).toBe('1');
  expect(await tried(role, 'update organisation.password_history set hash = hash')).toBe('42501');
  expect(await tried(role, 'delete from organisation.account')).toBe('42501');
  for (const kind of ['region', 'paired', 'unit', 'institution', 'own', 'issuer', 'public'])
    for (const table of ['organisation.account', 'organisation.password_history', 'session.renewal', 'gateway.refusal'])
      expect([kind, table, await tried(`${desk.rolePrefix}_organisation_${kind}`, `select 1 from ${table}`)]).toEqual([
        kind,
        table,
        '42501',
      ]);
  const own = `${desk.rolePrefix}_organisation_own`;
  expect(await tried(own, 'select distinct person_id from organisation.appointment')).toBe('1');
  expect(await tried(own, `select 1 from organisation.appointment where person_id = '${sys}'`)).toBe('0');
  expect(await tried(own, 'update organisation.appointment set post = post')).toBe('42501');
  for (const table of ['organisation.account', 'session.session', 'gateway.refusal', 'organisation.person'])
    await expect(desk.gateway.query(`select 1 from ${table}`)).rejects.toMatchObject({ code: '42501' });
});

test('nobody administers an account of his own; names and people are taken once', async () => {
  const own = await scalar('select id from organisation.account where person_id = $1', [sysadmin.personId]);
  for (const query of [
    'disableAccount(id: $id, reason: "不再需要了") { id }',
    'resetPassword(id: $id) { initialPassword }',
    'unlockAccount(id: $id) { id }',
  ])
    expect((await desk.ask(sysadmin, `mutation($id: ID!) { ${query} }`, { id: own })).codes).toEqual([
      'NOT_TO_ONESELF',
    ]);
  expect((await desk.ask(sysadmin, CREATE, { account: 'auditor', name: '某某' })).codes).toEqual([
    'ACCOUNT_NAME_TAKEN',
  ]);
  expect((await desk.ask(sysadmin, CREATE, { account: 'auditor2', personId: personOf('auditor') })).codes).toEqual([
    'PERSON_HAS_ACCOUNT',
  ]);
  expect((await desk.ask(sysadmin, CREATE, { account: 'a b', name: '某某' })).codes).toEqual(['INVALID_INPUT']);
  expect((await desk.ask(sysadmin, CREATE, { account: 'no-person' })).codes).toEqual(['INVALID_INPUT']);
});

test('disabling, resetting and unlocking take effect at once', async () => {
  const id = (await scalar(`select id from organisation.account where name = 'hospital-window'`)) as string;
  const { token } = (await signIn('hospital-window', PASSWORD)).data.signIn as unknown as { token: string };
  const run = (field: string) => desk.ask(sysadmin, `mutation($id: ID!) { ${field} }`, { id });
  expect(
    (await run('disableAccount(id: $id, reason: "长期未使用") { disabledAt disabledReason }')).data.disableAccount
      .disabledReason,
  ).toBe('长期未使用');
  expect(await desk.callerOf(token)).toBeNull();
  expect((await signIn('hospital-window', PASSWORD)).codes).toEqual(['ACCOUNT_DISABLED']);
  expect((await run('enableAccount(id: $id) { disabledAt }')).data.enableAccount.disabledAt).toBeNull();
  expect(await desk.callerOf(token)).toBeNull();

  const reset = await run('resetPassword(id: $id) { initialPassword account { mustChangePassword } }');
  expect((await signIn('hospital-window', PASSWORD)).codes).toEqual(['SIGN_IN_REFUSED']);
  expect((await signIn('hospital-window', reset.data.resetPassword.initialPassword)).data.signIn.challenge).toBe(
    'CHANGE_PASSWORD',
  );
  for (let at = 0; at < 5; at++) await signIn('hospital-window', 'wrong');
  expect((await signIn('hospital-window', reset.data.resetPassword.initialPassword)).codes).toEqual(['SIGN_IN_LOCKED']);
  await run('unlockAccount(id: $id) { id }');
  expect((await signIn('hospital-window', reset.data.resetPassword.initialPassword)).codes).toEqual([]);
});

describe('the import of a sheet', () => {
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

  test('thousands at once, within the time a gateway waits', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => ({
      account: `many.${at}`,
      name: `某${at}`,
      unitCode: 'health-commission',
    }));
    const begun = Date.now();
    const { data, codes } = await desk.ask(sysadmin, IMPORT, { rows, key: 'three-thousand' });
    expect(codes).toEqual([]);
    expect(data.importAccounts.count).toBe(3000);
    expect(Date.now() - begun).toBeLessThan(process.env.CI ? 10_000 : 6000);
  });
});

test('several appointments: none until one is chosen, and only one’s own', async () => {
  const personId = personOf('insurer-clerk');
  const from = await today();
  await desk.ask(secadmin, GRANT, { personId, post: 'helper', validFrom: from });
  const { token, appointments } = (await signIn('insurer-clerk', PASSWORD)).data.signIn as unknown as {
    token: string;
    appointments: { id: string; post: string }[];
  };
  expect(appointments.map(({ post }) => post).sort()).toEqual(['helper', 'payer-clerk']);
  const caller = (await desk.callerOf(token)) as Caller;
  expect(caller).toMatchObject({ post: 'public', scope: 'own' });
  const ACT = 'mutation($id: ID!) { actAs(appointmentId: $id) { token appointment { post } } }';
  const stranger = await scalar(`select id from organisation.appointment where post = 'office-director'`);
  expect((await desk.ask(caller, ACT, { id: stranger })).codes).toEqual(['APPOINTMENT_NOT_HELD']);
  for (const { id, post } of appointments) {
    const acted = await desk.ask(caller, ACT, { id });
    expect(acted.data.actAs.appointment.post).toBe(post);
    expect(await desk.callerOf(acted.data.actAs.token)).toMatchObject({ post });
  }
});

test('each mutation left one row in the log, which the log auditor reads', async () => {
  const logAuditor = await desk.as('logauditor');
  const before = Number(await scalar('select count(*) from organisation.audit'));
  await desk.ask(sysadmin, CREATE, { account: 'one.more', name: '再一人' });
  await desk.ask(sysadmin, CREATE, { account: 'one.more', name: '再一人' });
  expect(Number(await scalar('select count(*) from organisation.audit'))).toBe(before + 2);
  const { data } = await desk.ask(
    logAuditor,
    '{ organisationLog(first: 2, action: "createAccount") { edges { node { kind result post personId } } } }',
  );
  expect(data.organisationLog.edges).toEqual([
    {
      node: {
        kind: 'refusal',
        result: 'ACCOUNT_NAME_TAKEN',
        post: 'system-administrator',
        personId: sysadmin.personId,
      },
    },
    { node: { kind: 'effect', result: 'done', post: 'system-administrator', personId: sysadmin.personId } },
  ]);
});
