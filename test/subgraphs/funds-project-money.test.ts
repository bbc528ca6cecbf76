// The money of a project: only of the annual plan, never over its budget, seen from a notice down to households and from a payment back.
import { SMALL } from '../harness/cluster';
import { constraintOf } from './funds-direct';
import { APPLY, type Steps, stepsOf } from './funds-steps';
import { type FundsOnly, openFunds } from './open-funds';
import { projectSteps } from './project-steps';

let world: FundsOnly;
let steps: ReturnType<typeof projectSteps>;
let funds: Steps;
beforeAll(async () => {
  world = await openFunds(SMALL);
  steps = projectSteps(world);
  funds = stepsOf(world);
});
afterAll(() => world?.close());

const apply = async (projectId: string, amounts: string[]) =>
  world.ask(world.as('town-kouzhen'), APPLY, {
    input: { ...(await funds.application(amounts)), projectId },
    key: funds.key(),
  });
const budget = { budgetSpecial: '300.00', budgetIntegrated: '0.00', budgetOwn: '1000.00' };
const read = async (account: string, id: string) =>
  (await world.get(world.as(account), `{ project(id: "${id}") { allotted paid batches budget } }`)).project;

test('only a project of the plan, within its budget without what its people raise, and nothing is left of what is refused', async () => {
  const library = await steps.upTo('in-library', budget);
  expect((await apply(library, ['10.00'])).codes).toEqual(['PROJECT_NOT_PLANNED']);
  const id = await steps.upTo('in-plan', budget);
  const foreign = '0193cf00-0000-7000-8000-000000000000';
  expect((await apply(foreign, ['10.00'])).codes).toEqual(['NOT_FOUND']);
  expect((await apply(id, ['200.00', '100.01'])).codes).toEqual(['PROJECT_OVER_BUDGET']);
  const { rows } = await world.sql.query('select count(*)::int as n from funds.project_payment');
  expect(rows[0].n).toBe(0);
  const made = await apply(id, ['200.00', '50.00']);
  expect(made.codes).toEqual([]);
  expect((await apply(id, ['50.01'])).codes).toEqual(['PROJECT_OVER_BUDGET']);
  expect(await read('village-kouzhen', id)).toEqual({
    allotted: '250.00',
    paid: '0.00',
    batches: 1,
    budget: '1300.00',
  });
  const refuse = `mutation($id: ID!) { refuseDisbursement(id: $id, reason: "名单有误") { state } }`;
  expect((await world.ask(world.as('city-director'), refuse, { id: made.data.applyDisbursement.id })).codes).toEqual(
    [],
  );
  expect(await read('village-kouzhen', id)).toMatchObject({ allotted: '0.00' });
  const racing = await Promise.all([apply(id, ['200.00']), apply(id, ['200.00'])]);
  expect(racing.flatMap(({ codes }) => codes)).toEqual(['PROJECT_OVER_BUDGET']);
});

test('one query from the notice to the household, and one back from a payment of the household', async () => {
  const id = await steps.upTo('in-plan', budget);
  const { data } = await apply(id, ['120.00', '80.00']);
  const { lot } = data.applyDisbursement;
  const down = await world.get(
    world.as('district-laicheng'),
    `{ project(id: "${id}") { disbursements { edges { node { lot { id allotment { number lines { id projects { id } } } } } } }
       payments(first: 1) { edges { node { amount household { id } disbursement { project { id } lot { allotment { number } } } } } pageInfo { hasNextPage } } } }`,
  );
  const [{ node: batch }] = down.project.disbursements.edges;
  expect(batch.lot.id).toBe(lot.id);
  const line = batch.lot.allotment.lines.find((each: { id: string }) => each.id === lot.id);
  expect(line.projects.map((each: { id: string }) => each.id)).toContain(id);
  const [{ node: payment }] = down.project.payments.edges;
  expect(down.project.payments.pageInfo.hasNextPage).toBe(true);
  expect(payment.disbursement).toEqual({ project: { id }, lot: { allotment: { number: batch.lot.allotment.number } } });
  const back = await world.get(
    world.as('town-kouzhen'),
    `query($of: [_Any!]!) { _entities(representations: $of) { ... on Household { payments(year: 2018) { disbursement { project { id } lot { allotment { number } } } } } } }`,
    { of: [{ __typename: 'Household', id: payment.household.id }] },
  );
  const projects = back._entities[0].payments.map(
    (each: { disbursement: { project: { id: string } | null } }) => each.disbursement.project?.id,
  );
  expect(projects).toContain(id);
});

test('in plain SQL: no batch beside the plan or over the budget, none moved to another project, no budget below what was asked for', async () => {
  const id = await steps.upTo('in-plan', budget);
  const { data } = await apply(id, ['250.00']);
  const batch = data.applyDisbursement.id;
  const other = await steps.upTo('in-plan', { ...budget, budgetSpecial: '100.00' });
  const link = 'insert into funds.project_payment select $1, id, region_id, path from funds.project where id = $2';
  const town = world.as('town-kouzhen');
  expect(await constraintOf(world.inRole('region', town, (client) => client.query(link, [batch, other])))).toBe(
    '42501',
  );
  expect(await constraintOf(world.owner.query(link, [batch, other]))).toBe('project_payment_one_project');
  expect(
    await constraintOf(
      world.owner.query('update funds.project_payment set project_id = $2 where disbursement_id = $1', [batch, other]),
    ),
  ).toBe('funds_project_payment_append_only');
  const free = (
    await world.sql.query(`select id from funds.disbursement where total > 10000 and id <> $1 limit 1`, [batch])
  ).rows[0].id;
  expect(await constraintOf(world.owner.query(link, [free, other]))).toBe('project_budget_covers_payments');
  await steps.take('town-kouzhen', id, { step: 'begin', facts: { startsOn: '2018-04-02' } });
  const cut = { step: 'adjust', documentNumber: '口政发〔2018〕3号（拟）', facts: { special: '249.99' } };
  expect((await steps.take('town-kouzhen', id, cut)).codes).toEqual(['PROJECT_BUDGET_BELOW_PAYMENTS']);
});
