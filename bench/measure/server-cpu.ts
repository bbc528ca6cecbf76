// CPU time of the database server: of all its processes, those that have ended included.
import type { Client } from 'pg';
import { allStats, statOf } from './process-cpu';

/** Answers a function that tells the microseconds so far, or null where they cannot be known. */
export async function serverCpu(sql: Client): Promise<() => number | null> {
  const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
  const server = statOf(rows[0]?.pid ?? 0)?.parent;
  const read = () => {
    const head = server === undefined ? null : statOf(server);
    if (!head) return null;
    const children = allStats().filter(({ stat }) => stat.parent === server);
    const micros = children.reduce((sum, { stat }) => sum + stat.own, head.own + head.ended);
    return { micros, ended: head.ended };
  };
  return () => {
    // A process that ends while it is read is in neither sum, or in both: then the server's own count has changed.
    for (;;) {
      const told = read();
      if (!told || statOf(server as number)?.ended === told.ended) return told === null ? null : told.micros;
    }
  };
}
