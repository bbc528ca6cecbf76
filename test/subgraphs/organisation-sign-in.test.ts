// Signing in (登录): attempts, locks, sessions that end at once, renewals, one-time codes, and what each leaves in the log.
import { type Desk, openDesk, PASSWORD } from './organisation-desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const SIGN_IN = `mutation($account: String!, $password: String!, $code: String) {
  signIn(account: $account, password: $password, code: $code) { token renewal expiresAt challenge appointment { id post } appointments { id post region { name } unit { name } } } }`;
const signIn = (account: string, password = PASSWORD, address: string | null = '10.0.0.9') =>
  desk.ask(desk.anonymous(address), SIGN_IN, { account, password });
const ME =
  '{ me { person { name unit { name } } post level scope line region { name kind } unit { code } appointment { documentNumber validFrom validTo } appointments { id } sessions { id current address } } }';
const countLog = async (where: string) =>
  Number((await desk.sql.query(`select count(*) from organisation.audit where ${where}`)).rows[0].count);

test('every demo account signs in and is told who it is', async () => {
  for (const { account, personId } of desk.city.demoAccounts) {
    const caller = await desk.as(account);
    expect(caller.personId).toBe(personId);
    const { data, codes } = await desk.ask(caller, ME);
    expect(codes).toEqual([]);
    const appointment = desk.city.appointments.find((held) => held.personId === personId);
    expect(data.me.post).toBe(appointment?.post);
    expect(data.me.appointment.documentNumber).toBe(appointment?.documentNumber);
    expect(data.me.sessions).toHaveLength(1);
  }
});

test('who has not signed in is nobody', async () => {
  const { data, codes } = await desk.ask(desk.anonymous(), '{ me { post } }');
  expect([data.me, codes]).toEqual([null, []]);
  expect((await desk.ask(desk.anonymous(), '{ persons { edges { node { name } } } }')).codes).toEqual([
    'UNAUTHENTICATED',
  ]);
});

test('the director sees the city, the liaison his line and the city as range', async () => {
  const director = await desk.ask(await desk.as('city-director'), ME);
  expect(director.data.me).toMatchObject({ level: 'city', scope: 'region', region: { name: '莱芜市' } });
  const liaison = await desk.as('unit-health');
  expect(liaison).toMatchObject({ scope: 'unit', line: 'health' });
  expect((await desk.ask(liaison, ME)).data.me).toMatchObject({ scope: 'unit', region: { kind: 'city' } });
});

test('a wrong password, an unknown account and a disabled one', async () => {
  const before = await countLog(`kind = 'refusal'`);
  const effects = await countLog(`kind = 'effect'`);
  expect((await signIn('city-officer', 'not the password')).codes).toEqual(['SIGN_IN_REFUSED']);
  expect((await signIn('nobody-at-all', 'not the password')).codes).toEqual(['SIGN_IN_REFUSED']);
  await desk.sql.query(`update organisation.account set disabled_at = now() where name = 'city-officer'`);
  expect((await signIn('city-officer')).codes).toEqual(['ACCOUNT_DISABLED']);
  await desk.sql.query(`update organisation.account set disabled_at = null where name = 'city-officer'`);
  // One row for each refused request, although the attempts were counted and kept.
  expect(await countLog(`kind = 'refusal'`)).toBe(before + 3);
  expect(await countLog(`kind = 'effect'`)).toBe(effects);
});

test('five failures in a row lock the account at that address for half an hour, and nowhere else', async () => {
  const address = '10.1.1.1';
  for (let at = 0; at < 5; at++)
    expect((await signIn('auditor', `wrong password ${at}`, address)).codes).toEqual(['SIGN_IN_REFUSED']);
  const locked = await signIn('auditor', PASSWORD, address);
  expect(locked.codes).toEqual(['SIGN_IN_LOCKED']);
  expect((await signIn('AUDITOR ', PASSWORD, '10.1.1.2')).codes).toEqual([]);
  await desk.sql.query(
    `update organisation.sign_in_failure set locked_until = now() - interval '1 second' where address = $1`,
    [address],
  );
  expect((await signIn('auditor', PASSWORD, address)).codes).toEqual([]);
});

test('a hundred attempts side by side are a hundred attempts', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => signIn('inspector', `wrong ${at}`, '10.2.2.2')),
  );
  expect(answers.filter(({ codes }) => codes[0] === 'SIGN_IN_REFUSED')).toHaveLength(5);
  expect(answers.filter(({ codes }) => codes[0] === 'SIGN_IN_LOCKED')).toHaveLength(15);
});

test('four failures and a success begin a new count; unknown accounts lock alike', async () => {
  for (let round = 0; round < 2; round++) {
    for (let at = 0; at < 4; at++) await signIn('city-assessor', 'wrong', '10.3.3.3');
    expect((await signIn('city-assessor', PASSWORD, '10.3.3.3')).codes).toEqual([]);
  }
  for (let at = 0; at < 5; at++) await signIn('no-such-account', 'wrong', '10.3.3.4');
  expect((await signIn('no-such-account', 'wrong', '10.3.3.4')).codes).toEqual(['SIGN_IN_LOCKED']);
});

test('nothing typed at the desk is kept in the clear', async () => {
  await signIn('110101199003070011', 'my secret password', '10.4.4.4');
  const { rows } = await desk.sql.query(
    `select (select jsonb_agg(a) from organisation.audit a)::text || (select jsonb_agg(f) from organisation.sign_in_failure f)::text as everything`,
  );
  expect(rows[0].everything).not.toContain('110101199003070011');
  expect(rows[0].everything).not.toContain('my secret password');
});

test('signing out, disabling, and the end of an appointment take effect on the next request', async () => {
  const token = async (account: string) => (await signIn(account)).data.signIn.token as string;
  const out = await token('city-finance');
  const caller = await desk.callerOf(out);
  expect((await desk.ask(caller as NonNullable<typeof caller>, 'mutation { signOut }')).data.signOut).toBe(true);
  expect(await desk.callerOf(out)).toBeNull();

  const disabled = await token('city-finance');
  await desk.sql.query(`update organisation.account set disabled_at = now() where name = 'city-finance'`);
  expect(await desk.callerOf(disabled)).toBeNull();
  await desk.sql.query(`update organisation.account set disabled_at = null where name = 'city-finance'`);
  expect(await desk.callerOf(disabled)).not.toBeNull();

  const today = `(now() at time zone 'Asia/Shanghai')::date`;
  await desk.sql.query(`update organisation.appointment set valid_to = ${today} where post = 'finance-officer'`);
  expect(await desk.callerOf(disabled)).toBeNull();
  await desk.sql.query(`update organisation.appointment set valid_to = null where post = 'finance-officer'`);
});

test('a session that nobody used for half an hour is over; one in use is marked', async () => {
  const { token } = (await signIn('zone-xueye')).data.signIn as unknown as { token: string };
  await desk.sql.query(`update session.session set last_seen = now() - interval '29 minutes' where ended_at is null`);
  expect(await desk.callerOf(token)).not.toBeNull();
  const { sessionId } = (await desk.callerOf(token)) as { sessionId: string };
  const { rows } = await desk.sql.query(
    `select now() - last_seen < interval '1 minute' as fresh from session.session where id = $1`,
    [sessionId],
  );
  expect(rows[0].fresh).toBe(true);
  await desk.sql.query(`update session.session set last_seen = now() - interval '31 minutes' where id = $1`, [
    sessionId,
  ]);
  expect(await desk.callerOf(token)).toBeNull();
});

test('a renewal is good once; the second use ends the session', async () => {
  const RENEW = 'mutation($renewal: String!) { renew(renewal: $renewal) { token renewal } }';
  const first = (await signIn('city-director')).data.signIn;
  const renewed = await desk.ask(desk.anonymous(), RENEW, { renewal: first.renewal });
  expect(renewed.codes).toEqual([]);
  expect(await desk.callerOf(renewed.data.renew.token)).not.toBeNull();
  expect((await desk.ask(desk.anonymous(), RENEW, { renewal: first.renewal })).codes).toEqual(['RENEWAL_REUSED']);
  expect(await desk.callerOf(renewed.data.renew.token)).toBeNull();
  expect((await desk.ask(desk.anonymous(), RENEW, { renewal: renewed.data.renew.renewal })).codes).toEqual([
    'RENEWAL_REFUSED',
  ]);
  expect((await desk.ask(desk.anonymous(), RENEW, { renewal: 'made up' })).codes).toEqual(['RENEWAL_REFUSED']);
});

test('a person ends his own sessions and nobody else’s', async () => {
  const END = 'mutation($id: ID!) { endSession(id: $id) }';
  const one = (await desk.callerOf((await signIn('helper-kouzhen')).data.signIn.token)) as NonNullable<
    Awaited<ReturnType<Desk['callerOf']>>
  >;
  const other = (await signIn('helper-kouzhen')).data.signIn.token as string;
  const otherId = (await desk.callerOf(other))?.sessionId;
  const stranger = await desk.as('village-kouzhen');
  expect((await desk.ask(stranger, END, { id: otherId })).codes).toEqual(['NOT_FOUND']);
  expect(await desk.callerOf(other)).not.toBeNull();
  expect((await desk.ask(one, END, { id: otherId })).data.endSession).toBe(true);
  expect(await desk.callerOf(other)).toBeNull();
});

test('the passwords that are refused, and one that is taken', async () => {
  const CHANGE =
    'mutation($present: String!, $next: String!) { changePassword(present: $present, next: $next) { token challenge } }';
  const elsewhere = (await signIn('district-gangcheng')).data.signIn.token as string;
  const caller = await desk.as('district-gangcheng');
  const change = async (next: string, present = PASSWORD) =>
    (await desk.ask(caller, CHANGE, { present, next })).codes[0];
  expect(await change('short')).toBe('PASSWORD_TOO_SHORT');
  expect(await change('x'.repeat(129))).toBe('PASSWORD_TOO_LONG');
  expect(await change('Password1234')).toBe('PASSWORD_BREACHED');
  expect(await change('my district-gangcheng')).toBe('PASSWORD_NAMES_ACCOUNT');
  const right = await desk.as('district-gangcheng');
  const changed = async (next: string, present: string) => (await desk.ask(right, CHANGE, { present, next })).codes[0];
  expect(await changed('sorghum in the field', 'not my password')).toBe('PASSWORD_WRONG');
  expect(await changed(PASSWORD, PASSWORD)).toBe('PASSWORD_USED_BEFORE');
  const passwords = [PASSWORD, 'sorghum in the field', 'millet in the field', 'peanuts in the field'];
  for (let at = 1; at < passwords.length; at++)
    expect(await changed(passwords[at] as string, passwords[at - 1] as string)).toBeUndefined();
  expect(await changed('sorghum in the field', 'peanuts in the field')).toBe('PASSWORD_USED_BEFORE');
  expect(await desk.callerOf(elsewhere)).toBeNull();
  await expect(desk.as('district-gangcheng', 'peanuts in the field')).resolves.toMatchObject({
    post: 'district-officer',
  });
});
