// Clearing between hospitals and payers: a month claimed, reviewed, disputed, reconciled and paid by three; prepaid and cleared at the year's end.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { APPLY, APPROVE, BRING, CLEARING, clearingSteps, PAY, RECONCILE, REVIEW, SUBMIT } from './clearing-steps';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let steps: ReturnType<typeof clearingSteps>;
let hospital: Caller;
let other: Caller;
let reviewer: Caller;
let second: Caller;
let third: Caller;
let stranger: Caller;
let month: string;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  const unit = (code: string) => world.city.units.find((each) => each.code === code)?.id as string;
  other = world.as('hospital-window');
  hospital = { ...other, unitId: unit('hospital-laiwu'), personId: randomUUID() };
  const at = (code: string): Caller => ({ ...world.as('insurer-clerk'), unitId: unit(code), personId: randomUUID() });
  [reviewer, second, third] = [1, 2, 3].map(() => at('payer-basic-insurance')) as [Caller, Caller, Caller];
  stranger = at('payer-supplementary-insurance');
  steps = clearingSteps(world);
  month = ((await world.sql.query(`select to_char(funds.today(), 'YYYY-MM') as month`)).rows[0] as { month: string })
    .month;
}, 120_000);
afterAll(() => world?.close());

const key = () => `clearing-${randomUUID()}`;
const codes = async (who: Caller, query: string, variables: object) =>
  (await world.ask(who, query, variables as Record<string, unknown>)).codes;
const fen = (yuan: string) => BigInt(yuan.replace('.', ''));

/** What the payer owes, holds and has paid, by the journal alone. */
async function standing(): Promise<Record<string, string>> {
  const { rows } = await world.sql.query(
    `select account, sum(amount)::text as fen from funds.claim_posting where hospital_id = $1 and payer_unit_id = $2 group by account`,
    [hospital.unitId, reviewer.unitId],
  );
  return Object.fromEntries(
    (rows as { account: string; fen: string }[]).map(({ account, fen: sum }) => [account, sum]),
  );
}

let clearing: string;
test('a month is claimed once: its lines fixed by hash, a struck settlement standing against itself', async () => {
  const settled = [await steps.settled(hospital), await steps.settled(hospital), await steps.settled(hospital)];
  await steps.struck(hospital, settled[2] as string);
  const ask = { payer: reviewer.unitId, month, key: key() };
  expect(await codes(hospital, SUBMIT, { ...ask, month: '2099-01', key: key() })).toEqual(['INVALID_INPUT']);
  expect(await codes(reviewer, SUBMIT, ask)).toEqual(['FORBIDDEN']);
  const { submitClearing } = await world.get(hospital, SUBMIT, ask);
  clearing = submitClearing.id;
  expect(submitClearing).toMatchObject({ state: 'claimed', lineCount: 4, claimed: '25350.00' });
  expect(submitClearing.linesHash).toMatch(/^[0-9a-f]{64}$/);
  const told = (await world.get(hospital, CLEARING, { id: clearing })).clearing;
  const amounts = told.lines.edges.map(({ node }: { node: { amount: string } }) => node.amount);
  expect(amounts.sort()).toEqual(['-12675.00', '12675.00', '12675.00', '12675.00']);
  expect((await world.get(hospital, SUBMIT, ask)).submitClearing.id).toBe(clearing);
  expect(await codes(hospital, SUBMIT, { ...ask, key: key() })).toEqual(['CLEARING_EMPTY']);
  await steps.settled(hospital);
  expect(await codes(hospital, SUBMIT, { ...ask, key: key() })).toEqual(['CLEARING_EXISTS']);
});

test('only the two sides see it: another hospital, another payer and a town find nothing', async () => {
  for (const who of [other, stranger]) expect((await world.get(who, CLEARING, { id: clearing })).clearing).toBeNull();
  expect(await codes(stranger, REVIEW, { id: clearing, deductions: [], key: key() })).toEqual(['NOT_FOUND']);
  expect(await codes(world.as('town-kouzhen'), CLEARING, { id: clearing })).toEqual(['FORBIDDEN']);
  for (const who of ['city-finance', 'auditor', 'city-director'])
    expect((await world.get(world.as(who), CLEARING, { id: clearing })).clearing.id).toBe(clearing);
});

let deduction: string;
test('the payer deducts by line with a reason; the patient pays what he paid, and the journal moves it to the hospital', async () => {
  const paid = `select sum(patient_pays)::text as fen from funds.settlement where hospital_id = '${hospital.unitId}'`;
  const before = (await world.sql.query(paid)).rows[0];
  const line = await steps.ordinalOf(hospital, clearing, '12675.00');
  const deductions = [{ ordinal: line, amount: '60.00', reason: '超适应症用药' }];
  const bent = (more: object) => [{ ...deductions[0], ...more }];
  const ask = { id: clearing, key: key() };
  expect(await codes(reviewer, REVIEW, { ...ask, deductions: bent({ amount: '12675.01' }) })).toEqual([
    'DEDUCTION_TOO_LARGE',
  ]);
  expect(await codes(reviewer, REVIEW, { ...ask, deductions: bent({ ordinal: 99 }) })).toEqual([
    'CLEARING_LINE_UNKNOWN',
  ]);
  const negative = await steps.ordinalOf(hospital, clearing, '-12675.00');
  expect(await codes(reviewer, REVIEW, { ...ask, deductions: bent({ ordinal: negative }) })).toEqual([
    'DEDUCTION_TOO_LARGE',
  ]);
  const struck = await steps.ordinalStruck(clearing);
  expect(await codes(reviewer, REVIEW, { ...ask, deductions: bent({ ordinal: struck }) })).toEqual([
    'CLEARING_LINE_STRUCK',
  ]);
  const { reviewClearing } = await world.get(reviewer, REVIEW, { ...ask, key: key(), deductions });
  expect(reviewClearing).toMatchObject({ state: 'reviewed', deducted: '60.00' });
  deduction = reviewClearing.lines.edges[0].node.deduction.id;
  expect(await standing()).toMatchObject({ deducted: '6000', owed: String(3n * 1_267_500n - 6000n) });
  expect((await world.sql.query(paid)).rows[0]).toEqual(before);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('the hospital objects, another person at the payer decides, and what is restored is owed again', async () => {
  const object = `mutation($id: ID!) { objectToDeduction(id: $id, reason: "已附适应症说明") { objectedOn clearing { state } } }`;
  expect(await codes(other, object, { id: deduction })).toEqual(['NOT_FOUND']);
  expect((await world.get(hospital, object, { id: deduction })).objectToDeduction.clearing.state).toBe('disputed');
  expect(await codes(hospital, object, { id: deduction })).toEqual(['DEDUCTION_OBJECTED']);
  const decide = `mutation($id: ID!, $restored: Money!, $key: String!) { decideDeduction(id: $id, restored: $restored, answer: "部分采信", idempotencyKey: $key) { restored clearing { state deducted } } }`;
  expect(await codes(reviewer, decide, { id: deduction, restored: '20.00', key: key() })).toEqual([
    'CLEARING_FOUR_EYES',
  ]);
  const past = `update funds.clearing_deduction set restored = 0, answer = '不采信', decided_by = deducted_by, decided_on = funds.today() where id = '${deduction}'`;
  expect(await constraintOf(world.owner.query(past))).toBe('clearing_deduction_four_eyes');
  const todo = `{ fundsTodo { edges { node { kind } } } }`;
  const kinds = async (who: Caller) =>
    (await world.get(who, todo)).fundsTodo.edges.map(({ node }: { node: { kind: string } }) => node.kind);
  expect(await kinds(second)).toContain('decide-deduction');
  expect(await kinds(reviewer)).not.toContain('decide-deduction');
  expect(await codes(second, decide, { id: deduction, restored: '60.01', key: key() })).toEqual([
    'DEDUCTION_TOO_LARGE',
  ]);
  const { decideDeduction } = await world.get(second, decide, { id: deduction, restored: '20.00', key: key() });
  expect(decideDeduction).toEqual({ restored: '20.00', clearing: { state: 'reviewed', deducted: '40.00' } });
  expect(await codes(second, decide, { id: deduction, restored: '0.00', key: key() })).toEqual(['CLEARING_STATE']);
  expect(await standing()).toMatchObject({ deducted: '4000' });
});

test('a list is compared line by line; nothing is reconciled before every difference is explained', async () => {
  expect(await codes(reviewer, RECONCILE, { id: clearing })).toEqual(['CLEARING_NO_LIST']);
  const lines = await steps.referencesOf(hospital, clearing);
  const bent = [
    ...lines.slice(1, -1),
    { reference: lines[0]?.reference, amount: '1.00' },
    { reference: 'ZY-1', amount: '5.00' },
  ];
  const input = { name: '本院结算清单', lines: bent };
  expect(await codes(other, BRING, { id: clearing, input })).toEqual(['NOT_FOUND']);
  const { lists } = (await world.get(hospital, BRING, { id: clearing, input })).bringClaimList;
  const differences = lists[0].differences.edges.map(({ node }: { node: object }) => node);
  expect(lists[0]).toMatchObject({ side: 'hospital', open: 3 });
  expect(differences.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual([
    'differs',
    'notClaimed',
    'notInList',
  ]);
  expect(await codes(hospital, RECONCILE, { id: clearing })).toEqual(['CLEARING_DIFFERENCES_OPEN']);
  const explain = `mutation($id: ID!) { explainClaimDifference(id: $id, reason: "院内系统漏传") { explanation } }`;
  for (const { id } of differences) await world.get(reviewer, explain, { id });
  expect(await codes(reviewer, explain, { id: differences[0].id })).toEqual(['DIFFERENCE_EXPLAINED']);
  const { reconcileClearing } = await world.get(hospital, RECONCILE, { id: clearing });
  expect(reconcileClearing.state).toBe('reconciled');
});

test('a prepayment keeps to the pack’s ceiling, passes three hands, and is set off against the claim with its deposit', async () => {
  const year = Number(month.slice(0, 4));
  const prepay = `mutation($hospital: ID!, $year: Int!, $amount: Money!, $key: String!) { draftPrepayment(hospitalId: $hospital, year: $year, amount: $amount, document: "预付〔2026〕1号", idempotencyKey: $key) { id state payable } }`;
  const ask = { hospital: hospital.unitId, year, key: key() };
  expect(await codes(reviewer, prepay, { ...ask, amount: '166666.67' })).toEqual(['PREPAYMENT_ABOVE_CEILING']);
  expect(await codes(reviewer, prepay, { ...ask, year: 2018, amount: '1.00' })).toEqual(['CLEARING_YEAR_OPEN']);
  const { id } = (await world.get(reviewer, prepay, { ...ask, key: key(), amount: '10000.00' })).draftPrepayment;
  expect(await codes(reviewer, APPROVE, { id })).toEqual(['CLEARING_FOUR_EYES']);
  await world.get(second, APPROVE, { id });
  for (const who of [reviewer, second])
    expect(await codes(who, PAY, { id, key: key() })).toEqual(['CLEARING_FOUR_EYES']);
  await world.get(third, PAY, { id, key: key() });
  expect(await standing()).toMatchObject({ prepaid: '-1000000', paid: '1000000' });
  // 25350 − 40 = 25310: a tenth is held, 10000 were prepaid
  const { applyClearingPayment } = await world.get(reviewer, APPLY, { id: clearing });
  expect(applyClearingPayment).toEqual({
    state: 'applied',
    deposit: '2531.00',
    setOff: '10000.00',
    payable: '12779.00',
  });
});

test('a payment goes back to its maker, comes again, and is paid once by a third person; by constraint too', async () => {
  const back = `mutation($id: ID!) { returnClearingPayment(id: $id, reason: "文号有误") { state payable reason } }`;
  expect((await world.get(second, back, { id: clearing })).returnClearingPayment).toEqual({
    state: 'reconciled',
    payable: null,
    reason: '文号有误',
  });
  await world.get(reviewer, APPLY, { id: clearing });
  await world.get(second, APPROVE, { id: clearing });
  const past = (column: string) =>
    `update funds.clearing set state = 'paid', paid_by = ${column}, paid_on = funds.today() where id = '${clearing}'`;
  for (const column of ['made_by', 'checked_by'])
    expect(await constraintOf(world.owner.query(past(column)))).toBe('clearing_four_eyes');
  const pay = { id: clearing, key: key() };
  expect((await world.get(third, PAY, pay)).payClearing).toMatchObject({ state: 'paid' });
  expect((await world.get(third, PAY, pay)).payClearing.id).toBe(clearing);
  expect(await codes(third, PAY, { ...pay, key: key() })).toEqual(['CLEARING_STATE']);
  expect(await standing()).toMatchObject({ deposit: '253100', prepaid: '0', deducted: '4000', owed: '1267500' });
  expect(fen('12779.00') + 1_000_000n).toBe(BigInt((await standing()).paid as string));
  expect(
    await constraintOf(world.owner.query(`update funds.clearing set payable = payable where id = '${clearing}'`)),
  ).toBe('nothing was refused');
  expect(
    await constraintOf(world.owner.query(`update funds.clearing set reason = '改' where id = '${clearing}'`)),
  ).toBe('clearing_stands');
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('what is struck after it was paid and deducted from comes back as it was paid, in the next claim', async () => {
  const { rows } = await world.sql.query(
    `select l.settlement_id as id from funds.clearing_line l where l.clearing_id = $1 and l.deducted > 0`,
    [clearing],
  );
  await steps.struck(hospital, rows[0].id);
  const open = await world.sql.query(
    `select sum(p.amount)::text as fen from funds.claim_posting p join funds.claim_journal j on j.id = p.item_id where j.settlement_id = $1 and p.account = 'owed'`,
    [rows[0].id],
  );
  // 12675 − 40 were paid for it
  expect(open.rows[0].fen).toBe('-1263500');
  expect(await standing()).toMatchObject({ deducted: '0' });
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a year is cleared when every month of it is paid: deposits are released by three hands, and once', async () => {
  const hands = [reviewer, second, third];
  // April was not claimed in its month: what is late comes with May
  const may = await steps.paid(other, hands, '2018-05');
  const days = may.lines.edges.map(({ node }: { node: { settledOn: string } }) => node.settledOn.slice(0, 7));
  expect(new Set(days)).toEqual(new Set(['2018-04', '2018-05']));
  const year = `mutation($hospital: ID!, $year: Int!, $key: String!) { draftYearClearing(hospitalId: $hospital, year: $year, document: "年终〔2018〕1号", idempotencyKey: $key) { id kind deposit setOff payable } }`;
  const ask = (more = {}) => ({ hospital: other.unitId, year: 2018, key: key(), ...more });
  expect(await codes(reviewer, year, ask())).toEqual(['CLEARING_YEAR_OPEN']);
  expect(await codes(reviewer, year, ask({ year: Number(month.slice(0, 4)) }))).toEqual(['CLEARING_YEAR_OPEN']);
  const others = [];
  for (const later of ['2018-06', '2018-07', '2018-08']) others.push(await steps.paid(other, hands, later));
  const held = [may, ...others].reduce((sum, { claimed }) => sum + (fen(claimed) + 5n) / 10n, 0n);
  const { draftYearClearing } = await world.get(reviewer, year, ask());
  expect(fen(draftYearClearing.payable)).toBe(held);
  expect(draftYearClearing).toMatchObject({ kind: 'year', deposit: `-${draftYearClearing.payable}`, setOff: '0.00' });
  const { id } = draftYearClearing;
  expect(await codes(reviewer, APPROVE, { id })).toEqual(['CLEARING_FOUR_EYES']);
  await world.get(second, APPROVE, { id });
  await world.get(third, PAY, { id, key: key() });
  expect(await codes(reviewer, year, ask())).toEqual(['CLEARING_EXISTS']);
  const { rows } = await world.sql.query(
    `select account, sum(amount)::text as fen from funds.claim_posting where hospital_id = $1 and payer_unit_id = $2 and account in ('owed', 'deposit') group by account`,
    [other.unitId, reviewer.unitId],
  );
  expect(rows.map(({ fen: left }) => left)).toEqual(['0', '0']);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a claim is withdrawn before its review by whoever made it, and its lines are free again', async () => {
  const ask = { payer: stranger.unitId, month, key: key() };
  const { id, lineCount } = (await world.get(hospital, SUBMIT, ask)).submitClearing;
  const withdraw = `mutation($id: ID!) { withdrawClearing(id: $id, reason: "补传清单") { state reason } }`;
  expect(await codes({ ...hospital, personId: randomUUID() }, withdraw, { id })).toEqual(['NOT_THE_MAKER']);
  expect(await codes(stranger, withdraw, { id })).toEqual(['NOT_FOUND']);
  expect((await world.get(hospital, withdraw, { id })).withdrawClearing.state).toBe('withdrawn');
  const again = (await world.get(hospital, SUBMIT, { ...ask, key: key() })).submitClearing;
  expect(again.lineCount).toBe(lineCount);
  const twice = `update funds.clearing_line set withdrawn = false where clearing_id = '${id}'`;
  expect(await constraintOf(world.owner.query(twice))).toBe('clearing_line_once');
  expect(await codes(stranger, REVIEW, { id, deductions: [], key: key() })).toEqual(['CLEARING_STATE']);
});

test('nobody reaches a table past the functions, and these trust no amount that is told', async () => {
  const as = (who: Caller, sql: string) =>
    constraintOf(world.inRole('institution', who, (client) => client.query(sql)));
  for (const table of ['clearing', 'clearing_line', 'clearing_deduction'])
    expect(await as(reviewer, `delete from funds.${table}`)).toBe('42501');
  expect(await as(reviewer, `select funds.post_clearing('${clearing}')`)).toBe('42501');
  const verdict = async (who: Caller, sql: string) =>
    world.inRole('institution', who, async (client) => (await client.query(`select ${sql} as told`)).rows[0].told);
  expect(await verdict(stranger, `funds.step_clearing('${clearing}', 'pay', null)`)).toBe('unknown');
  expect(await verdict(third, `funds.step_clearing('${clearing}', 'anything', null)`)).toBe('unknown');
  const payer = reviewer.unitId;
  expect(
    await verdict(other, `funds.submit_clearing(gen_random_uuid(), '${hospital.unitId}', '${payer}', '${month}')`),
  ).toBe('unknown');
});
