// How a write begins (写事务开始): its scope is set, and nothing that it may touch moves to another region before it ends.
import type { Writable } from 'node:stream';
import type { PoolClient, QueryResult } from 'pg';
import { commonRefusals } from '../vocabulary/refusal';
import type { Deed } from './audit';
import type { Scope } from './read-trips';

/** What is told of a refusal is written whatever moves: a row of the log has no path. */
export async function beginWrite(client: PoolClient, { hold, write, epoch }: Scope, { kind }: Deed): Promise<void> {
  rideTogether(client);
  const [, held, set] = await Promise.all([
    client.query('begin'),
    hold && kind !== 'refusal' ? send(client, hold) : null,
    send(client, write),
  ]);
  if (held && !(held.rows[0] as { free: boolean }).free) throw commonRefusals.regionMoving();
  if (kind !== 'refusal' && epoch !== null && (set.rows[0] as { epoch: number }).epoch !== epoch)
    throw commonRefusals.scopeMoving({ epoch });
}

export function send(
  client: PoolClient,
  { name, text, values }: { name: string; text: string; values: readonly unknown[] },
): Promise<QueryResult<object>> {
  return client.query<object>({ text, values: [...values], ...(name ? { name } : {}) });
}

/** All that is asked before this turn ends goes to the server in one piece: to send is what a short statement costs most. */
export function rideTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
