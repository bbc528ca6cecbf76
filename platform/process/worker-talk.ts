// What the processes behind one port tell each other by way of their supervisor: figures to add up, and who is leaving.
/** As prom-client writes a registry to be added to others. */
export type MetricValues = readonly {
  name: string;
  aggregator?: string;
  values: readonly { labels: Record<string, unknown> }[];
}[];

export interface WorkerMetrics {
  /** the number of its process */
  worker: number;
  metrics: MetricValues;
}

export interface Standing {
  /** the number of the process that answers */
  worker: number;
  up: number;
  of: number;
}

/** All processes behind the port, as one of them sees them. */
export interface Workers {
  metrics(): Promise<readonly WorkerMetrics[]>;
  standing(): Promise<Standing>;
}

export type ToSupervisor =
  | { ask: 'metrics' | 'standing'; id: number }
  | { collected: number; metrics: MetricValues }
  | { leaving: true };
export type ToWorker = { answer: number; value: unknown } | { collect: number } | { go: true };

const PATIENCE_MS = 2_000;
/** How long to wait for the next one to start; until then this one serves. */
const HAND_OVER_MS = 30_000;

export interface WorkerTalk extends Workers {
  /** gives this process's own figures when the supervisor collects them */
  collectFrom(values: () => Promise<MetricValues>): void;
  /** Comes true once another one has taken this one's place, or cannot. */
  leave(): Promise<void>;
}

/** To be called in a worker, once. */
export function joinWorkers(): WorkerTalk {
  const waiting = new Map<number, (value: unknown) => void>();
  let last = 0;
  let own: () => Promise<MetricValues> = async () => [];
  const tell = (message: ToSupervisor) => void (process.connected && process.send?.(message));
  process.on('message', (message: ToWorker) => {
    if ('answer' in message) waiting.get(message.answer)?.(message.value);
    if ('collect' in message) void own().then((metrics) => tell({ collected: message.collect, metrics }));
  });
  function ask<T>(what: 'metrics' | 'standing', otherwise: T): Promise<T> {
    const id = ++last;
    return new Promise<T>((resolve) => {
      const settle = (value: T) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(value);
      };
      // A supervisor that is gone or at its wits' end must not hold up a probe.
      const timer = setTimeout(() => settle(otherwise), PATIENCE_MS);
      waiting.set(id, (value) => settle(value as T));
      tell({ ask: what, id });
    });
  }
  return {
    metrics: () => ask<readonly WorkerMetrics[]>('metrics', []),
    standing: async () => ({ worker: process.pid, ...(await ask('standing', { up: 1, of: 1 })) }),
    collectFrom(values) {
      own = values;
    },
    leave: () =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, HAND_OVER_MS);
        process.on('message', (message: ToWorker) => {
          if (!('go' in message)) return;
          clearTimeout(timer);
          resolve();
        });
        tell({ leaving: true });
      }),
  };
}
