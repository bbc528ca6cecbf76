// Each subgraph answers drawn operations compiled as it does plainly: the same bytes, the same refusals, the same rows in its log.
import { differSubgraphs } from '../differential/differ-subgraphs';
import { furnishWorld } from '../differential/furnish-world';
import { type Values, worldValues } from '../differential/world-values';
import { openWorld, type World } from '../harness/world';

// Another seed, or more operations: DIFFERENTIAL_SEED=7 DIFFERENTIAL_COUNT=5000 npx jest --selectProjects single differential-subgraphs
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20_181_231);
const count = Math.ceil(Number(process.env.DIFFERENTIAL_COUNT ?? 1000) / 4);

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

test(`drawn operations of the four subgraphs, as every post (seed ${seed})`, async () => {
  const report = await differSubgraphs({ plain, compiled, values, seed, count });
  if (process.env.DIFFERENTIAL_COUNT)
    process.stderr.write(`${JSON.stringify({ ...report, found: report.found.length })}\n`);
  expect(report.found.join('\n\n')).toBe('');
  expect(report.asked).toBe(count * 4);
  // Were most refused outright, the comparison would say little.
  expect(report.outright).toBeLessThan(report.asked / 3);
  expect(report.answered).toBeGreaterThan(report.asked / 4);
}, 600_000);
