// What the gateway counts for Prometheus: requests and how long they took, errors by code, and its calls to subgraphs.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { SubgraphName } from '#platform/database/roles';
import type { RequestRecord } from './request-record';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

export interface Metrics {
  request(record: RequestRecord, status: number, ms: number): void;
  subgraphCall(subgraph: SubgraphName, outcome: 'answered' | 'unavailable' | 'failed', ms: number): void;
  readonly contentType: string;
  print(): Promise<string>;
}

/** A registry of its own, so that two gateways in one process do not count into each other. */
export function openMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'graph_requests_total',
    help: 'Requests to the graph',
    labelNames: ['type', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'graph_request_seconds',
    help: 'How long requests took',
    labelNames: ['type'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'graph_errors_total',
    help: 'Errors told, by code',
    labelNames: ['code'],
    registers,
  });
  const calls = new Counter({
    name: 'graph_subgraph_calls_total',
    help: 'Calls to subgraphs',
    labelNames: ['subgraph', 'outcome'],
    registers,
  });
  const callSeconds = new Histogram({
    name: 'graph_subgraph_call_seconds',
    help: 'How long subgraphs took',
    labelNames: ['subgraph'],
    buckets: SECONDS,
    registers,
  });
  return {
    request(record, status, ms) {
      const type = record.operationType ?? 'none';
      requests.inc({ type, status });
      seconds.observe({ type }, ms / 1000);
      for (const code of new Set(record.codes)) errors.inc({ code });
    },
    subgraphCall(subgraph, outcome, ms) {
      calls.inc({ subgraph, outcome });
      callSeconds.observe({ subgraph }, ms / 1000);
    },
    contentType: register.contentType,
    print: () => register.metrics(),
  };
}
