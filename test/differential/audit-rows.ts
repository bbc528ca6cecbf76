// The rows that an operation left in the operation logs of the four subgraphs, as text to compare, and the way to take them out again.
import type { Client } from 'pg';
import { subgraphNames } from '#platform/database/roles';

/** What both ways must write alike: all but the row's number, its time and the operation's own id. */
const ALIKE = `kind, action, target, result, person_id, appointment_id, post, service, session_id, facts`;

export async function auditRowsOf(sql: Client, operationIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql.query<{ operation_id: string; row: string }>(
    `${subgraphNames
      .map(
        (name) =>
          `select operation_id, '${name} ' || (select row_to_json(told)::text from (select ${ALIKE}) as told) as row
           from ${name}.audit where operation_id = any($1)`,
      )
      .join(' union all ')} order by 1, 2`,
    [operationIds],
  );
  const byOperation = new Map(operationIds.map((id) => [id, [] as string[]]));
  for (const { operation_id, row } of rows) byOperation.get(operation_id)?.push(row);
  return byOperation;
}

/**
 * Takes the rows out, so that the other way finds the logs as this one did: a log is read by some operations,
 * and a sight is written once a session. The logs are append-only, hence the superuser without triggers.
 */
export async function forgetAuditRows(sql: Client, operationIds: readonly string[]): Promise<void> {
  await sql.query('begin');
  await sql.query('set local session_replication_role = replica');
  for (const name of subgraphNames)
    await sql.query(`delete from ${name}.audit where operation_id = any($1)`, [operationIds]);
  await sql.query('commit');
}
