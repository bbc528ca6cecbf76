// Exact fractions (分数): a redistributed weight such as 40/70 has no last decimal, and a score must not depend on where one stops.

export interface Fraction {
  numerator: bigint;
  /** always positive */
  denominator: bigint;
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

export function fractionOf(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction over zero');
  const sign = denominator < 0n ? -1n : 1n;
  const common = divisorOf(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (sign * numerator) / common, denominator: (sign * denominator) / common };
}

/** '12.5' -> 25/2 */
export function parseDecimal(text: string): Fraction {
  const [whole = '0', places = ''] = text.split('.');
  return fractionOf(BigInt(whole + places), 10n ** BigInt(places.length));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  fractionOf(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const subtract = (a: Fraction, b: Fraction): Fraction =>
  add(a, { numerator: -b.numerator, denominator: b.denominator });
export const multiply = (a: Fraction, b: Fraction): Fraction =>
  fractionOf(a.numerator * b.numerator, a.denominator * b.denominator);
export const divide = (a: Fraction, b: Fraction): Fraction =>
  fractionOf(a.numerator * b.denominator, a.denominator * b.numerator);
export const isBelow = (a: Fraction, b: Fraction): boolean => a.numerator * b.denominator < b.numerator * a.denominator;
export const sumOfFractions = (all: readonly Fraction[]): Fraction => all.reduce(add, zero);

/** Whole units in a fraction that is not negative: 7/2 -> 3. */
export const floorOf = ({ numerator, denominator }: Fraction): bigint => numerator / denominator;

/** Rounded half-up to so many decimals, for fractions that are not negative: 2/3 -> '0.67'. */
export function formatFraction({ numerator, denominator }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const rounded = (2n * numerator * scale + denominator) / (2n * denominator);
  const digits = rounded.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function divisorOf(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
