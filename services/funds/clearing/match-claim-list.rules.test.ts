// Comparing a list with a claim: each line once, every difference named, and lists of any order alike.
import fc from 'fast-check';
import { ClaimDifference, type ClaimLine, type ListedClaim, matchClaimList } from './match-claim-list.rules';

const lines: ClaimLine[] = [
  { ordinal: 1, settlementId: 'a', amount: 100n },
  { ordinal: 2, settlementId: 'b', amount: 200n },
  { ordinal: 3, settlementId: 'c', amount: -50n },
];
const told = (listed: readonly ListedClaim[]) =>
  matchClaimList(listed, lines).map(({ outcome, reference, ours, theirs }) => [outcome, reference, ours, theirs]);

test('a list that agrees has no differences, a strike and all', () => {
  expect(told(lines.map(({ settlementId, amount }) => ({ reference: settlementId, amount })))).toEqual([]);
});

test('what is not claimed, differs, stands twice or is missing is named with both amounts', () => {
  const listed = [
    { reference: 'a', amount: 90n },
    { reference: 'x', amount: 10n },
    { reference: 'b', amount: 200n },
    { reference: 'b', amount: 200n },
  ];
  expect(told(listed)).toEqual([
    [ClaimDifference.differs, 'a', 100n, 90n],
    [ClaimDifference.notClaimed, 'x', null, 10n],
    [ClaimDifference.duplicate, 'b', null, 200n],
    [ClaimDifference.notInList, 'c', -50n, null],
  ]);
});

test('a wrong line never takes the place of a right one', () => {
  const listed = [
    { reference: 'a', amount: 90n },
    { reference: 'a', amount: 100n },
  ];
  expect(told(listed).map(([outcome]) => outcome)).toEqual(['duplicate', 'not-in-list', 'not-in-list']);
});

test('the two totals differ by exactly what is named, whatever is listed', () => {
  const listed = fc.array(
    fc.record({ reference: fc.constantFrom('a', 'b', 'c', 'x', 'y'), amount: fc.bigInt({ min: -300n, max: 300n }) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(listed, (given) => {
      const sum = (amounts: readonly (bigint | null)[]) =>
        amounts.reduce((all: bigint, each) => all + (each ?? 0n), 0n);
      const found = matchClaimList(given, lines);
      expect(sum(found.map(({ theirs }) => theirs)) - sum(found.map(({ ours }) => ours))).toBe(
        sum(given.map(({ amount }) => amount)) - sum(lines.map(({ amount }) => amount)),
      );
    }),
  );
});
