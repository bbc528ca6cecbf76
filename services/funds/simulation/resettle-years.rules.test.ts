// A person's years are walked in the order of the stays: by the pack that stands nothing changes, also of a stay of two years; a draft that does not split it takes its bill as one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import { resettle } from '../settlement/engines.rules';
import { feesOf } from '../settlement/stay-fees.rules';
import { type StoredInput, storedInput } from '../settlement/stored-input.rules';
import { ordinaryStay } from '../settlement-policy/encounter-facts.rules';
import { type PolicyPack, parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { PastStay } from './past-stay.rules';
import { resettleYears, type SimulatedStay } from './resettle-years.rules';

const shipped = JSON.parse(readFileSync(join(projectRoot, 'data/settlement-policies/rizhao-2018-04.json'), 'utf8'));
const split = parsePolicyPack({ ...shipped, yearBasis: 'split' });
const whole = parsePolicyPack({ ...shipped, name: 'another', yearBasis: 'discharge' });
const draftOf = (pack: PolicyPack) => ({
  pack,
  hash: packHash(pack),
  period: { effectiveFrom: '2018-01-01', effectiveTo: null },
});

const running: Record<number, Record<string, bigint>> = { 2018: {}, 2019: {} };
const counted: Record<number, number> = { 2018: 0, 2019: 0 };
function inputIn(year: number, fen: bigint): StoredInput {
  const facts = {
    ...ordinaryStay,
    hospitalGrade: 'grade-2' as const,
    tags: ['registered-poor'],
    stayOfYear: (counted[year] ?? 0) + 1,
  };
  return storedInput({ pack: split, facts, fees: feesOf(fen, 0n), running: running[year] ?? {}, given: {} });
}
function past(at: number, year: number, [admittedOn, dischargedOn]: [string, string], input: StoredInput): PastStay {
  const made = resettle('2', split, input, split);
  if (!made) throw new Error('no engine');
  const alsoYear = input.earlier?.year ?? null;
  const moved = [
    ...Object.entries(made.moved).map(([name, fen]) => [year, name, fen.toString()] as const),
    ...Object.entries(made.movedEarlier ?? {}).map(([name, fen]) => [year - 1, name, fen.toString()] as const),
  ];
  for (const [of, name, fen] of moved)
    running[of] = { ...running[of], [name]: (running[of]?.[name] ?? 0n) + BigInt(fen) };
  for (const of of [year, alsoYear]) if (of !== null) counted[of] = (counted[of] ?? 0) + 1;
  return {
    ...{
      id: `0189000${at}`,
      memberId: 'm',
      year,
      alsoYear,
      encounter: 'stay',
      admittedOn,
      dischargedOn,
      regionId: 'r',
      path: '0001/',
    },
    ...{ inside: true, open: false, packHash: packHash(split), earlierPack: split, input, moved },
    patientPays: made.patientPays.toString(),
    shares: made.shares.map(({ payer, amount }) => [payer, amount.toString()] as const),
  };
}

const first = past(1, 2018, ['2018-05-02', '2018-05-12'], inputIn(2018, 3_000_000n));
const both = past(2, 2019, ['2018-12-20', '2019-01-10'], {
  ...inputIn(2019, 2_000_000n),
  earlier: { year: 2018, policyId: 'p', packHash: packHash(split), input: inputIn(2018, 1_500_000n) },
});
const last = past(3, 2019, ['2019-03-02', '2019-03-12'], inputIn(2019, 2_500_000n));
const year = [first, both, last];
const changes = (simulated: SimulatedStay[]) =>
  simulated.map(({ past: of, anew }) => anew && anew.patientPays - BigInt(of.patientPays));

test('by the pack that stands nothing changes, share by share, and neither does the order lose the totals', () => {
  const simulated = resettleYears(draftOf(split), year);
  expect(changes(simulated)).toEqual([0n, 0n, 0n]);
  const sharesBy = (shares: readonly (readonly [string, string])[]) => [...shares].sort();
  for (const { past: of, anew } of simulated)
    expect(sharesBy((anew?.shares ?? []).map(({ payer, amount }) => [payer, amount.toString()]))).toEqual(
      sharesBy(of.shares),
    );
});

test('control: without the stay before, the one after it comes out otherwise', () => {
  const [alone] = resettleYears(draftOf(split), [last]);
  const sharesOf = (stay?: SimulatedStay) => stay?.anew?.shares.map(({ amount }) => amount);
  expect(sharesOf(alone)).not.toEqual(sharesOf(resettleYears(draftOf(split), year)[2]));
});

test('a draft that does not split takes the bill as one; one that splits what was never split leaves it, and says why', () => {
  const [, taken] = resettleYears(draftOf(whole), year);
  const sum = (taken?.anew?.shares ?? []).reduce((total, { amount }) => total + amount, taken?.anew?.patientPays ?? 0n);
  expect(sum).toBe(3_500_000n);
  const { earlier: _, ...own } = both.input as StoredInput;
  const unsplit = { ...both, alsoYear: null, input: own, packHash: packHash(whole) };
  expect(resettleYears(draftOf(split), [unsplit])[0]?.left).toBe('FEE_DAY_MISSING');
});

test('of a stay of two years the part before the period goes by the pack that it had', () => {
  const generous = parsePolicyPack({
    ...structuredClone(split),
    name: 'generous',
    layers: split.layers.map((layer) =>
      layer.kind === 'top-up'
        ? { ...layer, patientShareByGrade: { 'grade-1': '0', 'grade-2': '0', 'grade-3': '0' } }
        : layer,
    ),
  });
  const from = (effectiveFrom: string) =>
    resettleYears({ ...draftOf(generous), period: { effectiveFrom, effectiveTo: null } }, year).at(-2);
  expect(from('2018-01-01')?.anew?.patientPays).toBe(0n);
  const later = from('2019-01-01')?.anew?.patientPays ?? 0n;
  expect(later > 0n && later < BigInt(both.patientPays)).toBe(true);
});

test('what waits for differences, or kept no input, is left with its reason; what lies outside stands and is not told', () => {
  expect(resettleYears(draftOf(split), [{ ...first, open: true }, last]).map(({ left }) => left)).toEqual([
    'DIFFERENCES_OPEN',
    null,
  ]);
  expect(resettleYears(draftOf(split), [{ ...first, input: null }])[0]?.left).toBe('INPUT_NOT_KEPT');
  expect(resettleYears(draftOf(split), [{ ...first, inside: false }])).toEqual([]);
});
