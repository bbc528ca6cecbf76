// The smallest change of facts: applied it makes eligible, and no smaller one does, for any targets and any household.
import fc from 'fast-check';
import { boundsByPeople, type Condition, type FactsHeld, type FactValue, holds, mixedFacts } from './condition.rules';
import {
  applyChanges,
  type FactChange,
  type HouseholdHeld,
  type TargetGroup,
  weighTargets,
} from './smallest-change.rules';

const health = ['healthy', 'serious-illness', 'disabled'];
const ownFacts: Record<string, FactValue[]> = {
  registered: [true, false],
  income: [0, 1, 2, 3],
  causes: [[], ['illness'], ['schooling'], ['illness', 'schooling']],
};
const theirFacts: Record<string, FactValue[]> = { age: [0, 1, 2, 3], health };

const value = (values: FactValue[]) => fc.option(fc.constantFrom(...values), { nil: null });
const held = (domain: Record<string, FactValue[]>): fc.Arbitrary<FactsHeld> =>
  fc.record(Object.fromEntries(Object.entries(domain).map(([fact, values]) => [fact, value(values)])));
const bounds = (fact: string): fc.Arbitrary<Condition> =>
  fc.tuple(fc.nat(3), fc.nat(3)).map(([atLeast, atMost]) => ({ fact, atLeast, atMost }));
const own: fc.Arbitrary<Condition> = fc.oneof(
  fc.boolean().map((is) => ({ fact: 'registered', is })),
  bounds('income'),
  fc.constantFrom('illness', 'schooling').map((cause) => ({ fact: 'causes', includes: [cause] })),
);
const theirs: fc.Arbitrary<Condition> = fc.oneof(
  bounds('age'),
  fc.subarray(health, { minLength: 1 }).map((codes) => ({ fact: 'health', in: codes })),
);
const sound = (conditions: Condition[]) => mixedFacts(conditions).length === 0;
const group: fc.Arbitrary<TargetGroup> = fc.record({
  household: fc.array(own, { maxLength: 3 }).filter(sound),
  member: fc.array(theirs, { maxLength: 2 }).filter(sound),
});
const household: fc.Arbitrary<HouseholdHeld> = fc.record({
  facts: held(ownFacts),
  members: fc
    .array(held(theirFacts), { maxLength: 2 })
    .map((facts) => facts.map((each, at) => ({ memberId: `m${at}`, facts: each }))),
});

/** Every set of at most `most` facts set to every value of their domain: what the rule must not be beaten by. */
function* everyChange({ facts, members }: HouseholdHeld, most: number): Iterable<FactChange[]> {
  const places = [
    ...Object.entries(ownFacts).map(([fact, values]) => ({
      memberId: null as string | null,
      fact,
      values,
      before: facts[fact] ?? null,
    })),
    ...members.flatMap(({ memberId, facts: theirsHeld }) =>
      Object.entries(theirFacts).map(([fact, values]) => ({
        memberId,
        fact,
        values,
        before: theirsHeld[fact] ?? null,
      })),
    ),
  ];
  function* from(at: number, left: number): Iterable<FactChange[]> {
    yield [];
    if (left === 0) return;
    for (let place = at; place < places.length; place += 1) {
      const { values, ...where } = places[place] as (typeof places)[number];
      for (const after of values) for (const rest of from(place + 1, left - 1)) yield [{ ...where, after }, ...rest];
    }
  }
  yield* from(0, most);
}

/** Asked in another way than the rule asks it. */
const plainlyEligible = (groups: readonly TargetGroup[], { facts, members }: HouseholdHeld) =>
  groups.some(
    (each) =>
      each.household.every((condition) => holds(condition, facts)) &&
      (each.member.length === 0 ||
        members.some((member) => each.member.every((condition) => holds(condition, member.facts)))),
  );

test('the told change makes it eligible, and no smaller one does', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 2 }), household, (groups, asked) => {
      const { eligible, changes } = weighTargets(groups, asked);
      expect(eligible).toBe(plainlyEligible(groups, asked));
      if (eligible) return void expect(changes).toEqual([]);
      const told = changes.length;
      if (told > 0) expect(plainlyEligible(groups, applyChanges(asked, changes))).toBe(true);
      const fewer = told === 0 ? 2 : told - 1;
      for (const smaller of everyChange(asked, Math.min(fewer, 2)))
        expect(plainlyEligible(groups, applyChanges(asked, smaller))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('of one number the told value is the nearest that does', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(20), fc.nat(20), (present, least, width) => {
      const groups = [{ household: [{ fact: 'income', atLeast: least, atMost: least + width }], member: [] }];
      const asked = (income: number) => ({ facts: { income }, members: [] });
      const { eligible, changes } = weighTargets(groups, asked(present));
      if (eligible) return;
      const after = Number(changes[0]?.after);
      expect(weighTargets(groups, asked(after)).eligible).toBe(true);
      const distance = Math.abs(after - present);
      for (let nearer = Math.max(0, present - distance + 1); nearer < present + distance; nearer += 1)
        expect(weighTargets(groups, asked(nearer)).eligible).toBe(false);
    }),
  );
});

test('a condition over a fact that is not known does not hold, and bounds go by the number of people', () => {
  expect(holds({ fact: 'registered', is: false }, {})).toBe(false);
  const rows = [
    { upTo: 1, least: 20, most: 60, each: false },
    { upTo: 3, least: 40, most: 60, each: false },
    { upTo: null, least: 13, most: 18, each: true },
  ];
  expect([1, 2, 3, 4, 5].map((people) => boundsByPeople(rows, people).most)).toEqual([60, 60, 60, 72, 90]);
  expect(holds({ fact: 'floorArea', byPeople: rows }, { floorArea: 73, people: 4 })).toBe(false);
  expect(holds({ fact: 'floorArea', byPeople: rows }, { floorArea: 20, people: 0 })).toBe(false);
  expect(
    mixedFacts([
      { fact: 'a', is: true },
      { fact: 'a', in: ['b'] },
    ]),
  ).toEqual(['a']);
});

test('a policy for members is not for a household without any, whatever is changed', () => {
  const groups = [{ household: [], member: [{ fact: 'age', atLeast: 60 }] }];
  expect(weighTargets(groups, { facts: {}, members: [] })).toEqual({ eligible: false, reasons: [], changes: [] });
});
