// Changes of the register: corrected with a ground, known since when, and what was known of a day at an earlier moment.
import { randomUUID } from 'node:crypto';
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { EXPLAINED, FILE } from './complaint-questions';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let own: HouseholdRow;
let foreign: HouseholdRow;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 620 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  const inTown = world.city.households.filter((each) => each.path >= lo && each.path < hi);
  own = inTown.find((each) => membersOf(each.id).length === 2) as HouseholdRow;
  foreign = world.city.households.find((each) => each.path < lo || each.path >= hi) as HouseholdRow;
}, 60_000);
afterAll(() => world?.close());

const membersOf = (id: string) => world.city.members.filter(({ householdId }) => householdId === id);
const town = () => world.caller('town-officer', '口镇');
const ground = (validFrom: string) => ({ validFrom, reason: '入户核实后更正', documentNumber: '口扶字〔2018〕3号' });
const household = `mutation($id: ID!, $facts: HouseholdFactsInput!, $ground: GroundInput!) { correctHousehold(householdId: $id, facts: $facts, ground: $ground) {
  id type mainCause otherCauses phone bankCard living { houseArea fuel } } }`;
const member = `mutation($id: ID!, $facts: MemberFactsInput!, $ground: GroundInput!) { correctMember(memberId: $id, facts: $facts, ground: $ground) {
  id health idNumber sex birthday } }`;
const asOf =
  `query($id: ID!, $on: CalendarDay!, $knownAt: DateTimeISO!) { household(id: $id) { asOf(on: $on, knownAt: $knownAt) {
  state stateYear facts { field value } members { id facts { field value } } } } }`.replace('DateTimeISO', 'Instant');
const changes =
  '{ changes(first: 50) { edges { node { deed field before after validFrom reason member { id } changedBy { id } } } } }';
const changesOf = async (id: string, caller = town()) => {
  const answer = await world.ask(caller, `query($id: ID!) { household(id: $id) ${changes} }`, { id });
  return answer.data.household.changes.edges.map(({ node }: { node: object }) => node);
};
const dbNow = async () => (await world.sql.query('select clock_timestamp() as now')).rows[0].now.toISOString();
interface Then {
  facts: { field: string; value: unknown }[];
  members: { id: string; facts: { field: string; value: unknown }[] }[];
}
const then = async (id: string, on: string, knownAt: string, caller = town()): Promise<Then> => {
  const answer = await world.ask(caller, asOf, { id, on, knownAt });
  expect(answer.codes).toEqual([]);
  return answer.data.household.asOf;
};
const factOf = (told: { facts: { field: string; value: unknown }[] } | undefined, field: string) =>
  told?.facts.find((fact) => fact.field === field)?.value;

test('a fact is corrected since a day; a later beginning that is known stays the present one', async () => {
  const id = membersOf(own.id)[1]?.id as string;
  const healthNow = membersOf(own.id)[1]?.health;
  const before = await dbNow();
  const since = (day: string, health: string) =>
    world.ask(town(), member, { id, facts: { health }, ground: ground(day) });
  expect((await since('2018-05-01', 'disabled')).data.correctMember.health).toBe('disabled');
  const between = await dbNow();
  expect((await since('2018-03-01', 'serious-illness')).data.correctMember.health).toBe('disabled');
  expect((await since('2018-03-01', 'serious-illness')).codes).toEqual(['NOTHING_CHANGED']);
  const after = await dbNow();
  const healthOn = async (day: string, knownAt: string) =>
    factOf(
      (await then(own.id, day, knownAt)).members.find((each) => each.id === id),
      'health',
    );
  expect(await healthOn('2018-06-01', before)).toBe(healthNow);
  expect(await healthOn('2018-06-01', between)).toBe('disabled');
  expect(await healthOn('2018-04-01', between)).toBe(healthNow);
  expect(await healthOn('2018-04-01', after)).toBe('serious-illness');
  expect(await healthOn('2018-06-01', after)).toBe('disabled');
  expect(await healthOn('2018-02-01', after)).toBe(healthNow);
  expect(
    (await world.ask(town(), asOf, { id: own.id, on: '2018-06-01', knownAt: '2017-01-01T00:00:00Z' })).data.household
      .asOf,
  ).toBeNull();
});

test('facts of the household, its numbers and how it lives; the log has tails and seals, never a number', async () => {
  const facts = {
    mainCause: 'schooling',
    otherCauses: ['illness'],
    phone: '13900001234',
    bankCard: null,
    living: { houseArea: 77, fuel: null },
  };
  const { data, codes } = await world.ask(town(), household, { id: own.id, facts, ground: ground('2018-04-01') });
  expect(codes).toEqual([]);
  expect(data.correctHousehold).toMatchObject({
    mainCause: 'schooling',
    otherCauses: ['illness'],
    phone: '**** 1234',
    bankCard: null,
  });
  expect(data.correctHousehold.living).toEqual({ houseArea: 77, fuel: null });
  const logged = await changesOf(own.id);
  const phone = logged.find(({ field }: { field: string }) => field === 'phone');
  expect(phone).toMatchObject({
    deed: 'correct',
    before: `**** ${own.phone.slice(-4)}`,
    after: '**** 1234',
    member: null,
  });
  const { rows } = await world.sql.query(
    `select c::text as text, before_sealed from households.fact_change c where field = 'phone'`,
  );
  expect(rows[0].before_sealed.length).toBeGreaterThan(20);
  expect(rows[0].text).not.toContain('13900001234');
  const reveal =
    'mutation($id: ID!) { revealHousehold(householdId: $id, reason: "核对一卡通发放账号") { phone bankCard } }';
  expect((await world.ask(town(), reveal, { id: own.id })).data.revealHousehold).toEqual({
    phone: '13900001234',
    bankCard: null,
  });
});

test('a corrected number brings its birthday and sex, and is noticed where it stands already', async () => {
  const id = membersOf(own.id)[1]?.id as string;
  const other = membersOf(foreign.id)[0]?.idNumber as string;
  const first17 = '37129919600101002';
  const number = `${first17}${identityCheckDigit(first17)}`;
  const correct = (idNumber: string) =>
    world.ask(town(), member, { id, facts: { idNumber }, ground: ground('2018-01-01') });
  expect((await correct(number)).data.correctMember).toMatchObject({ birthday: '1960-01-01', sex: 'female' });
  expect((await correct(membersOf(own.id)[0]?.idNumber as string)).codes).toEqual(['MEMBER_REPEATED']);
  expect((await correct(other)).codes).toEqual([]);
  const { rows } = await world.sql.query(
    `select count(*)::int as n from households.duplicate d where d.kind = 'id-number' and d::text like '%' || $1 || '%'`,
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test.each([
  ['CHANGE_OUT_OF_TIME', { type: 'dibao' }, { ...ground('2999-01-01') }],
  ['CHANGE_OUT_OF_TIME', { type: 'dibao' }, { ...ground('2001-01-01') }],
  ['INVALID_INPUT', { type: 'rich' }, ground('2018-01-01')],
  ['PERSONAL_NUMBER_IN_TEXT', { type: 'dibao' }, { ...ground('2018-01-01'), reason: '号 13900001234 有误' }],
])('%s changes nothing', async (code, facts, given) => {
  const count = async () => (await world.sql.query('select count(*)::int as n from households.fact_change')).rows[0].n;
  const before = await count();
  expect((await world.ask(town(), household, { id: own.id, facts, ground: given })).codes).toEqual([code]);
  expect(await count()).toBe(before);
});

test('a hidden household is as if it were not there; who may not see a field sees no change of it; nothing is overwritten', async () => {
  const facts = { type: 'dibao' };
  const hidden = await world.ask(town(), household, { id: foreign.id, facts, ground: ground('2018-01-01') });
  expect(hidden).toEqual(await world.ask(town(), household, { id: randomUUID(), facts, ground: ground('2018-01-01') }));
  const ofMember = { id: membersOf(foreign.id)[0]?.id, facts: { health: 'healthy' }, ground: ground('2018-01-01') };
  expect((await world.ask(town(), member, ofMember)).codes).toEqual(['NOT_FOUND']);
  expect(
    (
      await world.ask(world.caller('district-officer', '371202'), household, {
        id: own.id,
        facts,
        ground: ground('2018-01-01'),
      })
    ).codes,
  ).toEqual(['FORBIDDEN']);
  const liaison = world.caller('unit-liaison', '371200', { line: 'education' });
  const fields = (await changesOf(own.id, liaison)).map(({ field }: { field: string }) => field);
  expect(fields).toEqual(expect.arrayContaining(['mainCause']));
  for (const field of ['phone', 'health', 'idNumber', 'birthday', 'houseArea']) expect(fields).not.toContain(field);
  const auditor = world.caller('auditor', '371200');
  const seen = await then(own.id, '2018-12-01', await dbNow(), auditor);
  expect(factOf(seen.members[0], 'name')).toMatch(/^.\*+$/);
  for (const sql of ['update households.fact_change set reason = reason || 1', 'delete from households.fact_change'])
    await expect(world.sql.query(sql)).rejects.toMatchObject({ constraint: 'households_fact_change_append_only' });
});

test('a disputed figure is explained by its own changes, to whoever sees the household', async () => {
  const { id, education } = membersOf(own.id)[0] as { id: string; education: string };
  const facts = { education: education === 'primary' ? 'junior-middle' : 'primary' };
  expect((await world.ask(town(), member, { id, facts, ground: ground('2018-04-02') })).codes).toEqual([]);
  for (const [figure, memberId] of Object.entries({ education: id, health: id, mainCause: null })) {
    const input = { householdId: own.id, memberId, figure, forHousehold: true, told: '登记有误' };
    expect((await world.ask(world.caller('village-clerk', '口镇'), FILE, { input })).codes).toEqual([]);
  }
  const since = (day: string) => ({
    what: `变更 · Changed: correct, ${day}`,
    documentNumber: '口扶字〔2018〕3号',
    by: { id: expect.any(String) },
  });
  for (const caller of [town(), world.caller('helper', null, { pairedHouseholds: [own.id] })]) {
    const { edges } = (await world.ask(caller, EXPLAINED, { id: own.id })).data.dataComplaints;
    const told = edges.map(({ node }: any) => [node.figure, node.explanation.slice(1)]);
    const [education, mainCause] = [[since('2018-04-02')], [since('2018-04-01')]];
    expect(Object.fromEntries(told)).toEqual({ education, health: [], mainCause });
  }
});
