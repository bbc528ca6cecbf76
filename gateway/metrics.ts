// What the gateway counts for Prometheus: requests and how long they took, errors by code, its calls to subgraphs, and how it bears its load.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { SubgraphGate } from './load/subgraph-gate';
import type { RequestRecord } from './request-record';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

export interface Metrics {
  request(record: RequestRecord, status: number, ms: number): void;
  subgraphCall(subgraph: SubgraphName, outcome: CallOutcome, ms: number): void;
  /** a request that was refused before it was read */
  turnedAway(): void;
  reload(outcome: 'taken' | 'refused'): void;
  /** gauges are read from these when they are asked for */
  watch(load: Watched): void;
  readonly register: Registry;
}

export type CallOutcome = 'answered' | 'unavailable' | 'failed' | 'turned-away';

export interface Watched {
  gates: Readonly<Record<SubgraphName, SubgraphGate>>;
  admission: { readonly inFlight: number; readonly allowed: number };
}

const STATES = { closed: 0, 'half-open': 1, open: 2 } as const;

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
  const reloads = new Counter({
    name: 'graph_supergraph_reloads_total',
    help: 'Supergraphs that were taken or refused while running',
    labelNames: ['outcome'],
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
    turnedAway() {
      requests.inc({ type: 'none', status: 503 });
      errors.inc({ code: 'OVERLOADED' });
    },
    reload: (outcome) => reloads.inc({ outcome }),
    watch: (load) => watchLoad(load, registers),
    register,
  };
}

function watchLoad({ gates, admission }: Watched, registers: Registry[]): void {
  const bySubgraph = (
    name: string,
    help: string,
    of: (gate: SubgraphGate) => number,
    aggregator: 'sum' | 'max' = 'sum',
  ) =>
    new Gauge({
      name,
      help,
      // of the gateways behind one port
      aggregator,
      labelNames: ['subgraph'],
      registers,
      collect() {
        for (const subgraph of subgraphNames) this.set({ subgraph }, of(gates[subgraph]));
      },
    });
  const plain = (name: string, help: string, of: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(of());
      },
    });
  bySubgraph('graph_subgraph_breaker', '0 closed, 1 half-open, 2 open', ({ breaker }) => STATES[breaker.state], 'max');
  bySubgraph('graph_subgraph_in_flight', 'Calls to a subgraph now', ({ bulkhead }) => bulkhead.inFlight);
  bySubgraph('graph_subgraph_waiting', 'Calls that wait for a place', ({ bulkhead }) => bulkhead.waiting);
  plain('graph_in_flight', 'Requests now', () => admission.inFlight);
  plain('graph_in_flight_allowed', 'Requests that may run at a time', () => admission.allowed);
  plain('graph_workers', 'Gateways behind this port', () => 1);
}
