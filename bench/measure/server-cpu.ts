// CPU time of the database server: of all its processes, those that have ended included.
import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';

/** The kernel counts in hundredths of a second. */
const TICK_MICROS = 10_000;

interface Stat {
  parent: number;
  own: number;
  ended: number;
}

/** null where there is no /proc. */
function statOf(pid: number): Stat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may contain spaces and brackets: state, parent, … and the four times from the 12th on.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, own: user + system, ended: endedUser + endedSystem };
  } catch {
    return null;
  }
}

/** Answers a function that tells the microseconds so far, or null where they cannot be known. */
export async function serverCpu(sql: Client): Promise<() => number | null> {
  const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
  const server = statOf(rows[0]?.pid ?? 0)?.parent;
  return () => {
    const head = server === undefined ? null : statOf(server);
    if (!head) return null;
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name)) ?? [])
      .filter(({ parent }) => parent === server);
    return children.reduce((sum, { own }) => sum + own, head.own + head.ended) * TICK_MICROS;
  };
}
