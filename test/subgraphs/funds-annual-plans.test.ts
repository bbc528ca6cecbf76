// Annual plans of projects: drafted of what stands in the library, posted with each project by name, approved by another; and a result that is announced before a project ends.
import { randomUUID } from 'node:crypto';
import { anonymousCaller } from '#platform/vocabulary/caller';
import { SMALL } from '../harness/cluster';
import { constraintOf } from './funds-direct';
import { daysPass, POST } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';
import { projectSteps, type Step } from './project-steps';

let world: FundsOnly;
let steps: ReturnType<typeof projectSteps>;
beforeAll(async () => {
  world = await openFunds(SMALL);
  steps = projectSteps(world);
});
afterAll(() => world?.close());

const LIST =
  '{ annualPlans(year: 2018) { edges { node { id year projectCount region { id } projects { edges { node { id } } } } } } }';
const plansOf = async (account: string) =>
  (await world.get(world.as(account), LIST)).annualPlans.edges.map(({ node }: { node: { id: string } }) => node);
const approve = (account: string, id: string) => world.ask(world.as(account), steps.APPROVE_PLAN, { id });
const posting = (subjectId: string) => ({ input: { type: 'posting', subjectKind: 'annual-plan', subjectId } });

test('the demo city has a plan of each district and zone; a town sees the one that it stands in, with its own projects only', async () => {
  const all = await plansOf('city-director');
  expect(all.length).toBeGreaterThan(1);
  const [own, ...others] = await plansOf('town-kouzhen');
  expect(others).toEqual([]);
  expect(own.region.id).toBe(world.regionId('371202'));
  expect(own.projects.edges.length).toBeLessThanOrEqual(own.projectCount);
  expect((await plansOf('district-gangcheng')).map(({ id }: { id: string }) => id)).not.toContain(own.id);
});

test('a plan is posted with each project by name, approved after its days by another person, and then stands', async () => {
  const library = await steps.upTo('in-library');
  const outside = await steps.propose();
  expect((await steps.draftPlan('district-laicheng', [library, outside])).codes).toEqual(['ANNUAL_PLAN_OF_LIBRARY']);
  expect((await steps.draftPlan('district-gangcheng', [library])).codes).toEqual(['NOT_FOUND']);
  expect((await steps.draftPlan('town-kouzhen', [library])).codes).toEqual(['FORBIDDEN']);
  const { id } = (await steps.draftPlan('district-laicheng', [library])).data.draftAnnualPlan;
  expect((await steps.draftPlan('city-officer', [library])).codes).toEqual(['ANNUAL_PLAN_TWICE']);
  expect((await approve('city-director', id)).codes).toEqual(['ANNUAL_PLAN_NOT_POSTED']);
  const { postFundNotice: posted } = await world.get(world.as('district-laicheng'), POST, posting(id));
  expect(posted).toMatchObject({ type: 'posting', days: 10, lineCount: 1, total: '125000.00' });
  expect(posted.body).toContain('共1个项目');
  expect(posted.lines.edges[0].node.shownName).toBe('黄花菜种植示范园');
  expect((await approve('city-director', id)).codes).toEqual(['ANNUAL_PLAN_NOT_POSTED']);
  await daysPass(world.sql, posted.id);
  const same = world.as('city-director', { personId: world.as('district-laicheng').personId });
  expect((await world.ask(same, steps.APPROVE_PLAN, { id })).codes).toEqual(['ANNUAL_PLAN_FOUR_EYES']);
  const plain = (set: string) =>
    constraintOf(world.owner.query(`update funds.annual_plan set ${set} where id = $1`, [id]));
  expect(await plain('approved_by = drafted_by, decided_at = now()')).toBe('annual_plan_four_eyes');
  const todo = await world.get(world.as('city-director'), '{ fundsTodo(first: 50) { edges { node { kind } } } }');
  const kinds = todo.fundsTodo.edges.map(({ node }: { node: { kind: string } }) => node.kind);
  expect(kinds).toContain('approve-annual-plan');
  expect((await approve('city-director', id)).codes).toEqual([]);
  expect((await approve('city-director', id)).codes).toEqual(['ANNUAL_PLAN_DECIDED']);
  expect(await plain(`reason = '改'`)).toBe('annual_plan_decided_once');
  const seen = await world.get(world.as('town-kouzhen'), `{ project(id: "${library}") { annualPlans { id year } } }`);
  expect(seen.project.annualPlans).toEqual([{ id, year: 2018 }]);
});

test('an objection that is upheld keeps a plan from being approved; withdrawn, its projects are free for another', async () => {
  const project = await steps.upTo('in-library');
  const { id } = (await steps.draftPlan('district-laicheng', [project])).data.draftAnnualPlan;
  const { postFundNotice: posted } = await world.get(world.as('district-laicheng'), POST, posting(id));
  const object = 'mutation($id: ID!) { objectToFundNotice(noticeId: $id, line: 1, content: "选址不当") { id } }';
  await world.get(world.as('citizen'), object, { id: posted.id });
  await daysPass(world.sql, posted.id);
  expect((await approve('city-director', id)).codes).toEqual(['ANNUAL_PLAN_NOT_POSTED']);
  const withdraw = `mutation { withdrawAnnualPlan(id: "${id}", reason: "选址另议") { reason decidedAt } }`;
  expect((await world.ask(world.as('town-kouzhen'), withdraw)).codes).toEqual(['FORBIDDEN']);
  expect((await world.get(world.as('district-laicheng'), withdraw)).withdrawAnnualPlan.reason).toBe('选址另议');
  expect((await steps.draftPlan('district-laicheng', [project])).codes).toEqual([]);
});

test('to its end: supervised, finished, accepted with its papers, audited, and not announced before the announcement stands', async () => {
  const id = await steps.upTo('under-way');
  const doc = { documentNumber: '莱城扶验〔2018〕5号（拟）' };
  const file = async (account: string) => {
    const evidence = randomUUID();
    await world.sql.query(
      `insert into funds.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, 'pdf', 10, '材料.pdf', $3, now())`,
      [evidence, 'ef'.repeat(32), world.as(account).personId],
    );
    return [evidence];
  };
  const taken = async (who: string, step: Step) => (await steps.take(who, id, step)).codes;
  expect(await taken('town-kouzhen', { step: 'supervise', facts: { found: '进度正常' } })).toEqual([]);
  expect(await taken('village-kouzhen', { step: 'report', facts: { percent: '100' } })).toEqual([]);
  expect(await taken('town-kouzhen', { step: 'finish', facts: { endsOn: '2018-11-01' } })).toEqual([]);
  const accept = { step: 'accept', ...doc, evidenceIds: await file('district-laicheng') };
  expect(await taken('district-laicheng', accept)).toEqual([]);
  const audit = { step: 'audit', ...doc, facts: { finalAmount: '118000.00' } };
  expect(await taken('city-officer', audit)).toEqual(['PROJECT_NEEDS_EVIDENCE']);
  expect(await taken('city-officer', { ...audit, evidenceIds: await file('city-officer') })).toEqual([]);
  expect(await taken('town-kouzhen', { step: 'announce' })).toEqual(['PROJECT_NOT_ANNOUNCED']);
  const input = { type: 'announcement', subjectKind: 'project', subjectId: id };
  const { postFundNotice: told } = await world.get(world.as('town-kouzhen'), POST, { input });
  expect(told).toMatchObject({ type: 'announcement', untilOn: null, total: '118000.00' });
  expect(await taken('town-kouzhen', { step: 'announce' })).toEqual([]);
  expect(await taken('district-laicheng', { step: 'remove', ...doc, facts: { found: '已竣工移交' } })).toEqual([]);
  const STEPS = `{ project(id: "${id}") { state inLibrary stepsTaken { code evidence { sha256 } } } }`;
  const seen = (await world.get(world.as('auditor'), STEPS)).project;
  expect(seen).toMatchObject({ state: 'removed', inLibrary: false });
  const papers = seen.stepsTaken.filter(({ evidence }: { evidence: object[] }) => evidence.length > 0);
  expect(papers.map(({ code }: { code: string }) => code)).toEqual(['accept', 'audit']);
  const notice = await world.get(anonymousCaller('plan-test'), `{ fundNotice(id: "${told.id}") { title } }`);
  expect(notice.fundNotice.title).toContain('公告');
});
