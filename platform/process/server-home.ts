// Where a database server keeps its cluster, its password and its port, so that the next start finds the same ones.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isRoot, mayUse, type ServerAccount, serverAccount } from './server-account';
import { serverPrograms } from './server-files';

// Root's folders are often closed to others (/root is); the cluster then goes where system services keep theirs.
const OPEN_FOLDER = '/var/lib/poverty-alleviation-graph';

// The first one to write wins and everybody reads the winner's; `link` makes a whole file appear at once.
function keptText(path: string, make: () => string): string {
  if (!existsSync(path)) {
    const whole = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
    writeFileSync(whole, make(), { mode: 0o600 });
    try {
      linkSync(whole, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(whole, { force: true });
    }
  }
  return readFileSync(path, 'utf8').trim();
}

export interface ServerHome {
  /** The folder with the cluster and, when they had to be copied, the server's programs. */
  home: string;
  cluster: string;
  password: string;
  account: ServerAccount;
}

export function serverHome(dataDir: string): ServerHome {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const whole = realpathSync(dataDir);
  const pointer = join(whole, 'postgres-home');
  let home = whole;
  let account = serverAccount(join(home, 'cluster'));
  if (existsSync(pointer) || (isRoot() && !mayUse(account, whole, 'x'))) {
    home = keptText(pointer, () => join(OPEN_FOLDER, randomBytes(8).toString('hex')));
    mkdirSync(home, { recursive: true, mode: 0o755 });
    account = serverAccount(join(home, 'cluster'));
  }
  const password = keptText(join(whole, 'postgres-password'), () => randomBytes(24).toString('hex'));
  return { home, cluster: join(home, 'cluster'), password, account };
}

const takes = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });

/** The port of the last start when it is free, otherwise another free one, kept for the next start. */
export async function serverPort(dataDir: string, another = false): Promise<number> {
  const file = join(dataDir, 'postgres-port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (!another && kept > 0 && kept < 65_536 && (await takes(kept))) || (await takes(0));
  if (!port) throw new Error('本机没有空闲端口 · No free port on 127.0.0.1');
  writeFileSync(file, `${port}\n`);
  return port;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

// What a start that was killed half-way left behind.
function clearLeftOvers(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = /^(?:cluster|password|server-.*)\.half-(\d+)/.exec(name)?.[1];
    if (pid && Number(pid) !== process.pid && isGone(Number(pid))) {
      rmSync(join(home, name), { recursive: true, force: true });
    }
  }
}

/** Makes the cluster the first time: beside its place and then renamed, so that a half one is never taken for whole. */
export async function makeCluster({ home, cluster, password, account }: ServerHome, fast: boolean): Promise<void> {
  clearLeftOvers(home);
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const mark = `half-${process.pid}-${randomBytes(4).toString('hex')}`;
  const half = join(home, `cluster.${mark}`);
  const passwordFile = join(home, `password.${mark}`);
  try {
    mkdirSync(half, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [half, passwordFile]) chownSync(path, account.uid, account.gid);
    const options = ['-D', half, '-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'];
    const { initdb } = serverPrograms(home, account);
    await run(initdb, [...options, `--pwfile=${passwordFile}`, ...(fast ? ['--no-sync'] : [])], account);
    renameSync(half, cluster);
  } catch (error) {
    // Another process made it first: take that one.
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** Runs one of the server's programs to its end, with nothing of our own environment. */
export function run(program: string, options: string[], account: ServerAccount): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    const child = spawn(program, options, {
      ...account,
      cwd: '/',
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      windowsHide: true,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => {
        told = `${told}${part}`.slice(-2000);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} 失败 · failed (${code}): ${told.trim()}`));
    });
  });
}
