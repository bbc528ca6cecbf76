// Supervises the processes behind one port: starts as many as are wanted, has another ready before one leaves, and ends them together.
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { answerWorkers, tell } from './answer-workers';
import type { Log } from './log';
import { RestartPause } from './restart-pause';
import { isShuttingDown, onShutdown, shutDown } from './shutdown';
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
      if ('leaving' in message) void handOver(worker);
      else talk.hear(worker, message);
    });
    worker.once('exit', (code, signal) => {
      if (isShuttingDown()) return;
      // What cannot start at all, such as with wrong settings, has said why and is not tried again.
      if (!everListened) return void shutDown().then(() => process.exit(1));
      if (replaced.has(worker)) return;
      replaced.add(worker);
      log.error(
        { worker: worker.process.pid, code, signal },
        '进程意外退出，将重启 · ended unexpectedly, starting another',
      );
      void pause(pauses.after(performance.now() - bornAt)).then(() => isShuttingDown() || start());
    });
    return worker;
  }

  /** One that was told to leave goes on serving until the one in its place listens. */
  async function handOver(worker: Worker): Promise<void> {
    if (!replaced.has(worker) && !isShuttingDown()) {
      replaced.add(worker);
      await once(start(), 'listening');
    }
    tell(worker, { go: true });
  }

  /** One after another. */
  async function roll(): Promise<void> {
    for (const worker of alive()) {
      if (replaced.has(worker)) continue;
      replaced.add(worker);
      await once(start(), 'listening');
      const ended = once(worker, 'exit');
      worker.process.kill('SIGTERM');
      await ended;
    }
    log.warn({ workers }, '已逐个重启 · all were restarted, one after another');
  }

  const alive = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  let rolling: Promise<void> = Promise.resolve();
  process.on('SIGUSR2', () => {
    rolling = rolling.then(roll).catch((error) => log.error({ err: error }, 'a rolling restart failed'));
  });
  process.on('SIGHUP', () => {
    for (const { process: child } of alive()) child.kill('SIGHUP');
  });
  const endAll = () =>
    Promise.all(
      alive().map(async (worker) => {
        const ended = once(worker, 'exit');
        worker.process.kill('SIGTERM');
        await ended;
      }),
    );
  onShutdown('workers', endAll, log);
  for (let each = 0; each < workers; each++) start();
}
