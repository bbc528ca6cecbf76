// A path leads to the root from its own leaf alone, whatever the number of leaves.
import fc from 'fast-check';
import { leafOf, proofOf, rootFrom, rootOf } from './merkle';

test('every leaf is proved, and no other in its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (count, seed) => {
      const leaves = Array.from({ length: count }, (_, at) => leafOf([seed, at], 'salt'));
      const root = rootOf(leaves);
      leaves.forEach((leaf, at) => {
        const path = proofOf(leaves, at);
        expect(rootFrom(leaf, path)).toBe(root);
        expect(rootFrom(leafOf([seed, at], 'other salt'), path)).not.toBe(root);
      });
    }),
    { numRuns: 60 },
  );
});

test('another order, another line, one line less: another root', () => {
  const leaves = ['a', 'b', 'c', 'd', 'e'].map((each) => leafOf(each));
  const root = rootOf(leaves);
  const [first = '', second = '', ...rest] = leaves;
  expect(rootOf([second, first, ...rest])).not.toBe(root);
  expect(rootOf([leafOf('A'), second, ...rest])).not.toBe(root);
  expect(rootOf(leaves.slice(0, -1))).not.toBe(root);
});
