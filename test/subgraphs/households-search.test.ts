// Search of the register: found by every key within one's scope, nothing beside it, and logged without what was typed.
import type { Caller } from '#platform/vocabulary/caller';
import { subtreeOf } from '#platform/vocabulary/region';
import type { MemberRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({ households: 1700, people: 2600 });
}, 60_000);
afterAll(() => world?.close());

const pathOf = (name: string) => world.city.regions.find((each) => each.id === world.regionId(name))?.path as string;
const householdOf = (member: MemberRow) => world.city.households.find((each) => each.id === member.householdId);
function membersIn(name: string): MemberRow[] {
  const { lo, hi } = subtreeOf(pathOf(name));
  const inside = new Set(world.city.households.filter(({ path }) => path >= lo && path < hi).map(({ id }) => id));
  return world.city.members.filter(({ householdId }) => inside.has(householdId));
}
const town = () => world.caller('town-officer', '口镇');
const QUERY = `query($text: String!, $regionId: ID, $first: Int, $after: String) {
  searchRegister(text: $text, regionId: $regionId, first: $first, after: $after) {
    edges { cursor node { id by household { id number } member { id name } } } pageInfo { hasNextPage endCursor } } }`;

async function search(caller: Caller, text: string, more: Record<string, unknown> = {}) {
  const { data, codes } = await world.ask(caller, QUERY, { text, ...more });
  const edges: { node: { id: string; by: string; member: { id: string; name: string } | null } }[] =
    data?.searchRegister?.edges ?? [];
  return { ids: edges.map(({ node }) => node.id).sort(), nodes: edges.map(({ node }) => node), codes, data };
}
const idsOf = (members: MemberRow[]) => members.map(({ id }) => id).sort();

test('by name, by its first two characters, by initials, by the last four, by the number, by the household', async () => {
  const inside = membersIn('口镇');
  const one = inside.find(({ name }) => name.length === 3) as MemberRow;
  const lead = one.name.slice(0, 2);
  const at = { first: 200 };
  expect((await search(town(), one.name, at)).ids).toEqual(idsOf(inside.filter(({ name }) => name === one.name)));
  expect((await search(town(), lead, at)).ids).toEqual(idsOf(inside.filter(({ name }) => name.startsWith(lead))));
  const tail = one.idNumber.slice(-4);
  expect((await search(town(), tail.toLowerCase())).ids).toEqual(
    idsOf(inside.filter(({ idNumber }) => idNumber.endsWith(tail))),
  );
  expect((await search(town(), one.idNumber)).ids).toEqual([one.id]);
  const number = householdOf(one)?.number as string;
  const byNumber = await search(town(), number);
  expect(byNumber.nodes).toMatchObject([{ by: 'household-number', member: null, id: one.householdId }]);
  const village = await search(town(), number.slice(0, 12), at);
  expect(village.ids).toEqual(
    world.city.households
      .filter((each) => each.number.startsWith(number.slice(0, 12)))
      .map(({ id }) => id)
      .sort(),
  );
});

test('what a batch of names is spelt as is what each of them is read as by itself', async () => {
  const names = ['王建国', '曾单解', 'Ahmad 买买提', '欧阳·娜娜', '🙂王', '一二三四五六七八九十甲乙丙', '单', '-'];
  const { rows } = await world.sql.query<{ name: string; read: string[] }>(
    `with given as (insert into households.member (id, household_id, region_id, path, id_number_sealed, id_number_tail, id_number_index, name, sex, birthday,
         relation, ethnicity, education, health, labour, insured)
       select gen_random_uuid(), m.household_id, m.region_id, m.path, m.id_number_sealed, m.id_number_tail, 'spelt' || at, told, m.sex, m.birthday,
         'other', m.ethnicity, m.education, m.health, m.labour, m.insured
       from unnest($1::text[]) with ordinality t(told, at), (select * from households.member limit 1) m returning id, name)
     select name, households.initials_of(name) as read from given`,
    [names],
  );
  const kept = await world.sql.query<{ name: string; initials: string }>(
    `select m.name, i.initials from households.member_initials i join households.member m on m.id = i.member_id where m.id_number_index like 'spelt%'`,
  );
  expect(rows).toHaveLength(names.length);
  for (const { name, read } of rows) {
    const spelt = kept.rows.filter((row) => row.name === name).map(({ initials }) => initials);
    expect([name, spelt.sort()]).toEqual([name, [...new Set(read)].sort()]);
  }
  expect(rows.some(({ read }) => read.length > 1)).toBe(true);
  await world.sql.query(
    `delete from households.member_initials i using households.member m where m.id = i.member_id and m.id_number_index like 'spelt%'`,
  );
  await world.sql.query(`delete from households.member where id_number_index like 'spelt%'`);
});

test('by initials: of all three, of the first two, and of every reading of a character', async () => {
  const [one, two, three] = membersIn('口镇');
  const named = async (member: MemberRow | undefined, name: string) =>
    world.sql.query('update households.member set name = $2 where id = $1', [member?.id, name]);
  await named(one, '单乐盖');
  await named(two, '逄增勇');
  await named(three, '买买提·吐尔逊');
  for (const initials of ['slg', 'dyg', 'SYG', 'sl', 'dl']) {
    const { ids } = await search(town(), initials, { first: 200 });
    expect([initials, ids.includes(one?.id as string)]).toEqual([initials, true]);
  }
  expect((await search(town(), 'pzy')).ids).toContain(two?.id);
  expect((await search(town(), 'mmttex')).ids).toContain(three?.id);
  // The name before is forgotten with its initials.
  await named(two, '王王');
  expect((await search(town(), 'pzy')).ids).not.toContain(two?.id);
  const { rows } = await world.sql.query(
    `select 1 from households.member m where not exists (select 1 from households.member_initials i where i.member_id = m.id and i.path = m.path)`,
  );
  expect(rows).toEqual([]);
});

test('what lies beside the own scope answers as what is nowhere, byte for byte', async () => {
  const outside = membersIn('雪野镇')[0] as MemberRow;
  const nowhere = ['亓不存在', '11010519491231002X', '3712029999990001'];
  const [name, idNumber, number] = [outside.name, outside.idNumber, householdOf(outside)?.number as string];
  await world.sql.query(`update households.member set name = '亓独一份' where id = $1`, [outside.id]);
  expect((await search(world.caller('office-director', '371200'), '亓独一份')).ids).toEqual([outside.id]);
  for (const [hidden, absent] of [
    ['亓独一份', nowhere[0]],
    [idNumber, nowhere[1]],
    [number, nowhere[2]],
  ]) {
    const told = await world.ask(town(), QUERY, { text: hidden });
    expect(JSON.stringify(told)).toBe(JSON.stringify(await world.ask(town(), QUERY, { text: absent })));
    // Nor does a region that lies beside open anything.
    const there = await world.ask(town(), QUERY, { text: hidden, regionId: world.regionId('雪野镇') });
    expect(JSON.stringify(there)).toBe(JSON.stringify(told));
  }
  await world.sql.query('update households.member set name = $2 where id = $1', [outside.id, name]);
});

test('pages follow each other without a gap, also over the 27 keys of two initials', async () => {
  const director = world.caller('office-director', '371200');
  const all = (await search(director, 'wx', { first: 200 })).ids;
  expect(all.length).toBeGreaterThan(12);
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, nodes } = await search(director, 'wx', { first: 5, after });
    seen.push(...nodes.map(({ id }) => id));
    after = data.searchRegister.pageInfo.endCursor;
    if (!data.searchRegister.pageInfo.hasNextPage) break;
  }
  expect(seen.length).toBe(new Set(seen).size);
  expect(seen.slice(0, 200).sort()).toEqual(all);
});

test('a helper finds the paired households alone; whoever sees names masked may not try names', async () => {
  const [pairing] = world.city.pairings;
  const paired = world.city.pairings
    .filter((each) => each.helperId === pairing?.helperId)
    .map((each) => each.householdId);
  const helper = world.caller('helper', null, { personId: pairing?.helperId, pairedHouseholds: paired });
  const own = world.city.members.find(({ householdId }) => householdId === paired[0]) as MemberRow;
  for (const text of [own.name.slice(0, 2), own.idNumber.slice(-4), own.idNumber])
    expect((await search(helper, text)).ids).toContain(own.id);
  const foreign = world.city.members.find(({ householdId }) => !paired.includes(householdId)) as MemberRow;
  expect((await search(helper, foreign.idNumber)).ids).toEqual([]);
  const auditor = world.caller('auditor', '371200');
  expect((await search(auditor, own.name)).codes).toEqual(['SEARCH_BY_MASKED']);
  expect((await search(auditor, 'wxy')).codes).toEqual(['SEARCH_BY_MASKED']);
  expect((await search(auditor, own.idNumber)).ids).toEqual([own.id]);
  const liaison = world.caller('unit-liaison', '371200', { line: 'health' });
  expect((await search(liaison, own.idNumber)).codes).toEqual(['SEARCH_BY_MASKED']);
  expect((await search(liaison, householdOf(own)?.number as string)).ids).toEqual([own.householdId]);
  expect((await search(world.caller('observer', '371200'), own.name)).codes).toEqual(['FORBIDDEN']);
});

test('who was looked for is logged by its kind, and what was typed is not', async () => {
  const caller = town();
  const one = membersIn('口镇').at(-1) as MemberRow;
  await search(caller, one.idNumber);
  await search(caller, one.name);
  await search(caller, householdOf(one)?.number as string);
  const { rows } = await world.sql.query<{ facts: Record<string, unknown>; text: string }>(
    `select facts, a::text as text from households.audit a where person_id = $1 order by id`,
    [caller.personId],
  );
  expect(rows.map(({ facts }) => facts.by)).toEqual(['id-number', 'name']);
  expect(rows.map(({ text }) => text).join()).not.toMatch(new RegExp(`${one.idNumber}|${one.name}`));
});
