// Lights through the graph: proposed by one, confirmed by another, published with their evidence, superseded and never repainted.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const PROPOSE =
  'mutation($q: String!, $k: String!) { proposeLights(quarter: $q, idempotencyKey: $k) { id quarter lights { colour rank status region { id } } } }';
const CONFIRM = 'mutation($q: String!, $r: ID) { confirmLights(quarter: $q, roundId: $r) { id lights { status } } }';
const LIGHTS = 'query($q: String!) { lights(quarter: $q) { id colour rank score status supersedes region { id } } }';
const propose = (q: string, k: string) => desk.ask(desk.as('city-assessor'), PROPOSE, { q, k });
const confirm = (q: string, r?: string) => desk.ask(desk.as('city-director'), CONFIRM, { q, r });
const lights = (account: string, q: string) => desk.ask(desk.as(account), LIGHTS, { q });
const towns = () => desk.city.regions.filter(({ kind }) => kind === 'town');
const lightOf = (caller: ReturnType<AssessmentsDesk['as']>, id: string | undefined, q: string, fields: string) =>
  desk.ask(
    caller,
    `query($r: [_Any!]!, $q: String!) { _entities(representations: $r) { ... on Region { light(quarter: $q) { ${fields} } } } }`,
    {
      r: [{ __typename: 'Region', id }],
      q,
    },
  );

test('20 towns are proposed once per key, unseen by others until a second person confirms', async () => {
  for (const account of ['city-director', 'town-kouzhen', 'citizen'])
    expect((await desk.ask(desk.as(account), PROPOSE, { q: '2018Q1', k: 'key-00001' })).codes).toEqual(['FORBIDDEN']);
  expect((await confirm('2018Q1')).codes).toEqual(['NOTHING_PROPOSED']);
  const first = await propose('2018Q1', 'key-00001');
  expect(first.codes).toEqual([]);
  const round = first.data.proposeLights;
  expect(round.lights).toHaveLength(20);
  expect(round.lights.map((light: Data) => light.rank)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(desk.asked.map(({ subgraph }) => subgraph).sort()).toEqual(['funds', 'households', 'organisation']);
  for (const { caller } of desk.asked)
    expect(caller).toMatchObject({ service: 'assessments', personId: desk.as('city-assessor').personId });
  expect((await propose('2018Q1', 'key-00001')).data.proposeLights.id).toBe(round.id);
  expect((await propose('2018Q2', 'key-00001')).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);

  for (const account of ['city-assessor', 'town-kouzhen', 'citizen'])
    expect((await lights(account, '2018Q1')).data.lights).toEqual([]);
  expect((await desk.ask(desk.as('town-kouzhen'), '{ lightRound(quarter: "2018Q1") { id } }')).codes).toEqual([
    'FORBIDDEN',
  ]);
  const same = { ...desk.as('city-director'), personId: desk.as('city-assessor').personId };
  expect((await desk.ask(same, CONFIRM, { q: '2018Q1' })).codes).toEqual(['SAME_PERSON']);
  expect((await confirm('2018Q1', '01890000-0000-7000-8000-000000000001')).codes).toEqual(['PROPOSAL_CHANGED']);
  expect((await confirm('2018Q1', String(round.id))).codes).toEqual([]);
  expect((await confirm('2018Q1')).codes).toEqual(['NOTHING_PROPOSED']);

  const published = await lights('city-assessor', '2018Q1');
  expect(published.data.lights).toHaveLength(20);
  for (const account of [
    'town-kouzhen',
    'unit-health',
    'helper-kouzhen',
    'org-department',
    'citizen',
    'province-observer',
  ])
    expect((await lights(account, '2018Q1')).data).toEqual(published.data);
});

test('a light explains itself: figures, formula, source, and the hash of the pack', async () => {
  const [town] = towns();
  const fields =
    'colour score packHash inputsHash proposedBy { id } confirmedBy { id } reasons { trigger text } evidence { node parent formula value weight points missing inputs { numerator denominator source { subgraph query unit rows } } }';
  const { data, codes } = await lightOf(desk.as('city-officer'), town?.id, '2018Q1', fields);
  expect(codes).toEqual([]);
  const { light } = data._entities[0] ?? {};
  expect(light?.proposedBy).toEqual({ id: desk.as('city-assessor').personId });
  expect(light?.confirmedBy).toEqual({ id: desk.as('city-director').personId });
  const nodes = new Map<string, Data>(
    (light?.evidence ?? []).map((node: Data): [string, Data] => [String(node.node), node]),
  );
  expect([...nodes.keys()]).toEqual([
    'town',
    'help',
    'visit-coverage',
    'task-confirmation',
    'funds',
    'payment-execution',
  ]);
  expect(nodes.get('visit-coverage')).toMatchObject({
    parent: 'help',
    points: '40.0000',
    inputs: {
      numerator: '100',
      denominator: '100',
      source: { subgraph: 'households', rows: 100, query: expect.stringContaining(town?.id ?? '') },
    },
  });
  expect(nodes.get('payment-execution')?.inputs).toMatchObject({
    numerator: '199999',
    denominator: '200000',
    source: { rows: 2 },
  });
  const tasks = desk.city.regionTasks.filter((task) => task.regionId === town?.id).map((task) => task.id);
  const confirmed = desk.city.progress.filter(
    (each) => tasks.includes(each.taskId) && each.outcome === 'confirmed',
  ).length;
  expect(nodes.get('task-confirmation')?.inputs).toMatchObject({
    numerator: String(confirmed),
    denominator: String(tasks.length),
  });
  const points = ['help', 'funds'].reduce((sum, node) => sum + Number(nodes.get(node)?.points), 0);
  expect(Number(light?.score)).toBeCloseTo(points, 2);
  expect(light?.packHash).toMatch(/^[0-9a-f]{64}$/);

  const open = await lightOf(desk.as('citizen'), town?.id, '2018Q1', 'colour evidence { node } confirmedBy { id }');
  expect(open.codes).toEqual(['FORBIDDEN']);
  expect(open.data._entities[0]?.light).toMatchObject({ colour: light?.colour, confirmedBy: null });
  const score = await desk.ask(
    desk.as('district-gangcheng'),
    'query($r: [_Any!]!) { _entities(representations: $r) { ... on Region { score(quarter: "2018Q1") { score inputsHash evidence { node } } } } }',
    { r: [{ __typename: 'Region', id: town?.id }] },
  );
  expect(score.data._entities[0]?.score).toMatchObject({ score: light?.score });
});

test('a second proposal stands beside the first, and takes its place only when it is confirmed', async () => {
  const before = (await lights('citizen', '2018Q1')).data.lights;
  const [town] = towns();
  const old = before.find((light: Data) => light.region.id === town?.id);
  desk.visited.set(town?.id ?? '', 0);
  expect((await propose('2018Q1', 'key-00002')).codes).toEqual([]);
  expect((await lights('citizen', '2018Q1')).data.lights).toEqual(before);
  expect((await confirm('2018Q1')).codes).toEqual([]);
  const after = (await lights('citizen', '2018Q1')).data.lights;
  const now = after.find((light: Data) => light.region.id === town?.id);
  expect(after).toHaveLength(20);
  expect(now).toMatchObject({ supersedes: old?.id, colour: 'red' });
  expect(Number(now?.score)).toBeLessThan(Number(old?.score));
  const { rows } = await desk.sql.query('select colour from assessments.light where id = $1', [old?.id]);
  expect(rows).toEqual([{ colour: old?.colour }]);
});

test('what was not answered for is missing and not zero; the third yellow running is red, and nothing else says so', async () => {
  const [, silent] = towns();
  desk.visited.set(towns()[0]?.id ?? '', 100);
  desk.visited.delete(silent?.id ?? '');
  for (const quarter of ['2018Q2', '2018Q3', '2018Q4']) {
    expect((await propose(quarter, `key-${quarter}`)).codes).toEqual([]);
    expect((await confirm(quarter)).codes).toEqual([]);
  }
  const { data } = await lightOf(desk.as('citizen'), silent?.id, '2018Q3', 'evidence { node missing points }');
  const missing = (data._entities[0]?.light.evidence ?? [])
    .filter((node: Data) => node.missing)
    .map((node: Data) => node.node);
  expect(missing).toEqual(['visit-coverage', 'funds', 'payment-execution']);

  const colours = new Map<string, string[]>();
  let thirds = 0;
  for (const quarter of ['2018Q1', '2018Q2', '2018Q3', '2018Q4']) {
    const { data } = await desk.ask(
      desk.as('citizen'),
      'query($q: String!) { lights(quarter: $q) { colour region { id } reasons { trigger } } }',
      { q: quarter },
    );
    for (const { colour, region, reasons } of data.lights) {
      const before = colours.get(String(region.id)) ?? [];
      const triggers = reasons.map(({ trigger }: Data) => String(trigger));
      expect(triggers.length > 0).toBe(String(colour) === 'yellow' || String(colour) === 'red');
      const third =
        before.slice(-2).join() === 'yellow,yellow' &&
        triggers.includes('last-three') &&
        !triggers.includes('below-sixty');
      expect(triggers.includes('third-yellow')).toBe(third);
      if (third) {
        thirds += 1;
        expect(String(colour)).toBe('red');
      }
      colours.set(String(region.id), [...before, String(colour)]);
    }
  }
  expect(thirds).toBeGreaterThan(0);
});

test('refuses a quarter that is not over, one without a pack, and an ill-written one', async () => {
  expect((await propose('2019Q1', 'key-00009')).codes).toEqual(['PACK_NOT_IN_FORCE']);
  expect((await propose('2018-1', 'key-00009')).codes).toEqual(['INVALID_INPUT']);
  expect((await lights('citizen', '2018Q7')).codes).toEqual(['INVALID_INPUT']);
});
