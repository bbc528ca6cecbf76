// A bounded map keeps what is asked for, whatever flood passes through it.
import fc from 'fast-check';
import { madeOnce } from './made-once';
import { RecentMap } from './recent-map';

test('it never holds more than twice its half, and always what was asked for within the last half', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.integer({ min: 0, max: 30 })), (half, keys) => {
      const map = new RecentMap<number, string>(half);
      const lately: number[] = [];
      for (const key of keys) {
        expect(madeOnce(map, key, () => `made ${key}`)).toBe(`made ${key}`);
        lately.push(key);
      }
      for (const key of new Set(lately.slice(-half))) expect(map.get(key)).toBe(`made ${key}`);
      const held = Array.from({ length: 31 }, (_, key) => key).filter((key) => new RecentMapPeek(map).has(key));
      expect(held.length).toBeLessThanOrEqual(2 * half);
    }),
  );
});

test('a flood of one-time keys does not push out one that is asked for in between', () => {
  const map = new RecentMap<string, number>(10);
  map.set('known', 1);
  for (let flood = 0; flood < 1000; flood++) {
    map.set(`once ${flood}`, flood);
    if (flood % 9 === 0) expect(map.get('known')).toBe(1);
  }
  expect(map.get('once 0')).toBeUndefined();
});

test('what was deleted or cleared is gone from both generations', () => {
  const map = new RecentMap<string, number>(1);
  map.set('a', 1);
  map.set('b', 2);
  map.delete('a');
  expect([map.get('a'), map.get('b')]).toEqual([undefined, 2]);
  map.clear();
  expect(map.get('b')).toBeUndefined();
});

/** Looks without asking, which would keep what is looked at. */
class RecentMapPeek {
  constructor(private readonly map: RecentMap<number, string>) {}

  has(key: number): boolean {
    const { young, old } = this.map as unknown as Record<'young' | 'old', Map<number, string>>;
    return young.has(key) || old.has(key);
  }
}
