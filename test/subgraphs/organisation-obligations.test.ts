// What regions owe by their letters: meetings, weekly studies, big visits and tours, what fulfils them, and who exempts whom.

import { parsePeriod } from '#platform/obligation/days';
import type { Caller } from '#platform/vocabulary/caller';
import { shippedBook } from '../../data/load/shipped-packs';
import { type Desk, openDesk } from './organisation-desk';

let desk: Desk;
let district: Caller;
let town: Caller;
let director: Caller;
beforeAll(async () => {
  desk = await openDesk();
  district = await desk.as('district-laicheng');
  town = await desk.as('town-kouzhen');
  director = await desk.as('city-director');
}, 60_000);
afterAll(() => desk?.close());

/** Answers as JSON is read: each test says what it expects to find in them. */
async function ask(caller: Caller, query: string, variables?: Record<string, unknown>) {
  const { data, codes } = await desk.ask(caller, query, variables);
  return { data: data as ReturnType<typeof JSON.parse>, codes };
}

const counts = '{ owed fulfilled late due overdue exempt }';
const owed = `query($code: String!, $period: String!, $first: Int, $after: String) { regionByCode(code: $code) { id
  meetingObligations(period: $period) { period withoutLetter counts ${counts} lines { line assumed counts ${counts} }
    overdue(first: $first, after: $after) { edges { node { line turn from dueBy state overdueSince fulfilledBy region { id kind } } } pageInfo { hasNextPage endCursor } } } } }`;
const of = async (caller: Caller, code: string, period: string, more: object = {}) =>
  (await ask(caller, owed, { code, period, ...more })).data.regionByCode.meetingObligations;
const lineOf = (obligations: { lines: { line: string; counts: Record<string, number> }[] }, line: string) =>
  obligations.lines.find((each) => each.line === line)?.counts as Record<string, number>;
const regionId = (code: string) => desk.city.regions.find((region) => region.code === code)?.id as string;

test('a town owes a study for each week with a workday from its letter on, and approved studies fulfil them', async () => {
  const year = await of(town, '371202100', '2018');
  const weeks = shippedBook()
    .turnsOf('organisation', parsePeriod('2018'))
    .find(({ line }) => line.code === 'study-weekly')
    ?.windows.filter(({ until }) => until > '2018-01-12');
  expect(weeks?.map(({ turn }) => turn)).not.toContain('2018-W40');
  expect(lineOf(year, 'study-weekly').owed).toBe(weeks?.length);
  const { rows } = await desk.sql.query<{ held_on: string; counts: boolean }>(
    `select held_on::text, approved_at is not null as counts from organisation.meeting where region_id = $1 and kind = 'study' and withdrawn_at is null`,
    [regionId('371202100')],
  );
  const done = weeks?.filter(({ from, until }) =>
    rows.some((each) => each.counts && each.held_on >= from && each.held_on < until),
  );
  expect(done?.length).toBeGreaterThan(0);
  expect(lineOf(year, 'study-weekly').fulfilled).toBe(done?.length);
  expect(year.lines.map(({ line }: { line: string }) => line)).toEqual(['study-weekly']);
});

test('levels add up, months make up the year, and regions that have not signed are told apart', async () => {
  const codes = desk.city.regions.filter(({ kind }) => kind === 'town').map(({ code }) => code as string);
  const towns = await Promise.all(codes.map((code) => of(director, code, '2018Q2')));
  const city = await of(director, '371200', '2018Q2');
  const sum = towns.reduce((total, each) => total + (lineOf(each, 'study-weekly')?.owed ?? 0), 0);
  expect(lineOf(city, 'study-weekly').owed).toBe(sum);
  expect(city.withoutLetter).toBe(
    desk.city.regions.filter(({ kind }) => ['district', 'zone', 'town'].includes(kind)).length -
      Number(
        (await desk.sql.query('select count(distinct letter_id) as n from organisation.letter_signature')).rows[0].n,
      ),
  );
  const months = await Promise.all(['2018-04', '2018-05', '2018-06'].map((month) => of(director, '371200', month)));
  for (const key of Object.keys(city.counts))
    expect(months.reduce((total, month) => total + month.counts[key], 0)).toBe(city.counts[key]);
});

test('the page of what is overdue is walked through in order, and each row says since when', async () => {
  const whole = (await of(director, '371200', '2018', { first: 200 })).overdue.edges;
  const walked: object[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: ReturnType<typeof JSON.parse> = (
      await of(director, '371200', '2018', { first: 60, after })
    ).overdue;
    walked.push(...edges);
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || walked.length >= 200) break;
  }
  expect(walked.slice(0, whole.length)).toEqual(whole.slice(0, walked.length));
  for (const { node } of whole) expect([node.state, node.dueBy < node.overdueSince]).toEqual(['overdue', true]);
});

const record = 'mutation($input: OutingInput!) { recordOuting(input: $input) { id confirmedAt } }';
const confirm = 'mutation($id: ID!) { confirmOuting(id: $id) { id confirmedBy { id } } }';

test('a big visit counts from the moment that another person confirms it', async () => {
  const line = async () => lineOf(await of(district, '371202', '2018Q2'), 'big-visit-quarterly');
  const before = await line();
  expect(before).toMatchObject({ owed: before.owed, overdue: before.owed });
  const input = {
    regionId: regionId('371202'),
    kind: 'bigVisit',
    heldOn: '2018-05-10',
    title: '二季度扶贫大走访',
    note: '走访全部在册户',
    people: 320,
  };
  expect((await ask(district, record, { input: { ...input, kind: 'observationTour' } })).codes).toEqual([
    'OUTING_NOT_HERE',
  ]);
  expect((await ask(district, record, { input: { ...input, regionId: regionId('371202100') } })).codes).toEqual([
    'NOT_YOUR_REGION',
  ]);
  expect((await ask(district, record, { input: { ...input, heldOn: '2099-01-01' } })).codes).toEqual(['INVALID_INPUT']);
  expect((await ask(town, record, { input })).codes).toEqual(['FORBIDDEN']);
  const { id } = (await ask(district, record, { input })).data.recordOuting;
  expect((await ask(district, record, { input })).codes).toEqual(['OUTING_REPEATED']);
  expect(await line()).toEqual(before);
  expect((await ask(district, confirm, { id })).codes).toEqual(['OUTING_OWN']);
  expect((await ask(await desk.as('district-gangcheng'), confirm, { id })).codes).toEqual(['NOT_FOUND']);
  expect((await ask(director, confirm, { id })).data.confirmOuting.confirmedBy.id).toBe(director.personId);
  expect((await ask(director, confirm, { id })).codes).toEqual(['OUTING_CONFIRMED']);
  expect(await line()).toEqual({ ...before, fulfilled: 1, overdue: Number(before.overdue) - 1 });
  await expect(desk.sql.query(`update organisation.outing set people = 1 where id = $1`, [id])).rejects.toMatchObject({
    constraint: 'outing_decided_once',
  });
});

const request = 'mutation($input: ExemptionInput!) { requestMeetingExemption(input: $input) { id dueBy outcome } }';
const approve = 'mutation($id: ID!) { approveMeetingExemption(id: $id) { outcome region { id } decidedBy { id } } }';

test('a region asks to be exempt, the region above decides, and then it owes one less', async () => {
  const { overdue } = await of(town, '371202100', '2018', { first: 1 });
  const { from, line } = overdue.edges[0].node;
  const before = (await of(town, '371202100', '2018')).counts;
  const input = { subjectId: regionId('371202100'), line, from, reason: '全镇防汛抢险' };
  expect((await ask(district, request, { input })).codes).toEqual(['NOT_YOUR_REGION']);
  expect((await ask(town, request, { input: { ...input, line: 'household-visit-monthly' } })).codes).toEqual([
    'INVALID_INPUT',
  ]);
  const { id } = (await ask(town, request, { input })).data.requestMeetingExemption;
  expect((await ask(town, approve, { id })).codes).toEqual(['FORBIDDEN']);
  expect((await ask({ ...district, personId: town.personId }, approve, { id })).codes).toEqual(['EXEMPTION_OWN']);
  const { data } = await ask(district, approve, { id });
  expect(data.approveMeetingExemption).toEqual({
    outcome: 'approved',
    region: { id: input.subjectId },
    decidedBy: { id: district.personId },
  });
  const after = (await of(town, '371202100', '2018')).counts;
  expect(after).toEqual({ ...before, owed: before.owed - 1, overdue: before.overdue - 1, exempt: 1 });
});

test('beside and above the own range nothing is told, and the observer is told sums only', async () => {
  expect((await ask(town, owed, { code: '371202', period: '2018' })).codes).toEqual(['OUT_OF_SCOPE']);
  expect((await ask(await desk.as('citizen'), owed, { code: '371202', period: '2018' })).codes).toEqual(['FORBIDDEN']);
  const observer = await ask(await desk.as('province-observer'), owed, { code: '371202', period: '2018' });
  expect(observer.codes).toEqual(['FORBIDDEN']);
  expect(observer.data.regionByCode.meetingObligations).toMatchObject({ overdue: null, period: '2018' });
});
