// The load has a core of its own (负载独占一核), where the machine lets it: what it costs to offer requests is not what it costs to bear them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';

/** Puts this process on the last core, the server and its database on the others; false where that cannot be done. */
export async function separateCores(sql: Client, serverPid: number): Promise<boolean> {
  const last = cpus().length - 1;
  if (process.platform !== 'linux' || last < 1) return false;
  const { rows } = await sql.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
  const [postmaster] = readFileSync(join(rows[0]?.folder ?? '', 'postmaster.pid'), 'utf8').split('\n');
  try {
    for (const pid of [String(serverPid), postmaster as string]) put(pid, last === 1 ? '0' : `0-${last - 1}`);
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
