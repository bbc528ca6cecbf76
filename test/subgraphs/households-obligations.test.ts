// Visits owed: one calculator and the sums of SQL say the same, exemptions need two people, and each sees what lies in the own scope.
import { randomUUID } from 'node:crypto';
import { obligationBook } from '#platform/graph/obligation-book';
import { countsOf, owedOf } from '#platform/obligation/counts';
import { parsePeriod } from '#platform/obligation/days';
import { obligationsOf } from '#platform/obligation/obligations';
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';

const KOUZHEN_VILLAGE = '371202100207';

let world: HouseholdsOnly;
let town: Caller;
let district: Caller;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  town = world.caller('town-officer', '口镇');
  district = world.caller('district-officer', '371202');
}, 60_000);
afterAll(() => world?.close());

const counts = 'counts { owed fulfilled late due overdue exempt }';
const asked = `query($of: [_Any!]!, $period: String!, $quarter: String!) { _entities(representations: $of) { ... on Region {
  visitObligations(period: $period) { ${counts} lines { line assumed ${counts} } }
  householdSummary(year: 2018) { visits(quarter: $quarter) { owed done } } } } }`;
const page = `query($of: [_Any!]!, $period: String!, $first: Int, $after: String) { _entities(representations: $of) { ... on Region {
  visitObligations(period: $period) { overdue(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { line turn from dueBy state overdueSince fulfilledBy household { id } responsible { id } } } } } } } }`;
const regionOf = (name: string, more: object = {}) => ({
  of: [{ __typename: 'Region', id: world.regionId(name) }],
  ...more,
});
const sumsOf = async (caller: Caller, region: string, period: string, quarter = '2018Q1') =>
  (await world.ask(caller, asked, regionOf(region, { period, quarter }))).data._entities[0];

/** Everything in memory, from the city's own rows, through the calculator. */
function calculated(period: string, prefix: string) {
  const grounds = {
    subjects: world.city.households
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ id, registeredOn }) => ({ id, boundFrom: registeredOn, boundUntil: null })),
    evidence: [...world.city.visits()].map(({ id, householdId, visitedOn }) => ({
      id,
      subject: householdId,
      on: visitedOn,
    })),
    exempted: [],
    today: new Date().toISOString().slice(0, 10),
  };
  return obligationBook()
    .turnsOf('households', parsePeriod(period))
    .flatMap(({ line, windows }) => obligationsOf(line, { ...grounds, windows }));
}

test('the counts of a region are the calculator’s, and the figure that scores are made of is the same', async () => {
  for (const [region, quarter] of [
    ['371200', '2018Q1'],
    ['口镇', '2018Q2'],
    ['371203', '2018Q4'],
  ] as const) {
    const { path } = world.city.regions.find(({ code, name }) => code === region || name === region) as {
      path: string;
    };
    const expected = countsOf(calculated(quarter, path));
    const { visitObligations, householdSummary } = await sumsOf(
      world.caller('observer', '370000'),
      region,
      quarter,
      quarter,
    );
    expect(visitObligations.counts).toEqual({ ...expected, owed: owedOf(expected) });
    expect(expected.overdue).toBeGreaterThan(0);
    expect(visitObligations.lines.map((each: { line: string }) => each.line)).toEqual(['household-visit-monthly']);
    expect(householdSummary.visits).toEqual({ owed: owedOf(expected), done: expected.fulfilled });
  }
});

test('months add up to their quarter and quarters to the year', async () => {
  const of = async (period: string) => (await sumsOf(district, '371202', period)).visitObligations.counts;
  const sum = (all: Record<string, number>[]) =>
    all.reduce(
      (total, each) => Object.fromEntries(Object.keys(each).map((key) => [key, (total[key] ?? 0) + (each[key] ?? 0)])),
      {},
    );
  const months = await Promise.all(['2018-04', '2018-05', '2018-06'].map(of));
  const quarters = await Promise.all(['2018Q1', '2018Q2', '2018Q3', '2018Q4'].map(of));
  expect(sum(months)).toEqual(quarters[1]);
  expect(sum(quarters)).toEqual(await of('2018'));
});

test('pages of what is overdue walk through exactly the calculator’s overdue obligations, each with who owes it', async () => {
  const { path } = world.city.regions.find(({ code }) => code === '371202') as { path: string };
  const expected = calculated('2018', path).filter(({ state }) => state === 'overdue');
  const walked: string[] = [];
  const helpers = new Map(world.city.pairings.map(({ householdId, helperId }) => [householdId, helperId]));
  for (let after: string | null = null; ; ) {
    const { data } = await world.ask(district, page, regionOf('371202', { period: '2018', first: 50, after }));
    const { edges, pageInfo } = data._entities[0].visitObligations.overdue;
    for (const { node } of edges) {
      expect(node).toMatchObject({
        state: 'overdue',
        fulfilledBy: null,
        responsible: { id: helpers.get(node.household.id) },
      });
      expect(node.dueBy < node.overdueSince).toBe(true);
      walked.push(`${node.household.id} ${node.turn}`);
    }
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(expected.length).toBeGreaterThan(50);
  expect([...walked].sort()).toEqual(expected.map(({ subject, window }) => `${subject} ${window.turn}`).sort());
  const wrong = await world.ask(district, page, regionOf('371202', { period: '2018', after: 'bm90' }));
  expect(wrong.codes).toEqual(['INVALID_INPUT']);
});

const ofHousehold = `query($of: [_Any!]!, $period: String!) { _entities(representations: $of) { ... on Household {
  visitObligations(period: $period) { turn state fulfilledBy fulfilledOn } } } }`;
const request = 'mutation($input: ExemptionInput!) { requestVisitExemption(input: $input) { id outcome from dueBy } }';
const decide = (verb: string) =>
  `mutation($id: ID!) { ${verb}VisitExemption(id: $id${verb === 'refuse' ? ', remark: "可改期走访"' : ''}) { id outcome decidedBy { id } } }`;

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

test('a helper sees what is owed to the own households, and nothing of others', async () => {
  const { helperId } = world.city.pairings[0] as { helperId: string };
  const paired = world.city.pairings.filter((each) => each.helperId === helperId).map(({ householdId }) => householdId);
  const helper = world.caller('helper', null, { personId: helperId, pairedHouseholds: paired });
  const mine = `{ myVisitObligations(period: "2018") { ${counts} overdue { edges { node { household { id } responsible { id } } } } } }`;
  const { data } = await world.ask(helper, mine);
  const own = calculated('2018', '').filter(({ subject }) => paired.includes(subject));
  expect(data.myVisitObligations.counts).toEqual({ ...countsOf(own), owed: owedOf(countsOf(own)) });
  for (const { node } of data.myVisitObligations.overdue.edges) {
    expect(paired).toContain(node.household.id);
    expect(node.responsible.id).toBe(helperId);
  }
  expect((await world.ask(town, mine)).codes).toEqual(['FORBIDDEN']);
  const other = world.city.households.find(({ id }) => !paired.includes(id)) as { id: string };
  const input = { subjectId: other.id, line: 'household-visit-monthly', from: '2018-03-01', reason: '不属于我的户' };
  expect((await world.ask(helper, request, { input })).codes).toEqual(['NOT_FOUND']);
});

test('sums are never shown in part, and single households not to those who may only see sums', async () => {
  expect((await world.ask(town, asked, regionOf('371202', { period: '2018Q1', quarter: '2018Q1' }))).codes).toContain(
    'OUT_OF_SCOPE',
  );
  expect(
    (await world.ask(world.caller('observer', '370000'), page, regionOf('371202', { period: '2018' }))).codes,
  ).toEqual(['FORBIDDEN']);
  expect(
    (
      await world.ask(
        world.caller('village-clerk', KOUZHEN_VILLAGE),
        asked,
        regionOf(KOUZHEN_VILLAGE, { period: '2018Q9', quarter: '2018Q1' }),
      )
    ).codes,
  ).toEqual(['INVALID_INPUT']);
});
