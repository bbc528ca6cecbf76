// Help plans: drafted by who helps, reviewed by another person of the town, carried out with the household's signature.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let one: HouseholdRow;
let other: HouseholdRow;
let helper: Caller;
let year: number;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  one = world.city.households.find((each) => each.path >= lo && each.path < hi) as HouseholdRow;
  other = world.city.households.find((each) => each.path < lo || each.path >= hi) as HouseholdRow;
  const personId = world.city.pairings.find((each) => each.householdId === one.id)?.helperId as string;
  helper = world.caller('helper', null, { personId, pairedHouseholds: [one.id] });
  const { rows } = await world.sql.query(`select extract(year from now() at time zone 'Asia/Shanghai')::int as year`);
  year = rows[0].year;
}, 60_000);
afterAll(() => world?.close());

const draft =
  'mutation($input: HelpPlanInput!) { draftHelpPlan(input: $input) { id outcome measures { id cause carriedOn } } }';
const carry = `mutation($input: MeasureResultInput!) { carryOutMeasure(input: $input) { carriedOn effect signedBy { id } evidence { id } } }`;
const verb = (name: string) =>
  `mutation($id: ID!) { ${name}(id: $id${name === 'returnHelpPlan' ? ', remark: "缺少针对残疾的措施"' : ''}) { id outcome remark reviewedBy { id } } }`;
const plan = (more: object = {}) => ({
  householdId: one.id,
  year,
  goal: '年底稳定脱贫',
  measures: [{ cause: one.mainCause, kind: 'medical-help', content: '联系家庭医生', dueOn: `${year}-12-30` }],
  ...more,
});
const codes = async (caller: Caller, query: string, variables: object) =>
  (await world.ask(caller, query, variables as Record<string, unknown>)).codes;
const town = (personId?: string) => world.caller('town-officer', '口镇', personId ? { personId } : {});
let made: { id: string; measures: { id: string }[] };

test('a plan of the year is drafted once, for a household in scope; the town is told of it', async () => {
  expect(await codes(helper, draft, { input: plan({ householdId: other.id }) })).toEqual(['NOT_FOUND']);
  expect(await codes(town(), draft, { input: plan() })).toEqual(['FORBIDDEN']);
  made = (await world.ask(helper, draft, { input: plan() })).data.draftHelpPlan;
  expect(made).toMatchObject({ outcome: null, measures: [{ cause: one.mainCause, carriedOn: null }] });
  expect(await codes(helper, draft, { input: plan() })).toEqual(['HELP_PLAN_STANDS']);
  const waits = await world.ask(town(), '{ householdsTodo(first: 50) { edges { node { kind subjectId } } } }');
  expect(waits.data.householdsTodo.edges).toContainEqual({ node: { kind: 'review-help-plan', subjectId: made.id } });
});

test('somebody else reviews it; one that is returned is followed by another', async () => {
  const beside = world.caller('town-officer', '颜庄镇');
  expect(await codes(beside, verb('approveHelpPlan'), { id: made.id })).toEqual(['NOT_FOUND']);
  expect(await codes(town(helper.personId as string), verb('approveHelpPlan'), { id: made.id })).toEqual([
    'HELP_PLAN_OWN',
  ]);
  const mine = { ...town(), standsFor: [helper.personId as string] };
  expect(await codes(mine, verb('approveHelpPlan'), { id: made.id })).toEqual(['HELP_PLAN_OWN']);
  const returned = await world.ask(town(), verb('returnHelpPlan'), { id: made.id });
  expect(returned.data.returnHelpPlan).toMatchObject({ outcome: 'returned', remark: '缺少针对残疾的措施' });
  expect(await codes(town(), verb('approveHelpPlan'), { id: made.id })).toEqual(['HELP_PLAN_REVIEWED']);
  made = (await world.ask(helper, draft, { input: plan() })).data.draftHelpPlan;
  const [measure] = made.measures;
  const input = {
    measureId: measure?.id,
    carriedOn: `${year}-01-02`,
    effect: '每月随访',
    signedBy: one.headMemberId,
    evidenceIds: [],
  };
  expect(await codes(helper, carry, { input })).toEqual(['MEASURE_NOT_APPROVED']);
  expect((await world.ask(town(), verb('approveHelpPlan'), { id: made.id })).data.approveHelpPlan.outcome).toBe(
    'approved',
  );
});

test('what a measure brought is told once, signed by one of the household', async () => {
  const evidenceId = randomUUID();
  await world.sql.query(
    `insert into households.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, 'jpeg', 9, '签字页.jpg', $3, now())`,
    [evidenceId, 'a'.repeat(64), helper.personId],
  );
  const measureId = made.measures[0]?.id;
  const waits = await world.ask(helper, '{ householdsTodo(first: 50) { edges { node { kind subjectId dueOn } } } }');
  expect(waits.data.householdsTodo.edges).toContainEqual({
    node: { kind: 'carry-out-measure', subjectId: measureId, dueOn: `${year}-12-30` },
  });
  const input = {
    measureId,
    carriedOn: `${year}-01-02`,
    effect: '每月随访',
    signedBy: one.headMemberId,
    evidenceIds: [evidenceId],
  };
  expect(await codes(helper, carry, { input: { ...input, evidenceIds: [] } })).toEqual(['MEASURE_UNSIGNED']);
  expect(await codes(helper, carry, { input: { ...input, signedBy: other.headMemberId } })).toEqual([
    'MEASURE_UNSIGNED',
  ]);
  const told = (await world.ask(helper, carry, { input })).data.carryOutMeasure;
  expect(told).toMatchObject({
    carriedOn: input.carriedOn,
    signedBy: { id: one.headMemberId },
    evidence: [{ id: expect.any(String) }],
  });
  expect(await codes(helper, carry, { input })).toEqual(['MEASURE_DONE']);
  const seen =
    'query($id: ID!, $year: Int) { household(id: $id) { helpPlans(year: $year) { outcome measures { effect } } } }';
  const { data } = await world.ask(town(), seen, { id: one.id, year });
  expect(data.household.helpPlans.map(({ outcome }: any) => outcome)).toEqual(['approved', 'returned']);
  const beside = await world.ask(world.caller('town-officer', '颜庄镇'), `{ helpPlan(id: "${made.id}") { id } }`);
  expect(beside.data.helpPlan).toBeNull();
});

test('the drafter does not approve, and a review is not changed, in plain SQL too', async () => {
  const broken = (sql: string, values: unknown[] = []) =>
    world.sql.query(sql, values).then(
      () => null,
      (error: { constraint: string }) => error.constraint,
    );
  const id = randomUUID();
  const insert = `insert into households.help_plan (id, household_id, region_id, path, year, goal, drafted_by, drafted_at, reviewed_by, reviewed_at, outcome)
    values ($1, $2, $3, $4, 2030, '目标', $5, now(), $5, now(), 'approved')`;
  expect(await broken(insert, [id, one.id, one.regionId, one.path, helper.personId])).toBe('help_plan_four_eyes');
  expect(await broken(`update households.help_plan set remark = '改' where id = $1`, [made.id])).toBe(
    'help_plan_reviewed_once',
  );
  expect(await broken(`update households.measure_result set effect = '改'`)).toBe(
    'households_measure_result_append_only',
  );
});
