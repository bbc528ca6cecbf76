// The walls around the register, tried in SQL as the narrowest role, and the questions that only another service may ask.
import type { QueryResult } from 'pg';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let range: { lo: string; hi: string };
let own: HouseholdRow;
let foreign: HouseholdRow;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  range = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  const inside = (each: HouseholdRow) => each.path >= range.lo && each.path < range.hi;
  own = world.city.households.find(inside) as HouseholdRow;
  foreign = world.city.households.find((each) => !inside(each)) as HouseholdRow;
}, 60_000);
afterAll(() => world?.close());

type Kind = 'region' | 'paired' | 'unit' | 'institution' | 'own' | 'issuer' | 'public' | 'desk';

/** Runs one statement as a kind of scope, and takes it back. */
async function as(
  kind: Kind,
  sql: string,
  values: unknown[] = [],
  settings: Record<string, string> = {},
): Promise<QueryResult> {
  await world.sql.query('begin');
  try {
    for (const [name, value] of Object.entries(settings))
      await world.sql.query('select set_config($1, $2, true)', [`scope.${name}`, value]);
    await world.sql.query(`set local role register_households_${kind}`);
    return await world.sql.query(sql, values);
  } finally {
    await world.sql.query('rollback');
  }
}

const town = () => ({ lo: range.lo, hi: range.hi });
const tables = ['household', 'member', 'household_state', 'pairing', 'visit'];

test.each(tables)('%s: no scope, or an empty one on a used connection, is no rows', async (table) => {
  for (const kind of ['region', 'unit', 'paired'] as const)
    for (const settings of [{}, { lo: '', hi: '', households: '' }] as Record<string, string>[])
      expect((await as(kind, `select 1 from households.${table} limit 1`, [], settings)).rowCount).toBe(0);
  expect((await as('region', `select 1 from households.${table} limit 1`, [], town())).rowCount).toBe(1);
});

test.each(tables)('%s: kinds that are not named may not even ask', async (table) => {
  for (const kind of ['institution', 'issuer', 'public', 'desk'] as const)
    await expect(as(kind, `select 1 from households.${table} limit 1`, [], town())).rejects.toMatchObject({
      code: '42501',
    });
});

test('nothing is written beside the own range, nor under a hidden parent', async () => {
  const visit = `insert into households.visit (id, household_id, region_id, path, helper_id, visited_on, met, content, measure, recorded_by)
    values (gen_random_uuid(), $1, $2, $3, gen_random_uuid(), '2018-05-01', 'x', 'y', 'industry', gen_random_uuid())`;
  expect((await as('region', visit, [own.id, own.regionId, own.path], town())).rowCount).toBe(1);
  await expect(as('region', visit, [foreign.id, foreign.regionId, foreign.path], town())).rejects.toMatchObject({
    code: '42501',
  });
  // The hidden household with a place inside the own range: the key of its place says no.
  await expect(as('region', visit, [foreign.id, own.regionId, own.path], town())).rejects.toMatchObject({
    constraint: 'visit_household',
  });
  const moved = 'update households.household set path = $2 where id = $1';
  await expect(as('region', moved, [own.id, foreign.path], town())).rejects.toMatchObject({ code: '42501' });
  expect((await as('region', moved, [foreign.id, own.path], town())).rowCount).toBe(0);
});

test('visits and states are appended, for the owner too', async () => {
  await expect(
    world.sql.query(`update households.visit set content = 'better' where household_id = $1`, [own.id]),
  ).rejects.toMatchObject({
    constraint: 'households_visit_append_only',
  });
  await expect(world.sql.query('delete from households.household_state')).rejects.toMatchObject({
    constraint: 'households_household_state_append_only',
  });
  await expect(world.sql.query('truncate households.visit cascade')).rejects.toMatchObject({
    constraint: 'households_visit_append_only',
  });
  await expect(as('region', 'delete from households.visit', [], town())).rejects.toMatchObject({ code: '42501' });
});

test('a household that moves takes its members, states, pairings and visits along', async () => {
  await world.sql.query('begin');
  await world.sql.query('update households.household set region_id = $2, path = $3 where id = $1', [
    own.id,
    foreign.regionId,
    foreign.path,
  ]);
  for (const table of tables.slice(1)) {
    const { rows } = await world.sql.query(`select distinct path from households.${table} where household_id = $1`, [
      own.id,
    ]);
    expect(rows).toEqual([{ path: foreign.path }]);
  }
  await world.sql.query('rollback');
});

test('one helper, one head, no visit of tomorrow: the database says so itself', async () => {
  const place = [own.id, own.regionId, own.path];
  const pairing = `insert into households.pairing (id, household_id, region_id, path, helper_id, valid_from) values (gen_random_uuid(), $1, $2, $3, gen_random_uuid(), '2018-02-01')`;
  await expect(as('region', pairing, place, town())).rejects.toMatchObject({ constraint: 'pairing_one_helper' });
  const head = `insert into households.member select gen_random_uuid(), household_id, region_id, path, name, sex, id_number_sealed, id_number_tail, 'other', birthday,
    relation, ethnicity, education, health, labour, insured from households.member where id = $1`;
  await expect(as('region', head, [own.headMemberId], town())).rejects.toMatchObject({ constraint: 'member_one_head' });
  const tomorrow = `insert into households.visit (id, household_id, region_id, path, helper_id, visited_on, met, content, measure, recorded_by)
    values (gen_random_uuid(), $1, $2, $3, gen_random_uuid(), current_date + 3, 'x', 'y', 'industry', gen_random_uuid())`;
  await expect(as('region', tomorrow, place, town())).rejects.toMatchObject({ constraint: 'visit_not_in_future' });
});

test('suspected duplicates are read by regions alone, and the functions of the keeper are closed to the others', async () => {
  for (const kind of ['paired', 'unit', 'institution', 'own', 'issuer', 'public', 'desk'] as const)
    await expect(as(kind, 'select * from households.duplicate')).rejects.toMatchObject({ code: '42501' });
  for (const kind of ['paired', 'unit', 'own', 'issuer', 'public', 'desk'] as const)
    await expect(as(kind, `select * from households.member_for_stay('x', '2018-01-01')`)).rejects.toMatchObject({
      code: '42501',
    });
  await expect(as('paired', `select households.next_serial('371202101201')`)).rejects.toMatchObject({ code: '42501' });
});

test('only the gateway learns which households a person helps, and only of that person', async () => {
  const helperId = world.city.pairings.find((each) => each.householdId === own.id)?.helperId as string;
  const caller = world.caller('helper', null, { personId: helperId, scope: 'own' });
  const expected = world.city.pairings
    .filter((each) => each.helperId === helperId)
    .map((each) => each.householdId)
    .sort();
  expect((await world.ask({ ...caller, service: 'gateway' }, '{ pairedHouseholds }')).data.pairedHouseholds).toEqual(
    expected,
  );
  expect((await world.ask(caller, '{ pairedHouseholds }')).codes).toEqual(['FORBIDDEN']);
  await world.sql.query(`update households.pairing set valid_to = '2018-06-01' where household_id = $1`, [own.id]);
  const left = (await world.ask({ ...caller, service: 'gateway' }, '{ pairedHouseholds }')).data.pairedHouseholds;
  expect(left).toEqual(expected.filter((id) => id !== own.id));
});

test('a patient is told to the funds service for one number and day, with name masked and the look logged', async () => {
  const member = world.city.members.find((each) => each.id === own.headMemberId);
  const question =
    'query($n: String!, $day: CalendarDay!) { memberForStay(idNumber: $n, day: $day) { memberId householdId nameMasked regionId path tags state insured version } }';
  const clerk = world.caller('hospital-clerk', null, { service: 'funds' });
  const ask = (n: string, day: string, caller = clerk) => world.ask(caller, question, { n, day });
  const told = (await ask(member?.idNumber as string, '2018-05-01')).data.memberForStay;
  expect(told).toMatchObject({
    memberId: own.headMemberId,
    householdId: own.id,
    regionId: own.regionId,
    path: own.path,
    insured: member?.insured,
  });
  expect(told.nameMasked).not.toContain(member?.name.slice(1));
  expect(told.tags).toContain('registered-poor');
  expect((await ask('11010519491231002X', '2018-05-01')).data.memberForStay).toBeNull();
  expect((await ask(member?.idNumber as string, '2010-05-01')).data.memberForStay).toBeNull();
  expect((await ask(member?.idNumber as string, '2018-05-01', { ...clerk, service: null })).codes).toEqual([
    'FORBIDDEN',
  ]);
  const { rows } = await world.sql.query(
    `select target, facts from households.audit where action = 'memberForStay' and target is not null`,
  );
  expect(rows).toEqual([{ target: own.headMemberId, facts: { day: '2018-05-01' } }]);
});

test('payments and visit facts go through the scope of the person who is asked for', async () => {
  const officer = world.caller('town-officer', '口镇', { service: 'funds' });
  const question = 'query($ids: [ID!]!) { householdsForPayment(ids: $ids) { id number headName maskedCard state } }';
  const { data } = await world.ask(officer, question, { ids: [own.id, foreign.id, 'nobody'] });
  expect(data.householdsForPayment).toMatchObject([
    { id: own.id, number: own.number, maskedCard: `**** ${own.bankCard.slice(-4)}` },
  ]);
  const assessor = world.caller('assessor', '371200', { service: 'assessments' });
  const facts = 'query($ids: [ID!]!) { visitFacts(regionIds: $ids, quarter: "2018Q2") { regionId owed done } }';
  const towns = world.city.regions.filter((each) => each.kind === 'town').map((each) => each.id);
  const told = (await world.ask(assessor, facts, { ids: towns })).data.visitFacts as {
    regionId: string;
    owed: number;
    done: number;
  }[];
  expect(told.map((each) => each.regionId).sort()).toEqual([...towns].sort());
  expect(told.reduce((sum, each) => sum + each.owed, 0)).toBe(340 * 3);
  expect(told.every((each) => each.done <= each.owed)).toBe(true);
  const narrow = world.caller('town-officer', '口镇', { service: 'assessments' });
  expect((await world.ask(narrow, facts, { ids: towns })).codes).toEqual(['OUT_OF_SCOPE']);
});

test('no identity or card number stands in the log, nor in any column in the plain', async () => {
  const numbers = world.city.members.map((each) => each.idNumber);
  const { rows } = await world.sql.query<{ text: string }>(
    `select a::text as text from households.audit a union all select m::text from households.member m union all select h::text from households.household h`,
  );
  const text = rows.map((row) => row.text).join('\n');
  expect(numbers.filter((number) => text.includes(number))).toEqual([]);
  expect(world.city.households.filter((each) => text.includes(each.bankCard) || text.includes(each.phone))).toEqual([]);
});
