// Whatever stock and packages there are: every package is whole, no lot is overdrawn, and nothing is given that was not there.
import fc from 'fast-check';
import { allocateGoods, checkContents } from './goods.rules';

const goods = ['油', '被', '米'];
const lots = fc
  .array(fc.record({ good: fc.constantFrom(...goods), stock: fc.nat(12) }), { maxLength: 8 })
  .map((all) => all.map((lot, at) => ({ id: `lot${at}`, within: null, ...lot })));
const contents = fc.uniqueArray(
  fc.record({ good: fc.constantFrom(...goods), unit: fc.constant('件'), quantity: fc.integer({ min: 1, max: 4 }) }),
  { selector: ({ good }) => good, minLength: 1 },
);

test('allocation conserves counts, makes whole packages, and takes what was received first', () => {
  fc.assert(
    fc.property(contents, lots, fc.integer({ min: 1, max: 6 }), (wanted, stock, packages) => {
      const there = (good: string) => stock.filter((lot) => lot.good === good).reduce((sum, lot) => sum + lot.stock, 0);
      const enough = wanted.every(({ good, quantity }) => there(good) >= quantity * packages);
      const places = Array.from({ length: packages }, () => '0001/0001/');
      if (!enough) return void expect(() => allocateGoods(wanted, stock, places)).toThrow();
      const taken = allocateGoods(wanted, stock, places);
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

/** Which package gets which piece, tried one after the other: what the rule must not be beaten by. */
function canServe(stock: readonly { stock: number; within: string | null }[], places: readonly string[]): boolean {
  const [place, ...rest] = places;
  if (place === undefined) return true;
  return stock.some(
    (lot, at) =>
      lot.stock > 0 &&
      (lot.within === null || place.startsWith(lot.within)) &&
      canServe(
        stock.map((each, other) => (other === at ? { ...each, stock: each.stock - 1 } : each)),
        rest,
      ),
  );
}

test('goods given for a region go nowhere else, and nobody goes without who could have been served', () => {
  const place = fc.constantFrom('1/1/', '1/2/', '2/1/');
  const restricted = fc.array(
    fc.record({ stock: fc.nat(2), within: fc.constantFrom(null, '1/', '1/1/', '1/2/', '2/') }),
    { maxLength: 5 },
  );
  const [oil] = [{ good: '油', unit: '桶', quantity: 1 }];
  fc.assert(
    fc.property(restricted, fc.array(place, { minLength: 1, maxLength: 4 }), (all, places) => {
      const stock = all.map((lot, at) => ({ id: `lot${at}`, good: '油', ...lot }));
      if (!canServe(stock, places)) return void expect(() => allocateGoods([oil], stock, places)).toThrow();
      const taken = allocateGoods([oil], stock, places);
      expect(taken).toHaveLength(places.length);
      for (const { lotId, package: at } of taken)
        expect((places[at] ?? '').startsWith(stock.find(({ id }) => id === lotId)?.within ?? '')).toBe(true);
      for (const { id, stock: there } of stock)
        expect(taken.filter(({ lotId }) => lotId === id).length).toBeLessThanOrEqual(there);
    }),
  );
});
