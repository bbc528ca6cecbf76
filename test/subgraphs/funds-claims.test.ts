// The book of medical claims: every settlement, supplement and strike is posted in its own transaction, and between the two sides that it concerns.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf } from './funds-direct';
import { ADMIT, FEES, OUT, SETTLE } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let hospital: Caller;
let insurer: Caller;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  hospital = world.as('hospital-window');
  insurer = world.as('insurer-clerk');
}, 120_000);
afterAll(() => world?.close());

const key = () => `claims-${randomUUID()}`;
const ITEMS = `mutation($id: ID!, $lines: [ItemFeeInput!]!) { uploadItems(stayId: $id, lines: $lines) { status } }`;
const STRIKE = `mutation($id: ID!) { strikeSettlement(id: $id, reason: "费用录入有误") { id } }`;
const CLAIMS = `query($id: ID!) { settlement(id: $id) { claims { account amount itemOn payer { id } } } }`;
let next = 0;
async function discharged(input: object = {}): Promise<string> {
  const { idNumber } = world.city.members.filter(({ insured }) => insured === 'resident')[next++] as {
    idNumber: string;
  };
  const { admitPatient } = await world.get(hospital, ADMIT, {
    input: { idNumber, admittedOn: '2018-05-02', ...input },
    key: key(),
  });
  await world.get(hospital, FEES, {
    id: admitPatient.id,
    lines: [{ name: '住院费', feeClass: 'a', amount: '20000.00', outOfPolicy: '0.00' }],
  });
  await world.get(hospital, OUT, { id: admitPatient.id, on: '2018-05-12' });
  return admitPatient.id;
}
const settle = async (id: string) => (await world.get(hospital, SETTLE, { id, key: key() })).settleStay;

type Told = { account: string; amount: string; itemOn: string; payer: { id: string } };
const claimsOf = async (who: Caller, id: string): Promise<Told[]> =>
  (await world.get(who, CLAIMS, { id })).settlement.claims;
const fen = (yuan: string) => BigInt(yuan.replace('.', ''));
const sumOf = (told: readonly Told[], account: string) =>
  told.filter((each) => each.account === account).reduce((sum, { amount }) => sum + fen(amount), 0n);

test('a settlement posts what each payer owes; what nobody consented to and the reduction are the hospital’s, apart', async () => {
  const id = await discharged();
  const lines = [
    { itemCode: 'FW0008', amount: '60000.00' },
    { itemCode: 'HC0002', amount: '25000.00' },
    { itemCode: 'XC0001', amount: '500.00' },
  ];
  await world.get(hospital, ITEMS, { id, lines });
  const { id: settlement, bill, patientPays, layers } = await settle(id);
  const told = await claimsOf(hospital, settlement);
  const ofPayer = (payer: string) =>
    layers
      .filter((each: { payer: string }) => each.payer === payer)
      .reduce((sum: bigint, each: { amount: string }) => sum + fen(each.amount), 0n);
  expect(sumOf(told, 'unconsented')).toBe(50_000n);
  expect(sumOf(told, 'advanced')).toBe(fen(patientPays) - fen(bill));
  expect(sumOf(told, 'reduced') + sumOf(told, 'unconsented')).toBe(ofPayer('hospital'));
  expect(sumOf(told, 'owed')).toBe(fen(bill) - fen(patientPays) - ofPayer('hospital'));
  // the insurer is told its own postings alone
  const own = await claimsOf(insurer, settlement);
  expect(new Set(own.map(({ payer }) => payer.id))).toEqual(new Set([insurer.unitId]));
  expect(sumOf(own, 'owed')).toBe(ofPayer('critical-illness-insurance'));
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a strike posts the reversal, once, and what each payer owes of the item is nothing', async () => {
  const { id } = await settle(await discharged());
  const first = await claimsOf(hospital, id);
  const { strikeSettlement } = await world.get(hospital, STRIKE, { id });
  const undone = await claimsOf(hospital, strikeSettlement.id);
  expect(undone.map(({ account, amount }) => [account, fen(amount)])).toEqual(
    first.map(({ account, amount }) => [account, -fen(amount)]),
  );
  expect((await world.ask(hospital, STRIKE, { id })).codes).toEqual(['SETTLEMENT_STRUCK']);
  const { rows } = await world.sql.query(
    `select sum(p.amount)::text as open from funds.claim_posting p join funds.claim_journal j on j.id = p.item_id where j.settlement_id = $1 and p.account = 'owed'`,
    [id],
  );
  expect(rows).toEqual([{ open: '0' }]);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a supplement posts what differs: bill nothing, what the patient gets back owed by payers, and undone with its settlement', async () => {
  const stay = await discharged();
  const { idNumber } = world.city.members.filter(({ insured }) => insured === 'resident')[next - 1] as {
    idNumber: string;
  };
  await world.sql.query(`update funds.stay set tags = '{other}' where id = $1`, [stay]);
  const { id: settlement } = await settle(stay);
  const supplement = `mutation($stay: ID!, $number: String!, $key: String!) { supplementSettlement(stayId: $stay, idNumber: $number, reason: "登记身份后补", idempotencyKey: $key) { id bill patientPays } }`;
  const { supplementSettlement: made } = await world.get(hospital, supplement, { stay, number: idNumber, key: key() });
  expect(made.bill).toBe('0.00');
  const told = await claimsOf(hospital, made.id);
  expect(sumOf(told, 'owed') + sumOf(told, 'reduced')).toBe(-fen(made.patientPays));
  await world.get(hospital, STRIKE, { id: settlement });
  const { rows } = await world.sql.query(
    `select coalesce(sum(p.amount), 0)::text as open from funds.claim_posting p join funds.claim_journal j on j.id = p.item_id
     where p.account = 'owed' and j.settlement_id = any($1::uuid[])`,
    [[settlement, made.id]],
  );
  expect(rows).toEqual([{ open: '0' }]);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('what was paid elsewhere is owed by nobody', async () => {
  const id = await discharged({ outside: { name: '济南某医院', grade: 3, level: 'province' }, referred: true });
  const tell = `mutation($id: ID!, $given: [GivenLayerInput!]!) { tellPaidElsewhere(stayId: $id, given: $given) { status } }`;
  await world.get(hospital, tell, { id, given: [{ layer: 'basic', amount: '9000.00' }] });
  const told = await claimsOf(hospital, (await settle(id)).id);
  expect(sumOf(told, 'elsewhere')).toBe(900_000n);
  expect(sumOf(told, 'owed')).toBe(275_000n + 577_500n + 167_500n);
});

test('the book posts a settlement once, balances, and is written by nobody past it', async () => {
  const { rows } = await world.sql.query(`select * from funds.claim_journal where kind = 'settlement' limit 1`);
  const [posted] = rows;
  const again = `select funds.post_claims('${posted.settlement_id}')`;
  expect(await constraintOf(world.owner.query(again))).toBe('claim_posted_once');
  const alone = `insert into funds.claim_posting (journal_id, hospital_id, payer_unit_id, account, item_id, item_on, amount, path)
    select p.journal_id, p.hospital_id, p.payer_unit_id, 'paid', p.item_id, p.item_on, 1, p.path from funds.claim_posting p limit 1`;
  expect(await constraintOf(world.owner.query(alone))).toBe('claim_journal_balances');
  expect(await constraintOf(world.owner.query(`update funds.claim_posting set amount = amount + 1`))).toBe(
    'funds_claim_posting_append_only',
  );
  for (const sql of [`select funds.post_claims('${posted.settlement_id}')`, `delete from funds.claim_posting`])
    expect(await constraintOf(world.inRole('institution', hospital, (client) => client.query(sql)))).toBe('42501');
});

test('whoever is neither of the two sides sees nothing: another hospital, a town', async () => {
  const seen = (kind: 'institution' | 'region', who: Caller) =>
    world.inRole(kind, who, async (client) => (await client.query('select * from funds.claim_posting')).rows.length);
  expect(await seen('institution', hospital)).toBeGreaterThan(0);
  const other = world.city.units.find(({ kind, grade }) => kind === 'hospital' && grade === 3)?.id as string;
  expect(await seen('institution', { ...hospital, unitId: other })).toBe(0);
  expect(await seen('region', world.as('city-finance'))).toBeGreaterThan(0);
  expect(await seen('region', world.as('town-kouzhen'))).toBe(0);
});
