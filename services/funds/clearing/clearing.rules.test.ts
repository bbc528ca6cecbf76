// The steps of a clearing: each from its states alone, and money by three people, also over delegations.
import { readData } from '#platform/process/read-data';
import { readPack } from '#platform/vocabulary/pack';
import { ClearingState, checkClearingHands, checkClearingStep, checkDeductions } from './clearing.rules';
import { bandsOf, clearingPackKind } from './clearing-pack.rules';

const codeOf = (run: () => void) => {
  try {
    run();
    return 'passed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('a claim is reviewed, reconciled, applied for, approved and paid in this order', () => {
  const order = [
    ['review', ClearingState.claimed],
    ['reconcile', ClearingState.reviewed],
    ['apply', ClearingState.reconciled],
    ['approve', ClearingState.applied],
    ['pay', ClearingState.approved],
  ] as const;
  for (const [step, state] of order)
    for (const each of Object.values(ClearingState))
      expect(codeOf(() => checkClearingStep(each, step))).toBe(each === state ? 'passed' : 'CLEARING_STATE');
});

test('maker, checker and payer are three, and whoever stands for one of them is him', () => {
  const hands = { claimedBy: 'h', madeBy: 'm', checkedBy: 'c' };
  const by = (personId: string, step: 'review' | 'approve' | 'pay', standsFor: string[] = []) =>
    codeOf(() => checkClearingHands({ personId, principalId: null, standsFor }, step, hands));
  expect([by('h', 'review'), by('m', 'approve'), by('m', 'pay'), by('c', 'pay')]).toEqual(
    Array(4).fill('CLEARING_FOUR_EYES'),
  );
  expect(by('p', 'pay', ['c'])).toBe('CLEARING_FOUR_EYES');
  expect([by('m', 'review'), by('p', 'approve'), by('p', 'pay')]).toEqual(['passed', 'passed', 'passed']);
});

test('a line is deducted from once, by more than nothing', () => {
  expect(codeOf(() => checkDeductions([{ ordinal: 1, amount: 0n }]))).toBe('INVALID_INPUT');
  expect(codeOf(() => checkDeductions([1, 1].map((ordinal) => ({ ordinal, amount: 1n }))))).toBe('INVALID_INPUT');
});

test('the pack that ships is sound, cites its figures, and says what is assumed', () => {
  const [shipped] = readData('clearing-rules', (json) => json as object);
  const { content, flaws } = readPack(clearingPackKind, shipped);
  expect(flaws).toEqual([]);
  expect(bandsOf(content?.ageing ?? [])).toEqual([
    { fromDays: 0, toDays: 30 },
    { fromDays: 31, toDays: 90 },
    { fromDays: 91, toDays: 180 },
    { fromDays: 181, toDays: null },
  ]);
  const broken = { ...shipped, ageing: [90, 30] };
  expect(readPack(clearingPackKind, broken).flaws).not.toEqual([]);
});
