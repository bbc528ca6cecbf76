// Secret visits leave no trace before release on any path; a citizen's report reaches the office without the citizen.
import { type AssessmentsDesk, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const town = () => desk.city.regions.find((region) => region.code === '371202100');
const RECORD = 'mutation($i: RecordInspectionInput!) { recordInspection(input: $i) { id releasedAt region { id } } }';
const RELEASE = 'mutation($id: ID!) { releaseInspection(id: $id) { id releasedAt } }';
const ONE = 'query($id: ID!) { inspection(id: $id) { id findings } }';
const LIST = '{ inspections { edges { node { id findings } } pageInfo { hasNextPage endCursor } } }';
const MINE = '{ myInspections { edges { node { id } } } }';
const visit = (regionId: string | undefined, change = {}) => ({
  i: { regionId, kind: 'secretVisit', visitedOn: '2018-05-03', findings: '村务公开栏未更新', ...change },
});

test('an unreleased inspection is the inspector’s alone: list, id, release and error tell others nothing', async () => {
  const inspector = desk.as('inspector');
  const absent = '01890000-0000-7000-8000-000000000001';
  const before = await desk.ask(desk.as('city-director'), LIST);
  const made = await desk.ask(inspector, RECORD, visit(town()?.id));
  expect(made.codes).toEqual([]);
  const id = String(made.data.recordInspection.id);
  expect((await desk.ask(inspector, MINE)).data.myInspections.edges).toHaveLength(1);
  for (const account of ['city-director', 'town-kouzhen', 'district-laicheng', 'auditor', 'inspector']) {
    expect((await desk.ask(desk.as(account), LIST)).text).toBe(before.text);
    expect((await desk.ask(desk.as(account), ONE, { id })).text).toBe(
      (await desk.ask(desk.as(account), ONE, { id: absent })).text,
    );
  }
  const another = { ...inspector, personId: desk.as('city-officer').personId };
  expect((await desk.ask(another, MINE)).data.myInspections.edges).toEqual([]);
  const told = await desk.ask(another, RELEASE, { id });
  expect([told.codes, told.text]).toEqual([['NOT_FOUND'], (await desk.ask(another, RELEASE, { id: absent })).text]);
  expect((await desk.ask(desk.as('city-director'), RELEASE, { id })).codes).toEqual(['FORBIDDEN']);
  const path = town()?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0`, person: inspector.personId ?? '' };
  expect(await desk.under('region', scope, 'select count(*)::int as seen from assessments.inspection')).toEqual([
    { seen: 0 },
  ]);
  const unit = desk.as('unit-health').unitId ?? '';
  expect(
    await desk.under('unit', { ...scope, unit }, 'select count(*)::int as seen from assessments.inspection'),
  ).toEqual([{ seen: 0 }]);
  for (const kind of ['public', 'own', 'desk'] as const)
    await expect(desk.under(kind, scope, 'select 1 from assessments.inspection')).rejects.toMatchObject({
      code: '42501',
    });

  expect((await desk.ask(inspector, RELEASE, { id })).codes).toEqual([]);
  expect((await desk.ask(inspector, RELEASE, { id })).codes).toEqual(['INSPECTION_RELEASED']);
  for (const account of ['city-director', 'town-kouzhen', 'district-laicheng'])
    expect((await desk.ask(desk.as(account), ONE, { id })).data.inspection).toEqual({
      id,
      findings: '村务公开栏未更新',
    });
  expect((await desk.ask(desk.as('district-gangcheng'), ONE, { id })).data.inspection).toBeNull();
  await expect(desk.under('issuer', scope, `update assessments.inspection set findings = '无'`)).rejects.toMatchObject({
    constraint: 'assessments_inspection_decided_once',
  });
});

test('an inspector records within the own range, of a day that has been, and without personal numbers', async () => {
  const inspector = desk.as('inspector');
  const record = async (caller: typeof inspector, given: object) =>
    (await desk.ask(caller, RECORD, given as Record<string, unknown>)).codes;
  const district = { ...inspector, regionId: desk.city.regions.find((region) => region.code === '371203')?.id ?? null };
  expect(await record(district, visit(town()?.id))).toEqual(['NOT_FOUND']);
  expect(await record(inspector, visit('01890000-0000-7000-8000-000000000001'))).toEqual(['NOT_FOUND']);
  expect(await record(inspector, visit(town()?.id, { visitedOn: '2999-01-01' }))).toEqual(['INVALID_INPUT']);
  expect(await record(inspector, visit(town()?.id, { findings: '户主卡号6228480402564890018' }))).toEqual([
    'PERSONAL_NUMBER_IN_TEXT',
  ]);
  expect(await record(desk.as('town-kouzhen'), visit(town()?.id))).toEqual(['FORBIDDEN']);
});

test('a citizen files and follows a report; officials of the place answer once and never learn who filed it', async () => {
  const file = (account: string | null, content: string) =>
    desk.ask(
      account ? desk.as(account) : { ...desk.as('citizen'), personId: null },
      'mutation($r: ID!, $c: String!) { fileReport(regionId: $r, content: $c) { id receipt region { id } } }',
      { r: town()?.id, c: content },
    );
  expect((await file(null, '补助没有公示')).codes).toEqual(['UNAUTHENTICATED']);
  expect((await file('citizen', '我的电话 13812345678')).codes).toEqual(['PERSONAL_NUMBER_IN_TEXT']);
  const filed = (await file('citizen', '补助没有公示')).data.fileReport;
  expect(filed.receipt).toMatch(/^JB-[0-9A-F]{12}$/);
  const mine = (account: string) => desk.ask(desk.as(account), '{ myReports { edges { node { receipt reply } } } }');
  expect((await mine('citizen')).data.myReports.edges).toEqual([{ node: { receipt: filed.receipt, reply: null } }]);
  expect((await mine('helper-kouzhen')).data.myReports.edges).toEqual([]);

  const list = (account: string) =>
    desk.ask(desk.as(account), '{ reports(answered: false) { edges { node { id content } } } }');
  for (const account of ['city-officer', 'town-kouzhen', 'district-laicheng'])
    expect((await list(account)).data.reports.edges).toEqual([{ node: { id: filed.id, content: '补助没有公示' } }]);
  expect((await list('district-gangcheng')).data.reports.edges).toEqual([]);
  expect((await list('citizen')).codes).toEqual(['FORBIDDEN']);
  const path = town()?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0` };
  await expect(desk.under('region', scope, 'select reported_by from assessments.public_report')).rejects.toMatchObject({
    code: '42501',
  });

  const reply = (account: string) =>
    desk.ask(desk.as(account), 'mutation($id: ID!) { replyReport(id: $id, reply: "已补张贴公示") { reply } }', {
      id: filed.id,
    });
  expect((await reply('auditor')).codes).toEqual(['FORBIDDEN']);
  expect((await reply('district-gangcheng')).codes).toEqual(['NOT_FOUND']);
  expect((await reply('town-kouzhen')).data.replyReport).toEqual({ reply: '已补张贴公示' });
  expect((await reply('city-officer')).codes).toEqual(['REPORT_ANSWERED']);
  expect((await mine('citizen')).data.myReports.edges).toEqual([
    { node: { receipt: filed.receipt, reply: '已补张贴公示' } },
  ]);
});

test('the narrowest posts meet the constraints of progress: four eyes, another unit, decided once, no hidden parent', async () => {
  const path = town()?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0`, unit: desk.as('unit-health').unitId ?? '' };
  const open = `(select id from assessments.progress where outcome is null limit 1)`;
  const tries: [string, string][] = [
    [
      `update assessments.progress set outcome = 'confirmed', confirmed_by = reported_by, confirmed_at = now() where id = ${open}`,
      'progress_four_eyes',
    ],
    [
      `update assessments.progress set outcome = 'confirmed', confirmed_by = gen_random_uuid(), confirmed_unit = reported_unit, confirmed_at = now() where id = ${open}`,
      'progress_other_unit',
    ],
    [`update assessments.progress set percent = 100 where id = ${open}`, 'assessments_progress_decided_once'],
    [`update assessments.progress set remark = '改' where outcome = 'confirmed'`, 'assessments_progress_decided_once'],
  ];
  await desk.sql.query(
    `insert into assessments.progress (id, task_id, region_id, path, quarter, percent, note, reported_by, reported_unit, reported_at)
     select gen_random_uuid(), id, region_id, path, '2018Q4', 1, '在办', gen_random_uuid(), gen_random_uuid(), now() from assessments.task where region_id = $1 limit 1`,
    [town()?.id],
  );
  for (const [statement, constraint] of tries)
    await expect(desk.under('region', scope, statement)).rejects.toMatchObject({ constraint });
  const foreign = desk.city.unitTasks.find((task) => task.unitId !== scope.unit);
  const { rows } = await desk.sql.query('select region_id, path from assessments.task where id = $1', [foreign?.id]);
  const forged = `insert into assessments.progress (id, task_id, unit_id, region_id, path, quarter, percent, note, reported_by, reported_at)
    values (gen_random_uuid(), '${foreign?.id}', '${scope.unit}', '${rows[0].region_id}', '${rows[0].path}', '2018Q2', 1, '假', gen_random_uuid(), now())`;
  await expect(desk.under('unit', scope, forged)).rejects.toMatchObject({ constraint: 'progress_of_unit_task' });
  await expect(desk.under('unit', scope, 'update assessments.progress set percent = 1')).rejects.toMatchObject({
    code: '42501',
  });
});
