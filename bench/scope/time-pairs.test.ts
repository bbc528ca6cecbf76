// Two ways that answer differently must not be timed, whatever the order of their rows.
import { AnswersDiffer, timePair } from './time-pairs';

const asks = (rows: unknown[]) => async () => rows;

test('the same rows in another order are the same, and both sides are timed as often', async () => {
  let [first, second] = [0, 0];
  const pair = await timePair(
    'x',
    async () => [{ a: 1n }, { a: first++ * 0 }],
    async () => [{ a: second++ * 0 }, { a: 1n }],
    3,
  );
  expect(pair.rows).toBe(2);
  expect(pair.time.spread).toHaveLength(2);
  // The second one is timed three times more, to know how often both fit a round.
  expect(second).toBe(first + 3);
});

test.each([
  ['a row less', [{ a: 1 }]],
  ['another value', [{ a: 1 }, { a: 3 }]],
])('control: %s is told and fails', async (_what, other) => {
  await expect(timePair('x', asks([{ a: 1 }, { a: 2 }]), asks(other), 1)).rejects.toThrow(AnswersDiffer);
});
