// A write on a connection (写事务): begun under its scope, carried out, and ended together with its row of the log; or wholly undone.
import type { PoolClient } from 'pg';
import type { Caller } from '../vocabulary/caller';
import { type Deed, writeAudit } from './audit';
import { beginWrite, rideTogether, send } from './begin-write';
import type { Connection, Reach, WriteRows } from './in-scope';
import type { Scope } from './read-trips';
import { rowsOn } from './rows-on';
import { shaped, statementOf } from './statement';

interface Write {
  reach: Reach;
  caller: Caller;
  scope: Scope;
  deed: Deed;
}

export async function writeOn<T>(
  client: PoolClient,
  lose: (error: Error) => void,
  { reach, caller, scope, deed }: Write,
  run: (rows: WriteRows) => Promise<T>,
): Promise<T> {
  // What the deed asks first rides with the beginning: behind it, and in vain where it is refused.
  const begun = beginWrite(client, scope, deed);
  begun.catch(() => undefined);
  try {
    const connection: Connection = {
      async query(sql, parameters, shape) {
        const answer = await send(client, statementOf(scope.role, sql, parameters));
        return shape ? { rows: shaped(answer.rows, shape) } : answer;
      },
    };
    const last: (readonly [string, readonly unknown[]])[] = [];
    const result = await run({
      ...rowsOn(reach.dataSource, connection),
      deed,
      atEnd: (sql, parameters) => void last.push([sql, parameters]),
      now: async () => ((await client.query('select now() as now')).rows[0] as { now: Date }).now,
    });
    await begun;
    rideTogether(client);
    const told = deed.toldByRefusal || deed.isStep ? null : { result: 'done', ...deed };
    await Promise.all([
      ...last.map(([sql, parameters]) => connection.query(sql, parameters)),
      told && writeAudit(connection, reach.roles.subgraph, caller, told),
      client.query('commit'),
    ]);
    return result;
  } catch (error) {
    const refused = await begun.then(
      () => null,
      (first: unknown) => ({ first }),
    );
    await client.query('rollback').catch(lose);
    throw refused ? refused.first : error;
  }
}
