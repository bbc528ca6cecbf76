// Which processes a side consists of, and the CPU time of each so far; from /proc, and unknown where there is none.
import { readdirSync, readFileSync } from 'node:fs';

export interface NamedProcess {
  name: string;
  pid: number;
}

/** The kernel counts in hundredths of a second. */
const TICK_MICROS = 10_000;

export interface Stat {
  parent: number;
  own: number;
  ended: number;
}

/** What /proc/<pid>/stat says: state, parent, … and the four times from the 12th on, after a name that may contain spaces and brackets. */
export function parseStat(text: string): Stat {
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return {
    parent: fields[1] ?? 0,
    own: (user + system) * TICK_MICROS,
    ended: (endedUser + endedSystem) * TICK_MICROS,
  };
}

/** null for a process that is not there, and where there is no /proc. */
export function statOf(pid: number): Stat | null {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null;
  }
}

export function allStats(): { pid: number; stat: Stat }[] {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).flatMap((pid) => {
      const stat = statOf(pid);
      return stat ? [{ pid, stat }] : [];
    });
  } catch {
    return [];
  }
}

/** Microseconds so far: of the scheduler where it counts them, else of the ticks. */
export function cpuOf(pid: number): number | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const nanoseconds = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanoseconds.reduce((sum, each) => sum + each, 0) / 1000;
  } catch {
    return statOf(pid)?.own ?? null;
  }
}

/** The last argument where that is a plain word, else the file that runs, or its folder when it is a `main`. */
export function nameOfCommand(command: readonly string[]): string {
  const last = command.at(-1) ?? '';
  if (/^[\w-]+$/.test(last) && !last.startsWith('-')) return last;
  const [file = '', folder = ''] = (command.find((word) => word.endsWith('.js')) ?? last).split('/').reverse();
  return file === 'main.js' ? folder : file.replace(/\.js$/, '');
}

/** The process itself, called `name`, and all that were spawned beneath it, in the order of their ids. */
export function processesUnder(name: string, pid: number): NamedProcess[] {
  const stats = allStats();
  const found: NamedProcess[] = [{ name, pid }];
  for (const { pid: parent } of found)
    for (const each of stats) if (each.stat.parent === parent) found.push({ name: commandOf(each.pid), pid: each.pid });
  return found;
}

function commandOf(pid: number): string {
  try {
    return nameOfCommand(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean));
  } catch {
    return String(pid);
  }
}
