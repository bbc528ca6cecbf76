// Payment orders of stages (报账支付令): between approval and payment, by a hand that neither claimed nor approved, once at a time, and recalled with a reason.
import { randomUUID } from 'node:crypto';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf, type Direct, directOf } from './funds-direct';
import { type Steps, stepsOf } from './funds-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let steps: Steps;
let direct: Direct;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = stepsOf(world);
  direct = directOf(world);
}, 120_000);
afterAll(() => world?.close());

const APPROVE = 'mutation($id: ID!) { approveStageClaim(id: $id) { state } }';
const PAY = 'mutation($id: ID!, $key: String!) { payStageClaim(id: $id, idempotencyKey: $key) { state paidOn } }';
const ORDER =
  'mutation($id: ID!, $key: String!) { issueStagePaymentOrder(id: $id, idempotencyKey: $key) { state orderedOn paymentOrders { number amount recalledOn reason } } }';
const town = () => world.as('town-kouzhen');

test('an approved claim is paid by an order that stands: not by whoever claimed or approved, once, and for its amount', async () => {
  const [contract, id] = [randomUUID(), randomUUID()];
  const lot = await steps.townLot();
  const documents = ['contract', 'start-report'].map((kind) => ({
    kind,
    number: '〔2018〕1号',
    day: '2018-06-01',
    sealed: true,
    sha256: 'ab'.repeat(32),
  }));
  await world.inRole('region', town(), async (client) => {
    const opened = 'funds.open_reimbursement($1, $2, $3, $4, $5, $6, $7, 6000, 6000)';
    const head = [contract, contract, lot.id, town().regionId, '小型水利修缮', '口镇某建筑队（拟）', 'HT-2018-01'];
    expect(await direct.verdict(client, opened, head)).toBe('done');
    const claimed = [contract, id, 'start', JSON.stringify(documents), randomUUID()];
    expect(await direct.verdict(client, 'funds.claim_stage($1, $2, $3, $4, $5)', claimed)).toBe('done');
  });
  const now = (await world.sql.query('select funds.today()::text as day')).rows[0].day;
  const finance = world.as('city-finance');
  const order = (who = finance, key = steps.key()) => world.ask(who, ORDER, { id, key });
  const pay = async () => (await world.ask(finance, PAY, { id, key: steps.key() })).codes;
  expect((await order()).codes).toEqual(['STAGE_CLAIM_STATE']);
  await world.get(world.as('city-director'), APPROVE, { id });
  expect(await pay()).toEqual(['STAGE_CLAIM_STATE']);
  for (const hand of [town(), world.as('city-director')]) {
    const same = world.as('city-finance', { personId: hand.personId });
    expect((await order(same)).codes).toEqual(['STAGE_CLAIM_FOUR_EYES']);
    const plain = world.inRole('region', same, (client) =>
      client.query('select funds.order_stage_claim($1, gen_random_uuid(), $1::uuid::text)', [id]),
    );
    expect(await constraintOf(plain)).toBe('stage_claim_order_four_eyes');
  }
  expect((await order(world.as('auditor'))).codes).toEqual(['FORBIDDEN']);
  const key = steps.key();
  expect((await order(finance, key)).data.issueStagePaymentOrder).toMatchObject({
    state: 'ordered',
    orderedOn: now,
    paymentOrders: [{ amount: '24.00' }],
  });
  expect((await order(finance, key)).data.issueStagePaymentOrder.paymentOrders).toHaveLength(1);
  expect(await checkLedger(world.sql)).toEqual([]);
  const recall =
    'mutation($id: ID!) { recallStagePaymentOrder(id: $id, reason: "账户变更") { state orderedOn paymentOrders { reason } } }';
  expect((await world.get(finance, recall, { id })).recallStagePaymentOrder).toEqual({
    state: 'approved',
    orderedOn: null,
    paymentOrders: [{ reason: '账户变更' }],
  });
  expect((await world.ask(finance, recall, { id })).codes).toEqual(['STAGE_CLAIM_STATE']);
  const past = `update funds.stage_claim set state = 'paid', paid_by = gen_random_uuid(), paid_on = funds.today() where id = '${id}'`;
  expect(await constraintOf(world.owner.query(past))).toBe('stage_claim_paid_by_order');
  expect((await order()).data.issueStagePaymentOrder.paymentOrders).toHaveLength(2);
  expect(await pay()).toEqual([]);
  expect(
    await constraintOf(
      world.owner.query('update funds.payment_order set disbursement_id = $1 where stage_claim_id = $2', [
        randomUUID(),
        id,
      ]),
    ),
  ).not.toBe('nothing was refused');
  expect(await checkLedger(world.sql)).toEqual([]);
});
