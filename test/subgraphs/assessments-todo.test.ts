// What waits for whom in assessments: derived from the state, by the permission table, under the caller's rows, gone with the deed.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';
import { findingSteps } from './finding-steps';

let desk: AssessmentsDesk;
let steps: ReturnType<typeof findingSteps>;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  steps = findingSteps(desk);
});
afterAll(() => desk?.close());

const TODO =
  'query($f: Int, $a: String, $p: Boolean) { assessmentsTodo(first: $f, after: $a, pressing: $p) { edges { node { kind title verb subject subjectId regionId about since dueOn overdue dueSoon } } pageInfo { hasNextPage endCursor } } }';
const COUNTS = '{ assessmentsTodoCounts { kind title waiting dueSoon overdue } }';
type Asker = ReturnType<AssessmentsDesk['as']>;

async function waiting(who: string | Asker, subjectId?: string): Promise<Data[]> {
  const { data, codes } = await desk.ask(typeof who === 'string' ? desk.as(who) : who, TODO, { f: 200 });
  expect(codes).toEqual([]);
  const all = data.assessmentsTodo.edges.map(({ node }: Data) => node);
  return subjectId === undefined ? all : all.filter((item: Data) => item.subjectId === subjectId);
}
const kinds = async (who: string | Asker, id: string) => (await waiting(who, id)).map(({ kind }) => kind);

/** Past the table of states: a due day in the past cannot be set by any verb. */
async function dueIn(id: string, days: number): Promise<void> {
  await desk.sql.query(`set session_replication_role = 'replica'`);
  await desk.sql.query(
    `update assessments.finding set due_on = (now() at time zone 'Asia/Shanghai')::date + $2::int where id = $1`,
    [id, days],
  );
  await desk.sql.query('reset session_replication_role');
}

test('a finding waits for each hand in turn, and for nobody who may not lay it', async () => {
  const { id, number } = (await steps.record('inspector')).data.recordFinding;
  expect(await waiting('city-officer', id)).toMatchObject([
    {
      kind: 'assign-finding',
      title: '交办问题 · Assign a finding',
      verb: 'assignFinding',
      subject: 'Finding',
      about: number,
      dueOn: null,
      overdue: false,
    },
  ]);
  expect(await kinds('town-kouzhen', id)).toEqual([]);
  await steps.assign(id);
  expect(await kinds('city-officer', id)).toEqual([]);
  expect(await waiting('town-kouzhen', id)).toMatchObject([
    { kind: 'accept-finding', dueOn: '2999-01-01', dueSoon: false },
  ]);
  const elsewhere = desk.city.units.find((unit) => unit.code === 'town-371203100')?.id;
  expect(await kinds({ ...desk.as('town-kouzhen'), unitId: elsewhere ?? '' }, id)).toEqual([]);
  await steps.request(id);
  expect(await kinds('town-kouzhen', id)).toEqual([]);
  expect(await kinds('inspector', id)).toEqual(['recheck-finding']);
  // Who rectified does not re-check, nor whoever stands for him, nor whose post he holds.
  const town = desk.as('town-kouzhen').personId ?? '';
  expect(await kinds({ ...desk.as('inspector'), standsFor: [town] }, id)).toEqual([]);
  expect(await kinds({ ...desk.as('inspector'), principalId: town }, id)).toEqual([]);
  await steps.step('inspector', 'recheckFinding', `id: "${id}", remark: "已见"`);
  expect([await kinds('inspector', id), await kinds('city-director', id)]).toEqual([[], ['close-finding']]);
  await steps.step('city-director', 'closeFinding', `id: "${id}"`);
  expect(await kinds('city-director', id)).toEqual([]);
});

test('what is hidden waits for nobody but appears when it is released', async () => {
  const visit = await desk.ask(
    desk.as('inspector'),
    `mutation { recordInspection(input: { regionId: "${steps.region('371202100')?.id}", kind: secretVisit, visitedOn: "2018-05-03", findings: "见问题清单" }) { id } }`,
  );
  const inspectionId = visit.data.recordInspection.id;
  const before = (await desk.ask(desk.as('city-officer'), COUNTS)).text;
  const { id } = (await steps.record('inspector', { inspectionId })).data.recordFinding;
  expect(await kinds('city-officer', id)).toEqual([]);
  expect((await desk.ask(desk.as('city-officer'), COUNTS)).text).toBe(before);
  await desk.ask(desk.as('inspector'), `mutation { releaseInspection(id: "${inspectionId}") { id } }`);
  expect(await kinds('city-officer', id)).toEqual(['assign-finding']);
});

test('reminded before the day, overdue after it, and after the clock’s days the director’s too', async () => {
  const { id } = (await steps.record('inspector')).data.recordFinding;
  const day = async (days: number) =>
    String(
      (await desk.sql.query(`select ((now() at time zone 'Asia/Shanghai')::date + ${days})::text as day`)).rows[0].day,
    );
  await steps.assign(id, undefined, await day(3));
  expect(await waiting('town-kouzhen', id)).toMatchObject([{ dueSoon: true, overdue: false }]);
  await dueIn(id, 4);
  expect(await waiting('town-kouzhen', id)).toMatchObject([{ dueSoon: false, overdue: false }]);
  for (const [days, overdue, above] of [
    [-1, true, []],
    [-2, true, []],
    [-9, true, ['urge-finding']],
    [-10, true, ['hold-accountable', 'urge-finding']],
  ] as const) {
    await dueIn(id, days);
    expect(await waiting('town-kouzhen', id)).toMatchObject([{ kind: 'accept-finding', overdue, dueSoon: false }]);
    expect(await kinds('city-director', id)).toEqual(above);
  }
});

test('pages of the list are the whole list once, soonest first; the digest counts the same; the pressing are a part of it', async () => {
  const whole = await waiting('unit-health');
  expect(whole.length).toBeGreaterThan(1);
  const paged: Data[] = [];
  let after: string | null = null;
  do {
    const { data }: Data = await desk.ask(desk.as('unit-health'), TODO, { f: 2, a: after });
    paged.push(...data.assessmentsTodo.edges.map(({ node }: Data) => node));
    after = data.assessmentsTodo.pageInfo.hasNextPage ? data.assessmentsTodo.pageInfo.endCursor : null;
  } while (after);
  expect(paged).toEqual(whole);
  const days = whole.map(({ dueOn }) => dueOn ?? '9999');
  expect(days).toEqual([...days].sort());
  const counts = (await desk.ask(desk.as('unit-health'), COUNTS)).data.assessmentsTodoCounts as Data[];
  expect(counts.reduce((sum, { waiting: each }) => sum + each, 0)).toBe(whole.length);
  const pressing = (await desk.ask(desk.as('unit-health'), TODO, { f: 200, p: true })).data.assessmentsTodo.edges;
  expect(pressing.length).toBe(whole.filter(({ overdue, dueSoon }) => overdue || dueSoon).length);
  expect((await desk.ask(desk.as('unit-health'), TODO, { a: 'bm8' })).codes).toEqual(['INVALID_INPUT']);
});

test('every kind runs under every scope that it names; who has no post with something to do has an empty list', async () => {
  for (const account of [
    'city-director',
    'city-officer',
    'city-assessor',
    'district-laicheng',
    'org-department',
    'auditor',
    'sysadmin',
    'helper-kouzhen',
  ])
    expect([account, (await desk.ask(desk.as(account), TODO, { f: 200 })).codes]).toEqual([account, []]);
  for (const account of ['auditor', 'sysadmin', 'org-department']) expect(await waiting(account)).toEqual([]);
  for (const account of ['citizen', 'province-observer'])
    expect((await desk.ask(desk.as(account), COUNTS)).codes).toEqual(['FORBIDDEN']);
});

test('an overdue finding goes up by the days of the clock, and leaves the list when it was urged', async () => {
  const { id } = (await steps.record('inspector')).data.recordFinding;
  await steps.assign(id);
  await dueIn(id, -3);
  const up = (account: string) => kinds(account, id);
  expect([await up('district-laicheng'), await up('city-officer'), await up('town-kouzhen')]).toEqual([
    ['urge-finding'],
    ['urge-finding'],
    ['accept-finding'],
  ]);
  expect((await steps.step('district-laicheng', 'urgeFinding', `id: "${id}", text: "已逾期"`, 'id')).codes).toEqual([]);
  expect([await up('district-laicheng'), await up('city-officer')]).toEqual([[], []]);
});
