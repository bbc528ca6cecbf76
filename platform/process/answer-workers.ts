// The supervisor's half of the talk between the processes behind one port: collects the figures of all for the one that asks.
import cluster, { type Worker } from 'node:cluster';
import type { ToSupervisor, ToWorker, WorkerMetrics } from './worker-talk';

const PATIENCE_MS = 1_000;

export const tell = (worker: Worker, message: ToWorker) => void (worker.isConnected() && worker.send(message));

export function answerWorkers(wanted: number) {
  const collecting = new Map<number, (from: WorkerMetrics) => void>();
  const listening = new Set<Worker>();
  let last = 0;
  cluster.on('listening', (worker) => listening.add(worker));
  cluster.on('disconnect', (worker) => listening.delete(worker));
  cluster.on('exit', (worker) => listening.delete(worker));

  /** Of those that answer in time; one that hangs is missed in `graph_workers`. */
  async function collect(): Promise<readonly WorkerMetrics[]> {
    const answers = [...listening].map((worker) => {
      const id = ++last;
      return new Promise<WorkerMetrics | null>((resolve) => {
        const timer = setTimeout(() => resolve(null), PATIENCE_MS);
        collecting.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        tell(worker, { collect: id });
      }).finally(() => collecting.delete(id));
    });
    return (await Promise.all(answers)).filter((answer) => answer !== null);
  }

  return {
    hear(worker: Worker, message: Exclude<ToSupervisor, { leaving: true }>): void {
      if ('collected' in message)
        collecting.get(message.collected)?.({ worker: worker.process.pid ?? 0, metrics: message.metrics });
      else if (message.ask === 'standing')
        tell(worker, { answer: message.id, value: { up: listening.size, of: wanted } });
      else if (message.ask === 'metrics') void collect().then((value) => tell(worker, { answer: message.id, value }));
    },
  };
}
