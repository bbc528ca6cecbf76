// Plans through the graph: drafted by one, approved by another, amended only by a new version, fulfilled once; and who sees them.
import { asOfficer } from './meeting-deeds';
import { type Desk, openDesk } from './organisation-desk';

let desk: Desk;
beforeAll(async () => {
  // 口镇 lifted three households in the first quarter of 2019 and seven by the third.
  desk = await openDesk({
    answer: (_subgraph, { variables = {} }) => ({
      liftedFacts: (variables.ids as string[])
        .filter((id) => id === regionNamed('口镇'))
        .flatMap((regionId) =>
          [3, 3, 7, 7].map((households, at) => ({
            regionId,
            quarter: `${variables.year}Q${at + 1}`,
            households,
            people: 2 * households,
          })),
        ),
    }),
  });
});
afterAll(() => desk?.close());

const as = (account: string, query: string, variables?: Record<string, unknown>) =>
  asOfficer(desk, account, query, variables);
const regionNamed = (name: string) => desk.city.regions.find((region) => region.name === name)?.id ?? '';
const DRAFT = 'mutation($i: PlanInput!) { draftPlan(input: $i) { id version milestones { id title } } }';
const APPROVE = 'mutation($id: ID!) { approvePlan(id: $id) { id approvedAt } }';
const WITHDRAW = 'mutation($id: ID!) { withdrawPlan(id: $id) { withdrawnAt } }';
const DONE =
  'mutation($id: ID!, $on: CalendarDay!) { completeMilestone(id: $id, doneOn: $on, evidence: "验收单") { doneOn } }';
const planOf = (region: string, account: string, year = 2019) =>
  as(
    account,
    'query($id: ID!, $y: Int!) { region(id: $id) { plan(year: $y) { version title stage { code } progress { quarter plannedHouseholds liftedHouseholds liftedPeople milestones done overdue } } } }',
    {
      id: regionNamed(region),
      y: year,
    },
  );
const plan = (more = {}) => ({
  i: {
    year: 2019,
    title: '口镇2019年巩固提升计划',
    documentNumber: '口镇发〔2019〕1号',
    targets: [
      { quarter: '2019Q2', households: 20, people: 41 },
      { quarter: '2019Q4', households: 30, people: 60 },
    ],
    milestones: [{ title: '完成回头看复核', dueOn: '2019-03-31' }],
    projects: [{ name: '光伏扶贫', kind: 'project', thrust: 'development', reach: 'household' }],
    ...more,
  },
});

test('a draft is approved by another person, and stands frozen; a second version takes its place', async () => {
  expect((await as('town-kouzhen', DRAFT, plan({ year: 2021 }))).codes).toEqual(['YEAR_NOT_IN_LAYOUT']);
  expect((await as('town-kouzhen', DRAFT, plan({ targets: [], milestones: [] }))).codes).toEqual(['PLAN_EMPTY']);
  const made = await as('town-kouzhen', DRAFT, plan());
  expect(made.codes).toEqual([]);
  const { id, milestones } = made.data.draftPlan;
  expect((await as('town-kouzhen', DRAFT, plan())).codes).toEqual(['PLAN_DRAFT_STANDS']);
  expect((await as('town-kouzhen', APPROVE, { id })).codes).toEqual(['PLAN_BY_SAME_PERSON']);
  expect((await as('district-gangcheng', APPROVE, { id })).codes).toEqual(['NOT_FOUND']);
  const done = { id: milestones[0].id, on: '2019-04-02' };
  expect((await as('town-kouzhen', DONE, done)).codes).toEqual(['PLAN_NOT_IN_FORCE']);
  expect((await planOf('口镇', 'town-kouzhen')).data.region.plan).toBeNull();
  expect((await as('district-laicheng', APPROVE, { id })).codes).toEqual([]);
  expect((await as('district-laicheng', APPROVE, { id })).codes).toEqual(['PLAN_APPROVED']);
  expect((await as('district-laicheng', DONE, done)).codes).toEqual(['PLAN_NOT_YOURS']);
  expect((await as('town-kouzhen', DONE, { ...done, on: '2999-01-01' })).codes).toEqual(['INVALID_INPUT']);
  expect((await as('town-kouzhen', DONE, done)).data.completeMilestone).toEqual({ doneOn: '2019-04-02' });
  expect((await as('town-kouzhen', DONE, done)).codes).toEqual(['MILESTONE_DONE']);
  const told = (await planOf('口镇', 'town-kouzhen')).data.region.plan;
  expect(told).toMatchObject({ version: 1, stage: { code: 'consolidated' } });
  expect(told.progress[0]).toEqual({
    quarter: '2019Q1',
    plannedHouseholds: null,
    liftedHouseholds: 3,
    liftedPeople: 6,
    milestones: 1,
    done: 1,
    overdue: 1,
  });
  expect(told.progress[1]).toMatchObject({ plannedHouseholds: 20, milestones: 0 });
  for (const change of [
    `update organisation.plan set title = '改了标题' where id = $1`,
    'delete from organisation.plan where id = $1',
    'update organisation.plan_target set households = 1 where plan_id = $1',
    `update organisation.plan_milestone set title = '改' where plan_id = $1`,
    'delete from organisation.plan_project where plan_id = $1',
  ])
    await expect(desk.sql.query(change, [id])).rejects.toMatchObject({ constraint: 'plan_is_frozen' });

  const second = await as('town-kouzhen', DRAFT, plan({ title: '口镇2019年计划（修订）' }));
  expect(second.data.draftPlan.version).toBe(2);
  expect((await planOf('口镇', 'town-kouzhen')).data.region.plan.version).toBe(1);
  await expect(
    desk.sql.query('update organisation.plan set approved_by = made_by, approved_at = now() where id = $1', [
      second.data.draftPlan.id,
    ]),
  ).rejects.toMatchObject({ constraint: 'plan_four_eyes' });
  expect((await as('district-laicheng', WITHDRAW, { id: second.data.draftPlan.id })).codes).toEqual(['PLAN_NOT_YOURS']);
  expect((await as('town-kouzhen', WITHDRAW, { id: second.data.draftPlan.id })).codes).toEqual([]);
  const third = await as('town-kouzhen', DRAFT, plan({ title: '口镇2019年计划（再修订）' }));
  expect((await as('district-laicheng', APPROVE, { id: third.data.draftPlan.id })).codes).toEqual([]);
  expect((await planOf('口镇', 'town-kouzhen')).data.region.plan.version).toBe(3);
});

test('a unit plans for itself, the city approves; others see neither, and what is hidden is as absent', async () => {
  const unitPlan = plan({ title: '卫计委2019年行业扶贫计划', targets: [] });
  const made = await as('unit-health', DRAFT, unitPlan);
  expect(made.codes).toEqual([]);
  const id = made.data.draftPlan.id;
  expect((await as('unit-health', APPROVE, { id })).codes).toEqual(['FORBIDDEN']);
  expect((await as('city-officer', APPROVE, { id })).codes).toEqual([]);
  const query = 'query($id: ID!) { plan(id: $id) { title unit { code } region { kind } } }';
  expect((await as('unit-health', query, { id })).data.plan.unit.code).toBe('health-commission');
  const hidden = await as('district-laicheng', query, { id });
  expect(JSON.stringify(hidden)).toBe(
    JSON.stringify(await as('district-laicheng', query, { id: regionNamed('口镇') })),
  );
  expect(hidden.data).toEqual({ plan: null });
  for (const account of ['citizen', 'helper-kouzhen', 'org-department', 'province-observer'])
    expect((await as(account, query, { id })).codes).toEqual(['FORBIDDEN']);
});

test('the demo city has the plans of 2018 in the layout’s first stage, and one that waits', async () => {
  const list = (account: string, awaiting: boolean) =>
    as(
      account,
      'query($a: Boolean) { plans(year: 2018, awaiting: $a) { edges { node { region { name } unit { code } stage { zh } projects { thrust reach } } } } }',
      {
        a: awaiting,
      },
    );
  const standing = (await list('city-director', false)).data.plans.edges.map(({ node }: { node: unknown }) => node);
  expect(
    standing.map(({ region, unit }: { region: { name: string }; unit: object | null }) =>
      unit ? '单位' : region.name,
    ),
  ).toEqual(expect.arrayContaining(['莱芜市', '莱城区', '钢城区', '雪野旅游区', '单位']));
  expect(standing[0].stage).toEqual({ zh: '基本完成' });
  const waiting = await list('district-laicheng', true);
  expect(waiting.data.plans.edges).toHaveLength(1);
  const layout = await as('citizen', '{ layout { year zh } }');
  expect(layout.data.layout.map(({ zh }: { zh: string }) => zh)).toEqual(['基本完成', '巩固提升', '全面完成']);
});
