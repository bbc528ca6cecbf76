// The load has a core of its own (负载独占一核), where the machine lets it: what it costs to offer requests is not what it costs to bear them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Client } from 'pg';

/** Puts this process on the last core, the server and its database on the others; false where that cannot be done. */
export async function separateCores(sql: Client, serverPid: number): Promise<boolean> {
  const last = cpus().length - 1;
  if (process.platform !== 'linux' || last < 1) return false;
  // A connection's parent is the postmaster; where it keeps its data is told to few.
  const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
  try {
    const postmaster = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${rows[0]?.pid}/status`, 'utf8'))?.[1] as string;
    for (const pid of [String(serverPid), postmaster]) put(pid, last === 1 ? '0' : `0-${last - 1}`);
    put(String(process.pid), String(last));
    return true;
  } catch {
    return false;
  }
}

/** All threads of a process; what it starts from now on inherits it. */
function put(pid: string, cores: string): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, pid], { stdio: 'ignore' });
}
