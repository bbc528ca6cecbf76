// Visits owed: one calculator and the sums of SQL say the same, and each sees what lies in the own scope.
import { countsOf, owedOf } from '#platform/obligation/counts';
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { asked, calculated, counts, page, request } from './visit-obligations';

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

const regionOf = (name: string, more: object = {}) => ({
  of: [{ __typename: 'Region', id: world.regionId(name) }],
  ...more,
});
const sumsOf = async (caller: Caller, region: string, period: string, quarter = '2018Q1') =>
  (await world.ask(caller, asked, regionOf(region, { period, quarter }))).data._entities[0];

test('the counts of a region are the calculator’s, and the figure that scores are made of is the same', async () => {
  for (const [region, quarter] of [
    ['371200', '2018Q1'],
    ['口镇', '2018Q2'],
    ['371203', '2018Q4'],
  ] as const) {
    const { path } = world.city.regions.find(({ code, name }) => code === region || name === region) as {
      path: string;
    };
    const expected = countsOf(calculated(world.city, quarter, path));
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
  const expected = calculated(world.city, '2018', path).filter(({ state }) => state === 'overdue');
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

test('a helper sees what is owed to the own households, and nothing of others', async () => {
  const { helperId } = world.city.pairings[0] as { helperId: string };
  const paired = world.city.pairings.filter((each) => each.helperId === helperId).map(({ householdId }) => householdId);
  const helper = world.caller('helper', null, { personId: helperId, pairedHouseholds: paired });
  const mine = `{ myVisitObligations(period: "2018") { ${counts} overdue { edges { node { household { id } responsible { id } } } } } }`;
  const { data } = await world.ask(helper, mine);
  const own = calculated(world.city, '2018', '').filter(({ subject }) => paired.includes(subject));
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
