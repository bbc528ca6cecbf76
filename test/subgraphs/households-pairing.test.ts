// Pairing, whole: a stand-in has the household for the days told and not one more, work is handed over, and no day is without a helper.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { askGaps, handOver, helperOfNow, phone, report, tell } from './pairing-questions';

let world: HouseholdsOnly;
let one: HouseholdRow;
let helper: string;
let other: string;
let foreign: HouseholdRow;
let today: string;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  one = world.city.households.find((each) => each.path >= lo && each.path < hi) as HouseholdRow;
  foreign = world.city.households.find((each) => each.path < lo || each.path >= hi) as HouseholdRow;
  helper = helperIdOf(one);
  other = world.city.pairings.find(({ helperId }) => helperId !== helper)?.helperId as string;
  const { rows } = await world.sql.query(`select (now() at time zone 'Asia/Shanghai')::date::text as today`);
  today = rows[0].today;
}, 60_000);
afterAll(() => world?.close());

const helperIdOf = ({ id }: HouseholdRow) =>
  world.city.pairings.find((each) => each.householdId === id)?.helperId as string;
const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const town = () => world.caller('town-officer', '口镇');
const helperNow = (personId: string) => helperOfNow(world, personId);
const asked = () => ({ standInId: other, from: today, until: inDays(10), reason: '外出培训' });
const absence = (more: object = {}) => ({ ...asked(), ...more });
const visit = (householdId: string) => ({
  visits: [{ id: randomUUID(), householdId, visitedOn: today, met: '户主', content: '了解情况', measure: 'industry' }],
});

test('who stands in sees the phone and records visits from the first day on, and nothing a moment later', async () => {
  const before = await helperNow(other);
  expect(before.pairedHouseholds).not.toContain(one.id);
  expect((await world.ask(before, phone, { id: one.id })).data.household).toBeNull();
  const told = await world.ask(await helperNow(helper), report, { input: absence() });
  expect(told.codes).toEqual([]);
  expect(told.data.reportAbsence.map((each: any) => each.household.id)).toContain(one.id);
  const standIn = await helperNow(other);
  expect(standIn.pairedHouseholds).toContain(one.id);
  expect((await world.ask(standIn, phone, { id: one.id })).data.household).toEqual({
    phone: one.phone,
    standIn: { id: other },
  });
  const seen = await world.sql.query(
    `select count(*)::int as n from households.audit where kind = 'sight' and action = 'seePhone' and target = $1 and person_id = $2`,
    [one.id, other],
  );
  expect(seen.rows).toEqual([{ n: 1 }]);
  expect((await world.ask(standIn, tell, visit(one.id))).data.recordVisits).toEqual([{ refusal: null }]);
  // The helper has not lost the household.
  expect((await helperNow(helper)).pairedHouseholds).toContain(one.id);
  // Its days pass: nobody ends it.
  await world.sql.query('alter table households.stand_in disable trigger user');
  await world.sql.query(`update households.stand_in set valid_from = valid_from - 20, valid_to = $1::date`, [today]);
  await world.sql.query('alter table households.stand_in enable trigger user');
  expect((await helperNow(other)).pairedHouseholds).not.toContain(one.id);
  expect((await world.ask(await helperNow(other), phone, { id: one.id })).data.household).toBeNull();
  expect((await world.ask(await helperNow(other), tell, visit(one.id))).data.recordVisits).toEqual([
    { refusal: { code: 'NOT_FOUND' } },
  ]);
  // Even with a list of households that is a moment old.
  expect((await world.ask({ ...standIn }, tell, visit(one.id))).data.recordVisits).toEqual([
    { refusal: { code: 'NOT_PAIRED' } },
  ]);
});

test('what a pairing of a day tells organisation has the stand-ins of that day', async () => {
  const query = 'query($on: CalendarDay!, $id: ID!) { pairingsOn(on: $on, householdId: $id) }';
  const asked = { ...town(), service: 'organisation' };
  const on = async (day: string) =>
    (await world.ask(asked, query, { on: day, id: one.id })).data.pairingsOn.map((each: any) => each.helperId).sort();
  expect(await on(inDays(-1))).toEqual([helper, other].sort());
  expect(await on(today)).toEqual([helper]);
});

test('an absence is refused where it cannot be', async () => {
  const self = await helperNow(helper);
  const codes = async (caller: Caller, input: object) => (await world.ask(caller, report, { input })).codes;
  expect(await codes(self, absence({ helperId: other }))).toEqual(['ABSENCE_OF_ANOTHER']);
  expect(await codes(self, absence({ standInId: helper }))).toEqual(['STAND_IN_FOR_ONESELF']);
  expect(await codes(self, absence({ until: inDays(61) }))).toEqual(['ABSENCE_PERIOD']);
  expect(await codes(self, absence({ from: inDays(-1) }))).toEqual(['ABSENCE_PERIOD']);
  expect(await codes(self, absence({ standInId: randomUUID() }))).toEqual(['NOT_FOUND']);
  expect(await codes(world.caller('district-officer', '371203'), absence({ helperId: helper }))).toEqual([
    'HELPER_HAS_NONE',
  ]);
  expect(await codes(world.caller('village-clerk', '口镇'), absence({ helperId: helper }))).toEqual(['FORBIDDEN']);
  const made = await world.ask(town(), report, { input: absence({ helperId: helper, from: inDays(3) }) });
  expect(made.codes).toEqual([]);
  expect(await codes(town(), absence({ helperId: helper, from: inDays(5) }))).toEqual(['STAND_IN_STANDS']);
  const end = 'mutation($id: ID!) { endAbsence(absenceId: $id) { validTo } }';
  const { absenceId } = made.data.reportAbsence[0];
  expect((await world.ask(world.caller('town-officer', '颜庄镇'), end, { id: absenceId })).codes).toEqual([
    'NOT_FOUND',
  ]);
  expect((await world.ask(self, end, { id: absenceId })).codes).toEqual([]);
  expect((await world.ask(self, end, { id: absenceId })).codes).toEqual(['ABSENCE_OVER']);
});

test('a hand-over moves the households with what is open, and the new helper accepts it', async () => {
  const input = { fromHelperId: helper, toHelperId: other, householdIds: [one.id], from: today, reason: '工作调动' };
  const codes = async (caller: Caller, more: object) =>
    (await world.ask(caller, handOver, { input: { ...input, ...more } })).codes;
  expect(await codes(town(), { householdIds: [foreign.id] })).toEqual(['NOT_FOUND']);
  expect(await codes(town(), { toHelperId: randomUUID() })).toEqual(['NOT_FOUND']);
  expect(await codes(world.caller('town-officer', '颜庄镇'), {})).toEqual(['HELPER_HAS_NONE']);
  await world.sql.query(
    `insert into households.obligation_exemption (id, line, subject_id, region_id, path, window_from, window_until, reason, requested_by, requested_at)
     values ($1, 'household-visit-monthly', $2, $3, $4, '2018-05-01', '2018-06-01', '住院', $5, now())`,
    [randomUUID(), one.id, one.regionId, one.path, helper],
  );
  const open = await world.ask(town(), 'query($id: ID!) { household(id: $id) { openMatters { kind dueOn } } }', {
    id: one.id,
  });
  expect(open.data.household.openMatters).toContainEqual({ kind: 'exemptionAsked', dueOn: '2018-05-31' });
  const { data } = await world.ask(town(), handOver, { input });
  const [made] = data.handOverPairings;
  expect(made).toMatchObject({ household: { id: one.id }, handedOn: today, toHelper: { id: other }, acceptedAt: null });
  expect(made.matters).toContainEqual({ kind: 'exemptionAsked', title: expect.any(String), dueOn: '2018-05-31' });
  expect((await helperNow(helper)).pairedHouseholds).not.toContain(one.id);
  const next = await helperNow(other);
  const waits = await world.ask(next, '{ householdsTodo(first: 50) { edges { node { kind subjectId } } } }');
  expect(waits.data.householdsTodo.edges).toContainEqual({ node: { kind: 'accept-hand-over', subjectId: made.id } });
  const accept = 'mutation($id: ID!) { acceptHandOver(id: $id) { acceptedAt } }';
  expect((await world.ask({ ...next, personId: helper }, accept, { id: made.id })).codes).toEqual([
    'HAND_OVER_NOT_YOURS',
  ]);
  expect((await world.ask(next, accept, { id: made.id })).data.acceptHandOver.acceptedAt).not.toBeNull();
  expect((await world.ask(next, accept, { id: made.id })).codes).toEqual(['HAND_OVER_NOT_YOURS']);
  const history = await world.ask(
    town(),
    'query($id: ID!) { household(id: $id) { pairings { validFrom validTo unitLevel helper { id } unit { id } } handOvers { reason } } }',
    { id: one.id },
  );
  expect(history.data.household.pairings).toMatchObject([
    { validFrom: '2018-01-01', validTo: today, helper: { id: helper } },
    {
      validFrom: today,
      validTo: null,
      helper: { id: other },
      unitLevel: expect.stringMatching(/city|county|town/),
      unit: { id: expect.any(String) },
    },
  ]);
  expect(history.data.household.handOvers).toEqual([{ reason: '工作调动' }]);
});

test('a day without a helper is found, in the region and period, and waits for the town', async () => {
  const gaps = (from: string, until: string, regions = ['口镇'], by = town()) =>
    askGaps(world, by, regions, { from, until });
  const told = async (from: string, until: string) => (await gaps(from, until)).data._entities[0].pairingGaps;
  expect(await told('2018-01-01', '2019-01-01')).toEqual({ households: 0, days: 0, list: { edges: [] } });
  await world.sql.query(
    `update households.pairing set valid_to = '2018-03-05' where household_id = $1 and valid_to is not null`,
    [one.id],
  );
  const found = await told('2018-01-01', '2018-04-01');
  expect(found).toMatchObject({ households: 1, days: 27 });
  expect(found.list.edges).toEqual([
    { node: { from: '2018-03-05', until: '2018-04-01', days: 27, household: { id: one.id } } },
  ]);
  expect(await told('2018-01-01', '2018-03-05')).toMatchObject({ households: 0, days: 0 });
  expect((await gaps('2018-01-01', '2018-04-01', ['颜庄镇'])).codes).toEqual(['OUT_OF_SCOPE']);
  const district = world.caller('district-officer', '371202');
  const both = (await gaps('2018-01-01', '2018-04-01', ['371202', '口镇'], district)).data._entities;
  expect(both.map(({ pairingGaps }: any) => pairingGaps.days)).toEqual([27, 27]);
  await world.sql.query(
    `update households.pairing set valid_from = '2018-06-01', valid_to = $2 where household_id = $1 and valid_to is null`,
    [one.id, today],
  );
  const waits = await world.ask(town(), '{ householdsTodo(first: 50) { edges { node { kind subjectId } } } }');
  expect(waits.data.householdsTodo.edges).toContainEqual({ node: { kind: 'pair-helper', subjectId: one.id } });
});

test('two stand-ins of one day, and a change of what was told, are refused in plain SQL too', async () => {
  const put = (from: string, until: string) =>
    world.sql
      .query(
        `insert into households.stand_in (id, absence_id, household_id, region_id, path, helper_id, stand_in_id, valid_from, valid_to, reason, reported_by, reported_at)
         values ($1, $1, $2, $3, $4, $5, $6, $7, $8, '外出', $5, now())`,
        [randomUUID(), one.id, one.regionId, one.path, helper, other, from, until],
      )
      .then(
        () => null,
        (error: { constraint: string }) => error.constraint,
      );
  expect(await put('2030-01-01', '2030-02-01')).toBeNull();
  expect(await put('2030-01-31', '2030-03-01')).toBe('stand_in_one_at_a_time');
  expect(await put('2030-02-01', '2030-03-01')).toBeNull();
  const change = world.sql.query(`update households.stand_in set reason = '其他'`);
  await expect(change).rejects.toMatchObject({ constraint: 'households_stand_in_append_only' });
});
