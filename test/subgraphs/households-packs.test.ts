// Rules of households are packs: drafted by one, approved by another, and decided by from their first day on, also by whoever sees no region.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { addDays } from '#platform/vocabulary/calendar-day';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { report } from './pairing-questions';

let world: HouseholdsOnly;
let today: string;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 620 });
  today = (await world.sql.query(`select (now() at time zone 'Asia/Shanghai')::date::text as day`)).rows[0].day;
}, 60_000);
afterAll(() => world?.close());

const city = (post: 'office-officer' | 'office-director') => world.caller(post, '莱芜市', { level: 'city' });
const DRAFT =
  'mutation($kind: String!, $content: String!) { draftHouseholdsPack(kind: $kind, content: $content) { id hash status draftedBy { id } } }';
const APPROVE =
  'mutation($id: ID!, $hash: String!) { approveHouseholdsPack(id: $id, hash: $hash, documentNumber: "莱扶组发〔2026〕9号") { status inForceTo changes { path before after } } }';
const shipped = JSON.parse(readFileSync(join(projectRoot, 'data/pairing-rules/laiwu-2018.json'), 'utf8'));
const short = (more: object = {}) => ({
  kind: 'pairing-rules',
  content: JSON.stringify({
    ...shipped,
    name: 'laiwu-pairing-short',
    effectiveFrom: today,
    absence: { longestDays: 10 },
    ...more,
  }),
});

test('every kind has a pack in force from the first start, which nobody drafted', async () => {
  const query = '{ householdsPacks(first: 100) { edges { node { kind name shipped status draftedBy { id } } } } }';
  const { data } = await world.ask(world.caller('town-officer', '口镇'), query);
  const packs = data.householdsPacks.edges.map(({ node }: any) => node);
  expect(packs.map(({ kind }: any) => kind).toSorted()).toEqual(
    'comparison complaint-clock determination guarantee look-back pairing-rules poverty-line programme-dibao programme-hardship programme-house-renovation programme-love-package visit-rules'.split(
      ' ',
    ),
  );
  for (const pack of packs) expect(pack).toMatchObject({ shipped: true, status: 'approved', draftedBy: null });
});

test('a pack is drafted for the whole city, in its form, by whoever may', async () => {
  const draft = async (caller: Parameters<HouseholdsOnly['ask']>[0], given: object) =>
    (await world.ask(caller, DRAFT, given as Record<string, unknown>)).codes;
  expect(await draft(world.caller('town-officer', '口镇'), short())).toEqual(['FORBIDDEN']);
  expect(await draft(city('office-officer'), short({ absence: { longestDays: 0 } }))).toEqual(['PACK_FLAWED']);
  expect(await draft(city('office-officer'), short({ region: '371202' }))).toEqual(['PACK_FLAWED']);
  expect(await draft(city('office-officer'), { ...short(), kind: 'lights' })).toEqual(['PACK_KIND_UNKNOWN']);
});

test('what a second person approved is decided by from that day on, and what it changes is told', async () => {
  const helped = world.city.pairings.find(({ validTo }) => validTo === null);
  const one = world.city.households.find(({ id }) => id === helped?.householdId);
  const helper = world.caller('helper', null, {
    personId: helped?.helperId as string,
    pairedHouseholds: [one?.id as string],
  });
  const other = world.city.persons.find(({ id }) => id !== helped?.helperId)?.id;
  const away = (days: number) => ({
    input: { standInId: other, from: addDays(today, 1), until: addDays(today, 1 + days), reason: '外出培训' },
  });
  expect((await world.ask(helper, report, away(61))).codes).toEqual(['ABSENCE_PERIOD']);

  const officer = city('office-officer');
  const drafted = (await world.ask(officer, DRAFT, short())).data.draftHouseholdsPack;
  expect(drafted).toMatchObject({ status: 'draft', draftedBy: { id: officer.personId } });
  const asked = { id: drafted.id, hash: drafted.hash };
  const own = { ...city('office-director'), personId: officer.personId };
  expect((await world.ask(own, APPROVE, asked)).codes).toEqual(['PACK_FOUR_EYES']);
  await expect(
    world.sql.query(
      `update households.pack set approved_by = drafted_by, approved_at = now(), document_number = 'x' where id = $1`,
      [drafted.id],
    ),
  ).rejects.toMatchObject({ constraint: 'pack_four_eyes' });
  // Undecided, it is known to nobody below, and nothing goes by it.
  const seen = 'query($id: ID!) { householdsPack(id: $id) { name } }';
  expect((await world.ask(world.caller('town-officer', '口镇'), seen, { id: drafted.id })).data.householdsPack).toBe(
    null,
  );

  const approved = await world.ask(city('office-director'), APPROVE, asked);
  expect(approved.codes).toEqual([]);
  expect(approved.data.approveHouseholdsPack.changes).toContainEqual(
    expect.objectContaining({ path: 'absence.longestDays', before: 60, after: 10 }),
  );
  expect((await world.ask(helper, report, away(11))).codes).toEqual(['ABSENCE_PERIOD']);
  expect((await world.ask(helper, report, away(10))).codes).toEqual([]);
  await expect(
    world.sql.query(`update households.pack set content = '{}' where id = $1`, [drafted.id]),
  ).rejects.toMatchObject({ constraint: 'pack_never_changed' });
});
