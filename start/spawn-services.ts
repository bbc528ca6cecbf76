// Five processes: each subgraph and the gateway as a child with an environment of its own, started again when one ends, ended together.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { subgraphNames } from '#platform/database/roles';
import type { Log } from '#platform/process/log';
import { projectRoot } from '#platform/process/project-root';
import { RestartPause } from '#platform/process/restart-pause';
import { isShuttingDown, onShutdown, shutDown } from '#platform/process/shutdown';
import { type Addresses, environmentOf, type ProcessName } from './environment';
import type { Secrets } from './secrets';

const READY_MS = 30_000;

/** Answers the graph's address once all five are ready. */
export async function spawnServices(secrets: Secrets, at: Addresses, log: Log): Promise<string> {
  const subgraphs = subgraphNames.map(
    (name) => new Kept(name, join('dist/services', name, 'main.js'), environmentOf(name, secrets, at), log),
  );
  await Promise.all(
    subgraphNames.map((name) => untilReady(`http://${at.host}:${at.subgraphPorts[name]}/health/ready`, name)),
  );
  const gateway = new Kept('gateway', 'dist/gateway/main.js', environmentOf('gateway', secrets, at), log);
  const base = `http://${at.host}:${at.port}`;
  await untilReady(`${base}/health/ready`, 'gateway');
  for (const each of [...subgraphs, gateway]) each.keep();
  return `${base}/graphql`;
}

/** A child that is started again when it ends, once everything has been ready; before that its end is the end of the start. */
class Kept {
  private readonly pauses = new RestartPause();
  private child: ChildProcess;
  private ended: Promise<void> = Promise.resolve();
  private isKept = false;

  constructor(
    private readonly name: ProcessName,
    private readonly file: string,
    private readonly environment: Record<string, string>,
    private readonly log: Log,
  ) {
    this.child = this.spawn();
    onShutdown(name, async () => {
      if (this.child.exitCode === null) this.child.kill('SIGTERM');
      await this.ended;
    });
  }

  keep(): void {
    this.isKept = true;
  }

  private spawn(): ChildProcess {
    const { PATH, HOME, LOG_LEVEL, NODE_ENV } = process.env;
    const bornAt = performance.now();
    // A group of its own: Ctrl-C reaches the parent alone, which ends the gateway before the subgraphs.
    const child = spawn(process.execPath, ['--enable-source-maps', this.file], {
      cwd: projectRoot,
      env: { PATH, HOME, LOG_LEVEL: LOG_LEVEL ?? 'warn', NODE_ENV, ...this.environment },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    this.ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.once('exit', (code, signal) => void this.again(code, signal, performance.now() - bornAt));
    return child;
  }

  private async again(code: number | null, signal: string | null, livedMs: number): Promise<void> {
    if (isShuttingDown()) return;
    const { name, log } = this;
    if (!this.isKept) {
      log.error({ process: name, code, signal }, '进程意外退出，全部停止 · a process ended unexpectedly, stopping all');
      await shutDown();
      process.exit(1);
    }
    // Those who ask it find the port closed, know that nothing was done, and try again while it starts.
    log.error({ process: name, code, signal }, '进程已退出，正在重启 · a process ended, starting it again');
    await pause(this.pauses.after(livedMs));
    if (!isShuttingDown()) this.child = this.spawn();
  }
}

async function untilReady(url: string, name: string): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until; await pause(100)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${name} 未在 30 秒内就绪 · was not ready within 30 s (${url})`);
}
