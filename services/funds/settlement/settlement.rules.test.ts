// The packs that ship, settled by hand on paper first: every figure below was computed from the clause, not by the engine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import { type HospitalGrade, ordinaryStay } from '../settlement-policy/encounter-facts.rules';
import { parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { RunningTotals } from './running-total.rules';
import { settle } from './settlement.rules';
import { feesOf } from './stay-fees.rules';

const packOf = (name: string) =>
  parsePolicyPack(JSON.parse(readFileSync(join(projectRoot, `data/settlement-policies/${name}.json`), 'utf8')));
const rizhao = packOf('rizhao-2018-04');
const shandong = packOf('shandong-2017');

function settled(
  pack: typeof rizhao,
  grade: HospitalGrade,
  inPolicy: string,
  outOfPolicy: string,
  running: RunningTotals = {},
) {
  const facts = { ...ordinaryStay, hospitalGrade: grade, tags: ['registered-poor'] };
  return settle({ pack, facts, fees: feesOf(parseYuan(inPolicy), parseYuan(outOfPolicy)), running, given: {} });
}
const told = (outcome: ReturnType<typeof settled>) => [
  ...outcome.layers.map((layer) => formatYuan(layer.pays)),
  formatYuan(outcome.patientPays),
];

describe('Rizhao 2018: basic, critical illness, hospital, assistance, supplementary, patient', () => {
  test('20,000 at grade 2: the supplementary insurance brings the patient to 4 %', () => {
    // (16000-300)·80 % · 3440 is below 6000 · 7440·10 % · 6696·70 % · 2008.80-800
    expect(told(settled(rizhao, 'grade-2', '16000', '4000'))).toEqual([
      '12560.00',
      '0.00',
      '744.00',
      '4687.20',
      '1208.80',
      '800.00',
    ]);
  });

  test('300,000 at grade 3: critical illness pays above the halved deductible, halves of a fen go up', () => {
    // (250000-500)·65 % · (87825-6000)·55 % · 92821.25·10 %=9282.125 · 83539.12·70 %=58477.384 · 25061.74-12000
    expect(told(settled(rizhao, 'grade-3', '250000', '50000'))).toEqual([
      '162175.00',
      '45003.75',
      '9282.13',
      '58477.38',
      '13061.74',
      '12000.00',
    ]);
  });

  test('a cheap stay below the deductible: assistance and supplementary still leave 2 % at a township', () => {
    // 80 is under the deductible of 100 · 10 % = 8 · 72·70 % = 50.40 · 21.60-1.60
    expect(told(settled(rizhao, 'grade-1', '80', '0'))).toEqual(['0.00', '0.00', '8.00', '50.40', '20.00', '1.60']);
  });
});

test('Shandong 2017: a top-up to 10 %, then the hospital, then assistance on what is left in policy', () => {
  // 12560 · 0 · 7440-2000 (in policy first: 3440, then 2000 of 4000) · 2000·10 % · nothing left in policy
  const outcome = settled(shandong, 'grade-2', '16000', '4000');
  expect(told(outcome)).toEqual(['12560.00', '0.00', '5440.00', '200.00', '0.00', '1800.00']);
  expect(outcome.layers[2]).toMatchObject({ paysInPolicy: 344000n, paysOutOfPolicy: 200000n });
});

describe('what the year has already seen', () => {
  const critical = (running: RunningTotals, inPolicy = '1100.00') =>
    settled(rizhao, 'grade-1', inPolicy, '0', running).layers[1];
  // a stay of 1,100 at grade 1: (1100-100)·90 % leaves a burden of 200

  test('the deductible is taken once a year: 5,900 borne before leave 100 of it', () => {
    const layer = critical({ 'critical-burden': 590000n, 'critical-deductible': 590000n });
    expect(layer).toMatchObject({ deductible: 10000n, pays: 5500n });
    expect(layer?.runningAfter).toEqual({
      'critical-deductible': 600000n,
      'critical-burden': 610000n,
      'critical-paid': 5500n,
    });
  });

  test('a bound belongs to the bracket above it: at exactly 100,000 the next fen is paid at 65 %', () => {
    const before = { 'critical-burden': 10000000n, 'critical-deductible': 600000n };
    expect(critical(before)?.brackets).toEqual([
      { from: 10000000n, to: 20000000n, amount: 20000n, rate: '0.65', paid: 13000n },
    ]);
    const astride = critical({ ...before, 'critical-burden': 9990000n });
    expect(astride?.brackets.map(({ amount, paid }) => [amount, paid])).toEqual([
      [10000n, 5500n],
      [10000n, 6500n],
    ]);
  });

  test('the cap of the year leaves what is left of it, and says so', () => {
    const layer = critical({
      'critical-burden': 40000000n,
      'critical-deductible': 600000n,
      'critical-paid': 49990000n,
    });
    expect(layer).toMatchObject({ entitled: 16000n, capped: 'year', cap: 10000n, pays: 10000n });
    expect(layer?.zh).toContain('受年度封顶线余额 100.00 元限制');
  });
});

test('a sentence tells base, deductible, rate and amount in both languages', () => {
  const [basic] = settled(rizhao, 'grade-2', '16000', '4000').layers;
  expect(basic?.zh).toBe(
    '基本医保：以政策范围内剩余费用 16000.00 元为基数，扣起付线 300.00 元，按 80% 计，支付 12560.00 元。',
  );
  expect(basic?.en).toBe(
    'Basic insurance: of what is still unpaid in policy, 16000.00 yuan, less a deductible of 300.00 yuan, at 80%, it pays 12560.00 yuan.',
  );
});

test('who is not registered gets no layer, and none of their running totals move', () => {
  const outcome = settle({
    pack: rizhao,
    facts: { ...ordinaryStay, hospitalGrade: 'grade-2', tags: [] },
    fees: feesOf(60n, 40n),
    running: {},
    given: {},
  });
  expect(outcome.patientPays).toBe(100n);
  expect(outcome.layers.every((layer) => !layer.applies && layer.pays === 0n)).toBe(true);
  expect(outcome.runningAfter).toEqual({
    'patient-borne/in-policy/grade-2': 60n,
    'patient-borne/out-of-policy/grade-2': 40n,
  });
});

test.each([
  ['bill', { ...feesOf(60n, 40n), bill: 101n }],
  ['class-c', feesOf(60n, -40n)],
])('fees that do not sum are refused by field: %s', (field, fees) => {
  const facts = { ...ordinaryStay, hospitalGrade: 'grade-1' as const, tags: [] };
  expect(() => settle({ pack: rizhao, facts, fees, running: {}, given: {} })).toThrow(
    expect.objectContaining({ code: 'FEES_DO_NOT_SUM', facts: expect.objectContaining({ field }) }),
  );
});
