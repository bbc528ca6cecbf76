// Re-organisations one by one (区划调整): rename, transfer with writes in flight, merger and split, and the walls around them.
import { Client } from 'pg';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { arrived } from '../harness/arrived';
import type { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';
import { strayRows } from '../journeys/drill-questions';

const PROPOSE = 'mutation($input: ProposeRegionChangeInput!) { proposeRegionChange(input: $input) { id } }';
const APPROVE =
  'mutation($id: ID!) { approveRegionChange(id: $id, documentNumber: "鲁民函〔2018〕77号（拟）") { state } }';
const EXECUTE = 'mutation($id: ID!) { executeRegionChange(id: $id) { state epoch } }';
/** Asks no other subgraph, and writes a row of the log that says who saw the number. */
const REVEAL =
  'mutation($id: ID!, $reason: String!) { revealHousehold(householdId: $id, reason: $reason) { idNumber } }';

let world: World;
let officer: GraphClient;
let director: GraphClient;
beforeAll(async () => {
  world = await openWorld();
  [officer, director] = [await world.as('city-officer'), await world.as('city-director')];
}, 120_000);
afterAll(() => world?.close());

const regionOf = (codeOrName: string) => {
  const found = world.city.regions.find(({ code, name }) => code === codeOrName || name === codeOrName);
  if (!found) throw new Error(codeOrName);
  return found;
};
const propose = async (effectiveOn: string, steps: object[]) =>
  (await officer.get(PROPOSE, { input: { title: '区划调整演练', effectiveOn, steps } })).proposeRegionChange
    .id as string;
async function carryOut(effectiveOn: string, steps: object[]): Promise<string> {
  const id = await propose(effectiveOn, steps);
  await director.get(APPROVE, { id });
  await director.get(EXECUTE, { id });
  return id;
}
const households = (code: string, on?: string) =>
  `{ regionByCode(code: "${code}") { name householdSummary(year: 2018${on ? `, on: "${on}"` : ''}) { households } } }`;
async function count(client: GraphClient, code: string, on?: string): Promise<number> {
  const { data, errors } = await arrived(client, households(code, on));
  expect(errors).toEqual([]);
  return data.regionByCode.householdSummary.households;
}

test('a renaming moves nothing; it is refused twice, before its day, and when the tree has changed since', async () => {
  const kouzhen = regionOf('371202100').id;
  const stale = await propose('2018-02-01', [{ verb: 'rename', region: kouzhen, name: '口街道' }]);
  const early = await propose('2099-01-01', [{ verb: 'rename', region: kouzhen, name: '口街道' }]);
  const id = await carryOut('2018-03-01', [{ verb: 'rename', region: kouzhen, name: '口子镇' }]);
  expect(await director.refused(EXECUTE, { id })).toBe('REGION_CHANGE_STATE');
  expect(await director.refused(APPROVE, { id })).toBe('REGION_CHANGE_STATE');
  for (const [other, code] of [
    [stale, 'REGION_CHANGE_STALE'],
    [early, 'REGION_CHANGE_EARLY'],
  ] as const) {
    await director.get(APPROVE, { id: other });
    expect(await director.refused(EXECUTE, { id: other })).toBe(code);
  }
  const named = `{ regionByCode(code: "371202100") { name before: asOf(on: "2018-02-28") { name } after: asOf(on: "2018-03-01") { name } } }`;
  expect((await arrived(officer, named)).data.regionByCode).toEqual({
    name: '口子镇',
    before: { name: '口镇' },
    after: { name: '口子镇' },
  });
  expect(await count(director, '371202100')).toBe(await count(director, '371202100', '2018-01-01'));
});

test('steps that cannot be and regions of others are refused by name; one person is never two, in SQL neither', async () => {
  const input = (steps: object[]) => ({ input: { title: '区划调整演练', effectiveOn: '2018-06-01', steps } });
  const laicheng = regionOf('371202').id;
  expect(await officer.refused(PROPOSE, input([{ verb: 'move', region: laicheng, into: regionOf('371200').id }]))).toBe(
    'REGION_CHANGE_MISFIT',
  );
  expect(await officer.refused(PROPOSE, input([{ verb: 'rename', region: regionOf('370000').id, name: '鲁' }]))).toBe(
    'NOT_FOUND',
  );
  const id = await propose('2018-06-01', [{ verb: 'rename', region: laicheng, name: '莱城新区' }]);
  const broken = async (sql: string) => {
    try {
      await world.sql.query(sql, [id]);
      return 'done';
    } catch (error) {
      return (error as { constraint?: string }).constraint;
    }
  };
  const decide = (by: string) =>
    `update organisation.region_change set state = 'approved', approved_by = ${by}, approved_at = now(), document_number = '文号' where id = $1`;
  expect(await broken(decide('proposed_by'))).toBe('region_change_four_eyes');
  expect(await broken(`update organisation.region_change set plan = '{}' where id = $1`)).toBe(
    'organisation_region_change_append_only',
  );
  expect(await broken(`update organisation.region_change set state = 'executed' where id = $1`)).toMatch(
    /^region_change_/,
  );
});

test('a town goes from its district to a zone while somebody writes: refused there, done elsewhere, and nothing is left behind', async () => {
  const [town, elsewhere, zone] = [regionOf('371202101'), regionOf('371202102'), regionOf('农高区')];
  const officerOf = ({ id }: { id: string }, regionEpoch: number): Caller => ({
    ...anonymousCaller('01890000-0000-7000-8000-000000000001'),
    ...{ personId: world.city.persons[0]?.id ?? '', post: 'town-officer', level: 'town', scope: 'region' },
    ...{ regionId: id, regionEpoch },
  });
  const write = async (region: { id: string; path: string }, epoch: number) => {
    const household = world.city.households.find(({ path }) => path.startsWith(region.path))?.id;
    const variables = { id: household, reason: '核对发放对象' };
    const { errors } = await world.subgraphs.households.execute({ query: REVEAL, variables }, officerOf(region, epoch));
    return errors?.map(({ extensions }) => extensions?.code)[0] ?? 'done';
  };
  const [{ epoch }] = (await world.sql.query('select epoch from organisation.region_tree')).rows;
  const [laicheng, all] = [await count(director, '371202'), await count(director, '371202101')];

  // Somebody's write in this town has begun and not ended.
  const writer = new Client({
    connectionString: world.cluster.superuserUrl.replace(/\/postgres$/, `/${world.database}`),
  });
  await writer.connect();
  writer.on('error', () => undefined);
  await writer.query('begin');
  await writer.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [
    `households.through ${town.path}`,
  ]);
  await carryOut('2018-05-01', [{ verb: 'move', region: town.id, into: zone.id }]);
  for (let waits = false; !waits; ) {
    const waiting = await world.sql.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`);
    waits = waiting.rowCount !== 0;
  }
  expect(await write(town, epoch)).toBe('REGION_MOVING');
  expect(await write(town, epoch + 1)).toBe('SCOPE_MOVING');
  expect(await write(elsewhere, epoch)).toBe('done');
  await writer.query('commit');
  await writer.end();

  expect(await count(director, '371202101')).toBe(all);
  expect(await write(town, epoch)).toBe('SCOPE_MOVING');
  expect(await write(town, epoch + 1)).toBe('done');
  expect(await count(director, '371202')).toBe(laicheng - all);
  expect(await count(director, '371202', '2018-04-30')).toBe(laicheng);
  expect(await count(director, '371202', '2018-05-01')).toBe(laicheng - all);
  const laichengOfficer = await world.as('district-laicheng');
  expect((await arrived(laichengOfficer, households('371202101'))).errors[0]?.extensions.code).toBe('OUT_OF_SCOPE');
  expect((await arrived(laichengOfficer, households('371202', '2018-04-30'))).errors[0]?.extensions.code).toBe(
    'OUT_OF_SCOPE',
  );
  expect(await strayRows(world.sql)).toEqual([]);
}, 60_000);

test('two villages become one: its clerk reaches both, the other’s post is over, and each had its own sum before', async () => {
  const clerk = await world.as('village-kouzhen');
  const [gone, stays] = [
    regionOf('371202100207'),
    world.city.regions.find(
      ({ id, parentId, kind }) =>
        kind === 'village' && parentId === regionOf('371202100').id && id !== regionOf('371202100207').id,
    ),
  ];
  if (!stays?.code) throw new Error('another village');
  const [a, b] = [await count(director, gone.code ?? ''), await count(director, stays.code)];
  expect(a).toBeGreaterThan(0);
  await carryOut('2018-09-01', [{ verb: 'end', region: gone.id, into: stays.id }]);
  expect(await clerk.refused('{ me { person { name } } }')).toBe('UNAUTHENTICATED');
  expect(await count(director, stays.code)).toBe(a + b);
  expect(await count(director, stays.code, '2018-08-31')).toBe(b);
  const past = `{ regionByCode(code: "${gone.code}", on: "2018-08-31") { name validTo householdSummary(year: 2018, on: "2018-08-31") { households } } }`;
  expect((await arrived(director, past)).data.regionByCode).toMatchObject({
    validTo: null,
    householdSummary: { households: a },
  });
  expect(await director.get(`{ regionByCode(code: "${gone.code}") { id } }`)).toEqual({ regionByCode: null });
  expect(await strayRows(world.sql)).toEqual([]);
});

test('a district is split: the part that leaves is its own from that day, and belonged to it before', async () => {
  const [whole, part] = [await count(director, '371203'), await count(director, '371203100')];
  await carryOut('2018-10-01', [
    {
      verb: 'found',
      key: 'new',
      kind: 'district',
      name: '颜庄区',
      code: '371204',
      into: regionOf('371200').id,
      origin: regionOf('371203').id,
    },
    { verb: 'move', region: regionOf('371203100').id, into: 'new' },
  ]);
  expect([await count(director, '371203'), await count(director, '371204')]).toEqual([whole - part, part]);
  expect(await count(director, '371203', '2018-09-30')).toBe(whole);
  expect((await arrived(director, households('371204', '2018-09-30'))).errors[0]?.extensions.code).toBe('OUT_OF_SCOPE');
  expect(await count(director, '371200')).toBe(340);
});
