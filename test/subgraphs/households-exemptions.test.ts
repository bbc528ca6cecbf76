// Exemptions from visits: asked for by one, decided by another above, and then nobody owes the month.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { asked, decide, ofHousehold, request } from './visit-obligations';

let world: HouseholdsOnly;
let town: Caller;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  town = world.caller('town-officer', '口镇');
}, 60_000);
afterAll(() => world?.close());

const regionOf = (name: string, more: object = {}) => ({
  of: [{ __typename: 'Region', id: world.regionId(name) }],
  ...more,
});
const sumsOf = async (caller: Caller, region: string, period: string, quarter = '2018Q1') =>
  (await world.ask(caller, asked, regionOf(region, { period, quarter }))).data._entities[0];

test('a visit fulfils its month, and an exemption approved by a second person takes a month out of what is owed', async () => {
  const visited = new Set(
    [...world.city.visits()].filter(({ visitedOn }) => visitedOn.startsWith('2018-01')).map((v) => v.householdId),
  );
  const household = world.city.households.find(({ id, path }) => {
    const { path: own } = world.city.regions.find(({ name }) => name === '口镇') as { path: string };
    return path.startsWith(own) && !visited.has(id);
  }) as { id: string; regionId: string };
  const states = async () => {
    const { data } = await world.ask(town, ofHousehold, {
      of: [{ __typename: 'Household', id: household.id }],
      period: '2018Q1',
    });
    return data._entities[0].visitObligations;
  };
  const [january, february] = await states();
  expect(january).toEqual({ turn: '2018-01', state: 'overdue', fulfilledBy: null, fulfilledOn: null });
  const fact = [...world.city.visits()].find(
    (visit) => visit.householdId === household.id && visit.visitedOn.startsWith('2018-02'),
  );
  if (fact) expect(february).toMatchObject({ state: 'fulfilled', fulfilledOn: fact.visitedOn });

  const before = await sumsOf(town, '口镇', '2018Q1');
  const clerk = world.caller(
    'village-clerk',
    world.city.regions.find(({ id }) => id === household.regionId)?.code ?? '',
  );
  const input = {
    subjectId: household.id,
    line: 'household-visit-monthly',
    from: '2018-01-01',
    reason: '该户元旦至春节在外务工，无人在家',
  };
  const asking = await world.ask(clerk, request, { input });
  expect(asking.data.requestVisitExemption).toMatchObject({ outcome: null, from: '2018-01-01', dueBy: '2018-01-31' });
  const { id } = asking.data.requestVisitExemption;
  expect((await sumsOf(town, '口镇', '2018Q1')).visitObligations).toEqual(before.visitObligations);

  expect((await world.ask(town, request, { input })).codes).toEqual(['EXEMPTION_STANDS']);
  expect((await world.ask(clerk, decide('approve'), { id })).codes).toEqual(['FORBIDDEN']);
  expect((await world.ask(world.caller('town-officer', '371203100'), decide('approve'), { id })).codes).toEqual([
    'NOT_FOUND',
  ]);
  const same = { ...town, personId: clerk.personId };
  expect((await world.ask(same, decide('approve'), { id })).codes).toEqual(['EXEMPTION_OWN']);
  const approved = await world.ask(town, decide('approve'), { id });
  expect(approved.data.approveVisitExemption).toEqual({ id, outcome: 'approved', decidedBy: { id: town.personId } });
  expect((await world.ask(town, decide('refuse'), { id })).codes).toEqual(['EXEMPTION_DECIDED']);

  expect((await states())[0].state).toBe('exempt');
  const after = await sumsOf(town, '口镇', '2018Q1');
  expect(after.visitObligations.counts).toEqual({
    ...before.visitObligations.counts,
    owed: before.visitObligations.counts.owed - 1,
    overdue: before.visitObligations.counts.overdue - 1,
    exempt: 1,
  });
  expect(after.householdSummary.visits).toEqual({
    owed: before.householdSummary.visits.owed - 1,
    done: before.householdSummary.visits.done,
  });
});

test.each([
  [{ line: 'tea-monthly' }, 'line'],
  [{ from: '2018-01-02' }, 'from'],
  [{ reason: ' ' }, 'reason'],
])('an exemption with %j is refused and %s is named', async (wrong, field) => {
  const [household] = world.city.households.filter(({ path }) =>
    path.startsWith(world.city.regions.find(({ name }) => name === '口镇')?.path ?? '-'),
  );
  const input = {
    subjectId: household?.id,
    line: 'household-visit-monthly',
    from: '2018-03-01',
    reason: '住院',
    ...wrong,
  };
  const { codes } = await world.ask(town, request, { input });
  expect([codes, field]).toEqual([['INVALID_INPUT'], field]);
});

test('the database itself refuses who decides on the own request, and a second decision', async () => {
  const [household] = world.city.households as { id: string; regionId: string; path: string }[];
  const id = randomUUID();
  const person = randomUUID();
  await world.sql.query(
    `insert into households.obligation_exemption (id, line, subject_id, region_id, path, window_from, window_until, reason, requested_by)
     values ($1, 'household-visit-monthly', $2, $3, $4, '2018-09-01', '2018-10-01', '住院', $5)`,
    [id, household?.id, household?.regionId, household?.path, person],
  );
  const decideAs = (by: string) =>
    world.sql.query(
      `update households.obligation_exemption set decided_by = $2, decided_at = now(), outcome = 'approved' where id = $1`,
      [id, by],
    );
  await expect(decideAs(person)).rejects.toMatchObject({ constraint: 'obligation_exemption_four_eyes' });
  await decideAs(randomUUID());
  await expect(decideAs(randomUUID())).rejects.toMatchObject({ constraint: 'obligation_exemption_decided_once' });
});
