// Sums of the register over regions: levels add up to one another, and no sum is shown in part.
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
}, 60_000);
afterAll(() => world?.close());

const summary = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Region {
  householdSummary(year: 2018) { households people byState { state households people } visits(quarter: "2018Q1") { owed done } } } } }`;
const regionOf = (name: string) => ({ of: [{ __typename: 'Region', id: world.regionId(name) }] });

test('towns sum to the district and the zone, those to the city, for whom all of it is in scope', async () => {
  const sumOf = async (caller: Caller, of: string) =>
    (await world.ask(caller, summary, regionOf(of))).data._entities[0].householdSummary;
  const observer = world.caller('observer', '370000');
  const city = await sumOf(observer, '371200');
  expect(city).toMatchObject({ households: 340, people: 520 });
  expect(city.visits).toEqual({ owed: 1020, done: monthsVisited('2018-04-01') });
  const towns = world.city.regions.filter((each) => each.kind === 'town');
  const of = { of: towns.map(({ id }) => ({ __typename: 'Region', id })) };
  const sums = (await world.ask(observer, summary, of)).data._entities.map(
    (each: { householdSummary: object }) => each.householdSummary,
  );
  for (const key of ['households', 'people'] as const)
    expect(sums.reduce((sum: number, each: Record<string, number>) => sum + (each[key] ?? 0), 0)).toBe(city[key]);
  expect(sums.reduce((sum: number, each: { visits: { done: number } }) => sum + each.visits.done, 0)).toBe(
    city.visits.done,
  );
  expect(await sumOf(world.caller('district-officer', '371202'), '口镇')).toEqual(
    await sumOf(world.caller('town-officer', '口镇'), '口镇'),
  );
});

test.each([
  ['town-officer', '口镇', '371202'],
  ['district-officer', '371202', '371203'],
  ['helper', null, '口镇'],
] as const)('%s of %s is not shown a part of the sum of %s', async (post, own, asked) => {
  const { data, codes } = await world.ask(world.caller(post, own), summary, regionOf(asked));
  expect([data._entities[0].householdSummary, codes]).toEqual([null, ['OUT_OF_SCOPE']]);
});

const VISITS = `query($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Region { visits(quarter: "2018Q1", first: 40, after: $after) {
  edges { node { id visitedOn household { id } } } pageInfo { hasNextPage endCursor } } } } }`;

test('the visits of a region in a quarter are listed to those in whose scope it lies, each once, and to nobody in part', async () => {
  const town = world.city.regions.find(({ name }) => name === '口镇')?.path ?? '';
  const expected = [...world.city.visits()]
    .filter(({ path, visitedOn }) => path.startsWith(town) && visitedOn >= '2018-01-01' && visitedOn < '2018-04-01')
    .map(({ id }) => id);
  const officer = world.caller('town-officer', '口镇');
  const listed: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data, codes } = await world.ask(officer, VISITS, { ...regionOf('口镇'), after });
    expect(codes).toEqual([]);
    const { edges, pageInfo } = data._entities[0].visits;
    listed.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(listed.length).toBeGreaterThan(40);
  expect(listed.sort()).toEqual(expected.sort());
  const codesOf = async (caller: Caller, of: string, after: string | null = null) =>
    (await world.ask(caller, VISITS, { ...regionOf(of), after })).codes;
  expect(await codesOf(officer, '371202')).toEqual(['OUT_OF_SCOPE']);
  expect(await codesOf(world.caller('district-officer', '371203'), '口镇')).toEqual(['OUT_OF_SCOPE']);
  expect(await codesOf(world.caller('helper', null), '口镇')).toEqual(['OUT_OF_SCOPE']);
  expect(await codesOf(world.caller('observer', '370000'), '口镇')).toEqual(['FORBIDDEN']);
  expect(await codesOf(officer, '口镇', 'WyJ4IiwieSJd')).toEqual(['INVALID_INPUT']);
});

/** Household-months from January with a visit, counted in the city's own rows. */
function monthsVisited(until: string): number {
  const months = new Set<string>();
  for (const visit of world.city.visits())
    if (visit.visitedOn < until) months.add(`${visit.householdId} ${visit.visitedOn.slice(0, 7)}`);
  return months.size;
}
