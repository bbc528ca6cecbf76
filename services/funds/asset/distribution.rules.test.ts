// Splitting by shares leaves no fen over; the village keeps little, and enough agree.
import fc from 'fast-check';
import { checkDistribution, splitByWeight } from './distribution.rules';

const pack = { retainedMost: '0.20', agreedLeast: '0.6667' };
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'nothing was refused';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('shares sum to the pool, and nobody with more weight gets less', () => {
  expect(splitByWeight(100n, [1, 1, 1])).toEqual([34n, 33n, 33n]);
  expect(splitByWeight(700n, [3, 2, 2])).toEqual([300n, 200n, 200n]);
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 12n),
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 60 }),
      (pool, weights) => {
        const split = splitByWeight(pool, weights);
        expect(split.reduce((sum, fen) => sum + fen, 0n)).toBe(pool);
        weights.forEach((weight, at) => {
          const exact = (pool * BigInt(weight)) / BigInt(weights.reduce((sum, each) => sum + each, 0));
          expect((split[at] ?? 0n) - exact).toBeGreaterThanOrEqual(0n);
          expect((split[at] ?? 0n) - exact).toBeLessThanOrEqual(1n);
        });
      },
    ),
  );
});

test('a fifth is kept at most, and two thirds agree', () => {
  const check = (retained: bigint, agreed: number) =>
    codeOf(() => checkDistribution(pack, { income: 10_000n, retained, vote: { present: 30, agreed } }));
  expect(check(2_000n, 21)).toBe('nothing was refused');
  expect(check(2_001n, 21)).toBe('DISTRIBUTION_RETAINS');
  expect(check(0n, 20)).toBe('DISTRIBUTION_VOTE');
  expect(check(0n, 31)).toBe('DISTRIBUTION_VOTE');
});
