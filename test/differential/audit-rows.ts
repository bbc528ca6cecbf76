// The rows that an operation leaves in the operation logs of the four subgraphs: taken out as they are read.
import { Pool } from 'pg';
import { subgraphNames } from '#platform/database/roles';
import type { World } from '../harness/world';

/** What both ways must write alike: all but the row's number, its time and the operation's own id. */
const ALIKE = 'kind, action, target, result, person_id, appointment_id, post, service, session_id, facts'.split(', ');

const MOST_PLACES = 20;

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
  const pool = new Pool({
    connectionString: cluster.superuserUrl.replace(/\/postgres$/, `/${database}`),
    max: 3,
    // The logs are append-only: only without their triggers can a row be taken out.
    options: '-c session_replication_role=replica',
  });
  return {
    take: async (operationId) =>
      (await pool.query<{ row: string }>({ name: 'take', text: TAKE, values: [operationId] })).rows
        .map(({ row }) => inOrder(row))
        .sort(),
    close: () => pool.end(),
  };
}

/** A refusal's codes and places stand in the order in which they happened, like the errors of an answer; of many places twenty are kept. */
function inOrder(row: string): string {
  const [, subgraph = '', told = ''] = /^(\w+) (.*)$/s.exec(row) ?? [];
  const { result, facts, ...rest } = JSON.parse(told) as { result: string; facts: { places?: string[] } };
  const places = facts.places && (facts.places.length < MOST_PLACES ? [...facts.places].sort() : MOST_PLACES);
  return `${subgraph} ${JSON.stringify({ ...rest, result: result.split(' ').sort().join(' '), facts: { ...facts, places } })}`;
}
