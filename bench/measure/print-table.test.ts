// The figures as they are told: a ratio above 1 means that this project is faster, in one process first and over HTTP apart.
import { jsonOf, type Measurement, printTable } from './print-table';

const figures = (perSecond: number[], p50: number, cpu: Record<string, number> = {}) => ({
  perSecond,
  p50,
  p99: 9,
  cpu,
});

const measured = (connections: number, graph: number[]): Measurement => ({
  workload: 'W1',
  title: 'a page',
  connections,
  figures: new Map([
    ['graph', figures(graph, 2, { server: 3, postgres: 1.5 })],
    ['services', figures([50, 50, 50], 4, { gateway: 2, households: 1, server: 0.001 })],
    ['RAW', figures([100, 100, 100], 1)],
    ['PGB', figures([200, 200, 200], Number.NaN)],
  ]),
});

test('the last line: ratios of the first number of connections, each of them under "at", HTTP under "services"', () => {
  const told = JSON.parse(jsonOf([measured(1, [70, 71, 69]), measured(16, [80, 80, 80])]));
  expect(told.W1).toMatchObject({
    ratios: { RAW: 0.7, PGB: 0.35 },
    spread: { RAW: [0.69, 0.71] },
    p50: { RAW: 0.5 },
    at: { 'c=1': { ratios: { RAW: 0.7 } }, 'c=16': { ratios: { RAW: 0.8 } } },
    services: { ratios: { RAW: 0.5, PGB: 0.25 }, at: { 'c=16': { ratios: { RAW: 0.5 } } } },
  });
  expect(told.W1.ratios).not.toHaveProperty('services');
  expect(told.W1.p50).not.toHaveProperty('PGB');
});

test('one mode alone is told under its own name', () => {
  const only = measured(1, [70]);
  const { W1 } = JSON.parse(
    jsonOf([{ ...only, figures: new Map([...only.figures].filter(([name]) => name !== 'graph')) }]),
  );
  expect(Object.keys(W1)).toEqual(['services']);
});

test('the table names each process that worked, and leaves out those that waited', () => {
  const table = printTable(measured(1, [70, 71, 69]));
  expect(table).toMatch(/services +50 .* 3\.00 +gateway 2\.00 · households 1\.00$/m);
  expect(table).toMatch(/RAW +100 +0\.70 +0\.69–0\.71 +0\.50 +0\.50–0\.50 +1\.00/);
  expect(table).toMatch(/PGB .* – +9\.00 +–$/m);
});
