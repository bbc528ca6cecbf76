// A state is set by a determination, or corrected by two people; what is waited for is on the lists of those who may, and on nobody else's.
import type { Caller } from '#platform/vocabulary/caller';
import type { HouseholdRow } from '../../data/generate/city';
import { answers, asked, determinationSteps, vote } from './determination-steps';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let steps: ReturnType<typeof determinationSteps>;
let own: HouseholdRow;
let district: Caller;
let year: number;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  steps = determinationSteps(world);
  own = steps.householdIn('not-lifted', '371202');
  district = world.caller('district-officer', '371202');
  year = Number((await steps.today()).slice(0, 4));
}, 60_000);
afterAll(() => world?.close());

const set =
  'mutation($id: ID!, $year: Int!, $state: String!) { setHouseholdState(householdId: $id, year: $year, state: $state, documentNumber: "莱扶字〔2018〕9号") { state stateYear } }';
const correct =
  'mutation($id: ID!, $year: Int!, $state: String!) { proposeStateCorrection(householdId: $id, year: $year, state: $state, documentNumber: "莱城扶〔2017〕88号", reason: "录入错行") { id fromState toState outcome } }';
const approve = 'mutation($id: ID!) { approveStateCorrection(id: $id) { outcome household { state } } }';
const todo = 'query { householdsTodo(first: 200) { edges { node { kind subjectId } } } }';
const waiting = async (caller: Caller, id: string) =>
  (await steps.step(caller, todo, {})).edges
    .map(({ node }: { node: { kind: string; subjectId: string } }) => node)
    .filter(({ subjectId }: { subjectId: string }) => subjectId === id)
    .map(({ kind }: { kind: string }) => kind);

test('outside a procedure a state is carried into a new year and nothing else', async () => {
  const to = (state: string, of = year) => steps.step(district, set, { id: own.id, year: of, state });
  expect(await to('planned-exit')).toBe('STATE_BY_PROCEDURE');
  expect(await to('removed')).toBe('STATE_BY_PROCEDURE');
  expect(await to('not-lifted')).toEqual({ state: 'not-lifted', stateYear: year });
});

test('the wall says so in SQL too: an official’s role writes no other state, with no determination, or with one that there is not', async () => {
  const as = async (sql: string, values: unknown[]) => {
    await world.sql.query('begin');
    try {
      await world.sql.query(`select set_config('scope.lo', $1, true), set_config('scope.hi', $2, true)`, [
        '0001/',
        '00010',
      ]);
      await world.sql.query('set local role register_households_region');
      await world.sql.query(sql, values);
      // As the end of the transaction would.
      return await world.sql.query('set constraints all immediate');
    } finally {
      await world.sql.query('rollback');
    }
  };
  const insert = (more: string, value: string) =>
    as(
      `insert into households.household_state (household_id, region_id, path, year, ordinal, state ${more}) values ($1, $2, $3, $4, 9, 'lifted-with-policies' ${value})`,
      [own.id, own.regionId, own.path, year],
    );
  await expect(insert('', '')).rejects.toMatchObject({ constraint: 'household_state_by_procedure' });
  await expect(insert(', determination_id', ', gen_random_uuid()')).rejects.toMatchObject({
    constraint: 'household_state_determination_id_fkey',
  });
  await expect(insert(', correction_id', ', gen_random_uuid()')).rejects.toMatchObject({
    constraint: 'household_state_correction_id_fkey',
  });
});

test('a state entered wrongly is corrected with its document by two people', async () => {
  const proposed = await steps.step(district, correct, { id: own.id, year, state: 'lifted-with-policies' });
  expect(proposed).toMatchObject({ fromState: 'not-lifted', toState: 'lifted-with-policies', outcome: null });
  expect(await steps.step(district, correct, { id: own.id, year, state: 'returned' })).toBe('CORRECTION_OPEN');
  expect(await waiting(district, proposed.id)).toEqual([]);
  expect(await steps.step(district, approve, { id: proposed.id })).toBe('CORRECTION_OWN');
  const second = world.caller('district-officer', '371202');
  expect(await waiting(second, proposed.id)).toEqual(['decide-state-correction']);
  expect(await steps.step(world.caller('district-officer', '371203'), approve, { id: proposed.id })).toBe('NOT_FOUND');
  expect(await steps.step(second, approve, { id: proposed.id })).toEqual({
    outcome: 'approved',
    household: { state: 'lifted-with-policies' },
  });
  expect(await steps.step(second, approve, { id: proposed.id })).toBe('CORRECTION_DECIDED');
  await expect(
    world.sql.query(
      'insert into households.state_correction select gen_random_uuid(), household_id, region_id, path, year, from_state, to_state, document_number, reason, proposed_by, proposed_at, outcome, proposed_by, decided_at from households.state_correction where id = $1',
      [proposed.id],
    ),
  ).rejects.toMatchObject({ constraint: 'state_correction_four_eyes' });
});

test('each step waits for the post that takes it and has laid no hand on it', async () => {
  const other = steps.householdIn('not-lifted', '371202', 1);
  const village = world.city.regions.find(({ id }) => id === other.regionId);
  const clerk = world.caller('village-clerk', village?.code ?? '');
  const town = world.caller('town-officer', world.city.regions.find(({ id }) => id === village?.parentId)?.name ?? '');
  await steps.step(town, asked.check, {
    input: { householdId: other.id, checkedOn: await steps.today(), answers: answers() },
  });
  const proposed = await steps.step(town, asked.propose, {
    input: { householdId: other.id, kind: 'exit', year, reason: '收入稳定', despite: '已核实' },
  });
  expect(await waiting(clerk, proposed.id)).toEqual(['appraise-determination']);
  await steps.step(clerk, asked.appraise, { id: proposed.id, input: vote });
  expect(await waiting(clerk, proposed.id)).toEqual([]);
  // The town proposed it: it waits for a colleague.
  expect(await waiting(town, proposed.id)).toEqual([]);
  const colleague = { ...town, personId: '00000000-0000-4000-8000-000000000001' };
  expect(await waiting(colleague, proposed.id)).toEqual(['review-determination']);
  expect(await waiting({ ...colleague, standsFor: [town.personId ?? ''] }, proposed.id)).toEqual([]);
});
