// What the marks of a tour make: exact means, extremes left out, ranks that the order of the marks does not change; nobody marks his own.
import fc from 'fast-check';
import { type GivenMark, isOwnSite, type MarkingRule, resultsOf, tourHash } from './tour.rules';

const rule: MarkingRule = { most: 100, fewestMarks: 3, trim: { from: 5, each: 1 }, mayMarkOwn: false };
const marks = (siteId: string, ...points: number[]): GivenMark[] =>
  points.map((each, at) => ({ siteId, personId: `p${at}`, points: each }));

test('a mean is half-up to the hundredth; of five marks the highest and the lowest are left out; two are too few', () => {
  const given = [...marks('a', 80, 81, 81), ...marks('b', 0, 80, 81, 82, 100), ...marks('c', 99, 99)];
  expect(resultsOf(['a', 'b', 'c', 'd'], given, rule)).toEqual([
    { siteId: 'a', given: 3, counted: 3, mean: '80.67', rank: 2 },
    { siteId: 'b', given: 5, counted: 3, mean: '81.00', rank: 1 },
    { siteId: 'c', given: 2, counted: 2, mean: null, rank: null },
    { siteId: 'd', given: 0, counted: 0, mean: null, rank: null },
  ]);
  expect(resultsOf(['a'], marks('a', 1, 1, 1, 1, 2, 2, 2, 2), { ...rule, trim: { from: 99, each: 1 } })[0]?.mean).toBe(
    '1.50',
  );
});

test('the order of the marks says nothing; a mean lies between its marks; another mark is another hash', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({
      siteId: fc.constantFrom('a', 'b', 'c'),
      personId: fc.constantFrom('p', 'q', 'r', 's', 't', 'u', 'v'),
      points: fc.nat(100),
    }),
    { selector: ({ siteId, personId }) => `${siteId} ${personId}`, minLength: 1 },
  );
  fc.assert(
    fc.property(arbitrary, (given) => {
      const results = resultsOf(['a', 'b', 'c'], given, rule);
      const turned = [...given].reverse();
      expect(resultsOf(['a', 'b', 'c'], turned, rule)).toEqual(results);
      const hash = tourHash('tour', 'pack', given, results);
      expect(tourHash('tour', 'pack', turned, results)).toBe(hash);
      const [first, ...rest] = given as [GivenMark, ...GivenMark[]];
      expect(tourHash('tour', 'pack', [{ ...first, points: first.points + 1 }, ...rest], results)).not.toBe(hash);
      for (const { siteId, mean, counted } of results) {
        const points = given.filter((mark) => mark.siteId === siteId).map((mark) => mark.points);
        expect(mean === null).toBe(points.length < rule.fewestMarks);
        if (mean === null) continue;
        expect(Number(mean)).toBeGreaterThanOrEqual(Math.min(...points));
        expect(Number(mean)).toBeLessThanOrEqual(Math.max(...points));
        expect(counted).toBe(points.length >= 5 ? points.length - 2 : points.length);
      }
    }),
  );
});

test('own is the own unit, and the own region with those above and below it short of the city', () => {
  const marker = (path: string, ofCity = false, unitId = 'u') => ({ path, ofCity, unitIds: [null, unitId] });
  const town = { unitId: null, path: '37.12.02.100.' };
  expect(isOwnSite(marker('37.12.02.100.'), town)).toBe(true);
  expect(isOwnSite(marker('37.12.02.'), town)).toBe(true);
  expect(isOwnSite(marker('37.12.02.100.207.'), town)).toBe(true);
  expect(isOwnSite(marker('37.12.02.101.'), town)).toBe(false);
  expect(isOwnSite(marker('37.12.', true), town)).toBe(false);
  expect(isOwnSite(marker('37.12.', true), { unitId: 'u', path: '37.12.' })).toBe(true);
  expect(isOwnSite(marker('37.12.', true, 'v'), { unitId: 'u', path: '37.12.' })).toBe(false);
});
