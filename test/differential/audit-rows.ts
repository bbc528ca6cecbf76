// The rows that an operation leaves in the operation logs of the four subgraphs: taken out as they are read.
import { Client } from 'pg';
import { subgraphNames } from '#platform/database/roles';
import type { World } from '../harness/world';

/** What both ways must write alike: all but the row's number, its time and the operation's own id. */
const ALIKE = [
  'kind',
  'action',
  'target',
  'result',
  'person_id',
  'appointment_id',
  'post',
  'service',
  'session_id',
  'facts',
];

const TAKE = `with ${subgraphNames
  .map((name) => `${name} as (delete from ${name}.audit where operation_id = $1 returning ${ALIKE.join(', ')})`)
  .join(', ')}
  ${subgraphNames.map((name) => `select '${name} ' || to_jsonb(${name})::text as row from ${name}`).join(' union all ')}
  order by 1`;

export interface AuditRows {
  /**
   * The rows of an operation, as text. They are gone then, so that the other way finds the logs as this one did:
   * a log is read by some operations, and a sight is written once a session.
   */
  take(operationId: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function openAuditRows({ cluster, database }: World): Promise<AuditRows> {
  const client = new Client({ connectionString: cluster.superuserUrl.replace(/\/postgres$/, `/${database}`) });
  await client.connect();
  // The logs are append-only: only without their triggers can a row be taken out.
  await client.query('set session_replication_role = replica');
  return {
    take: async (operationId) =>
      (await client.query<{ row: string }>({ name: 'take', text: TAKE, values: [operationId] })).rows.map(
        ({ row }) => row,
      ),
    close: () => client.end(),
  };
}
