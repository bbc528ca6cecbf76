// Tours through the graph: marks are sealed when given and unseen until the result is, which another person than compiled it seals.
import type { Caller } from '#platform/vocabulary/caller';
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const PLAN = 'mutation($i: PlanSupervisionInput!) { planSupervision(input: $i) { id subjects { id region { id } } } }';
const CARRY = 'mutation($id: ID!) { carryOutSupervision(id: $id) { step } }';
const CLOSE = 'mutation($id: ID!) { closeSupervisionRecord(id: $id) { step } }';
const RELEASE = 'mutation($id: ID!) { releaseSupervision(id: $id) { number } }';
const TOUR = 'mutation($i: PlanTourInput!) { planTour(input: $i) { id packHash sites { id place title } } }';
const MARK = 'mutation($i: MarkTourInput!) { markTour(input: $i) { myMarks { siteId points } } }';
const COMPILE = 'mutation($id: ID!) { compileTour(id: $id) { contentHash } }';
const SEAL = 'mutation($id: ID!) { sealTour(id: $id) { sealedBy { id } } }';
const SHOW = 'mutation($id: ID!) { showTour(id: $id) { shownAt } }';
const READ =
  'query($id: ID!) { tour(id: $id) { contentHash marks { siteId points givenBy { id } } myMarks { points } participants { person { id } capacity } sites { id result { given counted mean rank } } } }';
const OPEN = 'query($id: ID!) { tour(id: $id) { sites { title region { id } result { mean rank } } } }';
const region = (code: string) => desk.city.regions.find((each) => each.code === code)?.id ?? '';
const kouzhen = () => desk.as('town-kouzhen');
const run = (account: string, query: string, id: unknown) => desk.ask(desk.as(account), query, { id });
const plan = (form: string, subjects: string[]) =>
  desk.ask(desk.as('city-officer'), PLAN, {
    i: {
      ...{ quarter: '2018Q2', set: 'regions', form, topic: '产业项目观摩', subjects },
      ...{ startsOn: '2018-06-11', endsOn: '2018-06-12' },
    },
  });
/** A mark of `person`, written in plain SQL by `as`. */
const giveAs = (as: string, { tour, site, person }: Record<'tour' | 'site' | 'person', string>) =>
  desk.under(
    'own',
    { person: as },
    `insert into assessments.tour_mark (id, tour_id, site_id, person_id, points, submitted_at) values (gen_random_uuid(), '${tour}', '${site}', '${person}', 1, now())`,
  );
test('a tour: planned sites and participants, own marks only, compiled, sealed by another, shown', async () => {
  const [town, other] = [region('371202100'), region('371202106')];
  const planned = (await plan('tour', [town, other])).data.planSupervision;
  const subject = (id: string) => planned.subjects.find((each: Data) => each.region.id === id).id;
  const villageOf = (id: string) => desk.city.regions.find(({ parentId }) => parentId === id)?.id;
  const site = (id: string, title: string, change = {}) => ({
    ...{ subjectId: subject(id), regionId: villageOf(id), title, visitedOn: '2018-06-11', ...change },
  });
  const accounts = ['city-director', 'city-assessor', 'inspector', 'city-finance', 'unit-health', 'town-kouzhen'];
  const participants = accounts.map((account) => ({ personId: desk.as(account).personId, capacity: '观摩组成员' }));
  const tourOf = (change = {}) =>
    desk.ask(desk.as('city-officer'), TOUR, {
      i: {
        supervisionId: planned.id,
        sites: [site(town, '合作社大棚'), site(other, '光伏电站')],
        participants,
        ...change,
      },
    });
  const nobody = { personId: '01890000-0000-7000-8000-000000000001', capacity: '无' };
  expect((await tourOf({ sites: [site(town, 'x', { regionId: villageOf(other) })] })).codes).toEqual([
    'SITE_ELSEWHERE',
  ]);
  expect((await tourOf({ sites: [site(town, 'x', { visitedOn: '2018-06-13' })] })).codes).toEqual(['INVALID_INPUT']);
  expect((await tourOf({ participants: [nobody] })).codes).toEqual(['PARTICIPANT_UNKNOWN']);
  const made = await tourOf();
  expect(made.codes).toEqual([]);
  const { id, sites } = made.data.planTour;
  expect(sites.map((each: Data) => each.place)).toEqual([1, 2]);
  expect((await tourOf()).codes).toEqual(['TOUR_PLANNED']);

  const mark = (caller: Caller, points: (number | null)[], change = {}) =>
    desk.ask(caller, MARK, {
      i: {
        tourId: id,
        marks: points.flatMap((each, at) => (each === null ? [] : [{ siteId: sites[at].id, points: each }])),
        ...change,
      },
    });
  expect((await mark(desk.as('inspector'), [90, 80])).codes).toEqual(['STEP_OUT_OF_ORDER']);
  await run('city-officer', CARRY, planned.id);
  expect((await mark(kouzhen(), [99, 60])).codes).toEqual(['SITE_OWN']);
  expect((await mark(desk.as('city-officer'), [90, 80])).codes).toEqual(['NOT_FOUND']);
  expect((await mark(desk.as('inspector'), [101, 80])).codes).toEqual(['INVALID_INPUT']);
  expect((await mark(kouzhen(), [null, 60])).data.markTour.myMarks).toEqual([{ siteId: sites[1].id, points: 60 }]);
  const given = {
    'city-director': [90, 80],
    'city-assessor': [91, 82],
    inspector: [88, 80],
    'city-finance': [100, 81],
  };
  for (const [account, points] of Object.entries(given))
    expect((await mark(desk.as(account), points)).codes).toEqual([]);
  expect((await mark(desk.as('inspector'), [89, null])).codes).toEqual(['SITE_MARKED']);

  const forged = { tour: id, site: sites[0].id, person: desk.as('unit-health').personId ?? '' };
  await expect(giveAs(desk.as('inspector').personId ?? '', forged)).rejects.toMatchObject({ code: '42501' });
  const seen = async (account: string) => (await run(account, READ, id)).data.tour;
  expect((await seen('city-officer')).marks).toHaveLength(9);
  expect((await seen('inspector')).myMarks.map((each: Data) => each.points).sort()).toEqual([80, 88]);
  for (const account of ['city-director', 'inspector', 'town-kouzhen', 'unit-health', 'auditor'])
    expect([account, (await seen(account)).marks]).toEqual([account, []]);

  expect((await run('city-director', SEAL, id)).codes).toEqual(['TOUR_NOT_COMPILED']);
  expect((await run('city-assessor', COMPILE, id)).codes).toEqual(['NOT_FOUND']);
  expect((await run('city-officer', CLOSE, planned.id)).codes).toEqual(['OUTPUT_MISSING']);
  expect((await run('city-officer', COMPILE, id)).codes).toEqual([]);
  expect((await run('city-officer', COMPILE, id)).codes).toEqual(['TOUR_COMPILED']);
  expect((await mark(desk.as('unit-health'), [50, 50])).codes).toEqual(['TOUR_COMPILED']);
  const means = [
    { given: 4, counted: 4, mean: '92.25', rank: 1 },
    { given: 5, counted: 3, mean: '80.33', rank: 2 },
  ];
  expect((await seen('city-director')).sites.map((each: Data) => each.result)).toEqual(means);
  expect((await seen('town-kouzhen')).sites.map((each: Data) => each.result)).toEqual([null, null]);
  const himself = { ...desk.as('city-director'), personId: desk.as('city-officer').personId };
  expect((await desk.ask(himself, SEAL, { id })).codes).toEqual(['SAME_PERSON']);
  const standing = { ...desk.as('city-director'), standsFor: [desk.as('city-officer').personId ?? ''] };
  expect((await desk.ask(standing, SEAL, { id })).codes).toEqual(['SAME_PERSON']);
  expect((await run('city-director', SHOW, id)).codes).toEqual(['TOUR_NOT_SEALED']);

  // A result that is not what the marks make is not sealed, and the seal goes back with it.
  const tamper = async (mean: string) => {
    await desk.sql.query('set session_replication_role = replica');
    await desk.sql.query('update assessments.tour_result set mean = $1 where site_id = $2', [mean, sites[0].id]);
    await desk.sql.query('set session_replication_role = origin');
  };
  await tamper('99.00');
  expect((await run('city-director', SEAL, id)).codes).toEqual(['TOUR_DIFFERS']);
  expect((await seen('auditor')).marks).toEqual([]);
  await tamper('92.25');
  expect((await run('city-director', SEAL, id)).data.sealTour.sealedBy.id).toBe(desk.as('city-director').personId);
  expect((await run('city-director', SEAL, id)).codes).toEqual(['TOUR_SEALED']);
  for (const account of ['town-kouzhen', 'unit-health']) expect((await seen(account)).marks).toHaveLength(9);
  expect((await run('citizen', OPEN, id)).data.tour).toBeNull();
  expect((await run('city-officer', CLOSE, planned.id)).codes).toEqual([]);
  expect((await run('city-officer', RELEASE, planned.id)).codes).toEqual([]);
  expect((await run('city-director', SHOW, id)).codes).toEqual([]);
  for (const account of ['citizen', 'hospital-window', 'province-observer', 'helper-kouzhen'])
    expect((await run(account, OPEN, id)).data.tour.sites.map((each: Data) => each.result.mean)).toEqual([
      '92.25',
      '80.33',
    ]);
  expect((await run('citizen', 'query($id: ID!) { tour(id: $id) { marks { id } } }', id)).codes).toEqual(['FORBIDDEN']);
});

test('in plain SQL a mark is given by nobody for another, not after the result, and never changed; the seal is another’s', async () => {
  const [row] = (await desk.sql.query('select * from assessments.tour_mark limit 1')).rows;
  const { site_id: site, tour_id: tour } = row;
  const other = desk.as('unit-health').personId ?? '';
  await expect(giveAs(other, { tour, site, person: other })).rejects.toMatchObject({
    constraint: 'tour_mark_before_result',
  });
  await expect(desk.sql.query('update assessments.tour_mark set points = 1')).rejects.toMatchObject({
    constraint: 'assessments_tour_mark_append_only',
  });
  expect(await desk.under('own', { person: other }, 'select 1 from assessments.tour_mark')).toEqual([]);
  const copy = (sealer: string) =>
    desk.sql.query(
      `insert into assessments.tour (id, supervision_id, issuer_id, region_id, path, quarter, pack_name, pack_hash, marking, planned_at, compiled_by, compiled_at, content_hash, sealed_by, sealed_at)
       select gen_random_uuid(), gen_random_uuid(), issuer_id, region_id, path, quarter, pack_name, pack_hash, marking, planned_at, compiled_by, compiled_at, content_hash, ${sealer}, now() from assessments.tour limit 1`,
    );
  await expect(copy('issuer_id')).rejects.toMatchObject({ constraint: 'tour_four_eyes' });
});
