// One running start a data folder: the second one is told what runs already, and where.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Holder {
  pid: number;
  /** When that process began, in the system's own words: numbers of processes are given again. */
  began: string;
  since: string;
  url?: string;
}

export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor(
    readonly dataDir: string,
    readonly holder: Holder,
  ) {
    const where = holder.url ? ` ${holder.url}` : '';
    super(
      `已在运行${where || '(正在启动)'}(进程 ${holder.pid},数据目录 ${dataDir}) · Already running${where || ' (still starting)'} (process ${holder.pid}, data folder ${dataDir}); set PORT and DATA_DIR for a second one`,
    );
  }
}

function beganOf(pid: number): string | undefined {
  try {
    // After the name, which may contain spaces and brackets, the 20th field is the start in ticks since boot.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A dead process that nobody has reaped holds nothing any more.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    if (process.platform === 'linux') return undefined;
  }
  try {
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
    process.kill(pid, 0);
    return 'running';
  } catch {
    return undefined;
  }
}

function holderIn(file: string): { text: string; holder: Holder | undefined } | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return { text, holder: JSON.parse(text) as Holder };
  } catch {
    return { text, holder: undefined };
  }
}

const holds = (holder: Holder | undefined): boolean =>
  holder !== undefined && Number.isInteger(holder.pid) && beganOf(holder.pid) === holder.began;

export interface SingleInstance {
  /** Tells the next one where this one is to be found. */
  listening(url: string): void;
  release(): void;
}

/** Takes the data folder for this process, or throws `AlreadyRunning`. A lock left by a dead process is taken over. */
export function takeSingleInstance(dataDir: string): SingleInstance {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'instance.json');
  const own: Holder = { pid: process.pid, began: beganOf(process.pid) ?? '', since: new Date().toISOString() };
  const beside = (): string => `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const written = (): string => {
    const whole = beside();
    writeFileSync(whole, JSON.stringify(own));
    return whole;
  };
  const mine = (): boolean => {
    const holder = holderIn(file)?.holder;
    return holder?.pid === own.pid && holder.began === own.began;
  };

  for (let attempt = 1; ; attempt += 1) {
    const whole = written();
    try {
      // A link appears whole or not at all, and only when nobody else has one.
      linkSync(whole, file);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 20) throw error;
    } finally {
      rmSync(whole, { force: true });
    }
    const found = holderIn(file);
    if (found?.holder && holds(found.holder)) throw new AlreadyRunning(folder, found.holder);
    if (found) clearStale(file, beside(), found.text);
  }
  return {
    listening(url) {
      own.url = url;
      if (mine()) renameSync(written(), file);
    },
    release() {
      if (mine()) rmSync(file, { force: true });
    },
  };
}

// Another start may have replaced the stale lock since it was read: then its lock is put back.
function clearStale(file: string, aside: string, stale: string): void {
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
