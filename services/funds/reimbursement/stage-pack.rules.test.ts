// Stages make the whole to the fen; a deposit above a tenth, or shares that do not make the whole, are no pack.
import fc from 'fast-check';
import { shippedPacks } from '../../../data/load/shipped-packs';
import { type StagePack, stageAmounts, stagePackKind } from './stage-pack.rules';

const [pack] = shippedPacks('stage-payments', stagePackKind) as [StagePack];

test('whatever the contract, its stages make it, and each is its share to the fen below', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), (contracted) => {
      const amounts = stageAmounts(contracted, pack.stages);
      expect(amounts.reduce((sum, fen) => sum + fen, 0n)).toBe(contracted);
      expect(amounts[0]).toBe((contracted * 4n) / 10n);
    }),
  );
});

test('a deposit of more than a tenth, shares of more than the whole, and unknown documents are refused', () => {
  const sound = (stages: unknown) => stagePackKind.schema.safeParse({ ...pack, stages }).success;
  expect(sound(pack.stages)).toBe(true);
  const [start, ...rest] = pack.stages;
  expect(sound(rest)).toBe(false);
  expect(sound([{ ...start, documents: ['letter'] }, ...rest])).toBe(false);
  const heavy = pack.stages.map((each) => {
    if (each.isDeposit) return { ...each, perTenThousand: 1100 };
    return each.code === 'start' ? { ...each, perTenThousand: 3400 } : each;
  });
  expect(sound(heavy)).toBe(false);
});
