// Who sees which households, and how much of each: levels, helpers, lines of business, auditors, observers.
import type { Caller, Post } from '#platform/vocabulary/caller';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
}, 60_000);
afterAll(() => world?.close());

const inRegion = (name: string): HouseholdRow[] => {
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.id === world.regionId(name))?.path as string);
  return world.city.households.filter((each) => each.path >= lo && each.path < hi);
};
const household =
  '{ id number address phone bankCard bankName members { name idNumber birthday health education insured labour } lastVisit { content } }';
const one = `query($id: ID!) { household(id: $id) ${household} }`;
const entity = 'query($of: [_Any!]!) { _entities(representations: $of) { ... on Household { number } } }';
const total = '{ households(first: 1) { totalCount } }';
const unitCaller = (post: Post, line: string) => world.caller(post, '371200', { line });

function helper(): { caller: Caller; households: string[] } {
  const first = inRegion('口镇')[0] as HouseholdRow;
  const helperId = world.city.pairings.find((each) => each.householdId === first.id)?.helperId as string;
  const households = world.city.pairings.filter((each) => each.helperId === helperId).map((each) => each.householdId);
  return { caller: world.caller('helper', null, { personId: helperId, pairedHouseholds: households }), households };
}

test('each level counts its own households', async () => {
  const levels: [Post, string][] = [
    ['office-director', '371200'],
    ['district-officer', '371202'],
    ['zone-officer', '雪野旅游区'],
    ['town-officer', '口镇'],
  ];
  const counts = await Promise.all(
    levels.map(
      async ([post, region]) => (await world.ask(world.caller(post, region), total)).data.households.totalCount,
    ),
  );
  expect(counts).toEqual(levels.map(([, region]) => inRegion(region).length));
  expect(new Set(counts).size).toBe(4);
});

test('walking the pages meets every household once, in both orders', async () => {
  const district = world.caller('district-officer', '371202');
  for (const sort of ['number', 'region']) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query = `query($after: String) { households(first: 37, after: $after, sort: ${sort}) { edges { node { id } } pageInfo { endCursor hasNextPage } } }`;
      const { data } = await world.ask(district, query, { after });
      seen.push(...data.households.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = data.households.pageInfo.hasNextPage ? data.households.pageInfo.endCursor : null;
    } while (after);
    expect([...seen].sort()).toEqual(
      inRegion('371202')
        .map((each) => each.id)
        .sort(),
    );
  }
});

test('a hidden household is as absent as one that never was', async () => {
  const town = world.caller('town-officer', '口镇');
  const elsewhere = inRegion('371203')[0]?.id;
  const hidden = await world.ask(town, one, { id: elsewhere });
  expect(hidden).toEqual({ data: { household: null }, codes: [] });
  for (const id of ['01890000-0000-7000-8000-000000000001', 'no id at all', ''])
    expect(await world.ask(town, one, { id })).toEqual(hidden);
  expect((await world.ask(town, entity, { of: [{ __typename: 'Household', id: elsewhere }] })).data._entities).toEqual([
    null,
  ]);
});

test('a filter never reaches beyond the scope, and each condition narrows', async () => {
  const town = world.caller('town-officer', '口镇');
  const count = async (filter: object) => {
    const query = 'query($filter: HouseholdsFilter) { households(filter: $filter) { totalCount } }';
    return (await world.ask(town, query, { filter })).data.households.totalCount;
  };
  const own = inRegion('口镇');
  expect(await count({ regionId: world.regionId('371200') })).toBe(own.length);
  expect(await count({ regionId: world.regionId('371203') })).toBe(0);
  expect(await count({ regionId: 'nowhere' })).toBe(0);
  expect(await count({ mainCause: 'illness' })).toBe(own.filter((each) => each.mainCause === 'illness').length);
  expect(await count({ helperId: helper().caller.personId })).toBe(helper().households.length);
  const visited = new Set(
    [...world.city.visits()].filter((each) => each.visitedOn >= '2018-12-20').map((each) => each.householdId),
  );
  expect(await count({ visitedBefore: '2018-12-20' })).toBe(own.filter((each) => !visited.has(each.id)).length);
});

test('a helper sees the paired households with their phones, and that sight is logged once a session', async () => {
  const { caller, households } = helper();
  const list = '{ households { totalCount edges { node { id phone bankCard members { name idNumber } } } } }';
  for (let time = 0; time < 3; time++) {
    const { data } = await world.ask(caller, list);
    expect(data.households.totalCount).toBe(households.length);
    for (const { node } of data.households.edges) {
      const row = world.city.households.find((each) => each.id === node.id) as HouseholdRow;
      expect(node.phone).toBe(row.phone);
      expect(node.bankCard).toBe(`**** ${row.bankCard.slice(-4)}`);
      expect(node.members[0].idNumber).toMatch(/^\*{4} \d{3}[\dX]$/);
    }
  }
  const { rows } = await world.sql.query(
    `select target from households.audit where kind = 'sight' and person_id = $1 and session_id = $2`,
    [caller.personId, caller.sessionId],
  );
  expect(rows.map((row) => row.target).sort()).toEqual([...households].sort());
});

test('a helper without households, and a caller without a region, see nothing', async () => {
  for (const caller of [
    world.caller('helper', null),
    world.caller('town-officer', null),
    world.caller('unit-liaison', null),
  ])
    expect((await world.ask(caller, total)).data.households.totalCount).toBe(0);
});

test('an auditor reads under masks; a line reads its own fields', async () => {
  const row = inRegion('口镇')[0] as HouseholdRow;
  const member = world.city.members.find((each) => each.id === row.headMemberId);
  const seenBy = async (caller: Caller) => {
    const { data, codes } = await world.ask(caller, one, { id: row.id });
    return { household: data.household, head: data.household.members[0], denied: codes.length };
  };
  const town = await seenBy(world.caller('town-officer', '口镇'));
  expect(town.head).toMatchObject({ name: member?.name, health: member?.health, birthday: member?.birthday });
  expect(town.household).toMatchObject({ address: row.address, phone: `**** ${row.phone.slice(-4)}` });

  const audit = await seenBy(world.caller('auditor', '371200'));
  expect(audit.head.name).toBe(`${member?.name[0]}${'*'.repeat((member?.name.length ?? 0) - 1)}`);
  expect(audit.household.address).toMatch(/\*\*号$/);
  expect(audit.denied).toBe(0);

  const health = await seenBy(unitCaller('unit-liaison', 'health'));
  expect(health.head).toMatchObject({
    name: audit.head.name,
    health: member?.health,
    insured: member?.insured,
    education: null,
    birthday: null,
    idNumber: null,
  });
  expect(health.household).toMatchObject({
    address: null,
    phone: null,
    bankCard: null,
    bankName: null,
    lastVisit: null,
  });
  const education = await seenBy(unitCaller('unit-liaison', 'education'));
  expect(education.head).toMatchObject({ education: member?.education, health: null, insured: null, labour: null });
  const finance = await seenBy(unitCaller('unit-liaison', 'finance'));
  expect(finance.head).toMatchObject({ education: null, health: null, insured: null });
});

test.each([
  'observer',
  'hospital-clerk',
  'payer-clerk',
  'log-auditor',
  'system-administrator',
  'security-administrator',
  'public',
] as const)('%s comes to no household by any door', async (post) => {
  const caller = world.caller(post, post === 'observer' ? '370000' : null);
  const id = inRegion('口镇')[0]?.id;
  expect(await world.ask(caller, one, { id })).toEqual({ data: { household: null }, codes: ['FORBIDDEN'] });
  expect((await world.ask(caller, total)).codes).toEqual(['FORBIDDEN']);
  expect((await world.ask(caller, entity, { of: [{ __typename: 'Household', id }] })).data._entities).toEqual([null]);
});
