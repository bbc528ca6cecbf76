// The file door (文件门) of the gateway: whoever shows a ticket comes in as the session it was issued to, as that session stands now.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { peekTicket } from '#platform/access/file-ticket';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { answerOfRefusal, type FileAnswer } from '#platform/graph/files/file-answer';
import type { SubgraphDoor } from '#platform/graph/http-door';
import { readBody, sendFile } from '#platform/graph/serve';
import type { Log } from '#platform/process/log';
import type { Caller } from '#platform/vocabulary/caller';
import { fileRefusals } from '#platform/vocabulary/file-refusals';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, Refusal } from '#platform/vocabulary/refusal';
import type { SubgraphGate } from '../load/subgraph-gate';
import { gatewayRefusals } from '../refusals';
import type { Who } from '../who/caller-of';

export interface FilesSettings {
  who: Who;
  doors: Readonly<Record<SubgraphName, SubgraphDoor>>;
  gates: Readonly<Record<SubgraphName, SubgraphGate>>;
  limitBytes: number;
  timeoutMs: number;
  mostInFlight: number;
  log: Log;
}

const PATH = new RegExp(`^/files/(${subgraphNames.join('|')})/([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)$`);

export class FilesRoute {
  private inFlight = 0;

  constructor(private readonly settings: FilesSettings) {}

  /** Answers whether the path was one of the file door's. */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    if (!path.startsWith('/files/')) return false;
    const operationId = randomUUID();
    this.inFlight++;
    const { status, headers, body } = await this.run(request, path, operationId).catch((error: unknown) => {
      if (error instanceof Refusal) return answerOfRefusal(error);
      this.inFlight--;
      throw error;
    });
    // A body that was not wanted is not read to its end.
    if (!request.complete) response.setHeader('connection', 'close');
    const told = { ...headers, 'x-operation-id': operationId };
    const bytes = await sendFile(response, status, told, body).finally(() => this.inFlight--);
    this.settings.log.info({ operationId, status, method: request.method, bytes }, 'file');
    return true;
  }

  private async run(request: IncomingMessage, path: string, operationId: string): Promise<FileAnswer> {
    const { doors, gates, timeoutMs, mostInFlight } = this.settings;
    const { method } = request;
    const [, subgraph, ticket] = PATH.exec(path) ?? [];
    if (!subgraph || !ticket || (method !== 'GET' && method !== 'PUT')) throw nothing();
    if (this.inFlight > mostInFlight) throw commonRefusals.unavailable({ allowed: mostInFlight });
    const caller = await this.callerOf(request, ticket, operationId);
    const body = method === 'PUT' ? await this.read(request) : undefined;
    const name = subgraph as SubgraphName;
    return gates[name].pass((ms) => doors[name].file({ ticket, method, body }, caller, ms), timeoutMs);
  }

  /**
   * The seal is the subgraph's to check; here only the session is looked up, and what comes in is what that session may do now.
   * A token that is shown beside the ticket must be of the same session.
   */
  private async callerOf(request: IncomingMessage, ticket: string, operationId: string): Promise<Caller> {
    const { who } = this.settings;
    const claims = peekTicket(ticket);
    if (!claims || !isId(claims.sessionId) || !isId(claims.personId)) throw nothing();
    const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const token = await who.tokenOf(request.headers.authorization);
    if (token && token.sessionId !== claims.sessionId) throw nothing();
    const { sessionId, personId } = claims;
    const shown = token ?? { sessionId, personId };
    try {
      return await who.callerOf(shown, operationId, address);
    } catch (error) {
      // A session that ended and a ticket that never was are one answer.
      if (error instanceof Refusal && error.code === gatewayRefusals.tokenRefused().code) throw nothing();
      throw error;
    }
  }

  private async read(request: IncomingMessage): Promise<Buffer> {
    const { limitBytes } = this.settings;
    const tooLarge = () => fileRefusals.fileTooLarge({ allowed: limitBytes });
    if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge();
    const body = await readBody(request, limitBytes);
    if (!body) throw tooLarge();
    return body;
  }
}

const nothing = () => commonRefusals.notFound({ what: '文件 file' });
