// A distribution of income (收益分配): voted by enough, little kept by the village, and split by shares so that not a fen is over or missing.
import Big from 'big.js';
import { type Fen, shareOf } from '#platform/vocabulary/money';
import { assetRefusals as refusals } from './asset-refusals.rules';
import type { DistributionPack } from './distribution-pack.rules';

export interface Vote {
  present: number;
  agreed: number;
}

export function checkDistribution(
  { retainedMost, agreedLeast }: Pick<DistributionPack, 'retainedMost' | 'agreedLeast'>,
  { income, retained, vote }: { income: Fen; retained: Fen; vote: Vote },
): void {
  if (retained < 0n || retained > shareOf(income, retainedMost))
    throw refusals.distributionRetains({ field: 'retained', percent: new Big(retainedMost).times(100).toNumber() });
  if (
    vote.present < 1 ||
    vote.agreed > vote.present ||
    new Big(vote.agreed).lt(new Big(vote.present).times(agreedLeast))
  )
    throw refusals.distributionVote({ field: 'agreed', percent: new Big(agreedLeast).times(100).toNumber() });
}

/** Each gets the whole fen of its shares; what is left over goes a fen each to the largest remainders, earlier ones first. */
export function splitByWeight(pool: Fen, weights: readonly number[]): Fen[] {
  const all = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  const parts = weights.map((weight, at) => ({
    at,
    fen: (pool * BigInt(weight)) / all,
    rest: (pool * BigInt(weight)) % all,
  }));
  const over = pool - parts.reduce((sum, { fen }) => sum + fen, 0n);
  const order = [...parts].sort((one, other) =>
    one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1,
  );
  for (const part of order.slice(0, Number(over))) part.fen += 1n;
  return parts.map(({ fen }) => fen);
}
