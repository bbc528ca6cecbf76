// The processes that a process has started, as Linux lists them: what a test ends by its number, as an operator would.
import { readdirSync, readFileSync } from 'node:fs';

export interface ChildProcessFound {
  pid: number;
  /** its command line */
  command: string;
}

export function childrenOf(parent: number): ChildProcessFound[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parentPid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        if (parentPid !== parent) return [];
        return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        // It ended while the others were being read.
        return [];
      }
    });
}
