// Airings through the graph: drafted from sealed scores by one person, sealed by another, then shown; officials and the public see each its part.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const DRAFT =
  'mutation($q: String!, $g: AiringGroup!) { draftAiring(quarter: $q, group: $g) { id title contentHash supersedes entries { place score rank formerRank change unit { id } region { id } sourceHash } } }';
const SEAL = 'mutation($id: ID!) { sealAiring(id: $id) { id sealedAt sealedBy { id } } }';
const SHOW = 'mutation($id: ID!) { showAiring(id: $id) { id shownAt } }';
const ONE = 'query($id: ID!) { airing(id: $id) { id title contentHash entries { rank score } } }';
const LIST = 'query($q: String!) { airings(quarter: $q) { id sealedAt } }';
const SEAL_OF = 'query($id: ID!) { airingSeal(id: $id) { id hash quarter title } }';
const draft = (q: string, g: string) => desk.ask(desk.as('city-assessor'), DRAFT, { q, g });
const seal = (id: string) => desk.ask(desk.as('city-director'), SEAL, { id });
const show = (id: string) => desk.ask(desk.as('city-director'), SHOW, { id });
const one = (account: string, id: string) => desk.ask(desk.as(account), ONE, { id });
const officials = [
  'city-officer',
  'town-kouzhen',
  'village-kouzhen',
  'unit-health',
  'org-department',
  'helper-kouzhen',
  'auditor',
];
const outside = ['citizen', 'hospital-window', 'insurer-clerk', 'province-observer', 'sysadmin'];

test('units are ranked by their sealed results, sealed by a second person, and shown', async () => {
  expect((await draft('2018Q1', 'units')).codes).toEqual(['NOTHING_SEALED']);
  for (const quarter of ['2018Q1', '2018Q2'])
    await desk.ask(desk.as('city-director'), `mutation { sealUnitResults(quarter: "${quarter}") { id } }`);
  const first = (await draft('2018Q1', 'units')).data.draftAiring;
  expect(first.entries).toHaveLength(41);
  const { rows } = await desk.sql.query(
    `select unit_id as id, score, 1 + (select count(*)::int from assessments.unit_result b where b.quarter = a.quarter and b.score::numeric > a.score::numeric) as rank
     from assessments.unit_result a where quarter = '2018Q1'`,
  );
  const wanted = new Map(rows.map(({ id, score, rank }) => [id, `${score} ${rank}`]));
  for (const { unit, score, rank, change } of first.entries) {
    expect(`${score} ${rank}`).toBe(wanted.get(unit.id));
    expect(change).toBeNull();
  }
  expect(first.entries.map((row: Data) => row.rank)).toEqual(
    first.entries.map((row: Data) => row.rank).sort((a: number, b: number) => a - b),
  );

  for (const account of [...officials, ...outside]) {
    const seen = (await one(account, first.id)).data.airing;
    expect([account, seen === null]).toEqual([account, account !== 'city-officer' && account !== 'auditor']);
  }
  const same = { ...desk.as('city-director'), personId: desk.as('city-assessor').personId };
  expect((await desk.ask(same, SEAL, { id: first.id })).codes).toEqual(['SAME_PERSON']);
  expect((await show(first.id)).codes).toEqual(['AIRING_NOT_SEALED']);
  expect((await seal(first.id)).data.sealAiring.sealedBy).toEqual({ id: desk.as('city-director').personId });
  expect((await seal(first.id)).codes).toEqual(['AIRING_SEALED']);
  for (const account of officials)
    expect((await one(account, first.id)).data.airing.contentHash).toBe(first.contentHash);
  for (const account of outside) expect((await one(account, first.id)).data.airing).toBeNull();
  for (const account of outside)
    expect((await desk.ask(desk.as(account), LIST, { q: '2018Q1' })).data.airings).toEqual([]);

  const asService = { ...desk.as('town-kouzhen'), service: 'organisation' };
  expect((await desk.ask(asService, SEAL_OF, { id: first.id })).data.airingSeal).toEqual({
    id: first.id,
    hash: first.contentHash,
    quarter: '2018Q1',
    title: first.title,
  });
  expect((await desk.ask(desk.as('city-director'), SEAL_OF, { id: first.id })).codes).toEqual(['FORBIDDEN']);
  expect((await show(first.id)).codes).toEqual([]);
  expect((await show(first.id)).codes).toEqual(['AIRING_SHOWN']);
  for (const account of outside) expect((await one(account, first.id)).data.airing.entries).toHaveLength(41);

  const second = (await draft('2018Q2', 'units')).data.draftAiring;
  expect((await desk.ask(asService, SEAL_OF, { id: second.id })).data.airingSeal).toBeNull();
  for (const { unit, rank, formerRank, change } of second.entries) {
    expect(formerRank).toBe(Number(wanted.get(unit.id)?.split(' ')[1]));
    expect(change).toBe(formerRank - rank);
  }
});

test('towns are ranked by the lights in force; a light that was confirmed anew in between is not sealed unseen', async () => {
  const light = async (key: string) => {
    await desk.ask(
      desk.as('city-assessor'),
      `mutation { proposeLights(quarter: "2018Q1", idempotencyKey: "${key}") { id } }`,
    );
    await desk.ask(desk.as('city-director'), 'mutation { confirmLights(quarter: "2018Q1") { id } }');
  };
  await light('airing-first');
  const stale = (await draft('2018Q1', 'towns')).data.draftAiring;
  expect(stale.entries).toHaveLength(20);
  const [town] = desk.city.regions.filter(({ kind }) => kind === 'town');
  desk.visited.set(town?.id ?? '', 10);
  await light('airing-second');
  expect((await seal(stale.id)).codes).toEqual(['AIRING_OUTDATED']);
  const drawn = (await draft('2018Q1', 'towns')).data.draftAiring;
  expect(drawn.contentHash).not.toBe(stale.contentHash);
  expect((await seal(drawn.id)).codes).toEqual([]);
  expect((await draft('2018Q1', 'towns')).data.draftAiring).toMatchObject({
    contentHash: drawn.contentHash,
    supersedes: drawn.id,
  });
  const row = drawn.entries.find((each: Data) => each.region.id === town?.id);
  const asked =
    'query($r: [_Any!]!) { _entities(representations: $r) { ... on Region { airing(quarter: "2018Q1") { rank airing { id } } } ... on Airing { title } } }';
  const representations = {
    r: [
      { __typename: 'Region', id: town?.id },
      { __typename: 'Airing', id: drawn.id },
    ],
  };
  expect((await desk.ask(desk.as('town-kouzhen'), asked, representations)).data._entities).toEqual([
    { airing: { rank: row.rank, airing: { id: drawn.id } } },
    { title: drawn.title },
  ]);
  expect((await desk.ask(desk.as('citizen'), asked, representations)).data._entities).toEqual([{ airing: null }, null]);
});

test('the narrowest posts meet the walls in plain SQL: four eyes, sealed once, rows appended, no writing outside the range', async () => {
  const town = desk.city.regions.find(({ code }) => code === '371202100');
  const city = desk.city.regions.find(({ kind }) => kind === 'city');
  const scope = (path = '') => ({ lo: path, hi: `${path.slice(0, -1)}0` });
  const tries: [string, object][] = [
    [
      `update assessments.airing set sealed_by = drafted_by, sealed_at = now() where sealed_at is null`,
      { constraint: 'airing_four_eyes' },
    ],
    [`update assessments.airing set content_hash = repeat('0', 64)`, { constraint: 'assessments_airing_in_steps' }],
    [
      `update assessments.airing set shown_by = gen_random_uuid(), shown_at = now() where sealed_at is null`,
      { constraint: 'assessments_airing_in_steps' },
    ],
    [`update assessments.airing_entry set rank = 1`, { code: '42501' }],
    [
      `insert into assessments.airing_entry (id, airing_id, place, unit_id, source_id, source_hash) select gen_random_uuid(), id, 99, gen_random_uuid(), id, '' from assessments.airing where sealed_at is not null`,
      { code: '42501' },
    ],
  ];
  for (const [statement, refusal] of tries)
    await expect(desk.under('region', scope(city?.path), statement)).rejects.toMatchObject(refusal);
  await expect(
    desk.under(
      'region',
      scope(town?.path),
      'update assessments.airing set shown_by = gen_random_uuid(), shown_at = now() where shown_at is null',
    ),
  ).rejects.toMatchObject({ code: '42501' });
  for (const kind of ['institution', 'own', 'desk', 'issuer'] as const)
    await expect(desk.under(kind, {}, 'select 1 from assessments.airing')).rejects.toMatchObject({ code: '42501' });
});
