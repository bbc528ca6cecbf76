// A unit's sealed result: by weight, not by number of tasks, and the same in any order.
import { type OwedTask, resultOfUnit } from './unit-result.rules';

const task = (code: string, weight: number, reported: boolean, confirmed: boolean): OwedTask => ({
  code,
  weight,
  reported,
  confirmed,
});
const tasks = [task('U01-1', 40, true, true), task('U01-2', 50, true, false), task('U01-3', 10, false, false)];

test('confirmed weight over owed weight', () => {
  expect(resultOfUnit('2018Q1', tasks)).toMatchObject({ tasks: 3, reported: 2, confirmed: 1, score: '40.00' });
  expect(resultOfUnit('2018Q1', [task('a', 2, true, true), task('b', 1, true, false)]).score).toBe('66.67');
  expect(resultOfUnit('2018Q1', [])).toMatchObject({ tasks: 0, score: null });
});

test('order says nothing, a changed task or quarter changes the hash', () => {
  const { inputsHash } = resultOfUnit('2018Q1', tasks);
  expect(resultOfUnit('2018Q1', [...tasks].reverse()).inputsHash).toBe(inputsHash);
  expect(resultOfUnit('2018Q2', tasks).inputsHash).not.toBe(inputsHash);
  expect(resultOfUnit('2018Q1', [task('U01-1', 41, true, true), ...tasks.slice(1)]).inputsHash).not.toBe(inputsHash);
});
