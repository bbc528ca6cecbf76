// What an operator may see of the load: metrics of this gateway or of all behind its port, and how the breakers stand.
import { AggregatorRegistry, type Registry } from 'prom-client';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { MetricValues, Workers } from '#platform/process/worker-talk';
import type { Metrics } from '../metrics';
import type { SubgraphGate } from './subgraph-gate';

export interface LoadSources {
  metrics: Metrics;
  gates: Readonly<Record<SubgraphName, SubgraphGate>>;
  workers?: Workers | undefined;
}

export async function tellBreakers({ gates, workers }: LoadSources): Promise<object> {
  const breakers = Object.fromEntries(subgraphNames.map((name) => [name, gates[name].breaker.state]));
  return { breakers, ...(workers ? { workers: await workers.standing() } : {}) };
}

/** Sums over the gateways behind the port, or each for itself with a label `worker`. */
export async function printMetrics(
  { metrics: { register }, workers }: LoadSources,
  each: boolean,
): Promise<{ contentType: string; text: string }> {
  const { contentType } = register;
  if (!workers) return { contentType, text: await register.metrics() };
  const all = await workers.metrics();
  const values = all.map(({ worker, metrics }) => (each ? labelled(metrics, worker) : metrics));
  return { contentType, text: await AggregatorRegistry.aggregate(values as never).metrics() };
}

export async function metricValues(register: Registry): Promise<MetricValues> {
  return (await register.getMetricsAsJSON()) as unknown as MetricValues;
}

function labelled(metrics: MetricValues, worker: number): MetricValues {
  return metrics.map((metric) => ({
    ...metric,
    // Nothing is added up: each value has a label of its own.
    aggregator: 'sum',
    values: metric.values.map((value) => ({ ...value, labels: { ...value.labels, worker } })),
  }));
}
