// The slip: all amounts make the bill, a strike has them negated, a second print says that it is one.
import { agreementPaper, type SlipFacts, slipOf } from './medical-paper.rules';

const facts: SlipFacts = {
  number: '1',
  print: 1,
  hospital: '莱城区人民医院',
  patient: '张*',
  encounter: '住院',
  admittedOn: '2018-05-02',
  dischargedOn: '2018-05-12',
  settledOn: '2018-05-12',
  kind: 'settlement',
  bill: 100000n,
  inPolicy: 100000n,
  outOfPolicy: 0n,
  patientPays: 4000n,
  layers: [{ payerName: { zh: '基本医保' }, amount: '96000', zh: '基本医保：支付 960.00 元。' }],
  policy: '结算政策包 abc',
  engineVersion: '2',
};

test('a first print has no mark, every later one is marked 补打', () => {
  expect(slipOf(facts).mark).toBeNull();
  expect(slipOf({ ...facts, print: 2 }).mark).toBe('补打（第 2 次打印）');
});

test('a layer whose conditions are not met does not stand on the slip', () => {
  const outpatient = { payerName: { zh: '基本医保' }, applies: false, amount: '0', zh: '不符合本层条件' };
  expect(slipOf({ ...facts, layers: [...facts.layers, outpatient] }).tables).toEqual(slipOf(facts).tables);
});

test('the amounts of a strike are negated, and each table is as wide as its head', () => {
  const amounts = (kind: string) => slipOf({ ...facts, kind }).tables[0]?.rows.map((row) => row[2]);
  expect(amounts('settlement')).toEqual(['960.00']);
  expect(amounts('strike')).toEqual(['-960.00']);
  const agreement = agreementPaper({
    number: '1',
    hospital: '医院',
    patient: '张*',
    amount: 4000n,
    signedOn: '2018-05-12',
    schedule: [{ number: 1, dueOn: '2018-06-12', amount: 4000n }],
    paid: [{ paidOn: '2018-06-01', amount: 1000n }],
    open: 3000n,
  });
  expect(agreement.facts).toContainEqual(['尚未偿还', '30.00 元']);
  for (const { head, rows } of [...slipOf(facts).tables, ...agreement.tables])
    for (const row of rows) expect(row).toHaveLength(head.length);
});
