// The flow of a disbursement through the graph: by amount more people approve, each once and in order; the payer is none of them.
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf, directOf } from './funds-direct';
import { APPLY, ORDER, type Steps, stepsOf } from './funds-steps';
import { runNotice } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let steps: Steps;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = stepsOf(world);
  // A lot that is large enough for every band, as if the town had been given more.
  await world.sql.query(`set session_replication_role = 'replica'`);
  await world.sql.query(
    `update funds.balance set amount = amount + sign * 1000000000 from (values ('available', 1), ('issued', -1), ('cash-held', 1), ('cash-received', -1)) as more(account, sign)
     where balance.account = more.account and balance.lot_id = $1`,
    [(await steps.townLot()).id],
  );
  await world.sql.query('update funds.allotment_line set amount = amount + 1000000000 where id = $1', [
    (await steps.townLot()).id,
  ]);
  await world.sql.query('reset session_replication_role');
}, 120_000);
afterAll(() => world?.close());

const APPROVE = `mutation($id: ID!) { approveDisbursement(id: $id) { state waitsFor { code posts left } approvals { step post person { id } } } }`;
const PAY = `mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { state } }`;
const approve = async (account: string, id: string, more = {}) => {
  const { data, codes } = await world.ask(world.as(account, more), APPROVE, { id });
  return codes[0] ?? data.approveDisbursement;
};

test('up to fifty thousand the director alone; above, the district first', async () => {
  const small = await steps.apply(['50000.00']);
  expect(await approve('district-laicheng', small.id)).toBe('APPROVAL_STEP');
  expect(await approve('city-director', small.id)).toMatchObject({ state: 'approved', waitsFor: null });
  const middle = await steps.apply(['50000.01']);
  expect(await approve('city-director', middle.id)).toBe('APPROVAL_STEP');
  expect(await approve('zone-xueye', middle.id)).toBe('NOT_FOUND');
  const first = await approve('district-laicheng', middle.id);
  expect(first).toMatchObject({ state: 'applied', waitsFor: { code: 'office', left: 1 } });
  expect(await approve('district-laicheng', middle.id)).toBe('APPROVED_ALREADY');
  expect((await approve('city-director', middle.id)).state).toBe('approved');
});

test('of a large sum two of the office and one of finance: the same person under two posts counts once, and does not pay', async () => {
  const made = await steps.apply(['1000000.01']);
  const [director, finance] = [world.as('city-director'), world.as('city-finance')];
  expect((await approve('district-laicheng', made.id)).waitsFor.left).toBe(2);
  expect((await approve('city-director', made.id)).waitsFor).toMatchObject({ code: 'office', left: 1 });
  const again = await approve('city-officer', made.id, { personId: director.personId });
  expect(again).toBe('APPROVED_ALREADY');
  const standing = await approve('city-officer', made.id, { standsFor: [director.personId] });
  expect(standing).toBe('APPROVED_ALREADY');
  expect((await approve('city-officer', made.id)).waitsFor).toMatchObject({ code: 'finance' });
  const direct = directOf(world);
  // In plain SQL neither is a step skipped, nor approved by fewer.
  const early = world.inRole('region', { ...director, personId: world.as('inspector').personId }, (client) =>
    direct.decide(client, made.id, 'approve'),
  );
  expect(await early).toBe('done');
  await world.sql.query('select 1');
  await runNotice(world.sql, made.id);
  const own = await world.ask({ ...finance, personId: world.as('city-officer').personId }, ORDER, {
    id: made.id,
    key: steps.key(),
  });
  expect(own.codes).toEqual(['FOUR_EYES']);
  await world.get(finance, ORDER, { id: made.id, key: steps.key() });
  const another = { ...finance, personId: world.as('city-officer').personId };
  expect((await world.ask(another, PAY, { id: made.id, key: steps.key() })).codes).toEqual(['FOUR_EYES']);
  expect((await world.get(finance, PAY, { id: made.id, key: steps.key() })).payDisbursement.state).toBe('paid');
});

test('an order is recalled with its reason and issued anew; without one that stands nothing is paid, in plain SQL neither', async () => {
  const made = await steps.apply(['21.00']);
  await approve('city-director', made.id);
  await runNotice(world.sql, made.id);
  const finance = world.as('city-finance');
  const alone = `update funds.disbursement set state = 'paid', paid_by = $2, paid_on = funds.today() where id = $1`;
  expect(await constraintOf(world.owner.query(alone, [made.id, finance.personId]))).toBe('disbursement_paid_by_order');
  const key = steps.key();
  await world.get(finance, ORDER, { id: made.id, key });
  expect((await world.get(finance, ORDER, { id: made.id, key })).issuePaymentOrder.paymentOrders).toHaveLength(1);
  const revoke = 'mutation($id: ID!) { revokeDisbursement(id: $id, reason: "重复申请") { state } }';
  expect((await world.ask(world.as('city-director'), revoke, { id: made.id })).codes).toEqual(['DISBURSEMENT_STATE']);
  const recall =
    'mutation($id: ID!) { recallPaymentOrder(id: $id, reason: "账户变更") { state paymentOrders { recalledOn reason } } }';
  expect((await world.ask(world.as('city-director'), recall, { id: made.id })).codes).toEqual(['FORBIDDEN']);
  const recalled = (await world.get(finance, recall, { id: made.id })).recallPaymentOrder;
  expect(recalled).toMatchObject({ state: 'approved', paymentOrders: [{ reason: '账户变更' }] });
  expect((await world.ask(finance, PAY, { id: made.id, key: steps.key() })).codes).toEqual(['DISBURSEMENT_STATE']);
  const again = (await world.get(finance, ORDER, { id: made.id, key: steps.key() })).issuePaymentOrder;
  expect(again).toMatchObject({ state: 'ordered', paymentOrders: [{ amount: '21.00' }, { amount: '21.00' }] });
  const hand = `update funds.disbursement set ordered_by = applied_by where id = $1`;
  expect(await constraintOf(world.owner.query(hand, [made.id]))).toBe('disbursement_order_four_eyes');
  const early = `update funds.disbursement set ordered_on = approved_on - 1 where id = $1`;
  expect(await constraintOf(world.owner.query(early, [made.id]))).toBe('disbursement_ordered_in_order');
  const other = `update funds.payment_order set amount = 1 where disbursement_id = $1`;
  expect(await constraintOf(world.owner.query(other, [made.id]))).toBe('payment_order_decided_once');
  expect((await world.get(finance, PAY, { id: made.id, key: steps.key() })).payDisbursement.state).toBe('paid');
});

test('fewer than the flow asks for is refused by the rows', async () => {
  const made = await steps.apply(['2000000.00']);
  const direct = directOf(world);
  const alone = world.inRole('region', world.as('city-director'), (client) =>
    direct.decide(client, made.id, 'approve'),
  );
  expect(await constraintOf(alone)).toBe('disbursement_approved_by_all');
  const step = world.inRole('region', world.as('city-director'), (client) =>
    direct.verdict(client, `funds.note_approval($1, gen_random_uuid(), 'finance', 'office-director')`, [made.id]),
  );
  expect(await step).toBe('step');
  const maker = world.inRole('region', world.as('town-kouzhen'), (client) =>
    direct.verdict(client, `funds.note_approval($1, gen_random_uuid(), 'county', 'district-officer')`, [made.id]),
  );
  expect(await constraintOf(maker)).toBe('disbursement_approval_four_eyes');
});

test('what money is never spent on is refused by its words; a management fee by its share; earlier than its allotment by its day', async () => {
  const input = await steps.application(['10.00']);
  const told = await world.ask(world.as('town-kouzhen'), APPLY, {
    input: { ...input, use: '修缮镇政府办公楼' },
    key: steps.key(),
  });
  expect(told.codes).toEqual(['NEGATIVE_LIST']);
  const fine = await world.get(world.as('town-kouzhen'), APPLY.replace('id state', 'id use state'), {
    input: { ...input, use: '香菇大棚补助' },
    key: steps.key(),
  });
  expect(fine.applyDisbursement.use).toBe('香菇大棚补助');
  const insert = (purpose: string, appliedOn: string, fen: string) =>
    world.sql.query(
      `with lot as (select line.* from funds.allotment_line line where line.id = $1)
       insert into funds.disbursement (id, number, lot_id, purpose, year, document_number, region_id, path, total, line_count, applied_by, applied_on)
       select gen_random_uuid(), gen_random_uuid(), lot.id, $2, lot.year, '文号', lot.region_id, lot.path, $4::bigint, 1, gen_random_uuid(), $3::date from lot`,
      [input.allotmentLineId, purpose, appliedOn, fen],
    );
  expect(await constraintOf(insert(input.purpose, '2018-01-01', '100'))).toBe('disbursement_after_allotment');
  expect(await constraintOf(insert('project-management', '2026-01-01', '900000000'))).toBe(
    'disbursement_management_fee',
  );
  // Below the share it is the lot's own purpose that forbids it.
  expect(await constraintOf(insert('project-management', '2026-01-01', '100'))).toBe('disbursement_of_lot');
});

test('what an objection stops is left out and back on its lot, the rest of the batch is paid; a batch of which nothing is left is not', async () => {
  const made = await steps.apply(['15.00', '16.00']);
  await approve('city-director', made.id);
  await runNotice(world.sql, made.id);
  const object = (id: string, lines: string) =>
    world.sql.query(
      `insert into funds.notice_objection (id, notice_id, line, line_id, region_id, path, content, raised_by, posted_by)
       select gen_random_uuid(), n.id, l.line, l.line_id, n.region_id, n.path, '有异议', gen_random_uuid(), n.posted_by
       from funds.public_notice n join funds.notice_line l on l.notice_id = n.id and ${lines} where n.subject_id = $1`,
      [id],
    );
  await object(made.id, 'l.amount = 1500');
  const finance = world.as('city-finance');
  // A test before wrote balances by hand.
  const broken = await checkLedger(world.sql);
  const before = await steps.fundsOf('city-finance', steps.kouzhen());
  const ordered = (await world.get(finance, ORDER, { id: made.id, key: steps.key() })).issuePaymentOrder;
  expect(ordered.paymentOrders).toMatchObject([{ amount: '16.00', lineCount: 1 }]);
  await world.get(finance, PAY, { id: made.id, key: steps.key() });
  const LOOK =
    'query($id: ID!) { disbursement(id: $id) { state released journals { kind } lines { edges { node { amount state journals { kind reason } } } } } }';
  const seen = (await world.get(finance, LOOK, { id: made.id })).disbursement;
  expect(seen).toMatchObject({ state: 'paid', released: '15.00', journals: [{ kind: 'reserve' }, { kind: 'pay' }] });
  const line = (amount: string) =>
    seen.lines.edges.find(({ node }: { node: { amount: string } }) => node.amount === amount).node;
  expect(line('16.00')).toEqual({ amount: '16.00', state: 'paid', journals: [] });
  expect(line('15.00')).toMatchObject({ state: 'released', journals: [{ kind: 'release' }] });
  const after = await steps.fundsOf('city-finance', steps.kouzhen());
  const moved = (of: string) => BigInt(after.sums[of].replace('.', '')) - BigInt(before.sums[of].replace('.', ''));
  expect([moved('available'), moved('reserved'), moved('paid')]).toEqual([1500n, -3100n, 1600n]);
  expect(await checkLedger(world.sql)).toEqual(broken);
  const none = await steps.apply(['17.00']);
  await approve('city-director', none.id);
  await runNotice(world.sql, none.id);
  await object(none.id, 'true');
  expect((await world.ask(finance, ORDER, { id: none.id, key: steps.key() })).codes).toEqual(['NOTICE_LINE_STOPPED']);
});
