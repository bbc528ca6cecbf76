// Supervises the gateways behind one port: starts as many as are wanted, puts another in the place of one that ends, and ends them together.
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '#platform/process/log';
import { RestartPause } from '#platform/process/restart-pause';
import { isShuttingDown, onShutdown, shutDown } from '#platform/process/shutdown';
import { answerWorkers } from './answer-workers';
import type { ToSupervisor } from './worker-talk';

/** Workers are this very program again, so `workers` is read in the supervisor alone. */
export function superviseWorkers(workers: number, log: Log): void {
  const talk = answerWorkers(workers);
  const pauses = new RestartPause();
  /** Those whose place has been given to another already. */
  const replaced = new WeakSet<Worker>();
  let everListened = false;

  function start(): Worker {
    const worker = cluster.fork();
    const bornAt = performance.now();
    worker.once('listening', () => {
      everListened = true;
    });
    worker.on('message', (message: ToSupervisor) => {
      if ('leaving' in message) void replace(worker, bornAt);
      else talk.hear(worker, message);
    });
    worker.once('exit', (code, signal) => {
      if (isShuttingDown()) return;
      // What cannot start at all, such as with wrong settings, has said why and is not tried again.
      if (!everListened) return void shutDown().then(() => process.exit(1));
      if (replaced.has(worker)) return;
      log.error(
        { worker: worker.process.pid, code, signal },
        '网关进程意外退出，将重启 · a gateway ended unexpectedly, starting another',
      );
      void replace(worker, bornAt);
    });
    return worker;
  }

  async function replace(worker: Worker, bornAt: number): Promise<void> {
    if (replaced.has(worker) || isShuttingDown()) return;
    replaced.add(worker);
    await pause(pauses.after(performance.now() - bornAt));
    if (!isShuttingDown()) start();
  }

  /** One after another, each only once the one in its place listens. */
  async function roll(): Promise<void> {
    for (const worker of Object.values(cluster.workers ?? {})) {
      if (!worker || replaced.has(worker)) continue;
      replaced.add(worker);
      await once(start(), 'listening');
      const ended = once(worker, 'exit');
      worker.process.kill('SIGTERM');
      await ended;
    }
    log.warn({ workers }, '已逐个重启 · every gateway was restarted, one after another');
  }

  const alive = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  let rolling: Promise<void> = Promise.resolve();
  process.on('SIGUSR2', () => {
    rolling = rolling.then(roll).catch((error) => log.error({ err: error }, 'a rolling restart failed'));
  });
  process.on('SIGHUP', () => {
    for (const { process: child } of alive()) child.kill('SIGHUP');
  });
  onShutdown(
    'gateways',
    () =>
      Promise.all(
        alive().map(async (worker) => {
          const ended = once(worker, 'exit');
          worker.process.kill('SIGTERM');
          await ended;
        }),
      ),
    log,
  );
  for (let each = 0; each < workers; each++) start();
}
