// The office's ten jobs and bright points through the graph: reported by one, confirmed by another, summed along the managing tree, spread elsewhere.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  await desk.sql.query('set session_replication_role = replica');
  await desk.sql.query('delete from assessments.ten_job_report');
  await desk.sql.query('delete from assessments.bright_point');
  await desk.sql.query('set session_replication_role = origin');
});
afterAll(() => desk?.close());

const REPORT = 'mutation($input: ReportTenJobInput!) { reportTenJob(input: $input) { id outcome target } }';
const CONFIRM = 'mutation($id: ID!) { confirmTenJob(id: $id) { outcome confirmedBy { id } } }';
const JOBS =
  'query($r: [_Any!]!, $q: String!) { _entities(representations: $r) { ... on Region { tenJobs(quarter: $q) { code figures target done overdue amount disbursed regions deadline ownedBy { id } } } } }';
const report = (account: string, input: Record<string, unknown>) => {
  const caller = desk.as(account);
  const given = {
    job: 'look-back',
    regionId: caller.regionId,
    quarter: '2018Q3',
    target: 10,
    done: 7,
    note: '已完成入户',
    ...input,
  };
  return desk.ask(caller, REPORT, { input: given });
};
const confirm = (id: string, account = 'city-assessor') => desk.ask(desk.as(account), CONFIRM, { id });
async function jobs(account: string, regionId: string | null, q: string): Promise<Data> {
  const { data, codes } = await desk.ask(desk.as(account), JOBS, { r: [{ __typename: 'Region', id: regionId }], q });
  return codes.length > 0 ? codes : data._entities[0].tenJobs;
}
const of = (list: Data, code: string) => list.find((job: Data) => job.code === code);

test('ten jobs stand for every region, without figures until somebody reports; what funds knows is read there', async () => {
  const town = desk.as('town-kouzhen').regionId;
  const list = await jobs('town-kouzhen', town, '2018Q3');
  expect(list).toHaveLength(10);
  expect(of(list, 'look-back')).toMatchObject({ target: null, done: null, overdue: null, regions: 0 });
  expect(of(list, 'disbursement')).toMatchObject({
    figures: 'funds',
    target: 4,
    done: 3,
    overdue: 0,
    amount: '1999.99',
  });
  expect(of(await jobs('town-kouzhen', town, '2018Q4'), 'disbursement')).toMatchObject({ overdue: 1 });
  expect(of(list, 'one-stop-settlement')).toMatchObject({ target: null, done: 2, amount: '500.00' });
  expect(await jobs('town-kouzhen', desk.as('city-director').regionId, '2018Q3')).toEqual(['OUT_OF_SCOPE']);
  expect(await jobs('town-kouzhen', town, '2017Q3')).toEqual([]);
});

test('a report counts once another person confirmed it, is cumulative within the year, and is summed upwards', async () => {
  const first = (await report('town-kouzhen', {})).data.reportTenJob;
  expect((await report('town-kouzhen', {})).codes).toEqual(['JOB_REPORT_AWAITED']);
  expect((await report('town-kouzhen', { job: 'disbursement' })).codes).toEqual(['JOB_IS_COMPUTED']);
  expect((await report('town-kouzhen', { job: 'nothing' })).codes).toEqual(['JOB_UNKNOWN']);
  expect((await report('town-kouzhen', { done: 11 })).codes).toEqual(['JOB_BEYOND_TARGET']);
  expect((await report('town-kouzhen', { regionId: desk.as('city-director').regionId })).codes).toEqual(['NOT_FOUND']);
  expect((await report('helper-kouzhen', { regionId: desk.as('town-kouzhen').regionId })).codes).toEqual(['FORBIDDEN']);
  const town = desk.as('town-kouzhen').regionId;
  expect(of(await jobs('town-kouzhen', town, '2018Q3'), 'look-back').done).toBeNull();
  expect((await confirm(first.id, 'town-kouzhen')).codes).toEqual(['FORBIDDEN']);
  const same = { ...desk.as('city-assessor'), personId: desk.as('town-kouzhen').personId };
  expect((await desk.ask(same, CONFIRM, { id: first.id })).codes).toEqual(['SAME_PERSON']);
  expect((await confirm(first.id)).data.confirmTenJob.outcome).toBe('confirmed');
  expect((await confirm(first.id)).codes).toEqual(['JOB_REPORT_DECIDED']);
  expect(of(await jobs('town-kouzhen', town, '2018Q3'), 'look-back')).toMatchObject({
    done: 7,
    overdue: 3,
    regions: 1,
  });
  expect(of(await jobs('town-kouzhen', town, '2018Q2'), 'look-back').done).toBeNull();

  const later = (await report('town-kouzhen', { quarter: '2018Q4', done: 9, amount: '12.50' })).data.reportTenJob;
  const district = (await report('district-laicheng', { target: 5, done: 5 })).data.reportTenJob;
  for (const { id } of [later, district]) expect((await confirm(id)).codes).toEqual([]);
  const city = desk.as('city-director').regionId;
  expect(of(await jobs('city-director', city, '2018Q3'), 'look-back')).toMatchObject({
    target: 15,
    done: 12,
    overdue: 3,
    regions: 2,
  });
  expect(of(await jobs('city-director', city, '2018Q4'), 'look-back')).toMatchObject({
    target: 15,
    done: 14,
    overdue: 1,
    amount: '12.50',
  });
  expect(await jobs('district-gangcheng', city, '2018Q4')).toEqual(['OUT_OF_SCOPE']);
});

test('a bright point is verified by another person, then known to all offices, adopted elsewhere once, and followed up', async () => {
  const REPORT_POINT =
    'mutation { reportBrightPoint(title: "一户一策台账上墙", content: "每户一张表，每月更新") { id region { id } unit { id } } }';
  const VERIFY = 'mutation($id: ID!) { verifyBrightPoint(id: $id) { outcome } }';
  const ADOPT =
    'mutation($id: ID!, $r: ID!, $on: CalendarDay!) { adoptBrightPoint(id: $id, regionId: $r, adoptedOn: $on, plan: "各村照此建账") { id region { id } } }';
  const LIST =
    'query($v: Boolean) { brightPoints(verified: $v) { edges { node { id adoptions { region { id } followUps { state note } } } } } }';
  const list = async (account: string, v?: boolean) =>
    (await desk.ask(desk.as(account), LIST, { v })).data.brightPoints.edges.map(({ node }: Data) => node);
  const point = (await desk.ask(desk.as('town-kouzhen'), REPORT_POINT)).data.reportBrightPoint;
  const ofUnit = (await desk.ask(desk.as('unit-health'), REPORT_POINT)).data.reportBrightPoint;
  expect(ofUnit.unit.id).toBe(desk.as('unit-health').unitId);
  expect(await list('district-gangcheng', false)).toEqual([]);
  expect((await list('city-assessor', false)).map(({ id }: Data) => id)).toEqual([ofUnit.id, point.id]);
  expect((await list('unit-health', false)).map(({ id }: Data) => id)).toEqual([ofUnit.id]);

  const gang = desk.as('district-gangcheng').regionId;
  const [{ today }] = (await desk.sql.query(`select (now() at time zone 'Asia/Shanghai')::date::text as today`)).rows;
  const adopt = (account: string, r: string | null, on = today) =>
    desk.ask(desk.as(account), ADOPT, { id: point.id, r, on });
  expect((await adopt('district-gangcheng', gang)).codes).toEqual(['NOT_FOUND']);
  expect(
    (
      await desk.ask({ ...desk.as('city-director'), personId: desk.as('town-kouzhen').personId }, VERIFY, {
        id: point.id,
      })
    ).codes,
  ).toEqual(['SAME_PERSON']);
  expect((await desk.ask(desk.as('city-director'), VERIFY, { id: point.id })).codes).toEqual([]);
  expect((await adopt('district-gangcheng', gang, '2018-01-01')).codes).toEqual(['BRIGHT_POINT_NOT_YET']);
  expect((await adopt('town-kouzhen', desk.as('town-kouzhen').regionId)).codes).toEqual(['BRIGHT_POINT_OWN']);
  expect((await adopt('town-kouzhen', gang)).codes).toEqual(['NOT_FOUND']);
  const adoption = (await adopt('district-gangcheng', gang)).data.adoptBrightPoint;
  expect((await adopt('district-gangcheng', gang)).codes).toEqual(['BRIGHT_POINT_ADOPTED']);
  const FOLLOW =
    'mutation($id: ID!) { followUpBrightPoint(adoptionId: $id, state: established, note: "全部建账") { state } }';
  expect((await desk.ask(desk.as('town-kouzhen'), FOLLOW, { id: adoption.id })).codes).toEqual(['NOT_FOUND']);
  expect((await desk.ask(desk.as('district-gangcheng'), FOLLOW, { id: adoption.id })).codes).toEqual([]);
  expect(await list('helper-kouzhen')).toEqual([
    { id: point.id, adoptions: [{ region: { id: gang }, followUps: [{ state: 'established', note: '全部建账' }] }] },
  ]);
  await expect(desk.sql.query(`update assessments.bright_point_adoption set plan = 'x'`)).rejects.toMatchObject({
    constraint: 'assessments_bright_point_adoption_append_only',
  });
});

test('each job has its unit, and what its programme paid to households as funds tells it by purpose', async () => {
  const list = await jobs('town-kouzhen', desk.as('town-kouzhen').regionId, '2018Q3');
  const unit = (code: string) => desk.city.units.find((each) => each.code === code)?.id;
  expect(of(list, 'dibao')).toMatchObject({ ownedBy: { id: unit('civil-affairs') }, disbursed: null });
  expect(of(list, 'disbursement')).toMatchObject({ ownedBy: { id: unit('finance-bureau') }, disbursed: '1999.99' });
  expect(of(list, 'hardship-help')).toMatchObject({ disbursed: '499.99' });
  expect(of(list, 'mountain-development')).toMatchObject({ disbursed: '1500.00' });
  expect(list.every(({ ownedBy }: Data) => ownedBy !== null)).toBe(true);
});

test('a region lists the bright points of itself and below, verified ones to anybody in office, others to its own', async () => {
  const QUERY =
    'query($r: [_Any!]!, $v: Boolean) { _entities(representations: $r) { ... on Region { brightPoints(verified: $v, first: 50) { edges { node { id title } } } } } }';
  const point = await desk.ask(
    desk.as('town-kouzhen'),
    'mutation { reportBrightPoint(title: "地区清单里的亮点", content: "合作社带动二十户") { id } }',
  );
  const id = point.data.reportBrightPoint.id;
  const seen = async (account: string, regionId: string | null, v: boolean) => {
    const asked = await desk.ask(desk.as(account), QUERY, { r: [{ __typename: 'Region', id: regionId }], v });
    expect(asked.codes).toEqual([]);
    return asked.data._entities[0].brightPoints.edges.some(({ node }: Data) => node.id === id);
  };
  const [town, laicheng, gangcheng] = ['town-kouzhen', 'district-laicheng', 'district-gangcheng'].map(
    (account) => desk.as(account).regionId,
  ) as [string, string, string];
  expect(await seen('town-kouzhen', town, false)).toBe(true);
  expect(await seen('district-laicheng', laicheng, false)).toBe(true);
  expect(await seen('district-gangcheng', laicheng, false)).toBe(false);
  expect(await seen('district-gangcheng', laicheng, true)).toBe(false);
  const verified = await desk.ask(
    desk.as('city-assessor'),
    'mutation($id: ID!) { verifyBrightPoint(id: $id) { outcome } }',
    { id },
  );
  expect(verified.codes).toEqual([]);
  expect(await seen('district-gangcheng', laicheng, true)).toBe(true);
  expect(await seen('district-gangcheng', town, true)).toBe(true);
  expect(await seen('district-gangcheng', gangcheng, true)).toBe(false);
  expect(await seen('town-kouzhen', town, false)).toBe(false);
});
