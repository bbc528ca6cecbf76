// The packs of other places, settled by hand on paper first, and what only some of them use: groups, conditions, given amounts, listed totals.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import { type EncounterFacts, type FeePart, ordinaryStay } from '../settlement-policy/encounter-facts.rules';
import { type PolicyPack, parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import { settle } from './settlement.rules';
import { feesOfLines } from './stay-fees.rules';

const read = (name: string) =>
  JSON.parse(readFileSync(join(projectRoot, `data/settlement-policies/${name}.json`), 'utf8')) as PolicyPack;
type More = Partial<EncounterFacts> & {
  running?: Record<string, bigint>;
  given?: Record<string, bigint>;
  unconsented?: bigint;
};

function settled(pack: PolicyPack, bill: Partial<Record<FeePart, string>>, more: More = {}) {
  const { running = {}, given = {}, unconsented = 0n, ...facts } = more;
  const parts = Object.fromEntries(Object.entries(bill).map(([part, yuan]) => [part, parseYuan(yuan)]));
  const amount = Object.values(parts).reduce((sum, fen) => sum + fen, unconsented);
  return settle({
    pack: parsePolicyPack(pack),
    facts: { ...ordinaryStay, hospitalGrade: 'grade-2', tags: ['registered-poor'], ...facts },
    fees: feesOfLines([{ amount, parts, unconsented }]),
    running,
    given,
  });
}
/** What pays, by layer, and the patient. */
const told = ({ layers, patientPays }: ReturnType<typeof settled>): Record<string, string> => ({
  ...Object.fromEntries(layers.filter(({ pays }) => pays > 0n).map(({ layer, pays }) => [layer, formatYuan(pays)])),
  patient: formatYuan(patientPays),
});

const whole = { 'class-a': '16000', 'class-c': '4000' };

describe('Jining (Yanzhou) 2019', () => {
  const pack = read('jining-yanzhou-2019');
  test('a stay: assistance before the insurance that tops up, the hospital last', () => {
    // (16000-300)·80 % · 3440·70 % · 1032+4000-2000 · (4000-2000)·10 %
    expect(told(settled(pack, whole))).toEqual({
      basic: '12560.00',
      'medical-assistance': '2408.00',
      supplementary: '3032.00',
      'hospital-reduction': '200.00',
      patient: '1800.00',
    });
  });
  test('chronic outpatient: classes A and B at their own rates above one deductible of 200 a year', () => {
    const bill = { 'class-a': '500', 'class-b': '300', 'first-borne': '20' };
    // (500-200)·80 % · 300·70 % · (260+90)·70 % · 105+20-82 · 20·10 %
    const outpatient = { encounter: 'outpatient', hospitalGrade: 'grade-1', disease: 'diabetes' } as const;
    expect(told(settled(pack, bill, outpatient))).toEqual({
      'basic-outpatient-a': '240.00',
      'basic-outpatient-b': '210.00',
      'medical-assistance': '245.00',
      supplementary: '43.00',
      'hospital-reduction': '2.00',
      patient: '80.00',
    });
    // later in the year the deductible is used up: 500·80 %
    const later = settled(pack, bill, { ...outpatient, running: { 'outpatient-deductible': 20000n } });
    expect(told(later)).toMatchObject({ 'basic-outpatient-a': '400.00' });
  });
});

describe('Anhui “351” and “180”', () => {
  const pack = read('anhui-351-180');
  test('a hospital of the city: the patient bears 5,000 in policy, and what is out of policy', () => {
    // 100000·70 % · (30000-10000)·60 % · 18000·70 % · 5400-5000
    const bill = { 'class-a': '100000', 'class-c': '2000' };
    const city = { hospitalGrade: 'grade-3', hospitalLevel: 'city' } as const;
    expect(told(settled(pack, bill, city))).toEqual({
      basic: '70000.00',
      'critical-illness': '12000.00',
      'medical-assistance': '12600.00',
      'government-floor': '400.00',
      patient: '7000.00',
    });
  });
  test('within the county 3,000 a year are counted over stays; out of the area there is no floor', () => {
    // 8000 · 2000·70 % · 2900+600-3000
    const running = { 'patient-borne-at/in-policy/county': 290000n };
    const county = settled(pack, { 'class-a': '10000' }, { hospitalLevel: 'county', running });
    expect(told(county)).toEqual({
      basic: '8000.00',
      'medical-assistance': '1400.00',
      'government-floor': '500.00',
      patient: '100.00',
    });
    expect(county.runningAfter['patient-borne-at/in-policy/county']).toBe(300000n);
    const out = settled(pack, { 'class-a': '10000' }, { hospitalLevel: 'county', running, area: 'out' });
    expect(told(out)).toEqual({ basic: '8000.00', 'medical-assistance': '1400.00', patient: '600.00' });
  });
  test('chronic outpatient: 80 % of what is left in policy', () => {
    // 1000·85 % · 150·80 %
    const facts = { encounter: 'outpatient', hospitalGrade: 'grade-1', disease: 'diabetes' } as const;
    expect(told(settled(pack, { 'class-a': '1000' }, facts))).toEqual({
      basic: '850.00',
      supplementary: '120.00',
      patient: '30.00',
    });
  });
});

test('Ziyang 2017: the hospital reduces first, assistance comes last', () => {
  // 4000·10 % · 16000·80 % · 3200 is below 4000 · 3200·30 % · 2240·80 % · 448·70 % · 134.40+3600
  expect(told(settled(read('ziyang-2017'), whole))).toEqual({
    'hospital-reduction': '400.00',
    basic: '12800.00',
    'tilt-payment': '960.00',
    supplementary: '1792.00',
    'medical-assistance': '313.60',
    patient: '3734.40',
  });
});

test('Ya’an: the patient keeps the deductible and 5 % of what is out of catalogue', () => {
  // 9800·85 % · (1670-200)·70 % · 641-200 · 1000·95 % · 200+50
  expect(told(settled(read('yaan'), { 'class-b': '10000', 'class-c': '1000' }))).toEqual({
    basic: '8330.00',
    'medical-assistance': '1029.00',
    supplementary: '441.00',
    'supplementary-outside': '950.00',
    patient: '250.00',
  });
});

describe('what a pack may say beside', () => {
  const changed = (change: (pack: PolicyPack) => void): PolicyPack => {
    const pack = read('yaan');
    change(pack);
    return pack;
  };
  const first = (pack: PolicyPack) => pack.layers[0] as PolicyPack['layers'][number];
  const bill = { 'class-a': '10000' };

  test('a second stay of the year has another deductible, a transfer out of the area another rate', () => {
    const pack = changed((of) => {
      const amounts = { 'grade-1': '50', 'grade-2': '50', 'grade-3': '50' };
      Object.assign(first(of).deductible ?? {}, { variants: [{ when: { stayFrom: 2 }, amounts }] });
      first(of).rateVariants = [{ when: { areas: ['out'], referred: false }, rate: '0.5' }];
      first(of).figures.push({ of: 'rateVariants', source: 'yaan' });
    });
    expect(told(settled(pack, bill)).basic).toBe('8330.00');
    expect(told(settled(pack, bill, { stayOfYear: 2 })).basic).toBe('8457.50');
    expect(told(settled(pack, bill, { area: 'out' })).basic).toBe('4900.00');
    expect(told(settled(pack, bill, { area: 'out', referred: true })).basic).toBe('8330.00');
  });

  test('of two layers of one group the tag that ranks first pays, and the other says why not', () => {
    const pack = changed((of) => {
      of.tagPriority = ['tekun', 'registered-poor'];
      const tekun = {
        ...(of.layers[1] as PolicyPack['layers'][number]),
        layer: 'assistance-tekun',
        tags: ['tekun'],
        rate: '0.90',
        group: 'assistance',
      };
      Object.assign(of.layers[1] ?? {}, { group: 'assistance' });
      of.layers.splice(2, 0, tekun);
    });
    // (1670-200)·90 %
    const both = settled(pack, bill, { tags: ['registered-poor', 'tekun'] });
    expect(told(both)).toMatchObject({ 'assistance-tekun': '1323.00' });
    expect(both.layers[1]).toMatchObject({ applies: false, skipped: 'rank', pays: 0n });
    expect(both.layers[1]?.zh).toBe('医疗救助：已按更优先的身份享受，不重复享受，支付 0.00 元。');
    expect(told(settled(pack, bill))).toMatchObject({ 'medical-assistance': '1029.00' });
  });

  test('what was paid elsewhere is taken as told, and the rest follows; above what is left it is refused', () => {
    // 7000 told · (3000-200)·70 % · 1040-200
    expect(told(settled(read('yaan'), bill, { area: 'out', given: { basic: 700000n } }))).toEqual({
      basic: '7000.00',
      'medical-assistance': '1960.00',
      supplementary: '840.00',
      patient: '200.00',
    });
    expect(() => settled(read('yaan'), bill, { given: { basic: 1000001n } })).toThrow(
      expect.objectContaining({ code: 'GIVEN_ABOVE_BASE', facts: expect.objectContaining({ field: 'given.basic' }) }),
    );
    expect(() => settled(read('yaan'), bill, { given: { nobody: 1n } })).toThrow(
      expect.objectContaining({ code: 'GIVEN_UNKNOWN_LAYER' }),
    );
  });

  test('a cap may limit the cost instead of the payment: 5,000 a year of which 1,000 are used', () => {
    const pack = changed((of) => {
      Object.assign(first(of), { capPerYear: '5000', capBasis: 'admitted-cost', feeds: { excess: 'admitted' } });
      first(of).figures.push({ of: 'capPerYear', source: 'yaan' });
    });
    const outcome = settled(pack, bill, { running: { admitted: 100000n } });
    // 4000·85 %; 9800-4000 are cut off
    expect(outcome.layers[0]).toMatchObject({
      pays: 340000n,
      capped: 'admitted-year',
      cap: 400000n,
      aboveCap: 580000n,
    });
    expect(outcome.layers[0]?.zh).toContain('应纳入 9800.00 元，受年度纳入费用上限余额 4000.00 元限制');
  });

  test('a listed total is fed by what its list names, once the encounter is settled', () => {
    const pack = changed((of) => {
      of.totals = [
        {
          name: 'burden',
          title: { zh: '年度负担', en: 'burden' },
          fedBy: [{ layer: 'basic', part: 'deductible' }, { layer: 'basic', part: 'co-pay' }, { part: 'first-borne' }],
        },
      ];
      Object.assign(of.layers[1] ?? {}, { feeds: { base: 'burden' } });
    });
    const outcome = settled(pack, { 'class-b': '10000', 'first-borne': '500' });
    // 200 + 1470 + 500
    expect(outcome.layers[1]).toMatchObject({ runningBefore: { burden: 0n }, runningAfter: { burden: 217000n } });
  });

  test('nobody insured: a zero basic layer; nobody consented: the hospital bears it before all layers', () => {
    expect(settled(read('yaan'), bill, { insured: 'none' }).layers[0]).toMatchObject({
      skipped: 'uninsured',
      pays: 0n,
    });
    const outcome = settled(read('yaan'), bill, { unconsented: 30000n });
    expect(outcome).toMatchObject({ hospitalBears: 30000n, patientPays: 20000n });
  });
});
