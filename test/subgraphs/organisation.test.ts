// Regions of both trees with their former names, units, people, dictionaries, and the count of what the gateway refused.
import { misfitOf, placeOfPost } from '../../services/organisation/appointment/appointment.rules';
import { type Desk, openDesk } from './organisation-desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

interface Edges<T> {
  edges: { node: T }[];
}
const anyone = async <T>(query: string, variables?: Record<string, unknown>) => {
  const { data, codes } = await desk.ask(desk.anonymous(), query, variables);
  expect(codes).toEqual([]);
  return data as unknown as T;
};

test('both trees: the economic zone manages 鹏泉街道, whose code belongs to 莱城区', async () => {
  const { regionByCode } = await anyone<{ regionByCode: object }>(
    '{ regionByCode(code: "371202004") { name kind parent { name kind code } statisticalParent { name code } former { name } } }',
  );
  expect(regionByCode).toMatchObject({
    name: '鹏泉街道',
    parent: { kind: 'zone', code: null },
    statisticalParent: { code: '371202' },
    former: [],
  });
});

test('all 1,070 villages are reached from the city down, without a statement a region', async () => {
  const { regionByCode } = await anyone<{
    regionByCode: { children: Edges<{ children: Edges<{ children: Edges<{ kind: string }> }> }> };
  }>(
    '{ regionByCode(code: "371200") { children { edges { node { children(first: 50) { edges { node { children(first: 200) { edges { node { kind } } } } } } } } } } }',
  );
  const districts = regionByCode.children.edges.map(({ node }) => node.children.edges);
  const villages = districts.flat().flatMap(({ node }) => node.children.edges);
  expect([districts.length, districts.flat().length, villages.length]).toEqual([6, 20, 1070]);
  expect(new Set(villages.map(({ node }) => node.kind))).toEqual(new Set(['village']));
});

test('a list is walked page by page, each region once, in the order of the tree', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { regions: Edges<{ id: string }> & { pageInfo: { endCursor: string; hasNextPage: boolean } } } =
      await anyone(
        'query($after: String) { regions(kind: village, first: 200, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
    seen.push(...page.regions.edges.map(({ node }) => node.id));
    after = page.regions.pageInfo.hasNextPage ? page.regions.pageInfo.endCursor : null;
  } while (after);
  const villages = desk.city.regions
    .filter(({ kind }) => kind === 'village')
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  expect(seen).toEqual(villages.map(({ id }) => id));
  expect((await desk.ask(desk.anonymous(), '{ regions(first: 201) { edges { cursor } } }')).codes).toEqual([
    'INVALID_INPUT',
  ]);
});

test('a region that is renamed keeps its id, and what it was called before', async () => {
  const id = desk.city.regions.find(({ code }) => code === '371202106')?.id;
  await desk.sql.query(
    `update organisation.region set name = '雪野街道', code = '371202006', valid_from = '2018-09-01' where id = $1`,
    [id],
  );
  const query =
    'query($code: String!, $on: CalendarDay) { regionByCode(code: $code, on: $on) { id name former { name code validFrom validTo } } }';
  const now = await anyone<{ regionByCode: object }>(query, { code: '371202006' });
  expect(now.regionByCode).toMatchObject({
    id,
    name: '雪野街道',
    former: [{ name: '雪野镇', code: '371202106', validFrom: '2017-10-31', validTo: '2018-09-01' }],
  });
  expect(
    (await anyone<{ regionByCode: object }>(query, { code: '371202106', on: '2018-06-01' })).regionByCode,
  ).toMatchObject({ id });
  expect(
    (await anyone<{ regionByCode: null }>(query, { code: '371202106', on: '2018-10-01' })).regionByCode,
  ).toBeNull();
  expect((await anyone<{ regionByCode: null }>(query, { code: '371202106' })).regionByCode).toBeNull();
});

test('the leading group has 41 member units, and units are found by line', async () => {
  const { units } = await anyone<{ units: Edges<{ inLeadingGroup: boolean; region: { name: string } }> }>(
    '{ units(inLeadingGroup: true, first: 100) { edges { node { inLeadingGroup region { name } } } } }',
  );
  expect(units.edges).toHaveLength(41);
  expect(units.edges.every(({ node }) => node.inLeadingGroup && node.region.name === '莱芜市')).toBe(true);
  const health = await anyone<{ units: Edges<{ code: string }> }>(
    '{ units(line: "health", kind: memberUnit) { edges { node { code } } } }',
  );
  expect(health.units.edges.map(({ node }) => node.code)).toContain('health-commission');
});

test('names of people are for those who have signed in', async () => {
  const caller = await desk.as('village-kouzhen');
  const query = '{ persons(first: 200) { edges { node { id name unit { name } } } pageInfo { hasNextPage } } }';
  const { data, codes } = await desk.ask(caller, query);
  expect(codes).toEqual([]);
  expect((data.persons as unknown as Edges<object>).edges.length).toBe(Math.min(200, desk.city.persons.length));
  expect((await desk.ask(desk.anonymous(), query)).codes).toEqual(['UNAUTHENTICATED']);
  const forged = await desk.ask(
    desk.anonymous(),
    'query($of: [_Any!]!) { _entities(representations: $of) { ... on Person { id name } } }',
    {
      of: [{ __typename: 'Person', id: caller.personId }],
    },
  );
  expect(JSON.stringify(forged.data)).not.toContain(desk.city.persons.find(({ id }) => id === caller.personId)?.name);
});

test('dictionaries are versioned, and every post that a person holds is in one', async () => {
  const { dictionaries } = await anyone<{ dictionaries: { name: string; version: string; entries: object[] }[] }>(
    '{ dictionaries { name version source entries { code zh en } } }',
  );
  expect(dictionaries.length).toBeGreaterThanOrEqual(14);
  expect(dictionaries.every(({ entries }) => entries.length > 0)).toBe(true);
  await desk.sql.query(`insert into organisation.dictionary values ('post', '2019.1', 'a later document')`);
  const query = 'query($version: String) { dictionary(name: "post", version: $version) { version entries { code } } }';
  const newest = await anyone<{ dictionary: object }>(query);
  expect(newest.dictionary).toEqual({ version: '2019.1', entries: [] });
  const earlier = await anyone<{ dictionary: { entries: { code: string }[] } }>(query, { version: '2018.1' });
  expect(new Set(earlier.dictionary.entries.map(({ code }) => code))).toEqual(new Set(Object.keys(placeOfPost)));
});

test('every appointment that is loaded fits the place of its post', async () => {
  const { rows } = await desk.sql.query(`
    select a.post, a.level, r.kind as region, u.kind as unit from organisation.appointment a
    left join organisation.region r on r.id = a.region_id left join organisation.unit u on u.id = a.unit_id group by 1, 2, 3, 4`);
  const misfits = rows.filter((row) =>
    misfitOf(row.post, { level: row.level, regionKind: row.region, unitKind: row.unit }),
  );
  expect(misfits).toEqual([]);
});

test('what the gateway refuses is counted by minute, and a flood stays a few rows', async () => {
  const count = (code: string, address: string, operation: string | null) =>
    desk.gateway.query('select gateway.count_refusal($1, $2, $3, null)', [code, address, operation]);
  for (let at = 0; at < 3; at++) await count('COST_TOO_HIGH', '10.0.0.1', 'Everything');
  for (let at = 0; at < 600; at++) await count('UNAUTHENTICATED', `10.9.${at}.1`, `op${at}`);
  await count('X'.repeat(500), 'y'.repeat(500), null);
  const { rows } = await desk.sql.query(
    'select count(*)::int as rows, sum(count)::int as refusals from gateway.refusal',
  );
  expect(rows[0].refusals).toBe(604);
  expect(rows[0].rows).toBeLessThanOrEqual(1010);
  const logAuditor = await desk.as('logauditor');
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data, codes } = await desk.ask(
      logAuditor,
      'query($after: String) { gatewayLog(first: 200, after: $after) { edges { node { code address operationName count } } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
    expect(codes).toEqual([]);
    const page = data.gatewayLog as unknown as Edges<{
      code: string;
      address: string;
      operationName: string;
      count: number;
    }> & {
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
    seen.push(...page.edges.map(({ node }) => JSON.stringify(node)));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(rows[0].rows);
  expect(seen).toContain(
    JSON.stringify({ code: 'COST_TOO_HIGH', address: '10.0.0.1', operationName: 'Everything', count: 3 }),
  );
});
