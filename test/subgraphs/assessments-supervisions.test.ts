// Open supervision by the ten procedures: planned for all to read, carried out, recorded in private, and released with numbers that have no gaps.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const PLAN =
  'mutation($i: PlanSupervisionInput!) { planSupervision(input: $i) { id step packHash subjects { id unit { id } region { id } } } }';
const CARRY = 'mutation($id: ID!) { carryOutSupervision(id: $id) { step } }';
const CLOSE = 'mutation($id: ID!) { closeSupervisionRecord(id: $id) { step } }';
const RELEASE = 'mutation($id: ID!, $b: BulletinInput) { releaseSupervision(id: $id, bulletin: $b) { step number } }';
const RECORD = 'mutation($i: RecordInspectionInput!) { recordInspection(input: $i) { id } }';
const READ =
  'query($id: ID!) { supervision(id: $id) { step number records { id number findings unit { id } } bulletin { number body } opinions { expert opinion } airing { title } } }';
const year = new Date().getUTCFullYear();
const city = () => desk.city.regions.find(({ kind }) => kind === 'city')?.id;
const town = (code = '371202100') => desk.city.regions.find((region) => region.code === code)?.id;
const unit = () => desk.as('unit-health').unitId;
const plan = (account: string, set: string, form: string, subjects: unknown[], change = {}) =>
  desk.ask(desk.as(account), PLAN, {
    i: {
      quarter: '2018Q2',
      set,
      form,
      topic: '健康扶贫',
      startsOn: '2018-05-03',
      endsOn: '2018-05-04',
      subjects,
      ...change,
    },
  });
const run = (account: string, query: string, id: string, more = {}) =>
  desk.ask(desk.as(account), query, { id, ...more });
const record = (supervisionId: string, regionId: unknown, unitId: unknown = null) =>
  desk.ask(desk.as('inspector'), RECORD, {
    i: { regionId, unitId, supervisionId, kind: 'supervision', visitedOn: '2018-05-03', findings: '台账不全' },
  });

test('two sets of five procedures are in force in 2018, with their weights', async () => {
  const { procedures } = (
    await desk.ask(desk.as('town-kouzhen'), '{ procedures(quarter: "2018Q1") { set form weight organiser assumed } }')
  ).data;
  expect(procedures).toHaveLength(10);
  for (const set of ['units', 'regions'])
    expect(
      procedures.filter((each: Data) => each.set === set).reduce((sum: number, each: Data) => sum + each.weight, 0),
    ).toBe(100);
  expect((await desk.ask(desk.as('town-kouzhen'), '{ procedures(quarter: "2017Q4") { set } }')).codes).toEqual([
    'PACK_NOT_IN_FORCE',
  ]);
});

test('only the pack’s organiser plans, and only for the pack’s subjects', async () => {
  expect((await plan('city-assessor', 'units', 'bulletin', [unit()])).codes).toEqual(['NOT_ORGANISER']);
  expect((await plan('town-kouzhen', 'units', 'bulletin', [unit()])).codes).toEqual(['FORBIDDEN']);
  expect((await plan('inspector', 'regions', 'special', [town()])).codes).toEqual(['PACK_NOT_IN_FORCE']);
  expect((await plan('inspector', 'units', 'bulletin', [town()])).codes).toEqual(['NOT_FOUND']);
  expect((await plan('inspector', 'regions', 'bulletin', [town('371202100207')])).codes).toEqual([
    'NOT_INSPECTED_HERE',
  ]);
  expect((await plan('inspector', 'regions', 'bulletin', [town()], { endsOn: '2018-05-02' })).codes).toEqual([
    'INVALID_INPUT',
  ]);
});

test('a bulletin: open from its plan, its records the organiser’s alone until it is released with a number', async () => {
  const made = (await plan('inspector', 'units', 'bulletin', [unit()])).data.planSupervision;
  const { id } = made;
  expect(made).toMatchObject({ step: 'planned', subjects: [{ unit: { id: unit() }, region: { id: city() } }] });
  for (const account of ['unit-health', 'town-kouzhen', 'city-director'])
    expect((await run(account, READ, id)).data.supervision).toMatchObject({ step: 'planned', records: [] });
  expect((await run('citizen', READ, id)).codes).toEqual(['FORBIDDEN']);

  expect((await record(id, city(), unit())).codes).toEqual(['STEP_OUT_OF_ORDER']);
  expect((await run('inspector', CLOSE, id)).codes).toEqual(['STEP_OUT_OF_ORDER']);
  expect((await run('city-assessor', CARRY, id)).codes).toEqual(['NOT_FOUND']);
  expect((await run('inspector', CARRY, id)).codes).toEqual([]);
  expect((await run('inspector', CLOSE, id)).codes).toEqual(['OUTPUT_MISSING']);
  expect((await record(id, town())).codes).toEqual(['NOT_FOUND']);
  const recorded = (await record(id, city(), unit())).data.recordInspection.id;
  for (const account of ['unit-health', 'city-director', 'inspector'])
    expect((await run(account, READ, id)).data.supervision.records).toEqual([]);
  const alone = 'mutation($id: ID!) { releaseInspection(id: $id) { id } }';
  expect((await run('inspector', alone, recorded)).codes).toEqual(['RELEASED_WITH_SUPERVISION']);
  expect((await run('inspector', CLOSE, id)).codes).toEqual([]);
  expect((await record(id, city(), unit())).codes).toEqual(['STEP_OUT_OF_ORDER']);
  expect((await run('inspector', RELEASE, id)).codes).toEqual(['INVALID_INPUT']);
  const text = { title: '通报', body: '请于 5 月底前补齐台账' };
  const number = `莱扶督通〔${year}〕1号`;
  expect((await run('inspector', RELEASE, id, { b: text })).data.releaseSupervision).toEqual({
    step: 'released',
    number,
  });
  expect((await run('inspector', RELEASE, id, { b: text })).codes).toEqual(['STEP_OUT_OF_ORDER']);
  expect((await run('unit-health', READ, id)).data.supervision).toMatchObject({
    step: 'released',
    number,
    records: [{ id: recorded, number: `莱扶督记〔${year}〕1号`, findings: '台账不全', unit: { id: unit() } }],
    bulletin: { number, body: text.body },
  });
  const other = { ...desk.as('unit-health'), unitId: desk.city.units.find(({ id: of }) => of !== unit())?.id ?? null };
  expect((await desk.ask(other, READ, { id })).data.supervision.records).toEqual([]);
});

test('an expert is heard on a subject, unseen until the release; no number is lost by a release that fails', async () => {
  const made = (await plan('city-officer', 'regions', 'expert', [town(), town('371202106')])).data.planSupervision;
  const { id, subjects } = made;
  await run('city-officer', CARRY, id);
  const give = (change = {}) =>
    desk.ask(desk.as('city-officer'), 'mutation($i: ExpertOpinionInput!) { giveExpertOpinion(input: $i) { id } }', {
      i: {
        supervisionId: id,
        subjectId: subjects[0].id,
        expert: '省农科院 王某',
        field: '特色产业',
        opinion: '大棚选址偏低',
        ...change,
      },
    });
  expect((await give({ subjectId: '01890000-0000-7000-8000-000000000001' })).codes).toEqual(['NOT_FOUND']);
  expect((await give({ opinion: '联系电话 13812345678' })).codes).toEqual(['PERSONAL_NUMBER_IN_TEXT']);
  expect((await give()).codes).toEqual([]);
  expect((await run('town-kouzhen', READ, id)).data.supervision.opinions).toEqual([]);
  await run('city-officer', CLOSE, id);
  expect((await run('city-officer', RELEASE, id, { b: { title: 'x', body: 'y' } })).codes).toEqual(['INVALID_INPUT']);
  expect((await run('city-officer', RELEASE, id)).data.releaseSupervision.number).toBe(`莱扶督〔${year}〕1号`);
  expect((await run('town-kouzhen', READ, id)).data.supervision.opinions).toEqual([
    { expert: '省农科院 王某', opinion: '大棚选址偏低' },
  ]);
});

test('an airing and lights are the output of their procedures, once they are sealed or confirmed', async () => {
  const airing = (await plan('city-assessor', 'units', 'airing', [unit()])).data.planSupervision.id;
  await run('city-assessor', CARRY, airing);
  expect((await run('city-assessor', CLOSE, airing)).codes).toEqual(['OUTPUT_MISSING']);
  await desk.ask(desk.as('city-director'), 'mutation { sealUnitResults(quarter: "2018Q2") { id } }');
  const drafted = await desk.ask(
    desk.as('city-assessor'),
    'mutation { draftAiring(quarter: "2018Q2", group: units) { id title } }',
  );
  await run('city-director', 'mutation($id: ID!) { sealAiring(id: $id) { id } }', drafted.data.draftAiring.id);
  expect((await run('city-assessor', CLOSE, airing)).codes).toEqual([]);
  expect((await run('unit-health', READ, airing)).data.supervision.airing).toEqual({
    title: drafted.data.draftAiring.title,
  });
});

test('in plain SQL a step cannot be skipped or taken back, and nobody takes it for another', async () => {
  const { rows } = await desk.sql.query(
    `select id, issuer_id from assessments.supervision where released_at is not null limit 1`,
  );
  const [{ id, issuer_id: person }] = rows;
  await expect(
    desk.under('issuer', { person }, `update assessments.supervision set recorded_at = null where id = '${id}'`),
  ).rejects.toMatchObject({
    constraint: 'assessments_supervision_in_steps',
  });
  await expect(
    desk.sql.query(`insert into assessments.supervision (id, issuer_id, region_id, path, quarter, peer_set, form, pack_name, pack_hash, topic, starts_on, ends_on, planned_at, released_at)
      select gen_random_uuid(), issuer_id, region_id, path, quarter, peer_set, form, pack_name, pack_hash, topic, starts_on, ends_on, planned_at, now() from assessments.supervision limit 1`),
  ).rejects.toMatchObject({ constraint: 'supervision_numbered_at_release' });
  const changed = `with done as (update assessments.supervision set carried_out_at = now() where carried_out_at is null returning 1) select count(*)::int as rows from done`;
  expect(await desk.under('issuer', { person: '01890000-0000-7000-8000-000000000001' }, changed)).toEqual([
    { rows: 0 },
  ]);
  await expect(desk.under('region', {}, changed)).rejects.toMatchObject({ code: '42501' });
});
