// Splits and merges: households keep their ids and rows, members keep theirs; another person undoes, and all is as it was.
import { randomUUID } from 'node:crypto';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow, RegionRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let big: HouseholdRow;
let beside: HouseholdRow;
let foreign: HouseholdRow;
let village: RegionRow;
let townRegion: RegionRow;
beforeAll(async () => {
  world = await openHouseholds({ households: 900, people: 2100 });
  const { households } = world.city;
  const neighbour = (of: HouseholdRow) => households.find((each) => each !== of && each.regionId === of.regionId);
  big = households.find((each) => peopleOf(each.id).length >= 3 && neighbour(each)) as HouseholdRow;
  beside = neighbour(big) as HouseholdRow;
  village = world.city.regions.find(({ id }) => id === big.regionId) as RegionRow;
  townRegion = world.city.regions.find(({ id }) => id === village.parentId) as RegionRow;
  const { lo, hi } = subtreeOf(townRegion.path);
  foreign = households.find((each) => each.path < lo || each.path >= hi) as HouseholdRow;
}, 90_000);
afterAll(() => world?.close());

const peopleOf = (id: string) => world.city.members.filter(({ householdId }) => householdId === id);
const personId = randomUUID();
const town = (more = {}) => world.caller('town-officer', townRegion.code, { personId, ...more });
const another = () => world.caller('town-officer', townRegion.code);
const told = { on: '2018-05-10', reason: '长子成家另过', documentNumber: '口扶字〔2018〕12号' };
const split = `mutation($id: ID!, $split: SplitInput!, $key: String!) { splitHousehold(householdId: $id, split: $split, idempotencyKey: $key) {
  id number state type head { id } members { id relation } helper { id } regroupings { id kind from { id members { id } } into { id } } } }`;
const merge = `mutation($id: ID!, $into: ID!, $merge: RegroupingInput!) { mergeHouseholds(householdId: $id, intoId: $into, relations: [], merge: $merge) {
  id members { id relation } regroupings { id from { id state mergedInto { id } members { id } states { year state } } } } }`;
const undo = `mutation($id: ID!) { undoRegrouping(regroupingId: $id, reason: "登记有误予以撤销", documentNumber: "口扶字〔2018〕13号") {
  undoneBy { id } from { state mergedInto { id } } into { state } } }`;
const summary =
  'query($id: ID!) { _entities(representations: [{ __typename: "Region", id: $id }]) { ... on Region { a: householdSummary(year: 2017) { households people byState { state households people } } b: householdSummary(year: 2018) { households people byState { state households people } } } } }';
/** Everything of these households but logs: rows as they stand, and the sums of their village. */
const standing = async (...ids: string[]) => {
  const all = [];
  for (const table of ['household', 'member', 'pairing', 'visit', 'living_conditions']) {
    const key = table === 'household' ? 'id' : 'household_id';
    all.push(
      (
        await world.sql.query(
          `select to_jsonb(t) - 'version' as row from households.${table} t where ${key} = any($1) order by t.${key}, 1`,
          [ids],
        )
      ).rows.map(({ row }) => row),
    );
  }
  all.push((await world.ask(town(), summary, { id: big.regionId })).data._entities[0]);
  return all;
};

test('members are split off into a household of their own, with a number, a state and the same helper, and come back exactly', async () => {
  const people = peopleOf(big.id).filter(({ relation }) => relation !== 'head');
  const [headId] = people.map(({ id }) => id) as [string];
  const form = { ...told, memberIds: [headId], headId, relations: [], address: '口镇某村9号' };
  const before = await standing(big.id);
  const wrong = async (change: object, caller = town()) =>
    (await world.ask(caller, split, { id: big.id, split: { ...form, ...change }, key: `key-${randomUUID()}` }))
      .codes[0];
  expect(await wrong({ memberIds: [big.headMemberId], headId: big.headMemberId })).toBe('HEAD_LEAVES');
  expect(await wrong({ memberIds: [randomUUID()] })).toBe('SPLIT_MEMBERS');
  expect(await wrong({ headId: people[1]?.id })).toBe('HEAD_NOT_ONE');
  expect(await wrong({ on: big.registeredOn })).toBe('CHANGE_OUT_OF_TIME');
  expect(await wrong({}, world.caller('village-clerk', village.code))).toBe('FORBIDDEN');
  const { data, codes } = await world.ask(town(), split, { id: big.id, split: form, key: 'split-once' });
  expect(codes).toEqual([]);
  const made = data.splitHousehold;
  expect((await world.ask(town(), split, { id: big.id, split: form, key: 'split-once' })).data.splitHousehold.id).toBe(
    made.id,
  );
  expect(made).toMatchObject({
    type: big.type,
    head: { id: headId },
    members: [{ id: headId, relation: 'head' }],
    helper: { id: expect.any(String) },
  });
  expect(made.regroupings).toMatchObject([{ kind: 'split', from: { id: big.id }, into: { id: made.id } }]);
  const remaining = peopleOf(big.id)
    .filter(({ id }) => id !== headId)
    .map(({ id }) => id)
    .sort();
  expect(made.regroupings[0].from.members.map(({ id }: { id: string }) => id).sort()).toEqual(remaining);
  const [, , , , , sums] = (await standing(big.id)) as {
    a: { people: number };
    b: { households: number; people: number };
  }[];
  const was = before[5] as { a: { people: number }; b: { households: number; people: number } };
  expect(sums?.a).toEqual(was.a);
  expect([sums?.b.households, sums?.b.people]).toEqual([was.b.households + 1, was.b.people]);
  const then =
    'query($id: ID!, $on: CalendarDay!, $k: Instant!) { household(id: $id) { asOf(on: $on, knownAt: $k) { members { id } } } }';
  const membersOn = async (id: string, on: string) =>
    (await world.ask(town(), then, { id, on, k: '2999-01-01T00:00:00Z' })).data.household.asOf?.members.length ?? null;
  expect([
    await membersOn(big.id, '2018-05-09'),
    await membersOn(big.id, '2018-05-10'),
    await membersOn(made.id, '2018-05-10'),
  ]).toEqual([people.length + 1, people.length, 1]);
  const [{ id }] = made.regroupings;
  expect((await world.ask(town(), undo, { id })).codes).toEqual(['REGROUPING_FOUR_EYES']);
  expect(
    (await world.ask(world.caller('town-officer', townRegion.code, { standsFor: [personId] }), undo, { id })).codes,
  ).toEqual(['REGROUPING_FOUR_EYES']);
  expect((await world.ask(another(), undo, { id })).data.undoRegrouping).toMatchObject({ into: { state: 'removed' } });
  expect((await world.ask(another(), undo, { id })).codes).toEqual(['REGROUPING_UNDONE']);
  const after = await standing(big.id);
  expect(after.slice(0, 5)).toEqual(before.slice(0, 5));
  expect((after[5] as { a: object }).a).toEqual(was.a);
  expect(await membersOn(big.id, '2018-05-10')).toBe(people.length + 1);
});

test('a household is merged into another, keeps its rows and points to it, and is given back exactly', async () => {
  const before = await standing(big.id, beside.id);
  const into = (id: string, other: string) =>
    world.ask(town(), merge, { id, into: other, merge: { ...told, reason: '同户误登两户' } });
  expect((await into(big.id, big.id)).codes).toEqual(['MERGE_FORBIDS']);
  expect(await into(big.id, foreign.id)).toEqual(await into(big.id, randomUUID()));
  const { data, codes } = await into(big.id, beside.id);
  expect(codes).toEqual([]);
  const ids = [...peopleOf(big.id), ...peopleOf(beside.id)].map(({ id }) => id).sort();
  expect(data.mergeHouseholds.members.map(({ id }: { id: string }) => id).sort()).toEqual(ids);
  const [{ id, from }] = data.mergeHouseholds.regroupings;
  expect(from).toMatchObject({ id: big.id, state: 'removed', mergedInto: { id: beside.id }, members: [] });
  expect((await into(beside.id, big.id)).codes).toEqual(['MERGE_FORBIDS']);
  const { rows: kept } = await world.sql.query(
    'select count(*)::int as n from households.visit where household_id = $1',
    [big.id],
  );
  expect(kept[0].n).toBe((before[3] as { household_id: string }[]).filter((row) => row.household_id === big.id).length);
  expect((await world.ask(another(), undo, { id })).data.undoRegrouping.from).toEqual({
    state: expect.not.stringMatching('removed'),
    mergedInto: null,
  });
  expect(await standing(big.id, beside.id)).toEqual(before);
});

test('what came later is undone first, and the database keeps the head among its own', async () => {
  const { data } = await world.ask(town(), merge, { id: big.id, into: beside.id, merge: told });
  const [{ id }] = data.mergeHouseholds.regroupings;
  const [mover] = peopleOf(big.id).map((each) => each.id) as [string];
  const head =
    'mutation($id: ID!, $head: ID!, $r: [RelationInput!]!) { changeHead(householdId: $id, headId: $head, relations: $r, ground: { validFrom: "2018-06-01", reason: "户主年迈不再主事" }) { id } }';
  const lead = (headId: string, former: string) =>
    world.ask(town(), head, { id: beside.id, head: headId, r: [{ memberId: former, relation: 'other' }] });
  expect((await lead(mover, beside.headMemberId)).codes).toEqual([]);
  expect((await world.ask(another(), undo, { id })).codes).toEqual(['REGROUPED_SINCE']);
  expect((await lead(beside.headMemberId, mover)).codes).toEqual([]);
  expect((await world.ask(another(), undo, { id })).codes).toEqual([]);
  await expect(
    world.sql.query('update households.household set head_member_id = $2 where id = $1', [big.id, beside.headMemberId]),
  ).rejects.toMatchObject({
    constraint: 'household_head',
  });
});
