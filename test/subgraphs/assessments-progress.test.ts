// Tasks and progress through the graph: each sees the own part, the owner reports, another person of another unit confirms.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const count = (caller: ReturnType<AssessmentsDesk['as']>, filter = '') =>
  desk.ask(
    caller,
    `{ tasks(first: 200${filter}) { edges { node { id code region { id } unit { id } } } pageInfo { hasNextPage } } }`,
  );
const codesOf = ({ data }: Awaited<ReturnType<typeof count>>) =>
  (data.tasks?.edges ?? []).map((edge: Data) => String(edge.node?.code));
const regionNamed = (code: string) => desk.city.regions.find((region) => region.code === code);
const REPORT =
  'mutation($i: ReportProgressInput!) { reportProgress(input: $i) { id percent outcome reportedBy { id } } }';
const CONFIRM =
  'mutation($id: ID!) { confirmProgress(id: $id, remark: "属实") { id outcome confirmedBy { id } confirmedAt } }';
const RETURN = 'mutation($id: ID!, $r: String!) { returnProgress(id: $id, remark: $r) { outcome remark } }';
const report = (account: string, taskId: string, quarter: string, percent = 50, note = '已办结过半') =>
  desk.ask(desk.as(account), REPORT, { i: { taskId, quarter, percent, note } });

test('the city pages through all tasks, a town sees its own, a unit its own, a village none, and citizens are refused', async () => {
  const pages: string[] = [];
  let after: string | null = null;
  do {
    const { data, codes } = await desk.ask(
      desk.as('city-assessor'),
      'query($a: String) { tasks(first: 100, after: $a) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
      { a: after },
    );
    expect(codes).toEqual([]);
    pages.push(...data.tasks.edges.map((edge: Data) => String(edge.node.id)));
    after = data.tasks.pageInfo.hasNextPage ? String(data.tasks.pageInfo.endCursor) : null;
  } while (after);
  const all = desk.city.unitTasks.length + desk.city.regionTasks.length;
  expect(desk.city.unitTasks).toHaveLength(229);
  expect([pages.length, new Set(pages).size]).toEqual([all, all]);

  const town = regionNamed('371202100');
  const ofTown = desk.city.regionTasks.filter((task) => task.regionId === town?.id).map((task) => task.code);
  expect(codesOf(await count(desk.as('town-kouzhen'))).sort()).toEqual(ofTown.sort());
  const unitId = desk.as('unit-health').unitId;
  const ofUnit = desk.city.unitTasks.filter((task) => task.unitId === unitId).map((task) => task.code);
  expect(codesOf(await count(desk.as('unit-health'))).sort()).toEqual(ofUnit.sort());
  expect(codesOf(await count(desk.as('village-kouzhen')))).toEqual([]);
  for (const account of ['citizen', 'org-department', 'province-observer', 'sysadmin', 'helper-kouzhen'])
    expect((await count(desk.as(account))).codes).toEqual(['FORBIDDEN']);
});

test('a task outside the scope is as absent as one that never was, also to a report and to an ill-formed id', async () => {
  const other = desk.city.regionTasks.find((task) => task.regionId === regionNamed('371203100')?.id);
  const kouzhen = desk.as('town-kouzhen');
  const one = (id: string) => desk.ask(kouzhen, 'query($id: ID!) { task(id: $id) { id } }', { id });
  const hidden = await one(other?.id ?? '');
  const absent = await one('01890000-0000-7000-8000-000000000001');
  expect(hidden.text).toBe(absent.text);
  expect((await one('no id')).text).toBe(absent.text);
  expect((await report('town-kouzhen', other?.id ?? '', '2018Q2')).codes).toEqual(['NOT_FOUND']);
  expect((await report('town-kouzhen', 'no id', '2018Q2')).codes).toEqual(['NOT_FOUND']);
});

test('report, confirm by another person of another unit; the log has one row a deed', async () => {
  const town = regionNamed('371202100');
  const taskId = desk.city.regionTasks.find((task) => task.regionId === town?.id)?.id ?? '';
  expect((await report('district-laicheng', taskId, '2018Q2')).codes).toEqual(['TASK_NOT_YOURS']);
  expect((await report('city-officer', taskId, '2018Q2')).codes).toEqual(['FORBIDDEN']);
  expect((await report('town-kouzhen', taskId, '2019Q1')).codes).toEqual(['QUARTER_OF_ANOTHER_YEAR']);
  expect((await report('town-kouzhen', taskId, '2018Q2', 101)).codes).toEqual(['INVALID_INPUT']);
  expect((await report('town-kouzhen', taskId, '2018Q2', 50, '联系电话13812345678')).codes).toEqual([
    'PERSONAL_NUMBER_IN_TEXT',
  ]);
  const made = await report('town-kouzhen', taskId, '2018Q2');
  expect(made.codes).toEqual([]);
  expect(made.data.reportProgress).toMatchObject({
    percent: 50,
    outcome: null,
    reportedBy: { id: desk.as('town-kouzhen').personId },
  });
  expect((await report('town-kouzhen', taskId, '2018Q2')).codes).toEqual(['PROGRESS_AWAITED']);
  const id = String(made.data.reportProgress.id);
  expect((await desk.ask(desk.as('town-kouzhen'), CONFIRM, { id })).codes).toEqual(['FORBIDDEN']);
  const assessor = desk.as('city-assessor');
  expect((await desk.ask({ ...assessor, personId: desk.as('town-kouzhen').personId }, CONFIRM, { id })).codes).toEqual([
    'SAME_PERSON',
  ]);
  expect((await desk.ask({ ...assessor, unitId: desk.as('town-kouzhen').unitId }, CONFIRM, { id })).codes).toEqual([
    'SAME_UNIT',
  ]);
  const confirmed = await desk.ask(assessor, CONFIRM, { id });
  expect(confirmed.data.confirmProgress).toMatchObject({
    outcome: 'confirmed',
    confirmedBy: { id: assessor.personId },
  });
  expect((await desk.ask(assessor, CONFIRM, { id })).codes).toEqual(['PROGRESS_DECIDED']);
  expect((await report('town-kouzhen', taskId, '2018Q2', 40)).codes).toEqual(['PROGRESS_FALLS_BACK']);

  const log = await desk.ask(
    desk.as('logauditor'),
    'query($t: ID!) { assessmentsLog(target: $t) { edges { node { action kind post } } } }',
    { t: id },
  );
  expect(log.data.assessmentsLog.edges.map((edge: Data) => edge.node)).toEqual([
    { action: 'confirmProgress', kind: 'effect', post: 'assessor' },
  ]);
  expect((await desk.ask(assessor, '{ assessmentsLog { edges { cursor } } }')).codes).toEqual(['FORBIDDEN']);
});

test('a returned report says why and may be reported again; a unit reports on its own tasks', async () => {
  const task = desk.city.unitTasks.find((each) => each.unitId === desk.as('unit-health').unitId);
  const first = await report('unit-health', task?.id ?? '', '2018Q3');
  const id = String(first.data.reportProgress.id);
  expect((await desk.ask(desk.as('city-assessor'), RETURN, { id, r: ' ' })).codes).toEqual(['INVALID_INPUT']);
  expect((await desk.ask(desk.as('city-assessor'), RETURN, { id, r: '缺少台账' })).data.returnProgress).toEqual({
    outcome: 'returned',
    remark: '缺少台账',
  });
  expect((await report('unit-health', task?.id ?? '', '2018Q3', 30)).codes).toEqual([]);
  const foreign = desk.city.unitTasks.find((each) => each.unitId !== desk.as('unit-health').unitId);
  expect((await report('unit-health', foreign?.id ?? '', '2018Q3')).codes).toEqual(['NOT_FOUND']);
});

test('summaries: towns and the own tasks of a district sum to it, and a region beyond the scope is OUT_OF_SCOPE', async () => {
  const summary = async (account: string, ids: (string | undefined)[]) => {
    const representations = ids.map((id) => ({ __typename: 'Region', id }));
    return desk.ask(
      desk.as(account),
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Region { checklist(year: 2018) { id } taskSummary(quarter: "2018Q1") { tasks reported confirmed overdue } } } }',
      { r: representations },
    );
  };
  const district = regionNamed('371203');
  const towns = desk.city.regions.filter((region) => region.parentId === district?.id);
  const { data, codes } = await summary('city-director', [district?.id, ...towns.map(({ id }) => id)]);
  expect(codes).toEqual([]);
  const [whole, ...parts] = data._entities;
  const reportedIn = (regionIds: (string | undefined)[]) => {
    const tasks = new Set(
      desk.city.regionTasks.filter((task) => regionIds.includes(task.regionId)).map((task) => task.id),
    );
    return desk.city.progress.filter((each) => tasks.has(each.taskId) && each.outcome !== 'returned').length;
  };
  parts.forEach((part: Data, at: number) => {
    expect(part.taskSummary.reported).toBe(reportedIn([towns[at]?.id]));
  });
  expect(whole?.taskSummary.tasks).toBe(
    parts.reduce((sum: number, part: Data) => sum + Number(part.taskSummary.tasks), Number(whole?.checklist.length)),
  );
  expect(whole?.taskSummary.reported).toBe(reportedIn([district?.id, ...towns.map(({ id }) => id)]));
  expect(Number(whole?.taskSummary.confirmed)).toBeGreaterThan(0);
  expect(Number(whole?.taskSummary.confirmed)).toBeLessThan(Number(whole?.taskSummary.reported));

  const town = await summary('town-kouzhen', [regionNamed('371202100')?.id]);
  expect(town.codes).toEqual([]);
  const above = await summary('town-kouzhen', [regionNamed('371202')?.id, '01890000-0000-7000-8000-000000000001']);
  expect(above.codes).toEqual(['OUT_OF_SCOPE', 'OUT_OF_SCOPE']);
});

test('units: a liaison counts the own unit only; sealed results come once, and the reviewer reads them', async () => {
  const unit = (account: string, id: string | null | undefined, field: string) =>
    desk.ask(desk.as(account), `query($r: [_Any!]!) { _entities(representations: $r) { ... on Unit { ${field} } } }`, {
      r: [{ __typename: 'Unit', id }],
    });
  const health = desk.as('unit-health').unitId;
  const other = desk.city.unitTasks.find((task) => task.unitId !== health)?.unitId;
  const summary = 'progressSummary(quarter: "2018Q1") { tasks confirmed }';
  const own = await unit('unit-health', health, summary);
  expect(own.data._entities[0]?.progressSummary.tasks).toBe(
    desk.city.unitTasks.filter((task) => task.unitId === health).length,
  );
  expect((await unit('unit-health', other, summary)).codes).toEqual(['OUT_OF_SCOPE']);
  expect((await unit('town-kouzhen', health, summary)).codes).toEqual(['OUT_OF_SCOPE']);
  expect((await unit('province-observer', health, summary)).data).toEqual(own.data);

  const seal = 'mutation { sealUnitResults(quarter: "2018Q1") { unit { id } tasks confirmed score } }';
  expect((await desk.ask(desk.as('city-assessor'), seal)).codes).toEqual(['FORBIDDEN']);
  const sealed = await desk.ask(desk.as('city-director'), seal);
  expect(sealed.codes).toEqual([]);
  expect(sealed.data.sealUnitResults).toHaveLength(41);
  expect((await desk.ask(desk.as('city-director'), seal)).codes).toEqual(['QUARTER_SEALED']);
  const read = await desk.ask(
    desk.as('org-department'),
    '{ unitResults(quarter: "2018Q1") { unit { id } score tasks confirmed } }',
  );
  const scores = read.data.unitResults.map((result: Data) => Number(result.score));
  expect(scores).toHaveLength(41);
  expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  expect(
    (await unit('org-department', health, 'result(quarter: "2018Q1") { tasks }')).data._entities[0]?.result.tasks,
  ).toBe(own.data._entities[0]?.progressSummary.tasks);
  expect((await unit('org-department', health, summary)).codes).toEqual(['FORBIDDEN']);
  const task = desk.city.unitTasks.find((each) => each.unitId === health);
  expect((await report('unit-health', task?.id ?? '', '2018Q1')).codes).toEqual(['QUARTER_SEALED']);
});
