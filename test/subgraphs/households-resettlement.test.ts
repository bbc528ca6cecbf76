// After a village was split: which household goes to which successor, by a list, with all that is kept of it, and sums that stay exact.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let only: HouseholdsOnly;
let town: { id: string; path: string };
let old: { id: string; path: string };
const founded = randomUUID();
let homes: string[];
beforeAll(async () => {
  only = await openHouseholds({ households: 340, people: 520 });
  const [row] = (
    await only.sql.query<{ id: string; path: string; town: string; homes: string[] }>(
      `select h.region_id as id, h.path, array_agg(h.id::text order by h.id) as homes from households.household h where h.state <> 'removed'
       group by 1, 2 order by count(*) desc, h.path limit 1`,
    )
  ).rows;
  if (!row) throw new Error('no village');
  old = { id: row.id, path: row.path };
  homes = row.homes;
  const above = only.city.regions.find(({ path }) => path === row.path.slice(0, -5));
  if (!above) throw new Error('no town');
  town = { id: above.id, path: above.path };
  // As organisation would have told it: split off on 1 March 2018.
  await only.sql.query(
    `insert into households.scope (region_id, path, kind, epoch, valid_from, origin_id) values ($1, $2, 'village', 1, '2018-03-01', $3)`,
    [founded, `${above.path}9998/`, old.id],
  );
});
afterAll(() => only?.close());

const caller = (post: 'town-officer' | 'district-officer' | 'village-clerk', regionId: string) => ({
  ...only.caller(post, null),
  regionId,
});
const proposer = randomUUID();
const officer = () => ({ ...caller('town-officer', town.id), personId: proposer });
const district = () => {
  const above = only.city.regions.find(({ path }) => path === town.path.slice(0, -5));
  return caller('district-officer', above?.id as string);
};
const PROPOSE =
  'mutation($i: ResettlementInput!) { proposeResettlement(input: $i) { id households moved householdIds from { id } to { id } } }';
const propose = (change: object = {}, by: Caller = officer()) =>
  only.ask(by, PROPOSE, {
    i: {
      fromRegionId: old.id,
      toRegionId: founded,
      householdIds: homes.slice(0, 2),
      effectiveOn: '2018-03-01',
      documentNumber: '口政发〔2018〕5号',
      ...change,
    },
  });
const approve = (id: string, by: Caller = district()) =>
  only.ask(by, 'mutation($id: ID!) { approveResettlement(id: $id) { moved decidedAt } }', { id });
const reject = (id: string, by: Caller = district()) =>
  only.ask(by, 'mutation($id: ID!) { rejectResettlement(id: $id, remark: "名单有误") { moved remark } }', { id });
const sums = async () =>
  (
    await only.sql.query(
      `select (select sum(households)::int from households.village_states where path >= $1 and path < $2) as states,
        (select sum(households)::int from households.village_owed where region_id = $3) as here, (select sum(households)::int from households.village_owed where region_id = $4) as there`,
      [town.path, `${town.path.slice(0, -1)}0`, old.id, founded],
    )
  ).rows[0];

test('a list is of a village that was split off, of households that are there, once, and within the own range', async () => {
  expect(
    (
      await propose({
        toRegionId: only.city.regions.find(
          ({ kind, id, path }) => kind === 'village' && id !== old.id && path.startsWith(town.path),
        )?.id,
      })
    ).codes,
  ).toEqual(['NOT_ITS_SUCCESSOR']);
  expect((await propose({ effectiveOn: '2018-02-28' })).codes).toEqual(['NOT_ITS_SUCCESSOR']);
  expect((await propose({ effectiveOn: '2990-01-01' })).codes).toEqual(['INVALID_INPUT']);
  expect((await propose({ householdIds: [homes[0], homes[0]] })).codes).toEqual(['INVALID_INPUT']);
  expect((await propose({ householdIds: [homes[0], randomUUID()] })).codes).toEqual(['HOUSEHOLD_ELSEWHERE']);
  const other = only.city.regions.find(({ kind, id }) => kind === 'town' && id !== town.id)?.id as string;
  expect((await propose({}, caller('town-officer', other))).codes).toEqual(['NOT_FOUND']);
  expect((await propose({}, caller('village-clerk', old.id))).codes).toEqual(['FORBIDDEN']);
});

test('approved by another person, the households move with all that is kept of them, and every sum follows', async () => {
  const before = await sums();
  const made = await propose();
  expect(made.codes).toEqual([]);
  const { id } = made.data.proposeResettlement;
  expect(made.data.proposeResettlement).toMatchObject({
    households: 2,
    moved: false,
    from: { id: old.id },
    to: { id: founded },
  });
  expect((await propose({ householdIds: [homes[1]] })).codes).toEqual(['HOUSEHOLD_LISTED']);
  const himself = { ...district(), personId: proposer };
  expect((await approve(id, himself)).codes).toEqual(['RESETTLEMENT_OWN']);
  expect((await approve(id)).data.approveResettlement.moved).toBe(true);
  expect((await approve(id)).codes).toEqual(['RESETTLEMENT_DECIDED']);
  for (const table of ['household', 'member', 'household_state', 'pairing', 'visit']) {
    const key = table === 'household' ? 'id' : 'household_id';
    const { rows } = await only.sql.query(
      `select count(*)::int as n, count(*) filter (where region_id = $2 and path = $3)::int as there from households.${table} where ${key} = any ($1::uuid[])`,
      [homes.slice(0, 2), founded, `${town.path}9998/`],
    );
    expect([table, rows[0].n > 0, rows[0].there]).toEqual([table, true, rows[0].n]);
  }
  const after = await sums();
  expect(after).toEqual({ states: before.states, here: before.here - 2, there: 2 });
  // The clerk of the old village has lost them, the one of the new has them.
  const seen = async (regionId: string) =>
    (
      await only.ask(caller('village-clerk', regionId), 'query($id: ID!) { household(id: $id) { id } }', {
        id: homes[0],
      })
    ).data.household;
  expect(await seen(old.id)).toBeNull();
  expect(await seen(founded)).toEqual({ id: homes[0] });
  const told = await only.ask(
    officer(),
    'query($id: ID!) { household(id: $id) { resettlements { effectiveOn documentNumber from { id } to { id } } } }',
    { id: homes[0] },
  );
  expect(told.data.household.resettlements).toEqual([
    { effectiveOn: '2018-03-01', documentNumber: '口政发〔2018〕5号', from: { id: old.id }, to: { id: founded } },
  ]);
});

test('a list that is no longer as proposed moves nobody; a rejected one frees its households; SQL keeps two people and one decision', async () => {
  const listed = (await propose({ householdIds: homes.slice(2, 4) })).data.proposeResettlement.id;
  await only.sql.query(`update households.household set state = 'removed' where id = $1`, [homes[3]]);
  expect((await approve(listed)).codes).toEqual(['HOUSEHOLD_ELSEWHERE']);
  expect(
    (await only.sql.query('select region_id as id from households.household where id = $1', [homes[2]])).rows[0].id,
  ).toBe(old.id);
  expect((await reject(listed)).data.rejectResettlement).toEqual({ moved: false, remark: '名单有误' });
  expect((await reject(listed)).codes).toEqual(['RESETTLEMENT_DECIDED']);
  const again = (await propose({ householdIds: [homes[2]] })).data.proposeResettlement.id;
  await expect(
    only.sql.query('update households.resettlement set approved_by = proposed_by, decided_at = now() where id = $1', [
      again,
    ]),
  ).rejects.toMatchObject({ constraint: 'resettlement_four_eyes' });
  await expect(
    only.sql.query(`update households.resettlement set remark = 'anders' where id = $1`, [listed]),
  ).rejects.toMatchObject({ constraint: 'resettlement_decided_once' });
  const waiting = await only.ask(district(), '{ resettlements(awaiting: true, first: 5) { edges { node { id } } } }');
  expect(waiting.data.resettlements.edges).toEqual([{ node: { id: again } }]);
});
