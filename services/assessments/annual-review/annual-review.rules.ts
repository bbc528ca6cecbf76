// The annual review (年度考核) of a member unit: the mean of its sealed quarters, and what of that counts for its leadership team by the pack.
import { z } from 'zod';
import { contentHash } from '#platform/vocabulary/canonical';
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import type { PackKind } from '#platform/vocabulary/pack';
import { packHead } from '#platform/vocabulary/pack-shape';
import {
  divide,
  type Fraction,
  formatFraction,
  fractionOf,
  multiply,
  parseDecimal,
  sumOfFractions,
} from '../scoring/fraction.rules';
import { annualRefusals } from './annual-refusals.rules';

const schema = z.strictObject({
  ...packHead,
  /** share of the leadership team's yearly assessment */
  weightPercent: z
    .string()
    .regex(/^(100|[1-9]?\d(\.\d{1,2})?)$/, '权重须为 0 至 100 的百分数 · a weight is a percentage of 0 to 100'),
});
export type AnnualReviewPack = z.infer<typeof schema>;

export const annualReviewPackKind: PackKind<AnnualReviewPack> = {
  subgraph: 'assessments',
  kind: 'annual-review',
  title: { zh: '年度考核规则包', en: 'annual review pack' },
  schema,
  startsOn: 'year',
};

export interface SealedQuarter {
  quarter: string;
  /** two decimals; null when the unit owed nothing */
  score: string | null;
  inputsHash: string;
}

export interface AnnualOutcome {
  quarters: SealedQuarter[];
  score: string | null;
  points: string | null;
  contentHash: string;
}

export const quartersOf = (year: number): string[] => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`);

/** The same in whatever order the quarters come; a quarter in which nothing was owed neither lifts nor lowers the mean. */
export function reviewOf(
  unitId: string,
  year: number,
  sealed: readonly SealedQuarter[],
  weightPercent: string,
): AnnualOutcome {
  const missing = quartersOf(year).filter((quarter) => !sealed.some((each) => each.quarter === quarter));
  if (missing.length > 0) throw annualRefusals.quartersNotSealed({ missing: missing.join('、') });
  const quarters = [...sealed].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  const scored = quarters.flatMap(({ score }) => (score === null ? [] : [parseDecimal(score)]));
  const mean: Fraction | null =
    scored.length === 0 ? null : divide(sumOfFractions(scored), fractionOf(BigInt(scored.length), 1n));
  const share = divide(parseDecimal(weightPercent), fractionOf(100n, 1n));
  return {
    quarters,
    score: mean && formatFraction(mean, 2),
    points: mean && formatFraction(multiply(mean, share), 2),
    contentHash: contentHash({ unitId, year, quarters, weightPercent }),
  };
}

/** Acknowledged once, by somebody else than who compiled it. */
export function checkAcknowledgement(review: { compiledBy: string; acknowledgedAt: Date | null }, by: Checker): void {
  if (review.acknowledgedAt !== null) throw annualRefusals.acknowledgedAlready();
  if (!mayCheck(by, { personId: review.compiledBy, principalId: null })) throw annualRefusals.reviewFourEyes();
}

export function checkAddendum(review: { acknowledgedAt: Date | null }, correctedScore: string): void {
  if (review.acknowledgedAt === null) throw annualRefusals.notAcknowledged();
  if (!/^(100\.00|\d{1,2}\.\d{2})$/.test(correctedScore))
    throw annualRefusals.scoreIllFormed({ score: correctedScore });
}

export function checkSignature(addendum: { writtenBy: string; signedAt: Date | null }, by: Checker): void {
  if (addendum.signedAt !== null) throw annualRefusals.addendumSigned();
  if (!mayCheck(by, { personId: addendum.writtenBy, principalId: null })) throw annualRefusals.reviewFourEyes();
}
