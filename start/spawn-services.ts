// Five processes: each subgraph and the gateway as a child with an environment of its own, restarted by nobody, ended together.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { subgraphNames } from '#platform/database/roles';
import type { Log } from '#platform/process/log';
import { projectRoot } from '#platform/process/project-root';
import { isShuttingDown, onShutdown, shutDown } from '#platform/process/shutdown';
import { type Addresses, environmentOf, type ProcessName } from './environment';
import type { Secrets } from './secrets';

const READY_MS = 30_000;

/** Answers the graph's address once all five are ready. */
export async function spawnServices(secrets: Secrets, at: Addresses, log: Log): Promise<string> {
  for (const name of subgraphNames) spawnOne(name, join('dist/services', name, 'main.js'), secrets, at, log);
  await Promise.all(
    subgraphNames.map((name) => untilReady(`http://${at.host}:${at.subgraphPorts[name]}/health/ready`, name)),
  );
  spawnOne('gateway', 'dist/gateway/main.js', secrets, at, log);
  const base = `http://${at.host}:${at.port}`;
  await untilReady(`${base}/health/ready`, 'gateway');
  return `${base}/graphql`;
}

function spawnOne(name: ProcessName, file: string, secrets: Secrets, at: Addresses, log: Log): ChildProcess {
  const { PATH, HOME, LOG_LEVEL, NODE_ENV } = process.env;
  const env = { PATH, HOME, LOG_LEVEL: LOG_LEVEL ?? 'warn', NODE_ENV, ...environmentOf(name, secrets, at) };
  // A group of its own: Ctrl-C reaches the parent alone, which ends the gateway before the subgraphs.
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', (code) => {
    if (isShuttingDown()) return;
    log.error({ process: name, code }, '进程意外退出，全部停止 · a process ended unexpectedly, stopping all');
    void shutDown().then(() => process.exit(1));
  });
  onShutdown(name, async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  });
  return child;
}

async function untilReady(url: string, name: string): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until; await pause(100)) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${name} 未在 30 秒内就绪 · was not ready within 30 s (${url})`);
}
