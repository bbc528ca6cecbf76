// The database server that comes with the project: made once, started, taken over again after a crash, and stopped in order.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from './log';
import { serverPrograms } from './server-files';
import { makeCluster, run, type ServerHome, serverHome, serverPort } from './server-home';
import { isServer, postmaster } from './server-process';

const READY_MS = 90_000;
const LOG_BYTES = 10 * 1024 * 1024;

// For a machine of two cores and 4 GB that also runs the five services.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_connections: '300',
  max_worker_processes: '4',
  max_parallel_workers_per_gather: '1',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A failing statement and its DETAIL line carry the row: identity numbers would stand in the server's log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

// Only for tests, where a machine that loses power loses nothing worth keeping.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export interface EmbeddedPostgres {
  port: number;
  superuserUrl: string;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  fast?: boolean;
  log: Log;
}

const urlOf = ({ password }: ServerHome, port: number): string =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;

/** The cluster's folder as the answering server tells it; throws when nobody answers. */
async function answeringCluster(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory ?? '';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A server of this cluster that outlived the Node process that started it (`kill -9` of Node leaves it running). */
async function runningPort(at: ServerHome): Promise<number | undefined> {
  for (const until = Date.now() + READY_MS; ; await pause(100)) {
    const found = postmaster(at.cluster);
    if (!found) return undefined;
    if (!isServer(found.pid)) {
      // Otherwise PostgreSQL itself refuses to start when a stranger of the same user has that number.
      rmSync(join(at.cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    try {
      if (found.port > 0 && resolve(await answeringCluster(urlOf(at, found.port))) === at.cluster) return found.port;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        throw new Error(
          `数据库密码与 ${at.cluster} 不符,请恢复 postgres-password 文件 · The kept password does not open this database: restore the file postgres-password`,
        );
      }
      // Still starting, or stopping: look again.
    }
    if (Date.now() > until) {
      throw new Error(
        `数据库进程 ${found.pid} 没有响应 · The database process ${found.pid} does not answer; stop it and try again`,
      );
    }
  }
}

function openServerLog(dataDir: string): { path: string; handle: number } {
  const path = join(dataDir, 'postgres.log');
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(path, `${path}.1`);
  return { path, handle: openSync(path, 'a', 0o600) };
}

async function launch(at: ServerHome, dataDir: string, port: number, fast: boolean): Promise<ChildProcess> {
  const settings = Object.entries({ ...SETTINGS, ...(fast ? FAST : {}), port: String(port) });
  const serverLog = openServerLog(dataDir);
  // A group of its own: Ctrl-C in a terminal must not stop the database before the services have drained.
  // A file, not a pipe: the server may outlive us.
  const child = spawn(
    serverPrograms(at.home, at.account).postgres,
    ['-D', at.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...at.account,
      cwd: '/',
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', serverLog.handle, serverLog.handle],
      detached: true,
      windowsHide: true,
    },
  );
  closeSync(serverLog.handle);
  child.unref();
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  for (const until = Date.now() + READY_MS; ; await pause(40)) {
    if (failed) throw failed;
    if (child.exitCode !== null || child.signalCode !== null) {
      const tail = readFileSync(serverLog.path, 'utf8').trimEnd().split('\n').slice(-6).join('\n');
      throw new Error(`数据库未能启动 · The database did not start:\n${tail}`);
    }
    try {
      if (resolve(await answeringCluster(urlOf(at, port))) === at.cluster) return child;
    } catch {
      if (Date.now() > until) throw new Error(`数据库启动超时,见 · The database took too long, see ${serverLog.path}`);
    }
  }
}

/** Starts the server of this data folder, or takes over the one that runs already; never a second one beside it. */
export async function startEmbeddedPostgres({
  dataDir,
  fast = false,
  log,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  const at = serverHome(folder);
  await makeCluster(at, fast);
  let port = await runningPort(at);
  if (port) log.info({ port }, '接管仍在运行的数据库 · took over the database that was still running');
  let child: ChildProcess | undefined;
  for (let attempt = 1; !port; attempt += 1) {
    const chosen = await serverPort(folder, attempt > 1);
    try {
      child = await launch(at, folder, chosen, fast);
      port = chosen;
    } catch (error) {
      // Two starts at the same moment: the other one's server is as good; a port taken meanwhile: another.
      port = await runningPort(at);
      if (!port && attempt >= 3) throw error;
    }
  }
  let stopping: Promise<void> | undefined;
  child?.once('exit', (code, signal) => {
    if (!stopping) log.error({ code, signal }, '数据库意外退出 · the database ended unexpectedly');
  });
  const stop = async (): Promise<void> => {
    const { pgCtl } = serverPrograms(at.home, at.account);
    const now = (mode: string) => run(pgCtl, ['stop', '-D', at.cluster, '-m', mode, '-w', '-t', '20'], at.account);
    if (postmaster(at.cluster)) await now('fast').catch(() => postmaster(at.cluster) && now('immediate'));
  };
  return {
    port,
    superuserUrl: urlOf(at, port),
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
