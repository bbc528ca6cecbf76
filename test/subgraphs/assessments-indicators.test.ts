// Findings, verified complaints and obligations as indicators: a quarter drawn by the pack of 2019, which the office adopts as it adopts any other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
const read = (file: string): Data => JSON.parse(readFileSync(join(projectRoot, 'data', file), 'utf8'));
const DRAFT =
  'mutation($kind: String!, $content: String!) { draftAssessmentsPack(kind: $kind, content: $content) { id hash } }';
const APPROVE =
  'mutation($id: ID!, $hash: String!) { approveAssessmentsPack(id: $id, hash: $hash, documentNumber: "莱扶组发〔2019〕2号") { id } }';
const adopt = async (kind: string, content: Data) => {
  const drafted = await desk.ask(desk.as('city-officer'), DRAFT, { kind, content: JSON.stringify(content) });
  expect(drafted.codes).toEqual([]);
  expect((await desk.ask(desk.as('city-director'), APPROVE, drafted.data.draftAssessmentsPack)).codes).toEqual([]);
};
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  for (const [group, suffix] of [
    ['towns', ''],
    ['districts', '-district'],
  ]) {
    await adopt(`scoring${suffix}`, read(`scoring/${group}-2019.json`));
    const light = {
      ...read(`lights/${group}-2018.json`),
      name: `${group}-2019`,
      effectiveFrom: '2019-01-01',
      effectiveTo: null,
    };
    await adopt(`light${suffix}`, light);
  }
});
afterAll(() => desk?.close());

const NODES = 'node formula points inputs { numerator denominator source { subgraph unit rows rowsHash } }';
const draw = async (q: string, k: string): Promise<Data[]> => {
  const proposed = await desk.ask(
    desk.as('city-assessor'),
    `mutation($q: String!, $k: String!) { proposeLights(quarter: $q, idempotencyKey: $k) { scoringPack lights { region { id } evidence { ${NODES} } } } }`,
    { q, k },
  );
  expect(proposed.codes).toEqual([]);
  expect(proposed.data.proposeLights.scoringPack).toBe('districts-2019、towns-2019');
  return proposed.data.proposeLights.lights;
};
const nodeOf = (lights: Data[], region: string, node: string): Data =>
  lights.find((light) => light.region.id === region).evidence.find((each: Data) => each.node === node);
const town = () => {
  const found = desk.city.regions.find(({ kind, name }) => kind === 'town' && name.startsWith('口镇'));
  if (!found) throw new Error('no town');
  return found;
};
const village = () => {
  const found = desk.city.regions.find(({ kind, path }) => kind === 'village' && path.startsWith(town().path));
  if (!found) throw new Error('no village');
  return found;
};
const complain = async (receipt: string, filedAt: string) => {
  const { rows } = await desk.sql.query(
    `insert into assessments.public_report (id, receipt, region_id, path, content, reported_by, filed_at)
     values (gen_random_uuid(), $1, $2, $3, '举报内容', $4, $5) returning id`,
    [receipt, village().id, village().path, desk.as('citizen').personId, filedAt],
  );
  return rows[0].id;
};
const find = (number: string, source: string, reportId: string | null, foundOn: string, weight: number) =>
  desk.sql.query(
    `insert into assessments.finding (id, number, source, report_id, region_id, path, category, content, found_on, found_by, recorded_at, released_at, pack_name, pack_hash, weight)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, 'visits', '问题', $6, $7, now(), now(), 'findings-2018', 'x', $8)`,
    [number, source, reportId, village().id, village().path, foundOn, desk.as('inspector').personId, weight],
  );

test('each verified complaint takes a point in the quarter in which it was verified, and one that was only filed takes none', async () => {
  const verified = await complain('R-2019-1', '2019-01-10T10:00:00+08:00');
  await complain('R-2019-2', '2019-03-31T23:30:00+08:00');
  const late = await complain('R-2019-3', '2019-03-20T10:00:00+08:00');
  await find('F-2019-1', 'public-report', verified, '2019-02-01', 3);
  await find('F-2019-2', 'public-report', verified, '2019-02-02', 2);
  await find('F-2019-3', 'public-report', late, '2019-04-02', 5);
  const first = nodeOf(await draw('2019Q1', 'complaints-1'), town().id, 'verified-complaint');
  expect(first).toMatchObject({
    points: '9.0000',
    inputs: {
      numerator: '1',
      denominator: '3',
      source: { subgraph: 'assessments', unit: '群众举报 · public reports', rows: 3 },
    },
  });
  expect(first.formula).toContain('每件按满分 10 扣 1');
  const second = nodeOf(await draw('2019Q2', 'complaints-2'), town().id, 'verified-complaint');
  expect(second).toMatchObject({ points: '9.0000', inputs: { numerator: '1', denominator: '1' } });
  // Of a town of which nobody complained nothing is taken: none is none, and not missing.
  const other =
    desk.city.regions.find(({ kind, id }) => kind === 'town' && id !== town().id && desk.visited.has(id))?.id ?? '';
  expect(nodeOf(await draw('2019Q1', 'complaints-3'), other, 'verified-complaint')).toMatchObject({
    points: '10.0000',
    inputs: { numerator: '0', denominator: '0' },
  });
});

test('open findings weigh by the end of the quarter; what was closed in it is counted and takes nothing', async () => {
  const { rows: before } = await desk.sql.query(
    `select coalesce(sum(weight), 0)::int as n from assessments.finding where path like $1 and found_on < '2019-07-01' and released_at is not null and state <> 'closed'`,
    [`${town().path}%`],
  );
  const node = async (q: string, k: string) => nodeOf(await draw(q, k), town().id, 'finding-open-weight');
  expect((await node('2019Q2', 'findings-1')).inputs).toMatchObject({ numerator: String(before[0].n) });
  await find('F-2019-4', 'manual', null, '2019-05-05', 7);
  await desk.sql.query('alter table assessments.finding disable trigger follows_its_table, disable trigger tells');
  await desk.sql.query(
    'alter table assessments.finding drop constraint finding_assigned_whole, drop constraint finding_rechecked_whole',
  );
  await desk.sql.query(
    `update assessments.finding set state = 'closed', closed_by = gen_random_uuid(), closed_at = '2019-06-30T23:00:00+08:00' where number = 'F-2019-4'`,
  );
  const closed = await node('2019Q2', 'findings-2');
  expect(closed.inputs.numerator).toBe(String(before[0].n));
  expect(Number(closed.inputs.denominator)).toBeGreaterThanOrEqual(before[0].n + 7);
  await desk.sql.query(
    `update assessments.finding set closed_at = '2019-07-01T00:30:00+08:00' where number = 'F-2019-4'`,
  );
  const open = await node('2019Q2', 'findings-3');
  expect(open.inputs.numerator).toBe(String(before[0].n + 7));
  expect(open.inputs.source.rowsHash).not.toBe(closed.inputs.source.rowsHash);
});

test('obligations count by what ended in the quarter, all lines of a region together, under a hash of the answer', async () => {
  desk.asked.length = 0;
  const lights = await draw('2019Q1', 'obligations-1');
  const questions = desk.asked
    .map(({ query }) => query.match(/visitObligationFacts|reportObligationFacts/)?.[0])
    .filter(Boolean);
  expect(questions.sort()).toEqual(['reportObligationFacts', 'visitObligationFacts']);
  const visits = nodeOf(lights, town().id, 'visit-obligation');
  expect(visits.inputs).toMatchObject({
    numerator: '7',
    denominator: '10',
    source: { subgraph: 'households', rows: 10, rowsHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  // 0.7 of 15, and of what the tasks, of which 2019 has none, gave away.
  expect(visits.points).toBe('15.7500');
});
