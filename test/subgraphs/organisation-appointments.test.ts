// Appointments (任职): a post with its place, the walls that stand in the database too, and the choice among several.
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

const GRANT =
  'mutation($personId: ID!, $post: String!, $level: RegionKind, $regionId: ID, $unitId: ID, $validFrom: CalendarDay!, $validTo: CalendarDay) { grantAppointment(personId: $personId, post: $post, level: $level, regionId: $regionId, unitId: $unitId, documentNumber: "莱扶组发〔2018〕99号", validFrom: $validFrom, validTo: $validTo) { id post validFrom validTo grantedBy { id } region { name } } }';
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

test('another subgraph learns how somebody stands by an appointment now, and of one that ended nothing; a person learns it of nobody', async () => {
  const held = desk.city.appointments.find(({ personId }) => personId === personOf('unit-health'));
  const ask = async (caller: Caller, personId = personOf('unit-health')) => {
    const { data, codes } = await desk.ask(
      caller,
      'query($id: ID!, $p: ID!) { appointmentStanding(id: $id, personId: $p) { post level line scope regionId unitId regionEpoch standsFor } }',
      { id: held?.id, p: personId },
    );
    return { codes, standing: (data as unknown as { appointmentStanding: object | null } | null)?.appointmentStanding };
  };
  const service: Caller = { ...desk.anonymous(), service: 'assessments' };
  const liaison = await desk.as('unit-health');
  expect((await ask(service)).standing).toEqual({
    post: 'unit-liaison',
    level: liaison.level,
    line: 'health',
    scope: 'unit',
    regionId: liaison.regionId,
    unitId: liaison.unitId,
    regionEpoch: liaison.regionEpoch,
    standsFor: [],
  });
  expect((await ask(service, personOf('citizen'))).standing).toBeNull();
  expect((await ask(secadmin)).codes).toEqual(['FORBIDDEN']);
  expect((await ask({ ...service, service: 'funds' })).codes).toEqual(['FORBIDDEN']);
  await desk.sql.query('update organisation.account set disabled_at = now() where person_id = $1', [
    personOf('unit-health'),
  ]);
  expect((await ask(service)).standing).toBeNull();
});
