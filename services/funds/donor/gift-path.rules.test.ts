// Whatever was paid: the uses of a gift make what was paid of it, and no use and no place of few households is told by itself.
import fc from 'fast-check';
import { type PaidInTown, type PaidOtherwise, usesOf } from './gift-path.rules';

const lines = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    ...{ purpose: fc.constant('donated-relief'), paidOn: fc.constant('2018-06-01'), project: fc.constant(null) },
    ...{ documentNumber: fc.constant('莱扶字 1 号'), regionId: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5') },
    ...{ households: fc.integer({ min: 1, max: 9 }), amount: fc.integer({ min: 1, max: 900 }).map(String) },
  }),
  { selector: ({ id, regionId }) => `${id}/${regionId}`, maxLength: 12 },
);
const bought: PaidOtherwise = {
  ...{ id: 'p', kind: 'purchase', purpose: 'donated-relief', title: '棉被采购', paidOn: '2018-05-01', amount: '500' },
};
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, each) => total + each, 0n);

test('uses make what was paid, and few households are never told apart', () => {
  fc.assert(
    fc.property(lines, (paid: PaidInTown[]) => {
      const { uses, others } = usesOf(paid, [bought]);
      const whole = sum(paid.map(({ amount }) => BigInt(amount))) + 500n;
      expect(sum(uses.map(({ amount }) => amount)) + (others?.amount ?? 0n)).toBe(whole);
      for (const { kind, amount, households, places, elsewhere } of uses) {
        if (kind !== 'households') continue;
        expect(households).toBeGreaterThanOrEqual(5);
        expect(sum(places.map((place) => place.amount)) + (elsewhere?.amount ?? 0n)).toBe(amount);
        for (const place of places) expect(place.households).toBeGreaterThanOrEqual(5);
        expect(elsewhere?.households ?? 5).toBeGreaterThanOrEqual(5);
      }
      expect(others?.households ?? 5).toBeGreaterThanOrEqual(5);
    }),
  );
});

test('what goes to no household is told as it is', () => {
  expect(usesOf([], [bought])).toEqual({
    uses: [
      {
        ...{ kind: 'purchase', purpose: 'donated-relief', title: '棉被采购', paidOn: '2018-05-01', amount: 500n },
        ...{ households: null, places: [], elsewhere: null },
      },
    ],
    others: null,
  });
});
