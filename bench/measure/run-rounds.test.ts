// Rounds are fair: each side in each, the order changes, and one that answers wrongly twice is never told as a figure.
import type { SideName } from '../workload';
import { type MeasuredSide, runRounds, WrongAnswers } from './run-rounds';

const options = { rounds: 3, milliseconds: 1, connections: 1, beside: {} };

function side(name: SideName, order: string[], wrong: number[] = []): MeasuredSide {
  return {
    name,
    processes: [],
    async run({ from }) {
      order.push(`${name} ${from}`);
      return { requests: 10, seconds: 2, latencies: [1, 2, 3], wrong: wrong.shift() ?? 0, example: 'HTTP 500' };
    },
  };
}

test('the side that begins changes, and all begin a round at the same question', async () => {
  const order: string[] = [];
  const figures = await runRounds([side('graph', order), side('RAW', order)], options);
  expect(order).toEqual(['graph 0', 'RAW 0', 'RAW 37', 'graph 37', 'graph 74', 'RAW 74']);
  expect(figures.get('RAW')).toMatchObject({ perSecond: [5, 5, 5], p50: 2 });
});

test('CPU is a request’s share of what the clocks moved', async () => {
  let spent = 0;
  const clock = () => {
    spent += 20_000;
    return spent;
  };
  const figures = await runRounds([side('graph', [])], { ...options, beside: { postgres: clock, load: () => null } });
  expect(figures.get('graph')?.cpu).toEqual({ postgres: 2 });
});

test('wrong answers are measured anew once, and twice in a row are a fault', async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const order: string[] = [];
  await runRounds([side('graph', order, [1])], { ...options, rounds: 1 });
  expect(order).toEqual(['graph 0', 'graph 0']);
  await expect(runRounds([side('graph', [], [1, 1])], options)).rejects.toThrow(WrongAnswers);
});
