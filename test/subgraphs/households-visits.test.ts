// Visits told by phones: in batches, each by itself, sent again without harm; photos that come later; and what is odd about them.
import { createHash, randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let one: HouseholdRow;
let other: HouseholdRow;
let helper: Caller;
let stranger: Caller;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '口镇')?.path as string);
  one = world.city.households.find((each) => each.path >= lo && each.path < hi) as HouseholdRow;
  other = world.city.households.find((each) => each.path < lo || each.path >= hi) as HouseholdRow;
  [helper, stranger] = [helperOf(one), helperOf(other)];
}, 60_000);
afterAll(() => world?.close());

const helperOf = ({ id }: HouseholdRow): Caller => {
  const personId = world.city.pairings.find((each) => each.householdId === id)?.helperId as string;
  return world.caller('helper', null, { personId, pairedHouseholds: [id] });
};
const batch = `mutation($visits: [VisitInput!]!, $sentAt: Instant) { recordVisits(visits: $visits, sentAt: $sentAt) {
  id repeated refusal { code facts } visit { id visitedOn problem place { latitude accuracy } awaitedPhotos flags { kind facts otherVisit { id } } } } }`;
const base = { met: '户主', content: '核对收入', measure: 'policy-briefing', visitedOn: '2018-03-05' };
const visit = (more: object = {}, household = one) => ({
  id: randomUUID(),
  householdId: household.id,
  ...base,
  ...more,
});
const tell = async (caller: Caller, visits: object[], sentAt?: Date) =>
  (await world.ask(caller, batch, { visits, sentAt: sentAt?.toISOString() })).data?.recordVisits;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const kinds = ([told]: { visit: { flags: { kind: string }[] } }[]) => told?.visit.flags.map(({ kind }) => kind).sort();

async function upload(caller: Caller, sha256: string): Promise<void> {
  await world.sql.query(
    `insert into households.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, 'jpeg', 1000, 'a.jpg', $3, now())`,
    [randomUUID(), sha256, caller.personId],
  );
}

test('a batch tells each visit by itself, and one that is refused keeps no other back', async () => {
  const visits = [
    visit({ problem: '屋顶漏雨', place: { latitude: 36.3, longitude: 117.7, accuracy: 15 } }),
    visit({ visitedOn: '2017-12-31' }),
    visit({}, other),
    visit({ measure: 'tea' }),
    visit({ visitedOn: '2999-01-01' }),
    visit({ visitedOn: '2018-04-05' }),
  ];
  const told = await tell(helper, visits);
  expect(told.map(({ id, refusal }: any) => [id, refusal?.code ?? null])).toEqual([
    [visits[0]?.id, null],
    [visits[1]?.id, 'VISIT_BEFORE_PAIRING'],
    [visits[2]?.id, 'NOT_FOUND'],
    [visits[3]?.id, 'INVALID_INPUT'],
    [visits[4]?.id, 'VISIT_IN_FUTURE'],
    [visits[5]?.id, null],
  ]);
  expect(told[3].refusal.facts).toMatchObject({ field: 'measure' });
  expect(told[0].visit).toMatchObject({ problem: '屋顶漏雨', place: { latitude: 36.3, accuracy: 15 } });
  const log = await world.sql.query(
    `select kind, result, count(*)::int as n from households.audit where person_id = $1 and action = 'recordVisits' group by 1, 2 order by 1, 2`,
    [helper.personId],
  );
  expect(log.rows.map(({ kind, n }) => [kind, n])).toEqual([
    ['effect', 2],
    ...Array.from({ length: 4 }, () => ['refusal', 1]),
  ]);
});

test('the very same sent again is recorded once, also after the household went to somebody else; another under the same id is refused', async () => {
  const first = visit();
  expect(await tell(helper, [first])).toMatchObject([{ repeated: false, refusal: null }]);
  expect(await tell(helper, [first, first])).toMatchObject([{ repeated: true }, { repeated: true }]);
  expect(await tell({ ...helper, pairedHouseholds: [] }, [first])).toMatchObject([{ repeated: true, visit: null }]);
  for (const [caller, told] of [
    [helper, { ...first, content: '另一内容' }],
    [stranger, { ...first, householdId: other.id }],
  ] as const)
    expect(await tell(caller, [told])).toMatchObject([{ refusal: { code: 'VISIT_ID_TAKEN' } }]);
  const { rows } = await world.sql.query('select count(*)::int as n from households.visit where id = $1', [first.id]);
  expect(rows).toEqual([{ n: 1 }]);
});

test('a batch is as long as the pack allows', async () => {
  for (const visits of [[], Array.from({ length: 51 }, () => visit())])
    expect((await world.ask(helper, batch, { visits })).codes).toEqual(['INVALID_INPUT']);
});

test('a photo may come before its visit or after it, and joins by itself; somebody else’s does not', async () => {
  const [early, late] = [hashOf('early'), hashOf('late')];
  await upload(helper, early);
  await upload(stranger, late);
  const told = visit({ photos: [late, early], visitedOn: '2018-05-05' });
  expect((await tell(helper, [told]))[0].visit.awaitedPhotos).toEqual([late]);
  await upload(helper, late);
  const seen = await world.ask(
    helper,
    `query($id: ID!) { household(id: $id) { visits(first: 50) { edges { node { id awaitedPhotos evidence { sha256 } } } } } }`,
    { id: one.id },
  );
  const node = seen.data.household.visits.edges.map((edge: any) => edge.node).find(({ id }: any) => id === told.id);
  expect(node.awaitedPhotos).toEqual([]);
  expect(node.evidence.map(({ sha256 }: any) => sha256).sort()).toEqual([early, late].sort());
});

test('a photo of another helper’s household is flagged, and nothing of that household is told', async () => {
  const photo = hashOf('one photo, two households');
  const first = visit({ photos: [photo] }, other);
  expect(kinds(await tell(stranger, [first]))).toEqual(['writtenLate']);
  const [told] = await tell(helper, [visit({ photos: [photo] })]);
  const flag = told.visit.flags.find(({ kind }: any) => kind === 'duplicatePhoto');
  expect(flag).toEqual({ kind: 'duplicatePhoto', facts: { photos: 1 }, otherVisit: null });
  const director = world.caller('office-director', '371200');
  const query = `query($id: ID!) { visits(householdId: $id, first: 100) { edges { node { id flags { kind otherVisit { id household { id } } } } } } }`;
  const seen = await world.ask(director, query, { id: one.id });
  const node = seen.data.visits.edges.map((edge: any) => edge.node).find(({ id }: any) => id === told.id);
  expect(node.flags.find(({ kind }: any) => kind === 'duplicatePhoto').otherVisit).toEqual({
    id: first.id,
    household: { id: other.id },
  });
});

test('impossible travel, a clock that is off and a copied text are flagged; honest visits of today are not', async () => {
  const now = new Date();
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const at = (minutes: number, latitude: number) => ({
    visitedOn: today,
    visitedAt: new Date(now.getTime() - minutes * 60_000).toISOString(),
    place: { latitude, longitude: 117.7, accuracy: 10 },
  });
  const long = '查看房屋和饮水，商量生姜种植，约定下月一起去合作社看苗';
  // The day may have turned in Beijing minutes ago: then the moments lie on the day before, and the clock alone is off.
  const odd = async (more: object) =>
    kinds(await tell(helper, [visit(more)], now))?.filter((kind) => kind !== 'clockOff');
  expect(await odd({ ...at(20, 36.3), content: long })).toEqual([]);
  expect(await odd(at(15, 36.5))).toEqual(['impossibleTravel']);
  expect(await odd({ visitedOn: today, content: `${long}！` })).toEqual(['copiedText']);
  const hourAgo = new Date(now.getTime() - 3_600_000);
  expect(kinds(await tell(helper, [visit({ visitedOn: today })], hourAgo))).toEqual(['clockOff']);
});

test('flags are counted by region and by visitor, and their visits are listed', async () => {
  const town = world.caller('town-officer', '口镇');
  const { data } = await world.ask(
    town,
    `query($of: [_Any!]!) { _entities(representations: $of) {
      ... on Region { householdSummary(year: 2018) { visits(quarter: "2018Q1") { flagged } } visits(quarter: "2018Q1", flagged: true, first: 100) { edges { node { helper { id flaggedVisits(quarter: "2018Q1") } } } } } } }`,
    { of: [{ __typename: 'Region', id: world.regionId('口镇') }] },
  );
  const [region] = data._entities;
  expect(region.householdSummary.visits.flagged).toBe(region.visits.edges.length);
  expect(region.visits.edges.length).toBeGreaterThan(1);
  expect(region.visits.edges[0].node.helper).toEqual({
    id: helper.personId,
    flaggedVisits: region.visits.edges.length,
  });
});

test('flags and photos are appended, and stay with a visit of the same household in plain SQL too', async () => {
  const broken = async (sql: string, values: unknown[] = []) =>
    (await world.sql.query(sql, values).catch((error: { constraint: string }) => error)) as { constraint?: string };
  expect((await broken(`update households.visit_flag set facts = '{}'`)).constraint).toBe(
    'households_visit_flag_append_only',
  );
  expect((await broken('delete from households.visit_photo')).constraint).toBe('households_visit_photo_append_only');
  const { rows } = await world.sql.query('select id from households.visit where household_id = $1 limit 1', [one.id]);
  const wrong = await broken(
    `insert into households.visit_photo (visit_id, household_id, region_id, path, sha256, told_by) values ($1, $2, $3, $4, $5, $6)`,
    [rows[0].id, other.id, other.regionId, other.path, hashOf('x'), helper.personId],
  );
  expect(wrong.constraint).toBe('visit_photo_visit');
});
