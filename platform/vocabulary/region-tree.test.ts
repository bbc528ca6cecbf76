// The tree of days gone by: whatever moved, ended or was split off, the parts of a day are all of it and never more.
import fc from 'fast-check';
import { isWithin } from './region';
import { RegionTree } from './region-tree';

const tree = new RegionTree(
  3,
  [
    { id: 'root', path: '0001/', from: '-infinity' },
    { id: 'east', path: '0001/0001/', from: '-infinity' },
    { id: 'west', path: '0001/0002/', from: '-infinity' },
    { id: 'a', path: '0001/0002/0001/', from: '2019-01-09' },
    { id: 'b', path: '0001/0001/0002/', from: '-infinity' },
    { id: 'new', path: '0001/0003/', from: '2019-06-01', originId: 'east' },
  ],
  [
    { id: 'a', path: '0001/0001/0001/', from: '-infinity', until: '2019-01-09' },
    { id: 'gone', path: '0001/0001/0003/', from: '-infinity', until: '2019-03-01' },
  ],
  [{ id: 'gone', path: '0001/0001/0002/0001/', on: '2019-03-01' }],
);
const present: Record<string, string> = {
  ...{ root: '0001/', east: '0001/0001/', west: '0001/0002/', a: '0001/0002/0001/', b: '0001/0001/0002/' },
  ...{ new: '0001/0003/', gone: '0001/0001/0002/0001/' },
};
const partsOf = (id: string, day: string) => {
  const ranges = tree.rangesOn(id, day);
  return ranges && Object.keys(present).filter((each) => ranges.some((range) => isWithin(present[each] ?? '', range)));
};

test('a region that moved belongs to where it was on that day', () => {
  expect(partsOf('east', '2019-01-08')).toEqual(['east', 'a', 'b', 'new', 'gone']);
  expect(partsOf('east', '2019-01-09')).toEqual(['east', 'b', 'new', 'gone']);
  expect(partsOf('west', '2019-01-08')).toEqual(['west']);
  expect(partsOf('west', '2019-01-09')).toEqual(['west', 'a']);
});

test('one that ended is by itself before, and with its successor after; one that was split off belonged to its origin', () => {
  expect(partsOf('b', '2019-02-28')).toEqual(['b']);
  expect(partsOf('gone', '2019-02-28')).toEqual(['gone']);
  expect(partsOf('b', '2019-03-01')).toEqual(['b', 'gone']);
  expect(partsOf('gone', '2019-03-01')).toBeNull();
  expect(partsOf('new', '2019-05-31')).toBeNull();
  expect(partsOf('east', '2019-06-01')).toEqual(['east', 'b', 'gone']);
});

test('on every day the root is everything, and its three parts never overlap', () => {
  const days = fc
    .integer({ min: 0, max: 400 })
    .map((plus) => new Date(Date.UTC(2018, 11, 1 + plus)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (day) => {
      expect(partsOf('root', day)?.length).toBe(Object.keys(present).length);
      const parts = ['east', 'west', 'new'].flatMap((id) => partsOf(id, day) ?? []);
      expect(new Set(parts).size).toBe(parts.length);
      expect(parts.length).toBe(Object.keys(present).length - 1);
    }),
  );
});
