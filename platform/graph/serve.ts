// A subgraph's own door over HTTP: only callers with a passport, only POSTed JSON, and health for the orchestra around it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PassportOpener } from '../access/passport';
import { Drain } from '../process/drain-server';
import type { Caller } from '../vocabulary/caller';
import type { FileBody } from './files/file-answer';
import type { OpenSubgraph, Operation } from './subgraph';

export const PASSPORT_HEADER = 'x-passport';
export const OPERATION_HEADER = 'x-operation-id';

export interface DoorSettings {
  host: string;
  port: number;
  bodyLimitBytes: number;
  /** of what is uploaded at the file door */
  fileLimitBytes?: number;
  passports: PassportOpener;
}

export async function serveSubgraph(
  subgraph: OpenSubgraph,
  settings: DoorSettings,
): Promise<Server & { drain: Drain }> {
  const server = createServer((request, response) => {
    if (drain.hasBegun && request.url === '/health/ready')
      return reply(response, 503, { status: 'not ready', reason: 'closing' });
    answer(subgraph, settings, request, response).catch(() =>
      reply(response, 500, { errors: [{ message: 'internal error', extensions: { code: 'INTERNAL' } }] }),
    );
  });
  server.keepAliveTimeout = 65_000;
  const drain = new Drain(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  return Object.assign(server, { drain });
}

async function answer(
  subgraph: OpenSubgraph,
  settings: DoorSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET' && request.url === '/health/live') return reply(response, 200, { status: 'live' });
  if (request.method === 'GET' && request.url === '/health/ready')
    return subgraph.ready().then(
      () => reply(response, 200, { status: 'ready' }),
      () => reply(response, 503, { status: 'not ready', reason: 'database' }),
    );
  const ticket = FILE.exec(request.url ?? '')?.[1];
  if (!ticket && (request.method !== 'POST' || request.url !== '/graphql'))
    return reply(response, 404, { status: 'not found' });
  const { [PASSPORT_HEADER]: passport, [OPERATION_HEADER]: operationId } = request.headers;
  const caller = settings.passports.open(textOf(passport), textOf(operationId));
  if (!caller)
    return reply(response, 401, {
      errors: [{ message: 'no valid passport', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  if (ticket) return answerFile(subgraph, settings, request, response, { ticket, caller });
  const operation = await readOperation(request, settings.bodyLimitBytes);
  if (!operation)
    return reply(response, 400, {
      errors: [{ message: 'not a GraphQL request', extensions: { code: 'BAD_REQUEST' } }],
    });
  reply(response, 200, await subgraph.execute(operation, caller));
}

const DEFAULT_FILE_BYTES = 10 * 1024 * 1024;
const FILE = /^\/files\/([A-Za-z0-9._-]+)$/;

async function answerFile(
  subgraph: OpenSubgraph,
  { fileLimitBytes = DEFAULT_FILE_BYTES }: DoorSettings,
  request: IncomingMessage,
  response: ServerResponse,
  { ticket, caller }: { ticket: string; caller: Caller },
): Promise<void> {
  const { method } = request;
  if (method !== 'GET' && method !== 'PUT') return reply(response, 405, { status: 'method not allowed' });
  const sent = method === 'PUT' ? await readBody(request, fileLimitBytes) : undefined;
  if (sent === null) return reply(response, 413, { status: 'too large' });
  const { status, headers, body } = await subgraph.file({ ticket, method, body: sent }, caller);
  await sendFile(response, status, headers, body);
}

function textOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** Whole with its length, or as it is made; one that breaks on the way ends the connection, so that nobody takes it for whole. */
export async function sendFile(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: FileBody,
): Promise<number> {
  if (Buffer.isBuffer(body)) {
    response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
    return body.length;
  }
  let bytes = 0;
  response.writeHead(status, headers);
  const counted = async function* () {
    for await (const chunk of body) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  await pipeline(Readable.from(counted()), response).catch(() => response.destroy());
  return bytes;
}

async function readOperation(request: IncomingMessage, limit: number): Promise<Operation | null> {
  if (!request.headers['content-type']?.startsWith('application/json')) return null;
  const body = await readBody(request, limit);
  if (body === null) return null;
  try {
    const operation = JSON.parse(body.toString('utf8')) as Operation;
    return typeof operation.query === 'string' ? operation : null;
  } catch {
    return null;
  }
}

/** The body, or null when it is larger than allowed. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > limit) {
        // What still comes is not kept.
        parts.length = 0;
        resolve(null);
      } else parts.push(part);
    });
    request.once('end', () => resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)));
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('the request was broken off'));
    });
  });
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
