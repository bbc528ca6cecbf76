// People stationed in villages: their days on site by record and confirmation, what they owe each month, and who is exempt by whom.
import type { Caller } from '#platform/vocabulary/caller';
import { stationingsOf } from '../../data/generate/stationings';
import { type Desk, openDesk } from './organisation-desk';
import { type Data, stationingSteps } from './stationing-steps';

let desk: Desk;
let steps: Steps;
let secretary: Caller;
let town: Caller;
let district: Caller;
let director: Caller;
let village: string;
beforeAll(async () => {
  desk = await openDesk();
  steps = stationingSteps(desk);
  secretary = await desk.as('first-secretary');
  town = await desk.as('town-kouzhen');
  district = await desk.as('district-laicheng');
  director = await desk.as('city-director');
  village = secretary.regionId as string;
}, 60_000);
afterAll(() => desk?.close());

type Steps = ReturnType<typeof stationingSteps>;
const ask: Steps['ask'] = (...given) => steps.ask(...given);
const of: Steps['of'] = (...given) => steps.of(...given);
const record: Steps['record'] = (...given) => steps.record(...given);
const confirm: Steps['confirm'] = (...given) => steps.confirm(...given);
const mine = (period: string) => steps.mine(secretary, period);

test('the demo city owes what its stationings and their days make, counted here by hand', async () => {
  const { stationings, records } = stationingsOf(371_200, desk.city);
  const months = ['2018-01', '2018-02', '2018-03', '2018-04'];
  const enough = (role: string, deed: string, times: number) => {
    const people = stationings.filter((each) => each.role === role);
    const done = people.flatMap(({ id }) =>
      months.filter(
        (month) =>
          new Set(
            records
              .filter(
                (each) =>
                  each.station.id === id && each.deed === deed && each.confirmedBy && each.day.startsWith(month),
              )
              .map(({ day }) => day),
          ).size >= times,
      ),
    );
    return { owed: people.length * 12, fulfilled: done.length, overdue: people.length * 12 - done.length };
  };
  const city = desk.city.regions.find(({ kind }) => kind === 'city')?.id as string;
  const { lines, counts } = await of(director, city, '2018');
  const told = Object.fromEntries(lines.map(({ line, counts: each }: Data) => [line, each]));
  const expected = {
    'first-secretary-on-site': enough('first-secretary', 'on-site', 20),
    'first-secretary-policy-talk': enough('first-secretary', 'policy-talk', 1),
    'village-secretary-on-site': enough('village-secretary', 'on-site', 20),
    'village-secretary-meeting': enough('village-secretary', 'village-meeting', 1),
    'work-team-on-site': enough('work-team', 'on-site', 20),
  };
  expect(told).toMatchObject(expected);
  expect(counts.owed).toBe(Object.values(expected).reduce((sum, { owed }) => sum + owed, 0));
  expect(expected['first-secretary-on-site'].fulfilled).toBeGreaterThan(60);
  // Levels add up, and months make the year.
  const towns = desk.city.regions.filter(({ kind }) => kind === 'town');
  const below = await Promise.all(towns.map(async ({ id }) => (await of(director, id, '2018')).counts));
  expect(below.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(counts.overdue);
  const year = await Promise.all(
    Array.from({ length: 12 }, (_, at) => of(town, village, `2018-${String(at + 1).padStart(2, '0')}`)),
  );
  expect(year.reduce((sum, each) => sum + each.counts.fulfilled, 0)).toBe(
    (await of(town, village, '2018')).counts.fulfilled,
  );
});

test('days count when another person has confirmed them: not who was there, not who wrote them down', async () => {
  const { id, obligations } = await mine('2019-06');
  expect(obligations.map(({ line, state }: Data) => [line, state])).toEqual([
    ['first-secretary-on-site', 'overdue'],
    ['first-secretary-policy-talk', 'overdue'],
  ]);
  const days = Array.from({ length: 20 }, (_, at) => `2019-06-${String(at + 5).padStart(2, '0')}`);
  for (const day of days) expect((await record(secretary, id, day)).codes).toEqual([]);
  expect((await record(secretary, id, '2019-06-24', 'policyTalk', '宣讲健康扶贫政策')).codes).toEqual([]);
  expect((await record(secretary, id, '2019-06-05')).codes).toEqual(['SITE_DAY_REPEATED']);
  expect((await record(secretary, id, '2990-01-01')).codes).toEqual(['SITE_DAY_OUTSIDE']);
  expect((await record(secretary, id, '2017-12-31')).codes).toEqual(['SITE_DAY_OUTSIDE']);
  expect((await record(await desk.as('village-kouzhen'), id, '2019-06-25')).codes).toEqual(['SITE_DAY_OF_OTHER']);
  expect((await mine('2019-06')).obligations.every(({ state }: Data) => state === 'overdue')).toBe(true);
  expect((await confirm(secretary, id, '2019-06')).codes).toEqual(['FORBIDDEN']);
  // The town wrote one day down: then the district looks at the month.
  expect((await record(town, id, '2019-06-26')).codes).toEqual([]);
  expect((await confirm(town, id, '2019-06')).codes).toEqual(['SITE_DAY_OWN']);
  expect((await confirm(await desk.as('zone-xueye'), id, '2019-06')).codes).toEqual(['NOT_FOUND']);
  expect((await confirm(district, id, '2019-06')).data.confirmSiteDays).toBe(22);
  expect((await confirm(district, id, '2019-06')).codes).toEqual(['NO_SITE_DAYS_TO_CONFIRM']);
  const after = await mine('2019-06');
  expect(after.obligations).toMatchObject([
    { line: 'first-secretary-on-site', state: 'fulfilled', fulfilledOn: '2019-06-24' },
    { line: 'first-secretary-policy-talk', state: 'fulfilled', fulfilledOn: '2019-06-24' },
  ]);
  const twentieth = after.records.find(({ day, deed }: Data) => day === '2019-06-24' && deed === 'onSite');
  expect(after.obligations[0].fulfilledBy).toBe(twentieth.id);
});

test('a record that was wrong is struck with a reason, told anew, and does not count; what is settled stays, in plain SQL too', async () => {
  const { id } = await mine('2019-07');
  const wrong = (await record(secretary, id, '2019-07-01')).data.recordSiteDay.id;
  const strike = (caller: Caller, struck: string, remark = '日期有误') =>
    ask(caller, 'mutation($id: ID!, $r: String!) { strikeSiteDay(id: $id, remark: $r) { id counts remark } }', {
      id: struck,
      r: remark,
    });
  expect((await strike(secretary, wrong, '')).codes).toEqual(['INVALID_INPUT']);
  expect((await strike(secretary, wrong)).data.strikeSiteDay).toMatchObject({ counts: false, remark: '日期有误' });
  expect((await strike(town, wrong)).codes).toEqual(['SITE_DAY_SETTLED']);
  expect((await record(secretary, id, '2019-07-01')).codes).toEqual([]);
  await expect(
    desk.sql.query(
      `update organisation.site_record set confirmed_by = struck_by, struck_by = null, remark = null where id = $1`,
      [wrong],
    ),
  ).rejects.toMatchObject({ constraint: 'site_record_decided_once' });
  for (const own of ['recorded_by', 'person_id'])
    await expect(
      desk.sql.query(
        `update organisation.site_record set confirmed_by = ${own}, settled_at = now() where stationing_id = $1 and settled_at is null`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'site_record_four_eyes' });
  await expect(
    desk.sql.query(
      `insert into organisation.site_record (id, stationing_id, person_id, region_id, path, deed, day, content, recorded_by)
       select gen_random_uuid(), id, (select id from organisation.person where id <> person_id limit 1), region_id, path, 'on-site', '2019-07-09', '代写', person_id
       from organisation.stationing where id = $1`,
      [id],
    ),
  ).rejects.toMatchObject({ constraint: 'site_record_of' });
});

test('an exemption is asked for one month and decided by neither who asked nor who is exempt', async () => {
  const { id } = await mine('2019-08');
  const request = (caller: Caller, line: string, from = '2019-08-01', subjectId = id) =>
    ask(caller, 'mutation($i: ExemptionInput!) { requestStationExemption(input: $i) { id line from dueBy } }', {
      i: { subjectId, line, from, reason: '住院治疗' },
    });
  const asked = await request(secretary, 'first-secretary-on-site');
  expect(asked.data.requestStationExemption).toMatchObject({ from: '2019-08-01', dueBy: '2019-08-31' });
  expect((await request(secretary, 'first-secretary-on-site')).codes).toEqual(['EXEMPTION_STANDS']);
  expect((await request(secretary, 'village-secretary-meeting')).codes).toEqual(['INVALID_INPUT']);
  expect((await request(secretary, 'study-weekly')).codes).toEqual(['INVALID_INPUT']);
  // A duty of people is not exempted as one of the region.
  const asRegion = await ask(town, 'mutation($i: ExemptionInput!) { requestMeetingExemption(input: $i) { id } }', {
    i: { subjectId: town.regionId, line: 'work-team-on-site', from: '2019-08-01', reason: '住院治疗' },
  });
  expect(asRegion.codes).toEqual(['INVALID_INPUT']);
  const approve = (caller: Caller) =>
    ask(caller, 'mutation($id: ID!) { approveStationExemption(id: $id) { outcome decidedBy { id } } }', {
      id: asked.data.requestStationExemption.id,
    });
  expect((await approve(secretary)).codes).toEqual(['FORBIDDEN']);
  const himself = { ...town, personId: secretary.personId };
  expect(['EXEMPTION_OWN', 'EXEMPTION_OF_OWN_STATION']).toContain((await approve(himself)).codes[0]);
  expect((await approve({ ...town, standsFor: [secretary.personId as string] })).codes).not.toEqual([]);
  expect((await approve(town)).data.approveStationExemption.outcome).toBe('approved');
  expect((await mine('2019-08')).obligations.map(({ state }: Data) => state)).toEqual(['exempt', 'overdue']);
});
