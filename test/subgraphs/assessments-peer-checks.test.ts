// Mutual checks through the graph: drawn once as anybody can draw again, recorded by the checker alone, released with their supervision.
import { createHash } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { canonicalJson } from '#platform/vocabulary/canonical';
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
const DRAW =
  'mutation($id: ID!) { drawPeerChecks(supervisionId: $id) { seed listHash checksEach assignments { id mutual checker { id region { id } } checked { id region { id } } } } }';
const CHECK = 'mutation($i: PeerCheckInput!) { recordPeerCheck(input: $i) { id number } }';
const OF_DRAW =
  'query($id: ID!) { supervision(id: $id) { step records { id } peerDraw { assignments { id record { number findings region { id } } } } } }';
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
const officerOf = (code: string): Caller => {
  const held = desk.city.appointments.find(
    ({ post, regionId }) => post === 'town-officer' && regionId === region(code),
  );
  if (!held) throw new Error(`no officer of ${code}`);
  return {
    ...kouzhen(),
    personId: held.personId,
    appointmentId: held.id,
    regionId: held.regionId,
    unitId: held.unitId,
  };
};
const hash = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');

test('mutual checks: drawn once as anybody can draw again, recorded by the checker alone, released with the supervision', async () => {
  const towns = ['371202100', '371202101', '371202106', '371202107'].map(region);
  const alone = (await plan('mutual', [towns[0] ?? ''])).data.planSupervision.id;
  expect((await run('city-officer', DRAW, alone)).codes).toEqual(['PEERS_TOO_FEW']);
  const { id } = (await plan('mutual', towns)).data.planSupervision;
  expect((await run('city-assessor', DRAW, id)).codes).toEqual(['NOT_FOUND']);
  const drawn = await run('city-officer', DRAW, id);
  expect(drawn.codes).toEqual([]);
  const { seed, listHash, assignments } = drawn.data.drawPeerChecks;
  expect((await run('city-officer', DRAW, id)).codes).toEqual(['PEERS_DRAWN']);
  const subjects = assignments.map((each: Data) => each.checker.id);
  expect(listHash).toBe(hash([...subjects].sort()));
  const ticket = (subject: string) => hash([seed, listHash, subject]);
  const ring = [...subjects].sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1));
  expect(assignments.map((each: Data) => [each.checker.id, each.checked.id, each.mutual])).toEqual(
    ring.map((each, at) => [each, ring[(at + 1) % 4], false]),
  );
  const [first] = assignments;
  await expect(
    desk.sql.query(
      `insert into assessments.peer_assignment (id, draw_id, place, checker_id, checked_id, mutual)
       select gen_random_uuid(), draw_id, 99, checked_id, checker_id, false from assessments.peer_assignment where id = $1`,
      [first.id],
    ),
  ).rejects.toMatchObject({ constraint: 'peer_assignment_not_each_other' });

  const codeOf = (regionId: string) => desk.city.regions.find((each) => each.id === regionId)?.code ?? '';
  const check = (assignment: Data, caller: Caller) =>
    desk.ask(caller, CHECK, { i: { assignmentId: assignment.id, visitedOn: '2018-06-12', findings: '公示栏缺失' } });
  const checker = officerOf(codeOf(first.checker.region.id));
  expect((await check(first, checker)).codes).toEqual(['STEP_OUT_OF_ORDER']);
  await run('city-officer', CARRY, id);
  expect((await run('city-officer', CLOSE, id)).codes).toEqual(['OUTPUT_MISSING']);
  expect((await check(first, officerOf(codeOf(first.checked.region.id)))).codes).toEqual(['NOT_FOUND']);
  for (const assignment of assignments) {
    expect((await run('city-officer', CLOSE, id)).codes).toEqual(['OUTPUT_MISSING']);
    expect((await check(assignment, officerOf(codeOf(assignment.checker.region.id)))).codes).toEqual([]);
  }
  expect((await check(first, checker)).codes).toEqual(['PEER_RECORDED']);
  const forged = `insert into assessments.inspection (id, issuer_id, region_id, path, kind, visited_on, findings, recorded_at, supervision_id, assignment_id)
    select gen_random_uuid(), issuer_id, region_id, path, kind, visited_on, 'x', now(), supervision_id, (select id from assessments.peer_assignment where draw_id <> gen_random_uuid() limit 1) from assessments.inspection where assignment_id is not null limit 1`;
  await expect(desk.under('issuer', { person: desk.as('city-officer').personId ?? '' }, forged)).rejects.toMatchObject({
    constraint: 'inspection_of_peer_is_its_writers',
  });
  const records = async (caller: Caller) =>
    (await desk.ask(caller, OF_DRAW, { id })).data.supervision.peerDraw.assignments;
  for (const caller of [checker, kouzhen(), desk.as('city-director')])
    expect((await records(caller)).map((each: Data) => each.record)).toEqual([null, null, null, null]);
  expect((await run('city-officer', CLOSE, id)).codes).toEqual([]);
  expect((await run('city-officer', RELEASE, id)).codes).toEqual([]);
  const released = (await records(desk.as('city-director'))).map((each: Data) => each.record);
  expect(released.map((each: Data) => each.region.id)).toEqual(assignments.map((each: Data) => each.checked.region.id));
  expect(new Set(released.map((each: Data) => each.number)).size).toBe(4);
  expect((await records(kouzhen())).filter((each: Data) => each.record !== null)).toHaveLength(1);
});
