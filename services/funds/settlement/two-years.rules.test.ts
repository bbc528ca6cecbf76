// A stay over 31 December is split only where its policy says so, by the day of each fee, and is worked out again as it was.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { contentHash } from '#platform/vocabulary/canonical';
import { ordinaryStay } from '../settlement-policy/encounter-facts.rules';
import { insuranceYearOf, type PolicyPack, parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import { resettle } from './engines.rules';
import { feesOf } from './stay-fees.rules';
import { readInput, storedInput } from './stored-input.rules';
import { splitFees } from './two-years.rules';

const json = JSON.parse(readFileSync(join(projectRoot, 'data/settlement-policies/rizhao-2018-04.json'), 'utf8'));
const pack = parsePolicyPack(json);
const split = parsePolicyPack({ ...json, yearBasis: 'split' });
const over = { admittedOn: '2018-12-20', dischargedOn: '2019-01-10' };
const fees = (...days: (string | null)[]) => days.map((servedOn) => ({ servedOn }));
const counted = (of: PolicyPack, days = over, lines = fees('2018-12-31', '2019-01-01')) => {
  const { earlier, later } = splitFees(of, days, lines);
  return [earlier.length, later.length];
};

test('without the word of its policy a stay counts as a whole, at discharge or at admission', () => {
  expect(counted(pack)).toEqual([0, 2]);
  expect(insuranceYearOf(pack, over)).toBe(2019);
  expect(insuranceYearOf(parsePolicyPack({ ...json, yearBasis: 'admission' }), over)).toBe(2018);
});

test('split, the last day of December is of the old year and the first of January of the new one', () => {
  expect(counted(split)).toEqual([1, 1]);
  expect(insuranceYearOf(split, over)).toBe(2019);
  expect(counted(split, { admittedOn: '2019-01-01', dischargedOn: '2019-12-31' }, fees(null))).toEqual([0, 1]);
});

test('a fee without a day, a stay of three years, and a policy found by admission are refused by their field', () => {
  expect(() => counted(split, over, fees('2018-12-31', null))).toThrow(
    expect.objectContaining({ code: 'FEE_DAY_MISSING', facts: { field: 'lines.1.servedOn' } }),
  );
  expect(() => counted(split, { ...over, dischargedOn: '2020-01-01' })).toThrow(
    expect.objectContaining({ code: 'MORE_THAN_TWO_YEARS' }),
  );
  expect(() => parsePolicyPack({ ...json, yearBasis: 'split', dateBasis: 'admission' })).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ field: 'yearBasis' }) }),
  );
});

const stored = (inPolicy: bigint, running: Record<string, bigint>) =>
  storedInput({
    pack,
    facts: { ...ordinaryStay, hospitalGrade: 'grade-2', tags: ['registered-poor'] },
    fees: feesOf(inPolicy, 0n),
    running,
    given: {},
  });
const two = {
  ...stored(2000000n, {}),
  earlier: {
    year: 2018,
    policyId: '01890000-0000-7000-8000-000000000001',
    packHash: 'not asked here',
    input: stored(1000000n, { 'critical-burden': 700000n, 'critical-deductible': 600000n }),
  },
};

test('each year settles by its own pack and totals, and one settlement explains both', () => {
  const outcome = resettle('2', split, two, pack);
  // 2018: 9700·80 % · 2240·55 %=1232 · 1008·10 % · 907.20·70 % · 272.16 is under 400; 2019: 19700·80 % · 4240 is below 6000 · 424 · 3816·70 % · 1144.80-800
  expect(outcome?.patientPays).toBe(27216n + 80000n);
  expect(outcome?.outcome.layers.map(({ year }) => year)).toEqual([...Array(5).fill(2018), ...Array(5).fill(2019)]);
  expect(new Set(outcome?.outcome.layers.map(({ packHash }) => packHash)).size).toBe(2);
  expect(outcome?.moved['critical-deductible']).toBe(424000n);
  expect(outcome?.movedEarlier?.['critical-deductible']).toBeUndefined();
  expect(outcome?.outcome.explanation.zh).toContain('两个年度合计，个人负担 1072.16 元。');
});

test('what two years ever made is known by its hash; half of it is not worked out alone', () => {
  expect(contentHash(resettle('2', split, two, pack)?.outcome)).toBe(
    'b7ae11801c8f021528955ce48502e31ccfd59158644f82d63be5264b0fe504a9',
  );
  expect(() => resettle('2', split, two)).toThrow('two packs');
  expect(() => readInput(split, two)).toThrow('two packs');
});
