// Each subgraph answers drawn operations compiled as it does plainly: the same bytes, the same refusals, the same rows in its log.
import { differSubgraphs } from '../differential/differ-subgraphs';
import { furnishWorld } from '../differential/furnish-world';
import { howMuch } from '../differential/how-much';
import { type Values, worldValues } from '../differential/world-values';
import { openWorld, type World } from '../harness/world';

const { seed, subgraphCount: count, askersEach } = howMuch;

let plain: World;
let compiled: World;
let values: Values;
beforeAll(async () => {
  plain = await openWorld({ mode: 'in-process', execution: 'plain' });
  compiled = await openWorld({ mode: 'in-process', execution: 'compiled', beside: plain });
  await furnishWorld(plain);
  values = await worldValues(plain);
}, 120_000);
afterAll(async () => {
  await compiled?.close();
  await plain?.close();
});

test(`${count} drawn operations of the four subgraphs, each as ${askersEach} of all posts (seed ${seed})`, async () => {
  const report = await differSubgraphs({ plain, compiled, values, seed, count, askersEach });
  expect(report.found.join('\n\n')).toBe('');
  expect(report.asked).toBe(count * askersEach);
  // Were most refused outright, the comparison would say little.
  expect(report.outright).toBeLessThan(report.asked / 3);
  expect(report.answered).toBeGreaterThan(report.asked / 5);
}, 600_000);
