// A look-back through the graph: the frozen list, checks, fixes by determinations, re-checks by others, sums by region, close-out by another person.
import type { Caller } from '#platform/vocabulary/caller';
import type { HouseholdRow } from '../../data/generate/city';
import { answers, asked, determinationSteps } from './determination-steps';
import { checks, closes, fixes, lists, missed, opens, rechecks, sums, todo } from './look-back-questions';
import { type HouseholdsOnly, openHouseholds } from './open-households';

const TOWN = '羊里镇';
/** The demo city has a look-back of its own here. */
const DEMO_TOWN = '口镇';
let world: HouseholdsOnly;
let steps: ReturnType<typeof determinationSteps>;
let listed: HouseholdRow[];
let town: Caller;
let clerk: Caller;
let district: Caller;
let year: number;
let id: string;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  steps = determinationSteps(world);
  const region = world.city.regions.find(({ name }) => name === TOWN);
  const state = (of: number) =>
    new Map(world.city.states.filter((row) => row.year === of).map((row) => [row.householdId, row.state]));
  const [before, then] = [state(2016), state(2017)];
  listed = world.city.households.filter(
    (each) =>
      each.path.startsWith(region?.path ?? '-') &&
      before.get(each.id) === 'not-lifted' &&
      then.get(each.id) === 'lifted-with-policies',
  );
  town = world.caller('town-officer', TOWN);
  clerk = world.caller('village-clerk', steps.codeOfVillage(listed[0] as HouseholdRow));
  district = world.caller('district-officer', '371202');
  year = Number((await steps.today()).slice(0, 4));
}, 60_000);
afterAll(() => world?.close());

const step = (caller: Caller, query: string, variables: object) => steps.step(caller, query, variables);
const casesOf = async (caller: Caller, region: string | null = null) =>
  (await step(caller, lists, { id, region })).edges.map(({ node }: { node: object }) => node);
const sumOf = async (caller: Caller, region: string) => {
  const [found] = await step(caller, sums, { id, of: [{ __typename: 'Region', id: world.regionId(region) }] });
  return found?.lookBack ?? null;
};
const kinds = async (caller: Caller, of: string) =>
  (await step(caller, todo, {})).edges
    .filter(({ node }: any) => node.subjectId === of)
    .map(({ node }: any) => node.kind);

test('it is opened over whoever was lifted that year, and the list is frozen', async () => {
  const input = {
    regionId: world.regionId(TOWN),
    year: 2017,
    title: '2017年脱贫户回头看',
    documentNumber: '莱城扶〔2018〕21号',
    visitUntil: '2999-09-13',
    recheckUntil: '2999-09-24',
    closeUntil: '2999-09-30',
  };
  expect(await step(town, opens, { input })).toBe('FORBIDDEN');
  expect(await step(world.caller('district-officer', '371203'), opens, { input })).toBe('NOT_FOUND');
  expect(await step(district, opens, { input: { ...input, year: 2015 } })).toBe('LOOK_BACK_EMPTY');
  const opened = await step(district, opens, { input });
  expect(opened).toMatchObject({
    households: listed.length,
    progress: { listed: listed.length, toCheck: listed.length },
  });
  id = opened.id;
  expect(await step(district, opens, { input })).toBe('LOOK_BACK_OPEN');
  // A household is looked back at by one at a time: a list above that would hold it too is refused, also in plain SQL.
  const above = { ...input, regionId: world.regionId('莱芜市') };
  expect(await step(world.caller('office-officer', '莱芜市'), opens, { input: above })).toBe('LOOK_BACK_ELSEWHERE');
  await expect(
    world.sql.query(
      `with other as (insert into households.look_back (id, region_id, path, year, title, document_number, visit_until, recheck_until, close_until, households, list_hash, pack_name, pack_hash, opened_by, opened_at)
         select gen_random_uuid(), region_id, path, 2016, title, document_number, visit_until, recheck_until, close_until, households, list_hash, pack_name, pack_hash, opened_by, opened_at from households.look_back where id = $1 returning id)
       insert into households.look_back_case (id, look_back_id, household_id, region_id, path, state)
         select gen_random_uuid(), other.id, c.household_id, c.region_id, c.path, 'to-check' from other, households.look_back_case c where c.look_back_id = $1 limit 1`,
      [id],
    ),
  ).rejects.toMatchObject({ constraint: 'look_back_case_one_at_a_time' });
  const shown = (await casesOf(town)).map(({ household }: any) => household.id);
  expect(new Set(shown)).toEqual(new Set(listed.map((each) => each.id)));
  expect(await casesOf(world.caller('town-officer', '371203100'))).toEqual([]);
  expect(await kinds(town, id)).toEqual(['check-look-back']);
});

test('whoever works below knows of it, a helper of those of his households, and of the demo town’s each at its step', async () => {
  const told = 'query { lookBacks { edges { node { id title categories { code fixedBy } region { id } } } } }';
  const of = async (caller: Caller) => (await step(caller, told, {})).edges.map(({ node }: any) => node);
  expect(await of(clerk)).toEqual([expect.objectContaining({ id, region: { id: world.regionId(TOWN) } })]);
  expect((await of(clerk))[0].categories).toContainEqual({ code: 'wrongly-exited', fixedBy: ['wrong-exit', 'return'] });
  expect(await of(district)).toHaveLength(2);
  expect(await of(world.caller('town-officer', '371203100'))).toEqual([]);
  const [one] = listed;
  const helper = world.caller('helper', null, { pairedHouseholds: [one?.id ?? ''] });
  const mine = 'query($id: ID!) { household(id: $id) { lookBackCases { state lookBack { id } } } }';
  expect(await step(helper, mine, { id: one?.id })).toEqual({
    lookBackCases: [{ state: 'toCheck', lookBack: { id } }],
  });
  expect((await of(helper)).map((each: any) => each.id)).toEqual([id]);
  expect((await casesOf(helper)).map(({ household }: any) => household.id)).toEqual([one?.id]);
  expect(await of(world.caller('helper', null, { pairedHouseholds: [] }))).toEqual([]);

  const shown = world.caller('town-officer', DEMO_TOWN);
  const [demo] = await of(shown);
  const cases = (await step(shown, lists, { id: demo.id })).edges.map(({ node }: any) => node.state);
  expect(new Set(cases)).toEqual(new Set(['toCheck', 'clean', 'settled', 'fixed', 'problem']));
});

test('a case is checked on a guarantee check made since, fixed, and re-checked by a third hand', async () => {
  const [first] = (await casesOf(clerk)) as { id: string; household: { id: string } }[];
  if (!first) throw new Error('no case');
  expect(await step(clerk, checks, { input: { caseId: first.id } })).toBe('LOOK_BACK_CHECK_MISSING');
  const check = { householdId: first.household.id, checkedOn: await steps.today(), answers: answers('3000') };
  await step(clerk, asked.check, { input: check });
  expect(await step(clerk, checks, { input: { caseId: first.id } })).toBe('LOOK_BACK_PROBLEM_UNTOLD');
  const wrong = { caseId: first.id, category: 'wrongly-exited', finding: '收入未达标' };
  expect(await step(clerk, checks, { input: wrong })).toMatchObject({ state: 'problem' });
  expect(await step(town, fixes, { id: first.id, by: null })).toBe('LOOK_BACK_FIX_NEEDED');

  const evidence = (
    await world.sql.query(
      `insert into households.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values (gen_random_uuid(), $1, 'jpeg', 10, '收入.jpg', $2, now()) returning id`,
      ['b'.repeat(64), town.personId],
    )
  ).rows[0].id;
  const input = {
    householdId: first.household.id,
    kind: 'wrongExit',
    year,
    reason: '收入未达标',
    evidenceIds: [evidence],
  };
  const determination = await step(town, asked.propose, { input });
  expect(await step(town, fixes, { id: first.id, by: determination.id })).toMatchObject({ state: 'fixed' });
  expect(await kinds(town, first.id)).toEqual([]);
  expect(await step(town, rechecks, { id: first.id, passes: true })).toBe('LOOK_BACK_SAME_PERSON');
  const other = world.caller('town-officer', TOWN);
  expect(await kinds(other, first.id)).toEqual(['recheck-look-back-case']);
  await expect(
    world.sql.query(
      `update households.look_back_case set state = 'settled', rechecked_by = fixed_by, rechecked_at = now() where id = $1`,
      [first.id],
    ),
  ).rejects.toMatchObject({ constraint: 'look_back_case_four_eyes' });
  expect(await step(other, rechecks, { id: first.id, passes: true })).toBe('LOOK_BACK_FIX_PENDING');
  expect(await step(other, rechecks, { id: first.id, passes: false })).toMatchObject({ state: 'problem', returned: 1 });
  await expect(
    world.sql.query(`update households.look_back_case set state = 'settled' where id = $1`, [first.id]),
  ).rejects.toMatchObject({ constraint: 'look_back_case_follows_its_table' });
});

test('where the register is wrong, and not the state, the register is corrected and nothing decided', async () => {
  const one = ((await casesOf(town)) as { id: string; state: string; household: { id: string } }[]).find(
    ({ state }) => state === 'toCheck',
  );
  if (!one) throw new Error('no case');
  const secretary = world.caller('first-secretary', TOWN);
  const check = { householdId: one.household.id, checkedOn: await steps.today(), answers: answers() };
  await step(secretary, asked.check, { input: check });
  const wrong = { caseId: one.id, category: 'people-differ', finding: '一人已外嫁' };
  expect(await step(secretary, checks, { input: { ...wrong, category: 'missed' } })).toBe('LOOK_BACK_CATEGORY');
  expect(await step(secretary, checks, { input: wrong })).toMatchObject({ state: 'problem' });
  expect(await step(town, fixes, { id: one.id, by: null })).toMatchObject({ state: 'fixed' });
  expect(await step(town, fixes, { id: one.id, by: null })).toBe('LOOK_BACK_STATE');
  expect(await step(world.caller('inspector', '371200'), rechecks, { id: one.id, passes: true })).toMatchObject({
    state: 'settled',
    returned: 0,
  });
  expect(await step(world.caller('town-officer', '371203100'), rechecks, { id: one.id, passes: true })).toBe(
    'NOT_FOUND',
  );
});

test('sums are of a region wholly in scope, also for who reads no household', async () => {
  const own = await sumOf(town, TOWN);
  expect(own).toMatchObject({ listed: listed.length, toCheck: listed.length - 2, problems: 1, settled: 1 });
  expect(own.byCategory.find(({ category }: any) => category === 'wrongly-exited')).toMatchObject({
    found: 1,
    settled: 0,
  });
  expect(await sumOf(world.caller('observer', '371200'), TOWN)).toEqual(own);
  expect(await step(world.caller('observer', '371200'), lists, { id })).toBe('FORBIDDEN');
  expect(await sumOf(clerk, TOWN)).toBe(null);
});

test('a missed household is a case without a name, and nothing is closed while one is open', async () => {
  const region = listed[0]?.regionId ?? '';
  expect(await step(clerk, missed, { id, region })).toMatchObject({ state: 'problem', category: 'missed' });
  const second = world.caller('district-officer', '371202');
  expect(await step(second, closes, { id })).toBe('LOOK_BACK_UNSETTLED');
  expect(await step(district, closes, { id })).toBe('LOOK_BACK_SAME_PERSON');
  await expect(
    world.sql.query(
      `update households.look_back set closed_by = gen_random_uuid(), closed_at = now(), summary = 'x' where id = $1`,
      [id],
    ),
  ).rejects.toMatchObject({ constraint: 'look_back_closes_when_settled' });
  await world.sql.query(`set session_replication_role = 'replica'`);
  await world.sql.query(
    `update households.look_back_case set state = case when category is null then 'clean' else 'settled' end,
       checked_by = coalesce(checked_by, gen_random_uuid()), checked_at = now(), fixed_by = gen_random_uuid(), rechecked_by = gen_random_uuid() where look_back_id = $1`,
    [id],
  );
  await world.sql.query('reset session_replication_role');
  expect(await kinds(second, id)).toEqual(['close-look-back']);
  // Its day is over: it is closed with an explanation, as the constraint wants it too.
  await world.sql.query(`set session_replication_role = 'replica'`);
  await world.sql.query(
    `update households.look_back set visit_until = '2018-01-01', recheck_until = '2018-01-02', close_until = '2018-01-03' where id = $1`,
    [id],
  );
  await world.sql.query('reset session_replication_role');
  expect(await step(second, closes, { id })).toBe('LOOK_BACK_LATE');
  await expect(
    world.sql.query(
      `update households.look_back set closed_by = gen_random_uuid(), closed_at = now(), summary = 'x' where id = $1`,
      [id],
    ),
  ).rejects.toMatchObject({ constraint: 'look_back_late_explained' });
  expect(await step(second, closes, { id, late: '两户外出务工，返乡后补查' })).toMatchObject({
    id,
    lateReason: '两户外出务工，返乡后补查',
  });
  expect(await step(clerk, missed, { id, region })).toBe('LOOK_BACK_CLOSED');
});
