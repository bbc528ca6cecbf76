// Whatever groups there are: the sums close, no small group is shown, and none can be found by subtracting what is shown.
import fc from 'fast-check';
import { hideSmallGroups } from './small-groups';

const groups = fc.array(
  fc.record({ people: fc.integer({ min: 1, max: 12 }), amount: fc.bigInt({ min: 1n, max: 900n }) }),
  {
    maxLength: 9,
  },
);
const told = (given: readonly { people: number; amount: bigint }[]) =>
  given.map((each, at) => ({ ...each, key: `region ${at}` }));

test('no small group is shown, what is hidden is several or all, and the sums close', () => {
  fc.assert(
    fc.property(groups, (given) => {
      const all = told(given);
      const { shown, hidden } = hideSmallGroups(all, (group) => group);
      const sum = (of: readonly { amount: bigint }[]) => of.reduce((total, { amount }) => total + amount, 0n);
      expect(sum(shown) + (hidden?.amount ?? 0n)).toBe(sum(all));
      expect(shown.every(({ people }) => people >= 5)).toBe(true);
      if (all.every(({ people }) => people >= 5)) expect(hidden).toBeNull();
      if (hidden === null) return;
      const together = all.filter((group) => !shown.includes(group));
      const people = together.reduce((total, each) => total + each.people, 0);
      expect(together.length >= 3 || shown.length === 0).toBe(true);
      expect(hidden.people).toBe(people < 5 ? null : people);
      expect(people >= 5 || shown.length === 0).toBe(true);
    }),
  );
});

test('of five people and two, both are told together; two alone are told without their number', () => {
  const both = hideSmallGroups(
    told([
      { people: 2, amount: 20n },
      { people: 6, amount: 60n },
    ]),
    (group) => group,
  );
  expect(both).toEqual({ shown: [], hidden: { people: 8, amount: 80n } });
  expect(hideSmallGroups(told([{ people: 2, amount: 20n }]), (group) => group).hidden).toEqual({
    people: null,
    amount: 20n,
  });
});
