// Who is stationed where and until when; what is overdue, in pages; and what waits for whoever may confirm.
import type { Caller } from '#platform/vocabulary/caller';
import { stationingsOf } from '../../data/generate/stationings';
import { type Desk, openDesk } from './organisation-desk';
import { type Data, OWED, stationingSteps } from './stationing-steps';

type Steps = ReturnType<typeof stationingSteps>;
let desk: Desk;
let steps: Steps;
let secretary: Caller;
let town: Caller;
let village: string;
beforeAll(async () => {
  desk = await openDesk();
  steps = stationingSteps(desk);
  secretary = await desk.as('first-secretary');
  town = await desk.as('town-kouzhen');
  village = secretary.regionId as string;
}, 60_000);
afterAll(() => desk?.close());

const ask: Steps['ask'] = (...given) => steps.ask(...given);
const of: Steps['of'] = (...given) => steps.of(...given);

test('stationing is by document, one in the role at a time, in villages of the own range; it ends, and duties end with it', async () => {
  const person = desk.city.appointments.filter(({ post }) => post === 'helper').at(-1)?.personId;
  const other = desk.city.regions
    .filter(({ kind, parentId }) => kind === 'village' && parentId === town.regionId)
    .at(-1)?.id as string;
  const station = (caller: Caller, change: object = {}) =>
    ask(caller, 'mutation($i: StationInput!) { stationPerson(input: $i) { id role validTo } }', {
      i: {
        regionId: other,
        personId: person,
        role: 'workTeam',
        documentNumber: '口政发〔2019〕9号',
        validFrom: '2019-03-01',
        ...change,
      },
    });
  expect((await station(town, { regionId: town.regionId })).codes).toEqual(['STATIONED_IN_VILLAGES']);
  expect((await station(await desk.as('zone-xueye'))).codes).toEqual(['NOT_FOUND']);
  expect((await station(town, { regionId: village, role: 'firstSecretary' })).codes).toEqual(['STATION_TAKEN']);
  const made = (await station(town)).data.stationPerson;
  expect((await station(town)).codes).toEqual(['STATION_TAKEN']);
  expect((await of(town, other, '2019')).counts.owed).toBe(10);
  const end = (on: string) =>
    ask(town, 'mutation($id: ID!, $on: CalendarDay!) { endStationing(id: $id, on: $on) { validTo } }', {
      id: made.id,
      on,
    });
  expect((await end('2019-02-28')).codes).toEqual(['INVALID_INPUT']);
  expect((await end('2019-05-31')).data.endStationing.validTo).toBe('2019-05-31');
  expect((await end('2019-06-30')).codes).toEqual(['STATION_ENDED']);
  // Bound on the last day of March and April, no more on that of May.
  expect((await of(town, other, '2019')).counts.owed).toBe(2);
});

test('what is overdue is paged in the order of places; ranges are walls; what waits is on the list of whoever may confirm', async () => {
  const walked: string[] = [];
  for (let after: string | null = null; ; ) {
    const { overdue }: Data = await of(town, town.regionId as string, '2018Q1', { first: 3, after });
    walked.push(...overdue.edges.map(({ node }: Data) => `${node.stationing.id} ${node.line} ${node.turn}`));
    if (!overdue.pageInfo.hasNextPage) break;
    after = overdue.pageInfo.endCursor;
  }
  const { counts, overdue } = await of(town, town.regionId as string, '2018Q1', { first: 200 });
  expect([walked.length, new Set(walked).size]).toEqual([counts.overdue, counts.overdue]);
  expect(overdue.edges.every(({ node }: Data) => node.state === 'overdue')).toBe(true);
  expect((await ask(secretary, OWED, { id: town.regionId, period: '2018' })).codes).toEqual(['OUT_OF_SCOPE']);
  expect(
    (await ask(town, '{ stationings(first: 200) { edges { node { region { id } } } } }')).data.stationings.edges.length,
  ).toBe(
    stationingsOf(371_200, desk.city).stationings.filter(({ path }) =>
      path.startsWith(desk.city.regions.find(({ id }) => id === town.regionId)?.path as string),
    ).length + 1,
  );
  const todo = '{ organisationTodo(first: 50) { edges { node { kind subject about } } } }';
  const waits = async (caller: Caller) =>
    (await ask(caller, todo)).data.organisationTodo.edges.filter(({ node }: Data) => node.kind === 'confirm-site-days')
      .length;
  expect(await waits(town)).toBeGreaterThan(3);
  expect(await waits(secretary)).toBe(0);
});
