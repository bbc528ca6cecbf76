// The graph answers drawn operations compiled as it does plainly: the same bytes, the same refusals, the same rows in its logs.
import { type BothWorlds, gatewayAskers, openBothGateways } from '../differential/both-gateways';
import type { Asks } from '../differential/compare-gateways';
import { differGateways } from '../differential/differ-gateways';
import { inTurn } from '../differential/differ-subgraphs';
import { oneOfEachKind } from '../differential/draw-caller';
import { drawOperation } from '../differential/draw-operation';
import { howMuch } from '../differential/how-much';
import { operationsIn } from '../differential/known-operations';

const { seed, gatewayCount: count, askersEach } = howMuch;

let both: BothWorlds;
beforeAll(async () => {
  both = await openBothGateways();
}, 120_000);
afterAll(() => both?.close());

test(`${count} drawn operations, each as ${askersEach} of all posts (seed ${seed})`, async () => {
  const asked = Array.from({ length: count }, (_, at) => drawOperation(both, seed, at)).flatMap((operation, at) =>
    inTurn(gatewayAskers, at, askersEach).map((asker) => ({ asker, operation })),
  );
  const report = await differGateways({ both, asked });
  expect(report.found.join('\n\n')).toBe('');
  expect(report.asked).toBe(count * askersEach);
  // Were most refused outright, the comparison would say little.
  expect(report.outright).toBeLessThan(report.asked / 3);
  expect(report.answered).toBeGreaterThan(report.asked / 8);
  expect(await both.refusals('compiled')).toEqual(await both.refusals('plain'));
}, 600_000);

test('every query of the suite, as one of each kind of post', async () => {
  const { city } = both.world;
  const known = operationsIn(city, both.values).filter(({ subgraph }) => subgraph === null);
  const asked = known.flatMap(({ query, variables }, at) =>
    oneOfEachKind(city, gatewayAskers, at).map((asker) => ({ asker, operation: { query, variables } })),
  );
  const report = await differGateways({ both, asked });
  expect(report.found.join('\n\n')).toBe('');
  expect(report.asked).toBeGreaterThan(250);
  expect(report.answered).toBeGreaterThan(report.asked / 8);
}, 600_000);

test('the control: another status, a missing header, and an answer to somebody else are caught', async () => {
  const operation = { query: '{ me { post } households(first: 1) { totalCount } }' };
  const asked = [{ asker: 'town-kouzhen', operation }];
  const bends: ((gateway: Asks) => Asks)[] = [
    ({ ask, close }) => ({
      ask: async (...each) => ask(...each).then((told) => ({ ...told, around: told.around.replace('200', '201') })),
      close,
    }),
    ({ ask, close }) => ({
      ask: async (...each) =>
        ask(...each).then((told) => ({ ...told, around: told.around.replace(/^cache-control.*$/m, '') })),
      close,
    }),
    ({ ask, close }) => ({ ask: (one) => ask(one, both.tokens.get('village-kouzhen') ?? null), close }),
  ];
  expect((await differGateways({ both, asked })).found).toEqual([]);
  for (const bend of bends) expect((await differGateways({ both, asked, bend })).found).toHaveLength(1);
});
