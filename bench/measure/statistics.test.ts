// Ratios are of pairs: what slows both halves of a round leaves its ratio as it was.
import { median, quantile, ratioOf } from './statistics';

test('the median of an even and of an odd number of values, and none of nothing', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

test('a round in which the machine was half as fast changes neither ratio nor spread', () => {
  expect(ratioOf([70, 35, 70], [100, 50, 100])).toEqual({ ratio: 0.7, spread: [0.7, 0.7] });
});

test('the spread is of the rounds, and above 1 means faster', () => {
  expect(ratioOf([150, 100, 90], [100, 100, 100])).toEqual({ ratio: 1, spread: [0.9, 1.5] });
  expect(() => ratioOf([1], [1, 2])).toThrow('1 rounds against 2');
});

test('a quantile is one of the values', () => {
  expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(quantile([1, 2], 0.99)).toBe(2);
});
