// Each subgraph answers drawn operations compiled as it does plainly: the same bytes, the same refusals, the same rows in its log.
import { subgraphNames } from '#platform/database/roles';
import { differenceOf } from '../differential/compare-answers';
import type { Executes } from '../differential/compare-subgraphs';
import {
  type AskedSubgraph,
  differSubgraphs,
  drawnForSubgraphs,
  knownToSubgraphs,
} from '../differential/differ-subgraphs';
import { askers, callerOfAsker, oneOfEachKind } from '../differential/draw-caller';
import { type Fault, faults, withFault } from '../differential/faults';
import { furnishWorld } from '../differential/furnish-world';
import { howMuch } from '../differential/how-much';
import { MOST_FOUND } from '../differential/tell-difference';
import { type Values, worldValues } from '../differential/world-values';
import { openWorld, type World } from '../harness/world';
import { everyField } from '../policy/every-field';

const { seed, subgraphCount: count, askersEach } = howMuch;

let plain: World;
let compiled: World;
let values: Values;
beforeAll(async () => {
  plain = await openWorld({ mode: 'in-process', execution: 'plain', unheard: true });
  compiled = await openWorld({ mode: 'in-process', execution: 'compiled', beside: plain, unheard: true });
  await furnishWorld(plain);
  values = await worldValues(plain);
}, 120_000);
afterAll(async () => {
  await compiled?.close();
  await plain?.close();
});

test(`${count} drawn operations of the four subgraphs, each as ${askersEach} of all posts (seed ${seed})`, async () => {
  const report = await differSubgraphs(
    { plain, compiled },
    drawnForSubgraphs(plain, { values, seed, count, askersEach }),
  );
  expect(report.found.join('\n\n')).toBe('');
  expect(report.asked).toBe(count * askersEach);
  // Were most refused outright, the comparison would say little.
  expect(report.outright).toBeLessThan(report.asked / 3);
  expect(report.answered).toBeGreaterThan(report.asked / 8);
}, 600_000);

test('every query that the suite sends straight to a subgraph, as one of each kind of post', async () => {
  const report = await differSubgraphs({ plain, compiled }, knownToSubgraphs(plain, values));
  expect(report.found.join('\n\n')).toBe('');
  expect(report.asked).toBeGreaterThan(500);
  expect(report.answered).toBeGreaterThan(report.asked / 8);
}, 600_000);

test('every root field with all that lies below it, as one of each kind of post', async () => {
  const report = await differSubgraphs({ plain, compiled }, everyRootField());
  expect(report.found.join('\n\n')).toBe('');
  expect(report.asked).toBeGreaterThan(300);
}, 600_000);

function* everyRootField(): Generator<AskedSubgraph> {
  const [household] = values.household ?? [];
  const samples = { 'household.id': JSON.stringify(household), quarter: '"2018Q1"', code: '"371202100"' };
  for (const name of subgraphNames)
    for (const [at, { text }] of everyField(plain.subgraphs[name].compiled.plain, 'query', samples).entries())
      for (const asker of oneOfEachKind(plain.city, askers, at))
        yield { name, operation: { query: text }, asker, caller: callerOfAsker(plain.city, asker) };
}

const someOperations = { seed: seed + 1, count: 40, askersEach: 1 };

test('the control: each fault, put into right answers, is found wherever it has a place', async () => {
  const found = new Map(Object.keys(faults).map((name) => [name, 0]));
  const unnoticed: string[] = [];
  const watched = (subgraph: Executes): Executes => ({
    async execute(operation, caller) {
      const text = JSON.stringify(await subgraph.execute(operation, caller));
      for (const [name, fault] of Object.entries(faults)) {
        const bent = withFault(fault, text);
        if (bent === null) continue;
        found.set(name, (found.get(name) ?? 0) + 1);
        if (differenceOf({ text, logs: [] }, { text: bent, logs: [] }) === null) unnoticed.push(`${name}: ${bent}`);
      }
      return JSON.parse(text) as unknown;
    },
  });
  const report = await differSubgraphs(
    { plain, compiled, bend: watched },
    drawnForSubgraphs(plain, { values, ...someOperations, count: 200 }),
  );
  expect(report.found).toEqual([]);
  expect(unnoticed).toEqual([]);
  expect([...found].filter(([, places]) => places === 0)).toEqual([]);
});

test('the control: a way that tells one fault now and then is caught, with the smallest operation', async () => {
  const bend = (subgraph: Executes): Executes => ({
    async execute(operation, caller) {
      const text = JSON.stringify(await subgraph.execute(operation, caller));
      return JSON.parse(withFault(faults['one text is another'] as Fault, text) ?? text) as unknown;
    },
  });
  const report = await differSubgraphs(
    { plain, compiled, bend },
    drawnForSubgraphs(plain, { values, ...someOperations, count: 200 }),
  );
  expect(report.found).toHaveLength(MOST_FOUND);
  // One field a line: a drawn operation has dozens of them.
  const fewestLines = Math.min(...report.found.map((each) => each.split('\n').slice(1, -3).length));
  expect(fewestLines).toBeLessThan(15);
}, 300_000);

test('the control: a refusal that is not logged is caught, though its answer is right', async () => {
  const bend = (subgraph: Executes): Executes => ({
    execute: (operation, caller) => subgraph.execute(operation, { ...caller, operationId: 'elsewhere' }),
  });
  const report = await differSubgraphs(
    { plain, compiled, bend },
    drawnForSubgraphs(plain, { values, ...someOperations }),
  );
  expect(report.found.length).toBeGreaterThan(3);
  expect(report.found.filter((each) => !/^ {2}logs, at/m.test(each))).toEqual([]);
}, 300_000);
