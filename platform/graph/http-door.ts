// The door to a subgraph in another process: kept-alive pooled HTTP, a passport sealed for that subgraph alone, and a time limit.
import type { FormattedExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { type PassportSealer } from '../access/passport';
import type { SubgraphName } from '../database/roles';
import type { Caller } from '../vocabulary/caller';
import { commonRefusals } from '../vocabulary/refusal';
import type { FileAnswer, FileRequest } from './files/file-answer';
import { sendAgain } from './send-again';
import { OPERATION_HEADER, PASSPORT_HEADER } from './serve';
import type { Operation } from './subgraph';

/** What can be asked: a subgraph in this process, or one behind HTTP. */
export interface SubgraphDoor {
  /** `limitMs`: after this nobody waits any more, and the door need not hold a connection for it */
  execute(operation: Operation, caller: Caller, limitMs?: number): Promise<FormattedExecutionResult>;
  /** one request at the subgraph's file door */
  file(request: FileRequest, caller: Caller, limitMs?: number): Promise<FileAnswer>;
  /** throws when it cannot answer */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface HttpDoorSettings {
  url: string;
  subgraph: SubgraphName;
  sealer: PassportSealer;
  timeoutMs: number;
}

const CONNECTIONS = 32;
/** Between two pieces of a file that is made while it is sent. */
const FILE_PAUSE_MS = 30_000;

export function openHttpDoor({ url, subgraph, sealer, timeoutMs }: HttpDoorSettings): SubgraphDoor {
  const pool = new Pool(new URL(url).origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    keepAliveTimeout: 60_000,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: timeoutMs },
  });
  return {
    async execute(operation, caller, limitMs = timeoutMs) {
      const leftMs = Math.max(1, Math.ceil(Math.min(limitMs, timeoutMs)));
      // Not AbortSignal.timeout: its timer would outlive every answer, and then make an error that nobody reads.
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), leftMs);
      const { signal } = late;
      try {
        const headers = {
          'content-type': 'application/json',
          [PASSPORT_HEADER]: sealer.seal(caller, subgraph),
          [OPERATION_HEADER]: caller.operationId,
        };
        const asked = JSON.stringify(operation);
        const { statusCode, body } = await sendAgain(
          () => pool.request({ path: '/graphql', method: 'POST', headers, body: asked, signal }),
          { isQuery: !operation.query.startsWith('mutation'), leftMs },
        );
        const answer = (await body.json()) as FormattedExecutionResult;
        if (statusCode !== 200)
          throw Object.assign(new Error(`${subgraph} answered ${statusCode}`), { status: statusCode });
        return answer;
      } catch (error) {
        throw Object.assign(commonRefusals.unavailable({ subgraph }), { cause: error });
      } finally {
        clearTimeout(timer);
      }
    },
    async file({ ticket, method, body: sent }, caller) {
      try {
        const { statusCode, headers, body } = await pool.request({
          path: `/files/${ticket}`,
          method,
          headers: { [PASSPORT_HEADER]: sealer.seal(caller, subgraph), [OPERATION_HEADER]: caller.operationId },
          ...(sent ? { body: sent } : {}),
          // A long list is made page by page, and whoever reads slowly may.
          bodyTimeout: FILE_PAUSE_MS,
        });
        // What was made while it is sent has no length, and goes on as it comes.
        const sentOn = headers['content-length'] ? Buffer.from(await body.arrayBuffer()) : body;
        return { status: statusCode, headers: tellable(headers), body: sentOn };
      } catch (error) {
        throw Object.assign(commonRefusals.unavailable({ subgraph }), { cause: error });
      }
    },
    async ready() {
      const { statusCode, body } = await pool.request({
        path: '/health/ready',
        method: 'GET',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${subgraph} is not ready`);
    },
    close: () => pool.close(),
  };
}

/** Of what a file door says, the part that belongs to the file and not to the connection. */
function tellable(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const names = [
    'content-type',
    'content-disposition',
    'cache-control',
    'x-content-type-options',
    'content-security-policy',
  ];
  return Object.fromEntries(
    names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name] as string]] : [])),
  );
}
