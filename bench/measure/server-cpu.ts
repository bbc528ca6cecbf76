// CPU time of the database server: of all its processes, those that have ended included.
import type { Client } from 'pg';
import { allStats, statOf } from './process-cpu';

/** Answers a function that tells the microseconds so far, or null where they cannot be known. */
export async function serverCpu(sql: Client): Promise<() => number | null> {
  const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
  const server = statOf(rows[0]?.pid ?? 0)?.parent;
  return () => {
    const head = server === undefined ? null : statOf(server);
    if (!head) return null;
    const children = allStats().filter(({ stat }) => stat.parent === server);
    return children.reduce((sum, { stat }) => sum + stat.own, head.own + head.ended);
  };
}
