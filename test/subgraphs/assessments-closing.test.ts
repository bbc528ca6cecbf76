// A quarter closed for all groups at once: each source asked once, figures frozen, lights recomputed, and as many statements for eight times the peers.
import { Client } from 'pg';
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const propose = (q: string, k: string) =>
  desk.ask(
    desk.as('city-assessor'),
    'mutation($q: String!, $k: String!) { proposeLights(quarter: $q, idempotencyKey: $k) { id figuresHash districts: lights(level: district) { colour } zones: lights(level: zone) { colour } } }',
    { q, k },
  );
const confirm = (q: string) =>
  desk.ask(desk.as('city-director'), 'mutation($q: String!) { confirmLights(quarter: $q) { id } }', { q });
const LIGHTS =
  'query($q: String!, $g: PeerGroup!) { lights(quarter: $q, level: $g) { id colour rank score inputsHash supersedes consequences { consequence title dueOn doneOn } releasedAt region { id } evidence { node hash rows } } }';
const lights = async (account: string, q: string, g = 'town'): Promise<Data[]> =>
  (await desk.ask(desk.as(account), LIGHTS, { q, g })).data.lights;
const RECOMPUTE =
  'query($id: ID!) { recomputeLight(id: $id) { same colour score lightInputsHash treeHash evidence { node hash } } }';
const recompute = async (account: string, id: string) => desk.ask(desk.as(account), RECOMPUTE, { id });

test('a quarter is closed for every group at once: each source is asked once, all figures are frozen', async () => {
  desk.asked.length = 0;
  const { data, codes } = await propose('2018Q1', 'quarter-1');
  expect(codes).toEqual([]);
  expect(desk.asked.map(({ subgraph }) => subgraph).sort()).toEqual(['funds', 'households', 'organisation']);
  expect([data.proposeLights.districts.length, data.proposeLights.zones.length]).toEqual([2, 4]);
  const { rows } = await desk.sql.query(
    `select subject, count(distinct subject_id)::int as subjects, count(distinct indicator)::int as indicators from assessments.figure group by subject order by subject`,
  );
  expect(rows).toEqual([
    { subject: 'region', subjects: 26, indicators: 5 },
    { subject: 'unit', subjects: 41, indicators: 2 },
  ]);
  expect((await confirm('2018Q1')).codes).toEqual([]);
  for (const light of [
    ...(await lights('citizen', '2018Q1', 'district')),
    ...(await lights('citizen', '2018Q1', 'zone')),
  ])
    expect(['yellow', 'red', 'unlit']).toContain(light.colour);
  const unit = await desk.sql.query(
    `select count(*)::int as n from assessments.score where level = 'unit' and score is not null`,
  );
  expect(unit.rows).toEqual([{ n: 41 }]);
  const path = desk.city.regions.find(({ kind }) => kind === 'city')?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0` };
  expect(await desk.under('public', {}, `select distinct subject from assessments.figure`)).toEqual([
    { subject: 'region' },
  ]);
  expect(await desk.under('unit', scope, `select distinct level from assessments.score`)).toEqual([{ level: 'unit' }]);
  expect((await propose('2018Q1', 'quarter-1-again')).codes).toEqual([]);
  expect(await desk.under('public', {}, 'select count(*)::int as rounds from assessments.light_round')).toEqual([
    { rounds: 1 },
  ]);
  expect(
    await desk.under('public', {}, 'select count(distinct round_id)::int as rounds from assessments.figure'),
  ).toEqual([{ rounds: 1 }]);
  await expect(desk.sql.query('update assessments.figure set numerator = 0')).rejects.toMatchObject({
    constraint: 'assessments_figure_append_only',
  });
});

test('each light is recomputed from what was frozen, by whoever is an official, with the same hashes', async () => {
  const published = [...(await lights('citizen', '2018Q1')), ...(await lights('citizen', '2018Q1', 'district'))];
  desk.visited.set(published[0].region.id, 1);
  for (const light of [published[0], published[19], published[20]]) {
    const { data, codes } = await recompute('town-kouzhen', light.id);
    expect(codes).toEqual([]);
    expect(data.recomputeLight).toMatchObject({
      same: true,
      colour: light.colour,
      score: light.score,
      lightInputsHash: light.inputsHash,
    });
    expect(data.recomputeLight.evidence).toEqual(light.evidence.map(({ node, hash }: Data) => ({ node, hash })));
  }
  expect((await recompute('citizen', published[0].id)).codes).toEqual(['FORBIDDEN']);
  expect((await recompute('town-kouzhen', '01890000-0000-7000-8000-000000000001')).codes).toEqual(['NOT_FOUND']);
  // A figure that was changed behind everybody's back is found out.
  await desk.sql.query(`alter table assessments.figure disable trigger append_only`);
  const forge = (by: number) =>
    desk.sql.query(
      `update assessments.figure set numerator = numerator - $2 where subject_id = $1 and indicator = 'visit-coverage'`,
      [published[1].region.id, by],
    );
  await forge(1);
  expect((await recompute('auditor', published[1].id)).data.recomputeLight.same).toBe(false);
  await forge(-1);
  await desk.sql.query(`alter table assessments.figure enable trigger append_only`);
  expect((await recompute('auditor', published[1].id)).data.recomputeLight.same).toBe(true);
});

test('eight times the peers are closed with as many statements and as many questions', async () => {
  const query = jest.spyOn(Client.prototype, 'query');
  const counted = async (q: string) => {
    query.mockClear();
    desk.asked.length = 0;
    expect((await propose(q, `key-${q}`)).codes).toEqual([]);
    return { statements: query.mock.calls.length, asked: desk.asked.length };
  };
  await counted('2018Q2');
  const once = await counted('2018Q3');
  const city = desk.city.regions.find(({ kind }) => kind === 'city');
  const { rows } = await desk.sql.query(
    `insert into assessments.scope (region_id, path, kind, epoch) select gen_random_uuid(), $1 || lpad(n::text, 4, '0') || '/', 'town', 1
     from generate_series(9000, 9139) n returning region_id`,
    [city?.path],
  );
  for (const { region_id } of rows) desk.visited.set(region_id, 60);
  const eightfold = await counted('2018Q4');
  query.mockRestore();
  expect(eightfold).toEqual(once);
  expect(once.statements).toBeGreaterThan(5);
  const { rows: drawn } = await desk.sql.query(
    `select count(*)::int as towns from assessments.light where quarter = '2018Q4' and level = 'town'`,
  );
  expect(drawn).toEqual([{ towns: 160 }]);
});
