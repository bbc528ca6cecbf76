// The draw of mutual checks: whatever the seed and the number, nobody checks himself, everybody checks and is checked as often, and no two each other.
import fc from 'fast-check';
import { drawPeers, lonelyGroups, type Pairing, type Peer } from './peer-draw.rules';

const peers = (count: number, group = 'towns'): Peer[] =>
  Array.from({ length: count }, (_, at) => ({ subjectId: `${group}${at}`, group }));
const key = ({ checkerId, checkedId }: Pairing) => `${checkerId} ${checkedId}`;
const reciprocal = (drawn: readonly Pairing[]) => {
  const all = new Set(drawn.map(key));
  return drawn.filter(({ checkerId, checkedId }) => all.has(`${checkedId} ${checkerId}`));
};

test('nobody checks himself or two each other where the number allows, each checks and is checked equally often, within its group', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 2, max: 25 }),
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (seed, towns, districts, checksEach) => {
        const all = [...peers(towns), ...peers(districts, 'districts')];
        const drawn = drawPeers(seed, all, checksEach);
        expect(drawPeers(seed, [...all].reverse(), checksEach)).toEqual(drawn);
        expect(new Set(drawn.map(key)).size).toBe(drawn.length);
        expect(drawn.filter(({ checkerId, checkedId }) => checkerId === checkedId)).toEqual([]);
        expect(reciprocal(drawn).map(key).sort()).toEqual(
          drawn
            .filter(({ mutual }) => mutual)
            .map(key)
            .sort(),
        );
        for (const [group, count] of [
          ['towns', towns],
          ['districts', districts],
        ] as const) {
          const own = drawn.filter(({ checkerId }) => checkerId.startsWith(group));
          expect(own.filter(({ checkedId }) => !checkedId.startsWith(group))).toEqual([]);
          const each = Math.min(checksEach, count - 1);
          for (const { subjectId } of peers(count, group)) {
            expect(own.filter(({ checkerId }) => checkerId === subjectId)).toHaveLength(each);
            expect(own.filter(({ checkedId }) => checkedId === subjectId)).toHaveLength(each);
          }
          if (count > 2 * checksEach) expect(reciprocal(own)).toEqual([]);
        }
      },
    ),
  );
});

test('another seed draws another ring; two can only check each other; one alone has no peer', () => {
  const rings = new Set(
    ['a', 'b', 'c', 'd'].map((seed) =>
      drawPeers(seed, peers(9), 1)
        .map((each) => key(each))
        .sort()
        .join(),
    ),
  );
  expect(rings.size).toBe(4);
  expect(drawPeers('a', peers(2), 1).map(({ mutual }) => mutual)).toEqual([true, true]);
  expect(lonelyGroups([...peers(3), ...peers(1, 'districts')])).toEqual(['districts']);
  expect(lonelyGroups(peers(2))).toEqual([]);
});
