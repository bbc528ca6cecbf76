// The annual review: the mean of sealed quarters, its share by the pack, and two hands at each step.
import type { Checker } from '#platform/vocabulary/hands';
import {
  checkAcknowledgement,
  checkAddendum,
  checkSignature,
  reviewOf,
  type SealedQuarter,
} from './annual-review.rules';

const coded = (code: string) => expect.objectContaining({ code });
const quarter = (at: number, score: string | null): SealedQuarter => ({
  quarter: `2018Q${at}`,
  score,
  inputsHash: `h${at}`,
});
const four = [quarter(1, '80.00'), quarter(2, '90.01'), quarter(3, null), quarter(4, '70.00')];

test('the mean of the quarters in which something was owed, rounded once, and its share', () => {
  // (80 + 90.01 + 70) / 3 = 80.00333…, of which 20 % are 16.000666…
  expect(reviewOf('u', 2018, four, '20')).toMatchObject({ score: '80.00', points: '16.00' });
  expect(reviewOf('u', 2018, four, '12.5')).toMatchObject({ points: '10.00' });
  expect(
    reviewOf(
      'u',
      2018,
      four.map((each) => ({ ...each, score: null })),
      '20',
    ),
  ).toMatchObject({ score: null, points: null });
});

test('order says nothing; another quarter, unit or weight changes the hash; a quarter that is not sealed is named', () => {
  const { contentHash } = reviewOf('u', 2018, four, '20');
  expect(reviewOf('u', 2018, [...four].reverse(), '20').contentHash).toBe(contentHash);
  expect(reviewOf('v', 2018, four, '20').contentHash).not.toBe(contentHash);
  expect(reviewOf('u', 2018, four, '21').contentHash).not.toBe(contentHash);
  expect(() => reviewOf('u', 2018, four.slice(1), '20')).toThrow(coded('QUARTERS_NOT_SEALED'));
});

const by = (personId: string, standsFor: string[] = []): Checker => ({ personId, principalId: null, standsFor });

test('who compiles does not acknowledge, who writes does not sign, and each is done once', () => {
  const now = new Date(0);
  expect(() => checkAcknowledgement({ compiledBy: 'a', acknowledgedAt: null }, by('a'))).toThrow(
    coded('REVIEW_FOUR_EYES'),
  );
  expect(() => checkAcknowledgement({ compiledBy: 'a', acknowledgedAt: now }, by('b'))).toThrow(
    coded('ACKNOWLEDGED_ALREADY'),
  );
  expect(() => checkAcknowledgement({ compiledBy: 'a', acknowledgedAt: null }, by('b'))).not.toThrow();
  expect(() => checkAcknowledgement({ compiledBy: 'a', acknowledgedAt: null }, by('b', ['a']))).toThrow(
    coded('REVIEW_FOUR_EYES'),
  );
  expect(() => checkSignature({ writtenBy: 'a', signedAt: null }, by('b', ['a']))).toThrow(coded('REVIEW_FOUR_EYES'));
  expect(() => checkAddendum({ acknowledgedAt: null }, '80.00')).toThrow(coded('NOT_ACKNOWLEDGED'));
  expect(() => checkAddendum({ acknowledgedAt: now }, '100.01')).toThrow(coded('SCORE_ILL_FORMED'));
  expect(() => checkSignature({ writtenBy: 'a', signedAt: null }, by('a'))).toThrow(coded('REVIEW_FOUR_EYES'));
  expect(() => checkSignature({ writtenBy: 'a', signedAt: now }, by('b'))).toThrow(coded('ADDENDUM_SIGNED'));
});
