// Performance of projects through the graph: told, evaluated by the pack with deductions on evidence, and confirmed by a third person.
import { randomUUID } from 'node:crypto';
import { SMALL } from '../harness/cluster';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';
import { projectSteps } from './project-steps';

let world: FundsOnly;
let steps: ReturnType<typeof projectSteps>;
beforeAll(async () => {
  world = await openFunds(SMALL);
  steps = projectSteps(world);
});
afterAll(() => world?.close());

const codesOf = async (account: string, query: string, variables?: Record<string, unknown>) =>
  (await world.ask(world.as(account), query, variables)).codes;

test('performance: told, evaluated by the pack, confirmed by a third person; never before work, and each once', async () => {
  const early = await steps.upTo('in-library');
  const TELL =
    'mutation($p: ID!, $a: [TargetActualInput!]!) { tellPerformance(projectId: $p, year: 2018, actuals: $a, words: "按期完成") { id } }';
  const target = async (id: string) =>
    (await world.get(world.as('town-kouzhen'), `{ project(id: "${id}") { targets { id } } }`)).project.targets[0].id;
  const tell = async (account: string, id: string, actual = 48) =>
    world.ask(world.as(account), TELL, { p: id, a: [{ targetId: await target(id), actual }] });
  expect((await tell('town-kouzhen', early)).codes).toEqual(['PERFORMANCE_TOO_EARLY']);
  const id = await steps.upTo('under-way');
  expect(await codesOf('town-kouzhen', TELL, { p: id, a: [] })).toEqual(['PERFORMANCE_TARGETS']);
  const told = (await tell('town-kouzhen', id)).data.tellPerformance.id;
  expect((await tell('town-kouzhen', id)).codes).toEqual(['PERFORMANCE_MADE']);
  const evaluate = (points: number) =>
    `mutation { evaluatePerformance(id: "${told}", given: [{ code: "supervision", points: ${points} }, { code: "records", points: 10 }], opinion: "属实") { score band items { code points of } } }`;
  const confirm = `mutation { confirmPerformance(id: "${told}") { confirmedBy { id } } }`;
  expect(await codesOf('city-officer', confirm)).toEqual(['PERFORMANCE_STATE']);
  expect(await codesOf('district-laicheng', evaluate(21))).toEqual(['PERFORMANCE_JUDGED']);
  const DEDUCT =
    'mutation($id: ID!, $d: [PerformanceDeductionInput!]) { evaluatePerformance(id: $id, given: [{ code: "supervision", points: 20 }, { code: "records", points: 10 }], opinion: "属实", deductions: $d) { score band items { code points of } deductions { code points words } evidence { sha256 } } }';
  const district = world.as('district-laicheng');
  const deduct = (evidenceIds: string[], code = 'unannounced') =>
    world.ask(district, DEDUCT, { id: told, d: [{ code, words: '完工未公告', evidenceIds }] });
  expect((await deduct([])).codes).toEqual(['PERFORMANCE_EVIDENCE']);
  const [mine, sha256] = [randomUUID(), 'cd'.repeat(32)];
  await world.sql.query(
    `insert into funds.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, 'jpeg', 10, '公示栏.jpg', $3, now())`,
    [mine, sha256, district.personId],
  );
  expect((await deduct([mine], 'unheard')).codes).toEqual(['PERFORMANCE_DEDUCTION']);
  const scored = (await deduct([mine])).data.evaluatePerformance;
  // 48 of 60 mu are 40 of 50 points, nothing was paid yet, 30 were given, and 10 taken.
  expect(scored).toMatchObject({ score: 60, band: 'fair', evidence: [{ sha256 }] });
  expect(scored.deductions).toEqual([{ code: 'unannounced', points: 10, words: '完工未公告' }]);
  expect(await codesOf('district-laicheng', evaluate(19))).toEqual(['PERFORMANCE_STATE']);
  expect(await codesOf('district-laicheng', confirm)).toEqual(['PERFORMANCE_FOUR_EYES']);
  expect(await codesOf('city-officer', confirm)).toEqual([]);
  const change = (set: string) =>
    constraintOf(world.owner.query(`update funds.performance_review set ${set} where id = $1`, [told]));
  expect(await change(`score = 95`)).toBe('performance_review_in_turn');
});
