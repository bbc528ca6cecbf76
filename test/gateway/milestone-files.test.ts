// A plan beside what was done: its milestone proved by files of the one evidence service, its targets beside the households that were lifted.
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const base = () => world.url.replace('/graphql', '');
const get = async (account: string, query: string, variables?: Record<string, unknown>) =>
  (await world.as(account)).get(query, variables);

async function uploaded(account: string): Promise<string> {
  const { requestOrganisationUpload: ticket } = await get(
    account,
    'mutation($i: UploadInput!) { requestOrganisationUpload(input: $i) { id url } }',
    { i: { name: '验收单.pdf', kind: 'pdf', bytes: PDF.length } },
  );
  expect((await fetch(base() + ticket.url, { method: 'PUT', body: PDF })).status).toBe(201);
  return ticket.id;
}

async function planInForce(account: string, approver: string): Promise<{ id: string; milestones: { id: string }[] }> {
  const year = 2019;
  const { draftPlan } = await get(
    account,
    'mutation($i: PlanInput!) { draftPlan(input: $i) { id milestones { id } } }',
    {
      i: {
        year,
        title: `${year}年计划`,
        documentNumber: `发〔${year}〕2号`,
        targets: [{ quarter: `${year}Q4`, households: 20, people: 41 }],
        milestones: [{ title: '完成回头看复核', dueOn: `${year}-03-31` }],
        projects: [],
      },
    },
  );
  await get(approver, 'mutation($id: ID!) { approvePlan(id: $id) { id } }', { id: draftPlan.id });
  return draftPlan;
}

test('a milestone is done with the files that prove it; who sees the plan fetches them, others are told of nothing', async () => {
  const { milestones } = await planInForce('town-kouzhen', 'district-laicheng');
  const file = await uploaded('town-kouzhen');
  const done =
    'mutation($id: ID!, $e: [ID!]) { completeMilestone(id: $id, doneOn: "2019-03-20", evidence: "验收单", evidenceIds: $e) { id files { id name kind bytes sha256 } } }';
  const stolen = await (await world.as('town-kouzhen')).ask(done, {
    id: milestones[0]?.id,
    e: [await uploaded('district-laicheng')],
  });
  expect(stolen.errors[0]?.extensions.code).toBe('NOT_FOUND');
  const { completeMilestone } = await get('town-kouzhen', done, { id: milestones[0]?.id, e: [file] });
  expect(completeMilestone.files).toMatchObject([{ name: '验收单.pdf', kind: 'pdf', bytes: PDF.length }]);
  const evidenceId = completeMilestone.files[0].id;
  const fetched = async (account: string) => {
    const { data, errors } = await (await world.as(account)).ask(
      'mutation($id: ID!) { requestOrganisationDownload(evidenceId: $id) { url } }',
      { id: evidenceId },
    );
    if (!data?.requestOrganisationDownload) return errors[0]?.extensions.code;
    const answer = await fetch(base() + data.requestOrganisationDownload.url);
    return Buffer.from(await answer.arrayBuffer()).equals(PDF);
  };
  for (const account of ['town-kouzhen', 'district-laicheng', 'city-director', 'auditor'])
    expect([account, await fetched(account)]).toEqual([account, true]);
  for (const account of ['district-gangcheng', 'unit-health'])
    expect([account, await fetched(account)]).toEqual([account, 'NOT_FOUND']);
  expect(await fetched('citizen')).toBe('FORBIDDEN');
});

test('planned against done by quarter: what was lifted is counted from the households themselves', async () => {
  const year = 2019;
  const { id: regionId = '', path = '' } = world.city.regions.find(({ name }) => name === '莱城区') ?? {};
  await planInForce('district-laicheng', 'city-officer');
  const progress = async (account: string) =>
    (
      await get(
        account,
        'query($id: ID!, $y: Int!) { region(id: $id) { plan(year: $y) { progress { quarter plannedHouseholds liftedHouseholds liftedPeople } } } }',
        {
          id: regionId,
          y: year,
        },
      )
    ).region.plan.progress;
  const none = await progress('district-laicheng');
  expect(none.map(({ liftedHouseholds }: { liftedHouseholds: number }) => liftedHouseholds)).toEqual([0, 0, 0, 0]);
  // Two who were left are lifted in March and in August, one who was lifted long ago is so again in the register of the year.
  const { rows: left } = await world.sql.query(
    `select h.id, h.region_id, h.path, (select count(*)::int from households.member m where m.household_id = h.id) as people from households.household h
     where h.path like $1 and h.state in ('not-lifted', 'planned-exit') order by h.id limit 2`,
    [`${path}%`],
  );
  const { rows: lifted } = await world.sql.query(
    `select h.id, h.region_id, h.path from households.household h where h.path like $1 and h.state = 'lifted-with-policies' order by h.id limit 1`,
    [`${path}%`],
  );
  const step = (of: { id: string; region_id: string; path: string }, ordinal: number, state: string, at: string) =>
    world.sql.query(
      `insert into households.household_state (household_id, region_id, path, year, ordinal, state, decided_by, decided_at, document_number) values ($1, $2, $3, $4, $5, $6, $7, $8, '文件')`,
      [of.id, of.region_id, of.path, year, ordinal, state, world.city.persons[0]?.id, at],
    );
  for (const [at, day] of ['2019-03-31T20:00:00Z', '2019-08-01T02:00:00Z'].entries()) {
    await step(left[at], 1, 'planned-exit', '2019-01-10T02:00:00Z');
    await step(left[at], 2, 'lifted-with-policies', day);
  }
  await step(lifted[0], 1, 'lifted-with-policies', '2019-01-02T02:00:00Z');
  const told = await progress('district-laicheng');
  // 20:00 of 31 March in Greenwich is 1 April in Beijing.
  expect(told.map(({ liftedHouseholds }: { liftedHouseholds: number }) => liftedHouseholds)).toEqual([0, 1, 2, 2]);
  expect(told[3]).toMatchObject({ plannedHouseholds: 20, liftedPeople: left[0].people + left[1].people });
  expect(await progress('city-director')).toEqual(told);
});
