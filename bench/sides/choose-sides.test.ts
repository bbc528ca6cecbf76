// Who takes part: what can answer a workload, HIVE where it is asked for, and nobody who was not named when some were.
import { readArguments } from '../read-arguments';
import type { Workload } from '../workload';
import { allWorkloads } from '../workloads/all-workloads';
import { chooseSides, servedFor } from './choose-sides';

const workload = (name: string) => allWorkloads.find((each) => each.name === name) as Workload;
const all = { modes: ['graph', 'services'], peers: null } as const;

test('by default all that can answer, with HIVE in W2 alone', () => {
  expect(chooseSides(workload('W1'), all)).toEqual(['graph', 'services', 'RAW', 'PGR', 'NAIVE', 'PGB']);
  expect(chooseSides(workload('W2'), all)).toEqual([
    'graph',
    'services',
    'RAW',
    'PGR',
    'NAIVE',
    'HIVE',
    'HIVE_RUST',
    'PGB',
  ]);
});

test('those that were named, in the order of the table', () => {
  const asked = readArguments(['--peers', 'HIVE,RAW', '--modes', 'in-process']);
  expect(chooseSides(workload('W1'), asked)).toEqual(['graph', 'RAW', 'HIVE']);
});

test('a workload without a hand-written statement is measured without those that need one', () => {
  const { canonical, ...others } = workload('W1');
  const other: Workload = { ...others, name: 'W0', canonical: { graph: canonical.graph } };
  expect(chooseSides(other, all)).toEqual(['graph', 'services', 'NAIVE']);
});

test('the ground is drawn through the graph, and HIVE asks the subgraphs of the services', () => {
  expect(servedFor(['services', 'RAW', 'PGB'])).toEqual(['graph', 'services', 'RAW']);
  expect(servedFor(['graph', 'HIVE'])).toEqual(['graph', 'services', 'HIVE']);
});
