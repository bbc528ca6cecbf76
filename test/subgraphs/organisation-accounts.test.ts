// Account administration (账号管理): singly and by sheet, the three officers apart, and rights that end on the next request.
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

const DRAW = 'mutation($ids: [ID!]!) { drawReleaseCodes(ids: $ids) { name code } }';
const CONFIRM = 'mutation($code: String!) { confirmRelease(code: $code) { challenge appointment { post } } }';
async function release(id: string, token: string) {
  const person = (await desk.callerOf(token)) as Caller;
  expect((await desk.ask(person, CONFIRM, { code: 'guessed' })).codes).toEqual(['RELEASE_WRONG']);
  expect((await desk.ask(sysadmin, DRAW, { ids: [id] })).codes).toEqual(['FORBIDDEN']);
  expect((await desk.ask(await desk.as('logauditor'), DRAW, { ids: [id] })).codes).toEqual(['FORBIDDEN']);
  const [drawn] = (await desk.ask(secadmin, DRAW, { ids: [id] })).data.drawReleaseCodes as unknown as {
    code: string;
  }[];
  expect((await desk.ask(person, CONFIRM, drawn)).data.confirmRelease).toMatchObject({ challenge: null });
  expect((await desk.ask(secadmin, DRAW, { ids: [id] })).codes).toEqual(['RELEASE_NOT_DUE']);
}

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
  ).toBe('RELEASE');

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
  const { token, challenge } = (await signIn('new.clerk', 'a clerk of Kouzhen')).data.signIn as unknown as {
    token: string;
    challenge: string;
  };
  expect(challenge).toBe('RELEASE');
  expect(await desk.callerOf(token)).toMatchObject({ post: 'public', appointmentId: null });
  await release(account.id, token);
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
