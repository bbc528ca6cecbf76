// From a resolution to its task and on to progress, result, score and light, in one query and both ways; and who may make it a task.
import { randomUUID } from 'node:crypto';
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const regionNamed = (name: string) => desk.city.regions.find((region) => region.name === name)?.id ?? '';
const TASK =
  'mutation($i: TaskResolutionInput!) { taskResolution(input: $i) { id code year beginsOn deadline checklist { id } resolution { id } unit { id } region { id } taskedBy { id } } }';
const REPORT = 'mutation($i: ReportProgressInput!) { reportProgress(input: $i) { id } }';
const resolved = (change: object = {}): string => {
  const id = randomUUID();
  desk.resolutions.set(id, {
    id,
    regionId: regionNamed('莱芜市'),
    position: 1,
    content: '6月底前实现一站式结算全覆盖',
    ownerUnitId: desk.as('unit-health').unitId,
    ownerRegionId: null,
    deadline: '2018-06-30',
    heldOn: '2018-04-18',
    minutesNumber: '莱扶组纪〔2018〕2号',
    publishedAt: '2018-04-19T08:00:00.000Z',
    ...change,
  });
  return id;
};
const make = (account: string, resolutionId: string) =>
  desk.ask(desk.as(account), TASK, {
    i: { resolutionId, standard: '定点医院全覆盖', evidenceWanted: '结算清单', weight: 5 },
  });
const entity = (account: string, type: string, id: string | null | undefined, fields: string) =>
  desk.ask(
    desk.as(account),
    `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`,
    {
      r: [{ __typename: type, id }],
    },
  );

test('the office that met makes a resolution a task, once, of whom it charges', async () => {
  const id = resolved();
  for (const account of ['unit-health', 'town-kouzhen', 'city-assessor', 'citizen'])
    expect((await make(account, id)).codes).toEqual(['FORBIDDEN']);
  expect((await make('district-laicheng', id)).codes).toEqual(['RESOLUTION_NOT_YOURS']);
  expect((await make('city-officer', randomUUID())).codes).toEqual(['NOT_FOUND']);
  expect((await make('city-officer', 'no id')).codes).toEqual(['NOT_FOUND']);
  expect((await make('city-officer', resolved({ publishedAt: null }))).codes).toEqual(['RESOLUTION_NOT_PUBLISHED']);
  expect((await make('city-officer', resolved({ ownerUnitId: null, deadline: null }))).codes).toEqual([
    'RESOLUTION_WITHOUT_OWNER',
  ]);
  const made = await make('city-officer', id);
  expect(made.codes).toEqual([]);
  expect(made.data.taskResolution).toMatchObject({
    code: '莱扶组纪〔2018〕2号-1',
    year: 2018,
    beginsOn: '2018-04-18',
    checklist: null,
    resolution: { id },
    unit: { id: desk.as('unit-health').unitId },
    taskedBy: { id: desk.as('city-officer').personId },
  });
  expect((await make('city-director', id)).codes).toEqual(['RESOLUTION_TASKED']);
});

test('walked in one query from the resolution to the result of its unit, and back from the unit to the resolution', async () => {
  const id = resolved({ position: 2 });
  const made = await make('city-officer', id);
  const taskId = made.data.taskResolution.id;
  const i = { taskId, quarter: '2018Q2', percent: 60, note: '已开通十家' };
  expect((await desk.ask(desk.as('unit-health'), REPORT, { i })).codes).toEqual([]);
  const down = await entity(
    'unit-health',
    'Resolution',
    id,
    'tasks { id progress { percent note } unit { id progressSummary(quarter: "2018Q2") { tasks reported } } light(quarter: "2018Q2") { id } }',
  );
  expect(down.codes).toEqual([]);
  const [task] = down.data._entities[0].tasks;
  expect(task).toMatchObject({ id: taskId, progress: [{ percent: 60, note: '已开通十家' }], light: null });
  const up = await entity(
    'unit-health',
    'Unit',
    desk.as('unit-health').unitId,
    'tasks(year: 2018) { resolution { id } }',
  );
  expect(up.data._entities[0].tasks.map(({ resolution }: Data) => resolution?.id ?? null)).toContain(id);
  const other = desk.city.units.find(({ kind, id }) => kind === 'member-unit' && id !== desk.as('unit-health').unitId);
  expect(
    (
      await desk.ask(
        { ...desk.as('unit-health'), unitId: other?.id ?? null },
        'query($r: [_Any!]!) { _entities(representations: $r) { ... on Resolution { tasks { id } } } }',
        { r: [{ __typename: 'Resolution', id }] },
      )
    ).data,
  ).toEqual({ _entities: [{ tasks: [] }] });
});

test('it is owed from the quarter of the meeting on, never before', async () => {
  const owed = async (quarter: string) => {
    const { data } = await entity(
      'city-director',
      'Region',
      regionNamed('口镇'),
      `taskSummary(quarter: "${quarter}") { tasks }`,
    );
    return data._entities[0].taskSummary.tasks;
  };
  const before = [await owed('2018Q1'), await owed('2018Q2')];
  const charge = { regionId: regionNamed('莱城区'), ownerUnitId: null, ownerRegionId: regionNamed('口镇') };
  const id = resolved(charge);
  const made = await make('district-laicheng', id);
  expect(made.codes).toEqual([]);
  expect(made.data.taskResolution.region.id).toBe(regionNamed('口镇'));
  expect([await owed('2018Q1'), await owed('2018Q2')]).toEqual([before[0], Number(before[1]) + 1]);
  const beside = resolved({ ...charge, regionId: regionNamed('莱城区'), ownerRegionId: regionNamed('颜庄镇') });
  expect((await make('district-laicheng', beside)).codes).toEqual(['NOT_FOUND']);
});

test('a region’s task leads to its score and light, and the light back to the resolution', async () => {
  const id = resolved({ position: 3, heldOn: '2018-03-21', ownerUnitId: null, ownerRegionId: regionNamed('口镇') });
  expect((await make('city-officer', id)).codes).toEqual([]);
  const propose = 'mutation { proposeLights(quarter: "2018Q1", idempotencyKey: "walk-2018Q1") { id } }';
  expect((await desk.ask(desk.as('city-assessor'), propose)).codes).toEqual([]);
  expect(
    (await desk.ask(desk.as('city-director'), 'mutation { confirmLights(quarter: "2018Q1") { id } }')).codes,
  ).toEqual([]);
  const walk =
    'tasks { progress { percent } score(quarter: "2018Q1") { score } light(quarter: "2018Q1") { colour tasks { resolution { id } } } }';
  const { data, codes } = await entity('town-kouzhen', 'Resolution', id, walk);
  expect(codes).toEqual([]);
  const [task] = data._entities[0].tasks;
  expect(task.score.score).toMatch(/^\d+\.\d\d$/);
  expect(task.light.tasks).toContainEqual({ resolution: { id } });
  const seen = '{ lights(quarter: "2018Q1") { tasks { id } } }';
  expect(new Set((await desk.ask(desk.as('citizen'), seen)).codes)).toEqual(new Set(['FORBIDDEN']));
});

test('the database keeps one task a resolution, one source a task, and the checklists from being grown', async () => {
  const columns = `id, year, code, unit_id, region_id, path, title, standard, weight, deadline, evidence_wanted`;
  const copy = (more: string, values: string) =>
    `insert into assessments.task (${columns}, ${more}) select gen_random_uuid(), year, code || 'x', unit_id, region_id, path, title, standard, weight, deadline, evidence_wanted, ${values} from assessments.task where resolution_id is not null limit 1`;
  await expect(
    desk.sql.query(
      copy('resolution_id, begins_on, tasked_by, tasked_at', 'resolution_id, begins_on, tasked_by, tasked_at'),
    ),
  ).rejects.toMatchObject({ constraint: 'task_one_a_resolution' });
  await expect(desk.sql.query(copy('checklist_id', 'null'))).rejects.toMatchObject({
    constraint: 'task_of_one_source',
  });
  const grown = copy('checklist_id', `(select id from assessments.checklist limit 1)`);
  await expect(desk.under('region', { lo: '0001/', hi: '00010' }, grown)).rejects.toMatchObject({ code: '42501' });
});
