// Spent is what reached its end recipient, by whichever way it is paid: whole batches, cards of a batch partly paid, stages of contracts; and the plan of use is compared with it.
import { randomUUID } from 'node:crypto';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { cardStepsOf } from './card-steps';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';
import { projectSteps } from './project-steps';
import { fenOf, spendingStepsOf } from './spending-steps';

let world: FundsOnly;
let cards: ReturnType<typeof cardStepsOf>;
let today: string;
let spending: ReturnType<typeof spendingStepsOf>;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  cards = cardStepsOf(world);
  today = (await world.sql.query('select funds.today()::text as day')).rows[0].day;
  spending = spendingStepsOf(world, cards, today);
}, 120_000);
afterAll(() => world?.close());

const town = () => world.as('town-kouzhen');

test('every way of paying is spent as it arrives: sums of a region, execution by source, and facts for the lights agree', async () => {
  const region = cards.steps.kouzhen();
  const [before, executedBefore] = [await spending.told(region), await spending.executed(region)];
  const grown = async () => {
    const now = await spending.told(region);
    const by = (of: (each: typeof now) => string) => fenOf(of(now)) - fenOf(of(before));
    expect(by(({ special }) => special.spent)).toBe(by(({ all }) => all.spent));
    expect(by(({ fundExecution }) => fundExecution.at(-1).paid)).toBe(by(({ all }) => all.spent));
    expect((await spending.executed(region)) - executedBefore).toBe(by(({ all }) => all.spent));
    expect(now.donated).toEqual({ spent: '0.00', lines: 0 });
    return {
      spent: by(({ all }) => all.spent),
      stages: by(({ all }) => all.stagesPaid),
      disbursed: by(({ disbursed }) => disbursed.paid),
    };
  };
  const batch = await spending.whole(['30.00', '20.00']);
  expect(await grown()).toEqual({ spent: 5_000n, stages: 0n, disbursed: 5_000n });
  await spending.partly(['120.50', '79.50']);
  expect(await grown()).toEqual({ spent: 17_050n, stages: 0n, disbursed: 17_050n });
  expect(await spending.stage('100.00')).toBe('40.00');
  expect(await grown()).toEqual({ spent: 21_050n, stages: 4_000n, disbursed: 17_050n });
  await spending.bringBack(batch, 3_000);
  expect(await grown()).toMatchObject({ spent: 20_550n });
  expect(await checkLedger(world.sql)).toEqual([]);
}, 60_000);

test('the check names what no longer holds of villages, cards and stages, each on a spoiled copy', async () => {
  const control = async (sql: string) => {
    await world.sql.query('begin');
    await world.sql.query('set local session_replication_role = replica');
    try {
      await world.sql.query(sql);
      return (await checkLedger(world.sql)).map(({ says }) => says.split(' · ')[0]);
    } finally {
      await world.sql.query('rollback');
    }
  };
  const once = (table: string, condition: string) =>
    `id = (select id from funds.${table} where ${condition} order by id limit 1)`;
  const journal = `select j.id from funds.journal j join funds.card_line c on c.disbursement_line_id = j.line_id where j.kind = 'pay' and c.state = 'paid' limit 1`;
  expect(await control('update funds.village_funds set stages_paid = stages_paid + 1 where stages_paid > 0')).toEqual([
    '村合计等于各行与各期报账',
  ]);
  const month = today.slice(0, 7);
  expect(await control(`update funds.village_payments set paid = paid + 1 where month = '${month}'`)).toEqual([
    '村按月合计等于当月支付',
  ]);
  expect(
    await control(
      `update funds.card_line set state = 'sent', ended_on = null where ${once('card_line', "state = 'paid'")}`,
    ),
  ).toEqual(['一卡通明细与所付明细的状态一致']);
  expect(await control(`update funds.journal set line_id = null where id = (${journal})`)).toEqual([
    '已到卡的明细恰有一张未冲销的支付凭证',
  ]);
  // The payment hangs on the line that failed.
  const failed = `select disbursement_line_id from funds.card_line where state = 'failed' order by id limit 1`;
  expect(await control(`update funds.journal set line_id = (${failed}) where id = (${journal})`)).toEqual([
    '已到卡的明细恰有一张未冲销的支付凭证',
    '未付的明细没有未冲销的支付凭证',
  ]);
  expect(
    await control(`update funds.bank_file set total = total + 1 where ${once('bank_file', "kind = 'payment'")}`),
  ).toEqual(['一卡通批次等于各行，付款文件等于送出的各行']);
  expect(
    await control(
      `update funds.disbursement set released = released + 1 where ${once('disbursement', "state = 'approved'")}`,
    ),
  ).toContain('批次的释放额等于已释放各行');
  expect(
    await control(
      `update funds.reimbursement set number = number || 'x' where ${once('reimbursement', "title = '小型水利修缮'")}`,
    ),
  ).toEqual(['报账凭证等于各期申请与支付']);
  expect(
    await control(`update funds.stage_claim set stage = 'unknown' where ${once('stage_claim', "state = 'paid'")}`),
  ).toEqual(['各期申请不超过合同金额，且为约定的期次']);
  expect(await checkLedger(world.sql)).toEqual([]);
});

const SUBMIT = `mutation($input: SubmitSpendingPlanInput!, $key: String!) { submitSpendingPlan(input: $input, idempotencyKey: $key) { id total outcome submittedBy { id } } }`;
const APPROVE = 'mutation($id: ID!) { approveSpendingPlan(id: $id) { outcome decidedBy { id } } }';
const SEEN = `query($ids: [_Any!]!, $year: Int!) { _entities(representations: $ids) { ... on Region { spendingPlan(year: $year, book: special) {
  id months { month planned spent } lines(first: 2) { edges { node { number amount spent region { id } project { id } } } pageInfo { hasNextPage } } } } } }`;
const DRAWN = `query($ids: [_Any!]!, $year: Int!) { _entities(representations: $ids) { ... on Region { drawnUses(year: $year, book: special, first: 200) { edges { node { month amount region { id } project { id } } } } } } }`;

test('a plan is submitted, decided by another, and shows beside what was paid in its months and outside of it', async () => {
  const region = cards.steps.kouzhen();
  const year = Number(today.slice(0, 4));
  const month = today.slice(0, 7);
  const projectId = await projectSteps(world).upTo('in-plan', { budgetSpecial: '300.00', budgetIntegrated: '0.00' });
  const input = (lines: object[]) => ({
    ...{ input: { regionId: region, year, book: 'special', documentNumber: '口政发〔2018〕40号（拟）', lines } },
    key: randomUUID(),
  });
  const place = { month, regionId: region, amount: '500.00' };
  const refused = async (lines: object[]) => (await world.ask(town(), SUBMIT, input(lines))).codes;
  expect(await refused([{ ...place, month: `${year + 1}-01` }])).toEqual(['INVALID_INPUT']);
  expect(await refused([{ month, amount: '1.00' }])).toEqual(['SPENDING_PLAN_PLACE']);
  expect(await refused([{ ...place, regionId: world.regionId('371203') }])).toEqual(['SPENDING_PLAN_PLACE']);
  expect(await refused([{ month, projectId: randomUUID(), amount: '1.00' }])).toEqual(['SPENDING_PLAN_PROJECT']);
  expect(await refused([{ month, projectId, amount: '300.01' }])).toEqual(['SPENDING_PLAN_OVER_BUDGET']);
  const ids = [{ __typename: 'Region', id: region }];
  const { edges } = (await world.get(town(), DRAWN, { ids, year }))._entities[0].drawnUses;
  const drawn = edges.map(({ node }: { node: { project: { id: string } | null } }) => node);
  expect(drawn).toContainEqual({
    month,
    amount: '300.00',
    region: { id: world.as('village-kouzhen').regionId },
    project: { id: projectId },
  });
  // The card that failed waits to be paid.
  expect(
    drawn.find((each: { project: object | null; region: { id: string } }) => !each.project && each.region.id === region)
      .amount,
  ).not.toBe('0.00');
  const asked = input([
    place,
    { month, projectId, amount: '300.00' },
    { ...place, month: `${year}-12` === month ? `${year}-11` : `${year}-12` },
  ]);
  const made = (await world.get(town(), SUBMIT, asked)).submitSpendingPlan;
  expect((await world.get(town(), SUBMIT, asked)).submitSpendingPlan.id).toBe(made.id);
  expect(made).toMatchObject({ total: '1300.00', outcome: null });
  expect(await refused([place])).toEqual(['SPENDING_PLAN_OPEN']);
  expect((await world.ask(town(), APPROVE, { id: made.id })).codes).toEqual(['FORBIDDEN']);
  const self = world.as('district-laicheng', { personId: town().personId });
  expect((await world.ask(self, APPROVE, { id: made.id })).codes).toEqual(['SPENDING_PLAN_FOUR_EYES']);
  const todo = '{ fundsTodo(first: 200) { edges { node { kind subjectId } } } }';
  const waits = (await world.get(world.as('district-laicheng'), todo)).fundsTodo.edges.map(
    ({ node }: { node: object }) => node,
  );
  expect(waits).toContainEqual({ kind: 'approve-spending-plan', subjectId: made.id });
  expect(await world.get(town(), SEEN, { ids, year })).toEqual({ _entities: [{ spendingPlan: null }] });
  const district = world.as('district-laicheng');
  expect((await world.get(district, APPROVE, { id: made.id })).approveSpendingPlan).toEqual({
    outcome: 'approved',
    decidedBy: { id: district.personId },
  });
  expect(
    (await world.ask(town(), 'mutation($id: ID!) { withdrawSpendingPlan(id: $id) { id } }', { id: made.id })).codes,
  ).toEqual(['SPENDING_PLAN_DECIDED']);
  await spending.whole(['60.00', '40.00'], projectId);
  const plan = (await world.get(town(), SEEN, { ids, year }))._entities[0].spendingPlan;
  expect(plan.months.find((each: { month: string }) => each.month === month)).toEqual({
    month,
    planned: '800.00',
    spent: '305.50',
  });
  const lines = plan.lines.edges.map(({ node }: { node: object }) => node);
  expect(lines).toMatchObject([
    { number: 1, spent: '205.50', region: { id: region }, project: null },
    { number: 2, spent: '100.00', project: { id: projectId } },
  ]);
  expect(plan.lines.pageInfo.hasNextPage).toBe(true);
  const one = 'query($id: ID!) { spendingPlan(id: $id) { id } }';
  expect(await world.get(world.as('district-gangcheng'), one, { id: made.id })).toEqual({ spendingPlan: null });
  expect(
    await constraintOf(
      world.owner.query(
        `insert into funds.spending_plan select gen_random_uuid(), region_id, path, year, book, document_number, total, submitted_by, submitted_at, submitted_by, now(), 'approved' from funds.spending_plan where id = $1`,
        [made.id],
      ),
    ),
  ).toBe('spending_plan_four_eyes');
  expect(await constraintOf(world.owner.query('update funds.spending_plan_line set amount = amount + 1'))).toBe(
    'funds_spending_plan_line_append_only',
  );
  const again = (await world.get(town(), SUBMIT, input([place]))).submitSpendingPlan;
  const giveBack = 'mutation($id: ID!) { returnSpendingPlan(id: $id, reason: "请按项目进度细化") { outcome reason } }';
  expect((await world.get(world.as('city-finance'), giveBack, { id: again.id })).returnSpendingPlan).toEqual({
    outcome: 'returned',
    reason: '请按项目进度细化',
  });
  expect((await world.get(town(), SEEN, { ids, year }))._entities[0].spendingPlan.id).toBe(made.id);
}, 60_000);
