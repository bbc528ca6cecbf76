// Campaigns of visits: planned within a turn of what is owed, carried out by those assigned, followed by the visits themselves.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let inTown: HouseholdRow[];
let foreign: HouseholdRow;
let today: string;
let turn: { from: string; until: string };
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  const district = world.city.regions.find((each) => each.code === '371202')?.path as string;
  inTown = world.city.households.filter((each) => each.path >= lo && each.path < hi);
  foreign = world.city.households.find((each) => !each.path.startsWith(district)) as HouseholdRow;
  const { rows } = await world.sql.query(`select (now() at time zone 'Asia/Shanghai')::date::text as today,
    date_trunc('quarter', now() at time zone 'Asia/Shanghai')::date::text as "from",
    (date_trunc('quarter', now() at time zone 'Asia/Shanghai') + interval '3 months')::date::text as until`);
  [today, turn] = [rows[0].today, rows[0]];
}, 60_000);
afterAll(() => world?.close());

const plan = 'mutation($input: CampaignInput!) { planCampaign(input: $input) { id turn } }';
const assign =
  'mutation($id: ID!, $visits: [CampaignVisitInput!]!) { assignCampaignVisits(campaignId: $id, visits: $visits) { id } }';
const tell = 'mutation($visits: [VisitInput!]!) { recordVisits(visits: $visits) { refusal { code } } }';
const progress = `query($of: [_Any!]!, $id: ID!) { _entities(representations: $of) { ... on Region { campaignProgress(campaignId: $id) { owed visited flagged } } } }`;
const input = (more: object = {}) => ({
  kind: 'bigVisit',
  regionId: world.regionId('371202'),
  title: '本季度扶贫大走访',
  documentNumber: '莱城扶组发5号',
  covers: 'register',
  ...{ from: turn.from, until: turn.until },
  ...more,
});
const district = () => world.caller('district-officer', '371202');
const of = (region: string) => [{ __typename: 'Region', id: world.regionId(region) }];
const visit = (householdId: string) => ({
  visits: [
    { id: randomUUID(), householdId, visitedOn: today, met: '户主', content: '走访慰问', measure: 'living-help' },
  ],
});
const codes = async (caller: Caller, query: string, variables: object) =>
  (await world.ask(caller, query, variables as Record<string, unknown>)).codes;

test('a district plans the big visit of a quarter, once and in its own region', async () => {
  expect(await codes(world.caller('district-officer', '371203'), plan, { input: input() })).toEqual([
    'CAMPAIGN_NOT_HERE',
  ]);
  expect(await codes(world.caller('town-officer', '口镇'), plan, { input: input() })).toEqual(['FORBIDDEN']);
  expect(await codes(district(), plan, { input: input({ kind: 'visitToThePoor' }) })).toEqual(['CAMPAIGN_NOT_HERE']);
  const far = { until: `${Number(turn.until.slice(0, 4)) + 1}-01-01` };
  expect(await codes(district(), plan, { input: input(far) })).toEqual(['CAMPAIGN_OUTSIDE_TURN']);
  const made = await world.ask(district(), plan, { input: input() });
  expect(made.data.planCampaign.turn).toMatch(/^\d{4}Q[1-4]$/);
  expect(await codes(district(), plan, { input: input() })).toEqual(['CAMPAIGN_STANDS']);
});

test('its progress in a town is what the visits tell; the helper sees whom to visit', async () => {
  const seen = await world.ask(
    world.caller('town-officer', '口镇'),
    '{ campaigns(running: true) { edges { node { id title region { id } } } } }',
  );
  const [{ node: campaign }] = seen.data.campaigns.edges;
  expect(campaign.region.id).toBe(world.regionId('371202'));
  const beside = await world.ask(world.caller('town-officer', '颜庄镇'), '{ campaigns { edges { node { id } } } }');
  expect(beside.data.campaigns.edges).toEqual([]);
  const [one] = inTown as [HouseholdRow];
  const personId = world.city.pairings.find((each) => each.householdId === one.id)?.helperId as string;
  const helper = world.caller('helper', null, { personId, pairedHouseholds: [one.id] });
  const owes =
    '{ campaigns(running: true) { edges { node { unvisited(first: 50) { edges { node { household { id } visitor { id } } } } } } } }';
  const mine = async () => (await world.ask(helper, owes)).data.campaigns.edges[0].node.unvisited.edges;
  expect(await mine()).toEqual([{ node: { household: { id: one.id }, visitor: { id: personId } } }]);
  expect((await world.ask(helper, tell, visit(one.id))).data.recordVisits).toEqual([{ refusal: null }]);
  expect(await mine()).toEqual([]);
  const town = await world.ask(world.caller('town-officer', '口镇'), progress, { of: of('口镇'), id: campaign.id });
  const owed = await world.sql.query(
    `select count(*)::int as n from households.household where id = any($1) and state <> 'removed'`,
    [inTown.map(({ id }) => id)],
  );
  expect(town.data._entities[0].campaignProgress).toEqual({ owed: owed.rows[0].n, visited: 1, flagged: 0 });
  expect(
    (await world.ask(world.caller('town-officer', '颜庄镇'), progress, { of: of('口镇'), id: campaign.id })).codes,
  ).toEqual(['OUT_OF_SCOPE']);
});

test('an official visits whom a campaign sends him to, and nobody else', async () => {
  const id = randomUUID();
  const director = world.caller('office-director', '371200', { personId: world.city.persons[0]?.id as string });
  await world.sql.query(
    `insert into households.campaign (id, kind, region_id, path, title, document_number, turn, starts_on, ends_on, covers, planned_by, planned_at)
     select $1, 'visit-to-the-poor', s.region_id, s.path, '访贫问苦大走访', '莱扶组发9号', '2018', $2::date, $2::date + 10, 'listed', $3, now()
     from households.scope s where s.region_id = $4`,
    [id, today, director.personId, world.regionId('371200')],
  );
  const [one, other] = inTown as [HouseholdRow, HouseholdRow];
  expect((await world.ask(director, tell, visit(one.id))).data.recordVisits).toEqual([
    { refusal: { code: 'VISITOR_NOT_ASSIGNED' } },
  ]);
  const visits = (householdId: string) => [{ householdId, visitorId: director.personId }];
  expect(await codes(world.caller('town-officer', '口镇'), assign, { id, visits: visits(foreign.id) })).toEqual([
    'NOT_FOUND',
  ]);
  expect(
    await codes(world.caller('town-officer', '口镇'), assign, {
      id,
      visits: [{ householdId: one.id, visitorId: randomUUID() }],
    }),
  ).toEqual(['NOT_FOUND']);
  const twice = [...visits(one.id), ...visits(one.id)];
  expect(await codes(world.caller('town-officer', '口镇'), assign, { id, visits: twice })).toEqual(['INVALID_INPUT']);
  expect(await codes(world.caller('town-officer', '口镇'), assign, { id, visits: visits(one.id) })).toEqual([]);
  const city = async () =>
    (await world.ask(director, progress, { of: of('371200'), id })).data._entities[0].campaignProgress;
  // The helper's visit of today is not the director's.
  expect(await city()).toEqual({ owed: 1, visited: 0, flagged: 0 });
  expect((await world.ask(director, tell, visit(one.id))).data.recordVisits).toEqual([{ refusal: null }]);
  expect(await city()).toEqual({ owed: 1, visited: 1, flagged: 0 });
  expect((await world.ask(director, tell, visit(other.id))).data.recordVisits).toEqual([
    { refusal: { code: 'VISITOR_NOT_ASSIGNED' } },
  ]);
});
