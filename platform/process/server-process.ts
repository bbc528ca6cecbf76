// Which process serves a cluster, as the file that PostgreSQL itself keeps says.
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The process and port that the cluster's own file names, alive or not. */
export function postmaster(cluster: string): { pid: number; port: number } | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Whether that number is a living PostgreSQL and not a stranger. */
export function isServer(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  try {
    // After a reboot the number may belong to any other program. An upgraded file reads "postgres (deleted)".
    return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres');
  } catch (error) {
    // ENOENT is a dead process that nobody has reaped, as in a container without an init; other systems have no /proc.
    return !existsSync('/proc/self') || (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
