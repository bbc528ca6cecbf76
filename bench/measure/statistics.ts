// Medians and spreads of interleaved rounds: one round that was disturbed does not decide.

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError('no values, no median');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface Ratio {
  ratio: number;
  spread: [number, number];
}

/** Each round is a pair measured one after the other: the ratio is taken inside it, so that a slow machine slows both. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  if (ours.length !== theirs.length) throw new RangeError(`${ours.length} rounds against ${theirs.length}`);
  const ratios = ours.map((value, round) => value / (theirs[round] as number));
  return {
    ratio: hundredths(median(ratios)),
    spread: [hundredths(Math.min(...ratios)), hundredths(Math.max(...ratios))],
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
