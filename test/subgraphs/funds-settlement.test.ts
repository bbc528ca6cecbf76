// One-stop settlement through the graph: admitted, billed, discharged, quoted, settled, struck; two hospitals and one person's year.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { Caller } from '#platform/vocabulary/caller';
import { packHash } from '#platform/vocabulary/canonical';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { ADMIT, FEES, hospitalsOf, OUT, SETTLE, told } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let hospital: Caller;
let otherHospital: Caller;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  [hospital, otherHospital] = hospitalsOf(world);
}, 120_000);
afterAll(() => world?.close());

let keys = 0;
const key = () => `settlement-${++keys}`;
let next = 0;
const patient = () =>
  world.city.members.filter(({ insured }) => insured !== 'none')[next++] as { id: string; idNumber: string };
const admit = (who: Caller, idNumber: string, admittedOn = '2018-05-02') =>
  world.ask(who, ADMIT, { input: { idNumber, admittedOn }, key: key() });
async function discharged(who: Caller, idNumber: string, inPolicy: string, outOfPolicy: string): Promise<string> {
  const { data, codes } = await admit(who, idNumber);
  expect(codes).toEqual([]);
  const lines = [
    { name: '住院费', feeClass: 'a', amount: inPolicy, outOfPolicy: '0.00' },
    ...(outOfPolicy === '0.00' ? [] : [{ name: '自费药', feeClass: 'c', amount: outOfPolicy, outOfPolicy }]),
  ];
  await world.get(who, FEES, { id: data.admitPatient.id, lines });
  await world.get(who, OUT, { id: data.admitPatient.id, on: '2018-05-12' });
  return data.admitPatient.id;
}
test('a stay of 20,000 at grade 2 settles as computed by hand, quoted first and explained in both languages', async () => {
  const stay = await discharged(hospital, patient().idNumber, '16000.00', '4000.00');
  const quote = `query($id: ID!) { quoteSettlement(stayId: $id) { bill patientPays packHash layers { amount } explanation { zh } } }`;
  const { quoteSettlement: quoted } = await world.get(hospital, quote, { id: stay });
  const golden = ['12560.00', '0.00', '744.00', '4687.20', '1208.80', '800.00'];
  expect(told(quoted)).toEqual(golden);
  const same = key();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => world.get(hospital, SETTLE, { id: stay, key: same })),
  );
  expect(new Set(answers.map(({ settleStay }) => settleStay.id)).size).toBe(1);
  const { settleStay: settled } = answers[0];
  expect(settled).toMatchObject({ bill: '20000.00', inPolicy: '16000.00', year: 2018 });
  expect(told(settled)).toEqual(golden);
  expect(settled.explanation.zh).toContain(
    '基本医保：以政策范围内剩余费用 16000.00 元为基数，扣起付线 300.00 元，按 80% 计，支付 12560.00 元。',
  );
  expect(settled.explanation.en).toContain('The patient pays 800.00 yuan.');
  const pack = JSON.parse(readFileSync(join(projectRoot, 'data/settlement-policies/rizhao-2018-04.json'), 'utf8'));
  expect(settled.packHash).toBe(packHash(pack));
  expect((await world.ask(hospital, SETTLE, { id: stay, key: key() })).codes).toEqual(['STAY_STATE']);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a second open stay is refused, at another hospital too; after settling there may be another', async () => {
  const { idNumber } = patient();
  const stay = await discharged(hospital, idNumber, '500.00', '0.00');
  expect((await admit(hospital, idNumber)).codes).toEqual(['SECOND_OPEN_STAY']);
  expect((await admit(otherHospital, idNumber)).codes).toEqual(['SECOND_OPEN_STAY']);
  await world.get(hospital, SETTLE, { id: stay, key: key() });
  expect((await admit(otherHospital, idNumber)).codes).toEqual([]);
});

test('of ten admissions at once, one is open', async () => {
  const { idNumber } = patient();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => admit(at % 2 ? hospital : otherHospital, idNumber)),
  );
  expect(answers.filter(({ codes }) => codes.length === 0).length).toBe(1);
  expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['SECOND_OPEN_STAY']));
});

test('two hospitals settle one after the other: the yearly deductible is taken once, and a hospital sees only its own stays', async () => {
  const { idNumber } = patient();
  const first = await discharged(hospital, idNumber, '40000.00', '0.00');
  const one = (await world.get(hospital, SETTLE, { id: first, key: key() })).settleStay;
  const second = await discharged(otherHospital, idNumber, '40000.00', '0.00');
  const two = (await world.get(otherHospital, SETTLE, { id: second, key: key() })).settleStay;
  const critical = (of: typeof one) => of.layers.find(({ layer }: { layer: string }) => layer === 'critical-illness');
  // (40000-300)·80 % leaves 8240, of which 6000 is the deductible; (40000-500)·65 % leaves 14325, all of it above.
  expect([critical(one).deductible, critical(one).amount]).toEqual(['6000.00', '1232.00']);
  expect([critical(two).deductible, critical(two).amount]).toEqual(['0.00', '7878.75']);
  expect(critical(two).runningBefore).toEqual(critical(one).runningAfter);
  const ask = `query($id: ID!) { stay(id: $id) { id } settlement(id: $other) { id } }`.replace(
    '$id: ID!)',
    '$id: ID!, $other: ID!)',
  );
  expect(await world.get(otherHospital, ask, { id: first, other: one.id })).toEqual({ stay: null, settlement: null });
  expect((await world.ask(otherHospital, OUT, { id: first, on: '2018-05-13' })).codes).toEqual(['NOT_FOUND']);
});

test('a payer sees what it shares in and nothing else; a region sees sums and no patient', async () => {
  const payer = world.as('insurer-clerk');
  const stay = await discharged(hospital, patient().idNumber, '16000.00', '4000.00');
  const { id } = (await world.get(hospital, SETTLE, { id: stay, key: key() })).settleStay;
  const one = `query($id: ID!) { settlement(id: $id) { id patient bill } }`;
  expect((await world.get(payer, one, { id })).settlement).toBeNull();
  const list = `{ settlements(first: 200) { edges { node { id layers { payer amount } } } } }`;
  const shared = (await world.get(payer, list)).settlements.edges as {
    node: { layers: { payer: string; amount: string }[] };
  }[];
  // two of this file, and three that the city is loaded with
  expect(shared.length).toBe(5);
  for (const { node } of shared)
    expect(node.layers.find(({ payer: code }) => code === 'critical-illness-insurance')?.amount).not.toBe('0.00');
  expect((await world.ask(payer, `query($id: ID!) { stay(id: $id) { id } }`, { id: stay })).codes).toEqual([
    'FORBIDDEN',
  ]);
  const region = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Region { medical(year: 2018) { stays bill patientPays payers { payer amount } } } } }`;
  const r = [{ __typename: 'Region', id: world.regionId('371200') }];
  const { medical } = (await world.get(world.as('city-director'), region, { r }))._entities[0];
  const fen = (text: string) => BigInt(text.replace('.', ''));
  const paid = medical.payers.reduce((sum: bigint, { amount }: { amount: string }) => sum + fen(amount), 0n);
  expect(paid + fen(medical.patientPays)).toBe(fen(medical.bill));
  expect((await world.ask(world.as('city-director'), one, { id })).codes).toEqual(['FORBIDDEN']);
  expect((await world.ask(world.as('town-kouzhen'), region, { r })).codes).toEqual(['OUT_OF_SCOPE']);
});

test('300,000 at grade 3 settles as computed by hand, halves of a fen go up', async () => {
  const stay = await discharged(otherHospital, patient().idNumber, '250000.00', '50000.00');
  const { settleStay } = await world.get(otherHospital, SETTLE, { id: stay, key: key() });
  expect(told(settleStay)).toEqual(['162175.00', '45003.75', '9282.13', '58477.38', '13061.74', '12000.00']);
});

test('a strike is a negated copy that points back, once; the year is as it was before', async () => {
  const { idNumber, id: memberId } = patient();
  const stay = await discharged(hospital, idNumber, '40000.00', '0.00');
  const settled = (await world.get(hospital, SETTLE, { id: stay, key: key() })).settleStay;
  const strike = `mutation($id: ID!) { strikeSettlement(id: $id, reason: "费用录入有误") { id kind bill patientPays strikes { id struckBy { kind } } } }`;
  expect((await world.ask(otherHospital, strike, { id: settled.id })).codes).toEqual(['NOT_FOUND']);
  const { strikeSettlement: struck } = await world.get(hospital, strike, { id: settled.id });
  expect(struck).toMatchObject({
    kind: 'strike',
    bill: '-40000.00',
    strikes: { id: settled.id, struckBy: { kind: 'strike' } },
  });
  expect((await world.ask(hospital, strike, { id: settled.id })).codes).toEqual(['SETTLEMENT_STRUCK']);
  expect((await world.ask(hospital, strike, { id: struck.id })).codes).toEqual(['SETTLEMENT_STRUCK']);
  const { rows } = await world.sql.query(
    'select name from funds.member_year_total where member_id = $1 group by name having sum(amount) <> 0',
    [memberId],
  );
  expect(rows).toEqual([]);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('bad input is told by its field: an unknown number, a day to come, no fees, a day without a policy', async () => {
  expect((await admit(hospital, '11010519491231002X')).codes).toEqual(['NOT_ELIGIBLE']);
  expect((await admit(hospital, '110105194912310021')).codes).toEqual(['INVALID_INPUT']);
  expect((await admit(hospital, patient().idNumber, '2099-01-01')).codes).toEqual(['INVALID_INPUT']);
  const { data } = await admit(hospital, patient().idNumber);
  const id = data.admitPatient.id;
  expect((await world.ask(hospital, SETTLE, { id, key: key() })).codes).toEqual(['STAY_STATE']);
  expect((await world.ask(hospital, OUT, { id, on: '2018-05-01' })).codes).toEqual(['INVALID_INPUT']);
  await world.get(hospital, OUT, { id, on: '2018-05-03' });
  expect((await world.ask(hospital, SETTLE, { id, key: key() })).codes).toEqual(['NO_FEES']);
  expect(
    (
      await world.ask(world.as('town-kouzhen'), ADMIT, {
        input: { idNumber: patient().idNumber, admittedOn: '2018-05-02' },
        key: key(),
      })
    ).codes,
  ).toEqual(['FORBIDDEN']);
  const early = await admit(hospital, patient().idNumber, '2018-02-01');
  await world.get(hospital, FEES, {
    id: early.data.admitPatient.id,
    lines: [{ name: '床位', feeClass: 'a', amount: '10.00', outOfPolicy: '0.00' }],
  });
  await world.get(hospital, OUT, { id: early.data.admitPatient.id, on: '2018-02-03' });
  expect((await world.ask(hospital, SETTLE, { id: early.data.admitPatient.id, key: key() })).codes).toEqual([
    'NO_SETTLEMENT_POLICY',
  ]);
});

test('a settlement that does not sum to its bill is refused to the owner as well, and no identity number is kept', async () => {
  const { rows } = await world.sql.query(`select settlement_id from funds.settlement_share limit 1`);
  const insert = `insert into funds.settlement_share select settlement_id, 99, layer, payer, payer_unit_id, hospital_id, path, 1 from funds.settlement_share where settlement_id = '${rows[0].settlement_id}' limit 1`;
  await expect(world.owner.query(insert)).rejects.toMatchObject({ constraint: 'settlement_sums_to_bill' });
  const numbers = new Set(world.city.members.map(({ idNumber }) => idNumber));
  for (const table of ['audit', 'stay', 'idempotency', 'settlement']) {
    const { rows: all } = await world.sql.query(`select to_jsonb(t)::text as row from funds.${table} t`);
    expect(
      all.flatMap(({ row }) => (row as string).match(/\d{17}[\dX]/g) ?? []).filter((found) => numbers.has(found)),
    ).toEqual([]);
  }
});
