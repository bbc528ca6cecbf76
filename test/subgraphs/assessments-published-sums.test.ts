// Sums of other districts: taken when the quarter was closed, small ones withheld with what would tell them; and the scores of member units with their evidence.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  expect((await propose('2018Q1', 'sums-of-quarter-1')).codes).toEqual([]);
});
afterAll(() => desk?.close());

const propose = (q: string, k: string) =>
  desk.ask(
    desk.as('city-assessor'),
    'mutation($q: String!, $k: String!) { proposeLights(quarter: $q, idempotencyKey: $k) { id } }',
    { q, k },
  );
const confirm = (q: string) =>
  desk.ask(desk.as('city-director'), 'mutation($q: String!) { confirmLights(quarter: $q) { id } }', { q });
const SUMS = `query($q: String!, $l: PublishedLevel!, $first: Int, $after: String) { publishedSums(quarter: $q, level: $l, first: $first, after: $after) {
  edges { cursor node { indicator title unit numerator denominator withheld quarter region { id } } } pageInfo { hasNextPage } } }`;
const ask = (account: string, variables: Record<string, unknown> = {}) =>
  desk.ask(desk.as(account), SUMS, { q: '2018Q1', l: 'town', first: 100, ...variables });
const sums = async (account: string, variables: Record<string, unknown> = {}): Promise<Data[]> =>
  (await ask(account, variables)).data.publishedSums.edges.map(({ node }: Data) => node);
const towns = () => desk.city.regions.filter(({ kind }) => kind === 'town');
const ENTITY = (type: string, fields: string) =>
  `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`;
const entity = (account: string, type: string, id: string, fields: string) =>
  desk.ask(desk.as(account), ENTITY(type, fields), { r: [{ __typename: type, id }] });

test('nothing is told before the quarter is published; then a district reads the sums of every town, the city office the same', async () => {
  expect(await sums('district-laicheng')).toEqual([]);
  expect(await desk.under('public', {}, 'select * from assessments.published_sum')).toEqual([]);
  expect((await confirm('2018Q1')).codes).toEqual([]);
  const told = await sums('district-laicheng');
  expect(told.map(({ region }) => region.id)).toEqual(expect.arrayContaining(towns().map(({ id }) => id)));
  expect(told).toEqual(await sums('city-director'));
  expect(told).toEqual(await sums('unit-health'));
  expect((await ask('citizen')).codes).toEqual(['FORBIDDEN']);
  const own = desk.city.regions.find(({ name }) => name === '莱城区')?.path ?? '';
  const elsewhere = towns().filter(({ path }) => !path.startsWith(own));
  expect(elsewhere.length).toBeGreaterThan(0);
  const visits = told.filter(({ indicator }) => indicator === 'visit-coverage');
  const shown = visits.find(
    ({ region, numerator }) => numerator !== null && elsewhere.some(({ id }) => id === region.id),
  );
  expect(shown).toMatchObject({
    numerator: String(desk.visited.get(shown.region.id)),
    denominator: '100',
    withheld: null,
    unit: '户月 · household-months',
  });
});

test('a small number is null with a reason that does not tell which it is, also in plain SQL and in the answer to its own region', async () => {
  const visits = (await sums('district-gangcheng')).filter(({ indicator }) => indicator === 'visit-coverage');
  const few = towns().filter(({ id }) => {
    const lacking = 100 - (desk.visited.get(id) ?? 0);
    return lacking > 0 && lacking < 5;
  });
  expect(few).toHaveLength(4);
  const withheld = visits.filter(({ numerator }) => numerator === null);
  expect(withheld.map(({ region }) => region.id)).toEqual(expect.arrayContaining(few.map(({ id }) => id)));
  expect(new Set(withheld.map((each) => each.withheld)).size).toBe(1);
  expect(withheld.every(({ denominator }) => denominator === null)).toBe(true);
  // Two payments stand behind each amount: none is shown, and so no sum of them.
  const amounts = (await sums('district-gangcheng')).filter(({ indicator }) => indicator === 'payment-execution');
  expect(amounts.every(({ numerator }) => numerator === null)).toBe(true);
  const stored = await desk.under(
    'public',
    {},
    `select region_id from assessments.published_sum where numerator is null and indicator = 'visit-coverage' and level = 'town'`,
  );
  expect(stored.map(({ region_id }) => region_id).sort()).toEqual(withheld.map(({ region }) => region.id).sort());
  const one = few[0]?.id ?? '';
  const region = await entity('zone-xueye', 'Region', one, 'publishedSums(quarter: "2018Q1") { indicator numerator }');
  expect(region.data._entities[0].publishedSums).toEqual([
    { indicator: 'payment-execution', numerator: null },
    { indicator: 'task-confirmation', numerator: expect.any(String) },
    { indicator: 'visit-coverage', numerator: null },
  ]);
});

test('the city has the sum of all, pages follow one another, and an earlier snapshot stays as it was', async () => {
  const [city] = (await sums('province-observer', { l: 'city' })).filter(
    ({ indicator }) => indicator === 'visit-coverage',
  );
  const all = [...desk.visited.values()].reduce((sum, each) => sum + each, 0);
  expect([city.numerator, city.denominator]).toEqual([String(all), '2000']);
  const told = await ask('auditor', { first: 7 });
  const rest = await ask('auditor', { after: told.data.publishedSums.edges.at(-1).cursor });
  expect([...told.data.publishedSums.edges, ...rest.data.publishedSums.edges].map(({ node }: Data) => node)).toEqual(
    await sums('auditor'),
  );
  expect((await ask('auditor', { q: '2018-1' })).codes).toEqual(['INVALID_INPUT']);
  const before = await sums('auditor');
  const [first] = desk.visited.keys();
  desk.visited.set(first ?? '', 40);
  expect((await propose('2018Q1', 'sums-of-quarter-1-again')).codes).toEqual([]);
  expect(await sums('auditor')).toEqual(before);
  expect((await confirm('2018Q1')).codes).toEqual([]);
  const after = (await sums('auditor')).find(
    ({ indicator, region }) => indicator === 'visit-coverage' && region.id === first,
  );
  expect(after.numerator).toBe('40');
  await expect(
    desk.sql.query(`update assessments.published_sum set numerator = 1, denominator = 1`),
  ).rejects.toMatchObject({ constraint: 'assessments_published_sum_append_only' });
  await expect(
    desk.sql.query(
      `insert into assessments.published_sum select round_id, '2018Q1', level, gen_random_uuid(), path, indicator, title, unit, null, 9, 5, pack_name, pack_hash from assessments.published_sum limit 1`,
    ),
  ).rejects.toMatchObject({ constraint: 'published_sum_withheld_whole' });
});

test('a member unit tells its score with the evidence, once the quarter is published, to those who read sealed results', async () => {
  const { rows } = await desk.sql.query(
    `select distinct unit_id from assessments.task where unit_id is not null limit 1`,
  );
  const id = rows[0].unit_id;
  const FIELDS =
    'score(quarter: "2018Q1") { score packName level evidence { node points rows } } next: score(quarter: "2018Q2") { id }';
  const asked = async (account: string) => entity(account, 'Unit', id, FIELDS);
  const { data, codes } = await asked('city-assessor');
  expect(codes).toEqual([]);
  const [{ score, next }] = data._entities;
  expect(next).toBeNull();
  expect(score).toMatchObject({ level: 'unit', packName: 'units-2018', score: expect.stringMatching(/^\d+\.\d\d$/) });
  expect(score.evidence.map(({ node }: Data) => node)).toEqual(['unit', 'unit-task-confirmation', 'unit-task-overdue']);
  expect((await propose('2018Q2', 'sums-of-quarter-2')).codes).toEqual([]);
  expect((await asked('org-department')).data._entities).toEqual(data._entities);
  expect((await asked('unit-health')).codes).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect((await asked('town-kouzhen')).codes).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});

test('the evidence of a published light keeps its points, and shows a withheld figure to those alone in whose range the region lies', async () => {
  const RECOMPUTE = 'query($id: ID!) { recomputeLight(id: $id) { same evidence { node inputs { numerator } } } }';
  const LIGHTS =
    '{ lights(quarter: "2018Q1") { id region { id } evidence { node points value formula rows inputs { numerator denominator } } } }';
  const withheld = (await sums('auditor')).find(
    ({ indicator, numerator }) => indicator === 'visit-coverage' && numerator === null,
  ).region.id;
  const light = async (account: string): Promise<Data> =>
    (await desk.ask(desk.as(account), LIGHTS)).data.lights.find(({ region }: Data) => region.id === withheld);
  const visits = ({ evidence }: Data): Data => evidence.find(({ node }: Data) => node === 'visit-coverage');
  const whole = await light('city-assessor');
  expect(visits(whole).inputs.numerator).toBe(String(desk.visited.get(withheld)));
  const path = desk.city.regions.find(({ id }) => id === withheld)?.path ?? '';
  const own = (account: string) => {
    const place = desk.city.regions.find(({ id }) => id === desk.as(account).regionId)?.path ?? '-';
    return path.startsWith(place);
  };
  const others = ['district-laicheng', 'district-gangcheng', 'zone-xueye'].filter((account) => !own(account));
  for (const account of [...others, 'citizen', 'unit-health']) {
    const told = await light(account);
    expect(visits(told)).toMatchObject({ points: visits(whole).points, inputs: null, value: null, rows: null });
    expect(visits(told).formula).not.toMatch(/\d{2}/);
  }
  const anew = await desk.ask(desk.as('unit-health'), RECOMPUTE, { id: whole.id });
  expect(anew.data.recomputeLight.same).toBe(true);
  expect(visits(anew.data.recomputeLight).inputs).toBeNull();
});

test('behind an item of a score stands the question that lists its rows, and whoever asks it gets those of the own scope', async () => {
  const LIGHTS =
    '{ lights(quarter: "2018Q1") { region { id } evidence { node rows rowsQuestion { query variables } } } }';
  const town = desk.as('town-kouzhen').regionId;
  const { data } = await desk.ask(desk.as('citizen'), LIGHTS);
  const { evidence } = data.lights.find(({ region }: Data) => region.id === town);
  const node = (name: string): Data => evidence.find((each: Data) => each.node === name);
  expect(node('town').rowsQuestion).toBeNull();
  const { query, variables } = node('task-confirmation').rowsQuestion;
  const drill = (account: string) => desk.ask(desk.as(account), query, { ...JSON.parse(variables), first: 200 });
  const own = await drill('town-kouzhen');
  expect(own.codes).toEqual([]);
  expect(own.data.tasks.edges).toHaveLength(node('task-confirmation').rows);
  expect(own.data.tasks.edges.length).toBeGreaterThan(0);
  expect((await drill('district-laicheng')).data).toEqual(own.data);
  expect((await drill('district-gangcheng')).data).toEqual({
    tasks: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
  });
  expect((await drill('unit-health')).data.tasks.edges).toEqual([]);
  expect((await drill('citizen')).codes).toEqual(['FORBIDDEN']);
});
