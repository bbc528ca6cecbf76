// Draws of secret visits: committed before the public number, drawn by nobody's will, recomputed by anybody, and unknown to all others until released.
import { createHash } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { canonicalJson } from '#platform/vocabulary/canonical';
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';
import { everythingSeen, scopeKindsSeen, withoutPendingVisit } from './everything-seen';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const day = (days: number) => new Date(Date.now() + (8 + 24 * days) * 3600_000).toISOString().slice(0, 10);
const year = day(0).slice(0, 4);
const region = (code: string) => desk.city.regions.find((each) => each.code === code);
const COMMIT =
  'mutation($i: CommitVisitDrawInput!) { commitVisitDraw(input: $i) { id seed seedHash frameHash number sample { id } } }';
const DRAW =
  'mutation($id: ID!) { drawVisitSample(id: $id) { id number drawnAgain sample { region { id } householdIds otherPlaces } } }';
const NUMBER = 'mutation($i: PublicNumberInput!) { recordPublicNumber(input: $i) { number } }';
const RECORD = 'mutation($i: RecordInspectionInput!) { recordInspection(input: $i) { id number } }';
const RELEASE = 'mutation($id: ID!) { releaseVisitDraw(id: $id) { id releasedAt } }';
const RELEASE_ONE = 'mutation($id: ID!) { releaseInspection(id: $id) { number } }';
const OPEN =
  'query($id: ID!) { visitDraw(id: $id) { seed seedHash frame { regionId householdIds } frameHash numberSource numberDay number algorithm drawnAgain sample { region { id } householdIds otherPlaces households { id } } } }';
const second = (): Caller => ({ ...desk.as('inspector'), personId: '01890000-0000-7000-8000-00000000000a' });
const commit = (caller: Caller, code = '371202100', change = {}) =>
  desk.ask(caller, COMMIT, {
    i: { regionId: region(code)?.id, month: '2018-05', numberSource: 'welfare-3d', numberDay: day(1), ...change },
  });
const number = (account: string, change = {}) =>
  desk.ask(desk.as(account), NUMBER, {
    i: { source: 'welfare-3d', day: day(0), number: '407', address: 'https://www.cwl.gov.cn/', ...change },
  });
const visit = (caller: Caller, regionId: string, drawId: string | null) =>
  desk.ask(caller, RECORD, { i: { regionId, drawId, kind: 'secretVisit', visitedOn: day(0), findings: '公示栏缺失' } });

/** A day later: the commitment and its number's day lie one day back. */
async function nextDay(): Promise<void> {
  await desk.sql.query(`set session_replication_role = replica`);
  await desk.sql.query(
    `update assessments.visit_draw set committed_at = committed_at - interval '1 day', number_day = number_day - 1 where drawn_at is null`,
  );
  await desk.sql.query(`set session_replication_role = origin`);
}

async function drawn(caller: Caller, code?: string): Promise<Data> {
  const made = await commit(caller, code);
  expect(made.codes).toEqual([]);
  await nextDay();
  const sample = await desk.ask(caller, DRAW, { id: made.data.commitVisitDraw.id });
  expect(sample.codes).toEqual([]);
  return sample.data.drawVisitSample;
}

test('the number is written down by another person, after the commitment and not before its day', async () => {
  const inspector = desk.as('inspector');
  expect((await commit(inspector, '371202100', { numberDay: day(0) })).codes).toEqual(['INVALID_INPUT']);
  expect((await commit(inspector, '371202100', { numberSource: 'dice' })).codes).toEqual(['NOT_FOUND']);
  const made = (await commit(inspector)).data.commitVisitDraw;
  expect(made).toMatchObject({ seed: null, number: null, sample: [] });
  expect((await commit(inspector, '371202101')).codes).toEqual(['DRAW_PENDING']);
  expect((await desk.ask(inspector, DRAW, { id: made.id })).codes).toEqual(['NUMBER_AWAITED']);
  expect((await number('city-officer', { day: day(1) })).codes).toEqual(['INVALID_INPUT']);
  expect((await number('city-officer', { number: '40' })).codes).toEqual(['INVALID_INPUT']);
  expect((await number('inspector')).codes).toEqual(['FORBIDDEN']);
  await nextDay();
  expect((await number('city-officer')).codes).toEqual([]);
  expect((await number('city-assessor', { number: '408' })).codes).toEqual(['NUMBER_TAKEN']);
  const himself = { ...inspector, personId: desk.as('city-officer').personId };
  await desk.sql.query('set session_replication_role = replica');
  await desk.sql.query('update assessments.visit_draw set issuer_id = $1 where id = $2', [himself.personId, made.id]);
  expect((await desk.ask(himself, DRAW, { id: made.id })).codes).toEqual(['SAME_PERSON']);
  await desk.sql.query('update assessments.visit_draw set issuer_id = $1 where id = $2', [inspector.personId, made.id]);
  await desk.sql.query('set session_replication_role = origin');
  expect((await desk.ask(second(), DRAW, { id: made.id })).codes).toEqual(['NOT_FOUND']);
  const sample = (await desk.ask(inspector, DRAW, { id: made.id })).data.drawVisitSample;
  expect(sample).toMatchObject({ number: '407', drawnAgain: true });
  expect(sample.sample).toHaveLength(2);
  expect((await desk.ask(inspector, DRAW, { id: made.id })).codes).toEqual(['DRAW_DONE']);
  for (const statement of [
    `update assessments.visit_draw set seed = seed || 'x', seed_hash = seed_hash`,
    `update assessments.visit_draw set number = '999' where drawn_at is not null`,
  ])
    await expect(desk.under('issuer', { person: inspector.personId ?? '' }, statement)).rejects.toMatchObject({
      constraint: 'assessments_visit_draw_in_steps',
    });
});

test('no village comes twice in a round, and a sample is released whole, with what anybody needs to draw it again', async () => {
  const inspector = desk.as('inspector');
  const { rows } = await desk.sql.query(
    `select draw_id as id, array_agg(region_id order by place) as villages from assessments.visit_sample group by 1`,
  );
  const [{ id: firstId, villages }] = rows;
  const again = await drawn(inspector);
  const drawnNow = again.sample.map((each: Data) => each.region.id);
  expect(drawnNow.filter((each: string) => villages.includes(each))).toEqual([]);

  expect((await visit(inspector, drawnNow[0], firstId)).codes).toEqual(['NOT_FOUND']);
  expect((await visit(inspector, villages[0], firstId)).codes).toEqual([]);
  expect((await desk.ask(inspector, RELEASE, { id: firstId })).codes).toEqual(['VISITS_MISSING']);
  expect((await visit(inspector, villages[1], firstId)).codes).toEqual([]);
  expect((await desk.ask(desk.as('city-director'), OPEN, { id: firstId })).data.visitDraw).toBeNull();
  expect((await desk.ask(second(), RELEASE, { id: firstId })).codes).toEqual(['NOT_FOUND']);
  expect((await desk.ask(inspector, RELEASE, { id: firstId })).codes).toEqual([]);
  expect((await desk.ask(inspector, RELEASE, { id: firstId })).codes).toEqual(['DRAW_RELEASED']);

  const told = (await desk.ask(desk.as('district-laicheng'), OPEN, { id: firstId })).data.visitDraw;
  const hash = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');
  expect([hash(told.seed), hash(told.frame)]).toEqual([told.seedHash, told.frameHash]);
  const key = hash([told.seed, told.frameHash, told.numberSource, told.numberDay, told.number]);
  const byTicket = (kind: string, ids: string[]) =>
    [...ids].sort((a, b) => (hash([key, kind, a]) < hash([key, kind, b]) ? -1 : 1));
  const wanted = byTicket(
    'village',
    told.frame.map((each: Data) => each.regionId),
  ).slice(0, 2);
  expect(told.sample.map((each: Data) => each.region.id)).toEqual(wanted);
  for (const { region: of, householdIds } of told.sample)
    expect(householdIds).toEqual(
      byTicket('household', told.frame.find((each: Data) => each.regionId === of.id).householdIds).slice(0, 20),
    );
  expect((await desk.ask(desk.as('district-gangcheng'), OPEN, { id: firstId })).data.visitDraw).toBeNull();
});

test('numbers are given at release and have no gaps, whoever waits and whichever release fails', async () => {
  const [one, other] = [desk.as('inspector'), second()];
  const village = region('371202100207')?.id ?? '';
  const ids: string[] = [];
  for (const caller of [one, other, one, other])
    ids.push((await visit(caller, village, null)).data.recordInspection.id);
  const release = async (caller: Caller, at: number) =>
    (await desk.ask(caller, RELEASE_ONE, { id: ids[at] })).data.releaseInspection?.number;
  const given = [
    await release(other, 3),
    await release(one, 3),
    await release(one, 0),
    await release(one, 0),
    await release(other, 1),
  ];
  expect(given).toEqual([`莱扶暗〔${year}〕3号`, undefined, `莱扶暗〔${year}〕4号`, undefined, `莱扶暗〔${year}〕5号`]);
  const { rows } = await desk.sql.query(
    `select number from assessments.inspection where number like '莱扶暗%' order by released_at, number`,
  );
  expect(rows.map(({ number: given }) => Number(/〕(\d+)号/.exec(given)?.[1])).sort()).toEqual([1, 2, 3, 4, 5]);
});

test('with and without an unreleased visit, everything that any other post or scope kind can read is the same bytes', async () => {
  const inspector = desk.as('inspector');
  const sampled = await drawn(inspector, '371203');
  const village = sampled.sample[0].region.id;
  const made = (await visit(inspector, village, sampled.id)).data.recordInspection.id;
  const finding = await desk.ask(inspector, 'mutation($i: RecordFindingInput!) { recordFinding(input: $i) { id } }', {
    i: { inspectionId: made, regionId: village, category: 'records', content: '公示栏缺失', foundOn: day(0) },
  });
  expect(finding.codes).toEqual([]);
  const own = await desk.ask(
    inspector,
    '{ myVisitDraws { edges { node { id } } } myInspections { edges { node { id } } } }',
  );
  expect([own.text.includes(sampled.id), own.text.includes(made)]).toEqual([true, true]);
  // The log auditor learns that an inspector prepared something, and not where.
  const log = await desk.ask(
    desk.as('logauditor'),
    '{ assessmentsLog(first: 50) { edges { node { action facts } } } }',
  );
  expect([log.text.includes('commitVisitDraw'), log.text.includes(village)]).toEqual([true, false]);

  const ids = [made, sampled.id, String(finding.data.recordFinding.id)];
  const withVisit = await seenByAll(village, ids);
  await withoutPendingVisit(desk, async () => expect(await seenByAll(village, ids)).toEqual(withVisit));
  expect(withVisit.filter((text) => text.includes('"INTERNAL"'))).toEqual([]);

  // The control: what is released is seen, so the comparison would have seen it.
  expect((await desk.ask(inspector, RELEASE_ONE, { id: made })).codes).toEqual([]);
  const director = await everythingSeen(desk, [desk.as('city-director')], village, ids);
  expect(director).not.toEqual(withVisit.slice(0, director.length));
  expect(await scopeKindsSeen(desk)).not.toEqual(withVisit.slice(-8));
});

async function seenByAll(village: string, ids: string[]): Promise<string[]> {
  const others = desk.city.demoAccounts.map(({ account }) => account);
  const callers = ['city-director', ...others.filter((account) => !['inspector', 'city-director'].includes(account))];
  const asked = [...callers.map((account) => desk.as(account)), second(), { ...desk.as('citizen'), personId: null }];
  return [...(await everythingSeen(desk, asked, village, ids)), ...(await scopeKindsSeen(desk))];
}
