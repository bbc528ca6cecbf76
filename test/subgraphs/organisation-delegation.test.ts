// Delegation (职务代理) at the desk: given, acted under, never prolonged or passed on by the delegate, and over on the next request.
import type { Caller } from '#platform/vocabulary/caller';
import { type Desk, openDesk } from './organisation-desk';

let desk: Desk;
let director: Caller;
let deputy: Caller;
beforeAll(async () => {
  desk = await openDesk();
  [director, deputy] = [await desk.as('city-director'), await desk.as('city-officer')];
});
afterAll(() => desk?.close());

const DELEGATE =
  'mutation($to: ID!, $from: CalendarDay!, $until: CalendarDay!) { delegateAppointment(delegateId: $to, validFrom: $from, validTo: $until, reason: "赴省里开会") { id reason packHash appointment { post documentNumber } delegator { id } delegate { id } } }';
const RENEW =
  'mutation($id: ID!, $until: CalendarDay!) { renewDelegation(id: $id, validTo: $until, reason: "会期延长") { id validTo } }';
const REVOKE = 'mutation($id: ID!) { revokeDelegation(id: $id, reason: "提前返回") { id revokedAt } }';
const ACT =
  'mutation($id: ID!) { actFor(delegationId: $id) { token appointment { post } delegation { id } delegations { id } } }';
const day = async (ahead: number) =>
  (await desk.sql.query(`select ((now() at time zone 'Asia/Shanghai')::date + $1::int)::text as day`, [ahead])).rows[0]
    .day as string;
const personOf = (account: string) =>
  desk.city.demoAccounts.find((each) => each.account === account)?.personId as string;
const delegate = async (caller: Caller, to: string, days = 20) =>
  desk.ask(caller, DELEGATE, { to: personOf(to), from: await day(0), until: await day(days) });
const actFor = async (caller: Caller, id: string) => {
  const { data, codes } = await desk.ask(caller, ACT, { id });
  return {
    codes,
    caller: codes.length === 0 ? await desk.callerOf(data.actFor.token) : null,
    token: data?.actFor?.token,
  };
};

test('a delegate acts under the appointment until it is taken back; the log names both', async () => {
  const given = await delegate(director, 'city-officer');
  expect(given.codes).toEqual([]);
  expect(given.data.delegateAppointment).toMatchObject({
    appointment: { post: 'office-director', documentNumber: '莱扶组发〔2018〕1号（拟）' },
    delegator: { id: director.personId },
    delegate: { id: deputy.personId },
    packHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const { id } = given.data.delegateAppointment;
  const acted = await actFor(deputy, id);
  expect(acted.caller).toMatchObject({
    personId: deputy.personId,
    principalId: director.personId,
    standsFor: [director.personId],
    post: 'office-director',
    scope: 'region',
    appointmentId: director.appointmentId,
  });
  const acting = acted.caller as Caller;
  const { data } = await desk.ask(
    acting,
    '{ me { post principal { id } appointment { post } delegations { id delegator { id } } } }',
  );
  expect(data.me).toMatchObject({
    post: 'office-director',
    principal: { id: director.personId },
    appointment: { post: 'office-director' },
    delegations: [{ id }],
  });
  // Neither prolonged nor passed on by whoever acts, under either of his posts; a stranger learns nothing of it.
  const until = await day(25);
  expect((await desk.ask(acting, RENEW, { id, until })).codes).toEqual(['DELEGATION_NOT_PASSED_ON']);
  expect((await desk.ask(await desk.as('city-officer'), RENEW, { id, until })).codes).toEqual([
    'DELEGATION_BY_ITS_HOLDER',
  ]);
  expect((await delegate(acting, 'city-assessor')).codes).toEqual(['DELEGATION_NOT_PASSED_ON']);
  const stranger = await desk.as('city-assessor');
  for (const query of [RENEW, REVOKE, ACT])
    expect(['NOT_FOUND', 'DELEGATION_NOT_HELD']).toContain((await desk.ask(stranger, query, { id, until })).codes[0]);
  expect((await desk.ask(director, RENEW, { id, until })).data.renewDelegation).toMatchObject({ validTo: until });
  expect((await desk.ask(director, RENEW, { id, until: await day(31) })).codes).toEqual(['DELEGATION_TOO_LONG']);
  expect((await delegate(director, 'city-assessor')).codes).toEqual(['DELEGATED_ALREADY']);

  expect((await desk.ask(director, REVOKE, { id })).codes).toEqual([]);
  expect(await desk.callerOf(acted.token as string)).toBeNull();
  expect((await actFor(await desk.as('city-officer'), id)).codes).toEqual(['DELEGATION_NOT_HELD']);
  expect((await desk.ask(director, RENEW, { id, until: await day(28) })).codes).toEqual(['DELEGATION_ENDED']);
  const { rows } = await desk.sql.query(
    `select distinct person_id, principal_id from organisation.audit where principal_id is not null`,
  );
  expect(rows).toEqual([{ person_id: deputy.personId, principal_id: director.personId }]);
});

test('it ends with the appointment behind it, and chains of it are told with each caller', async () => {
  const finance = await desk.as('city-finance');
  const one = (await delegate(finance, 'city-officer')).data.delegateAppointment.id;
  const two = (await delegate(director, 'city-finance')).data.delegateAppointment.id;
  const acted = await actFor(await desk.as('city-officer'), one);
  expect([...(acted.caller?.standsFor ?? [])].sort()).toEqual([finance.personId, director.personId].sort());
  await desk.ask(
    await desk.as('secadmin'),
    'mutation($id: ID!) { endAppointment(id: $id, reason: "调离原岗位") { id } }',
    { id: finance.appointmentId },
  );
  expect(await desk.callerOf(acted.token as string)).toBeNull();
  expect((await desk.as('city-officer')).standsFor).toEqual([]);
  expect((await desk.ask(director, REVOKE, { id: two })).codes).toEqual([]);
});

test('refused: a post that is done in person, an officer of the three as delegate, too long, to oneself, and nobody in office', async () => {
  const inspector = await desk.as('inspector');
  expect((await delegate(inspector, 'city-officer')).codes).toEqual(['POST_NOT_DELEGABLE']);
  for (const account of ['sysadmin', 'secadmin', 'logauditor', 'auditor', 'province-observer', 'citizen'])
    expect([account, (await delegate(director, account)).codes[0]]).toEqual([account, 'DELEGATE_UNFIT']);
  expect((await delegate(director, 'city-officer', 31)).codes).toEqual(['DELEGATION_TOO_LONG']);
  expect((await delegate(director, 'city-officer', 0)).codes).toEqual(['DELEGATE_UNFIT']);
  expect((await delegate(director, 'city-director')).codes).toEqual(['DELEGATION_TO_ONESELF']);
  expect((await desk.ask(deputy, '{ delegations { edges { node { id } } } }')).codes).toEqual(['FORBIDDEN']);
});

test('the narrowest role meets the same walls in SQL', async () => {
  const tried = async (scope: { person: string; principal?: string }, sql: string) => {
    await desk.sql.query('begin');
    try {
      await desk.sql.query(`set local role ${desk.rolePrefix}_organisation_desk`);
      await desk.sql.query(`select set_config('scope.person', $1, true), set_config('scope.principal', $2, true)`, [
        scope.person,
        scope.principal ?? '',
      ]);
      return String((await desk.sql.query(sql)).rowCount);
    } catch (error) {
      return (error as { constraint?: string; message: string }).constraint ?? (error as Error).message;
    } finally {
      await desk.sql.query('rollback');
    }
  };
  const insert = (delegatorId: string | null, delegateId: string | null, appointmentId = director.appointmentId) =>
    `insert into organisation.delegation (id, appointment_id, delegator_id, delegate_id, valid_from, valid_to, reason, pack_hash)
     values (gen_random_uuid(), '${appointmentId}', '${delegatorId}', '${delegateId}', current_date, current_date + 9, '直接写入', 'x')`;
  const me = { person: director.personId as string };
  expect(await tried(me, insert(director.personId, deputy.personId))).toBe('1');
  expect(await tried({ ...me, principal: personOf('auditor') }, insert(director.personId, deputy.personId))).toBe(
    'delegation_not_passed_on',
  );
  expect(await tried({ person: deputy.personId as string }, insert(director.personId, deputy.personId))).toBe(
    'delegation_by_its_holder',
  );
  expect(await tried({ person: deputy.personId as string }, insert(deputy.personId, personOf('auditor')))).toBe(
    'delegation_within_appointment',
  );
  expect(await tried(me, insert(director.personId, personOf('sysadmin')))).toBe('delegation_not_with_officers');
  const { id } = (await delegate(director, 'city-officer')).data.delegateAppointment;
  const set = (what: string) => `update organisation.delegation set ${what} where id = '${id}'`;
  expect(await tried({ person: deputy.personId as string }, set('valid_to = valid_to + 1'))).toBe(
    'delegation_by_its_holder',
  );
  expect(await tried(me, set(`delegate_id = '${personOf('auditor')}'`))).toBe('delegation_not_rewritten');
  expect(await tried(me, insert(director.personId, personOf('city-assessor')))).toBe('delegation_one_at_a_time');
  expect(
    await tried(
      { person: personOf('secadmin') },
      `insert into organisation.appointment (id, person_id, post, document_number, valid_from, granted_by)
       values (gen_random_uuid(), '${deputy.personId}', 'log-auditor', '文件', current_date, '${personOf('secadmin')}')`,
    ),
  ).toBe('delegation_not_with_officers');
});
