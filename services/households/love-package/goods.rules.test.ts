// Whatever stock and packages there are: every package is whole, no lot is overdrawn, and nothing is given that was not there.
import fc from 'fast-check';
import { allocateGoods, checkContents } from './goods.rules';

const goods = ['油', '被', '米'];
const lots = fc
  .array(fc.record({ good: fc.constantFrom(...goods), stock: fc.nat(12) }), { maxLength: 8 })
  .map((all) => all.map((lot, at) => ({ id: `lot${at}`, ...lot })));
const contents = fc.uniqueArray(
  fc.record({ good: fc.constantFrom(...goods), unit: fc.constant('件'), quantity: fc.integer({ min: 1, max: 4 }) }),
  { selector: ({ good }) => good, minLength: 1 },
);

test('allocation conserves counts, makes whole packages, and takes what was received first', () => {
  fc.assert(
    fc.property(contents, lots, fc.integer({ min: 1, max: 6 }), (wanted, stock, packages) => {
      const there = (good: string) => stock.filter((lot) => lot.good === good).reduce((sum, lot) => sum + lot.stock, 0);
      const enough = wanted.every(({ good, quantity }) => there(good) >= quantity * packages);
      if (!enough) return void expect(() => allocateGoods(wanted, stock, packages)).toThrow();
      const taken = allocateGoods(wanted, stock, packages);
      for (let at = 0; at < packages; at += 1)
        for (const { good, quantity } of wanted)
          expect(
            taken
              .filter((part) => part.package === at && part.good === good)
              .reduce((sum, part) => sum + part.quantity, 0),
          ).toBe(quantity);
      const left = stock.map(
        (lot) =>
          lot.stock - taken.filter(({ lotId }) => lotId === lot.id).reduce((sum, part) => sum + part.quantity, 0),
      );
      expect(Math.min(0, ...left)).toBe(0);
      // A later lot of a good is broken into only when all earlier ones are empty.
      stock.forEach((lot, at) => {
        const touched = taken.some(({ lotId }) => lotId === lot.id);
        if (touched)
          expect(stock.slice(0, at).every((earlier, index) => earlier.good !== lot.good || left[index] === 0)).toBe(
            true,
          );
      });
    }),
  );
});

test('a batch holds each good once', () => {
  const oil = { good: '油', unit: '桶', quantity: 1 };
  expect(checkContents([oil])).toEqual([oil]);
  expect(() => checkContents([oil, oil])).toThrow();
  expect(() => checkContents([])).toThrow();
});
