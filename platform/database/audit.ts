// The operation log (操作日志): an effect's row stands in its own transaction, a refusal's in one of its own after the rollback.
import type { Caller } from '../vocabulary/caller';
import type { Connection } from './in-scope';
import type { SubgraphName } from './roles';

export interface Deed {
  /** the mutation field, such as `approveDisbursement` */
  action: string;
  kind?: 'effect' | 'refusal' | 'reveal' | 'sight';
  /** id of what was acted upon */
  target?: string | null;
  result?: string;
  /** what a reader of the log needs to know; never a personal number */
  facts?: Readonly<Record<string, unknown>>;
  /** what must be kept although the request is refused (a failed sign-in that is counted): the refusal's row tells it */
  toldByRefusal?: true;
  /** a step of something longer, such as the progress of an import: what it ends in has its own row */
  isStep?: true;
}

export async function writeAudit(
  connection: Connection,
  subgraph: SubgraphName,
  caller: Caller,
  deed: Deed,
): Promise<void> {
  await connection.query(
    `insert into ${subgraph}.audit (kind, action, target, result, person_id, appointment_id, post, service, session_id, operation_id, facts, principal_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ${deed.kind === 'sight' ? 'on conflict do nothing' : ''}`,
    [
      deed.kind ?? 'effect',
      deed.action,
      deed.target ?? null,
      deed.result ?? 'done',
      caller.personId,
      caller.appointmentId,
      caller.post,
      caller.service,
      caller.sessionId,
      caller.operationId,
      JSON.stringify(deed.facts ?? {}),
      caller.principalId,
    ],
  );
}
