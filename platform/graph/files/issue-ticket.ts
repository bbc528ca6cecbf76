// Issues a file ticket (签发文件凭证): for five minutes at most, for the caller's person, appointment and session alone.
import { newId } from '../../database/new-id';
import type { SubgraphName } from '../../database/roles';
import { commonRefusals } from '../../vocabulary/refusal';
import type { Context } from '../context';
import { FileTicket } from './evidence';
import type { FileTools } from './file-desk';

export interface TicketOrder {
  subgraph: SubgraphName;
  /** the mutation, for the log */
  action: string;
  verb: 'upload' | 'download';
  /** which maker serves it */
  what: string;
  about: Record<string, unknown>;
  id?: string;
}

export async function issueTicket(
  { caller, inScope, tools }: Context<FileTools>,
  { subgraph, action, verb, what, about, id = newId() }: TicketOrder,
): Promise<FileTicket> {
  const { personId, appointmentId, sessionId } = caller;
  if (personId === null || sessionId === null) throw commonRefusals.unauthenticated();
  const expiresAt = await inScope.write(
    { action, target: id, facts: { what } },
    async (rows) => {
      const [row] = await rows.query<{ expiresAt: Date }>(
        `insert into ${subgraph}.file_ticket (id, person_id, appointment_id, session_id, verb, what, about, issued_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, now(), now() + interval '5 minutes') returning expires_at as "expiresAt"`,
        [id, personId, appointmentId, sessionId, verb, what, JSON.stringify(about)],
      );
      if (!row) throw new Error('a ticket was not written');
      return row.expiresAt;
    },
    'own',
  );
  const ticket = tools.files.tickets.seal({ id, subgraph, personId, appointmentId, sessionId, verb });
  const method = verb === 'upload' ? 'PUT' : 'GET';
  return Object.assign(new FileTicket(), { id, method, url: `/files/${subgraph}/${ticket}`, expiresAt });
}
