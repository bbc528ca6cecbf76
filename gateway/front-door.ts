// The one door (网关大门) that the outside sees: the graph, its explorer, health and metrics; everything else is not here.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Health, Readiness } from '#platform/process/health';
import { type LoadSources, printMetrics, tellBreakers } from './load/tell-load';
import { gatewayRefusals } from './refusals';
import { securityHeaders } from './security-headers';
import { toldRefusal } from './tell-error';

export interface Routes {
  /** sets the security headers itself, where there is time for it */
  graphql(request: IncomingMessage, response: ServerResponse, search: string): Promise<void>;
  /** answers whether the path was one of the file door's */
  files(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>;
  /** answers whether the path was that of the stream of notices */
  notices(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>;
  /** answers whether the path was one of the explorer's */
  explorer(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>;
  health: Health;
  load: LoadSources;
}

const MAX_HEADER_BYTES = 32 * 1024;

export function makeFrontDoor(routes: Routes, onFault: (error: unknown) => void): Server {
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      route(routes, request, response).catch((error: unknown) => {
        onFault(error);
        reply(response, 500, {
          errors: [{ message: '内部错误 · Internal error', extensions: { code: 'INTERNAL' } }],
        });
      });
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const [status, told] =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? ['431 Request Header Fields Too Large', gatewayRefusals.headersTooLarge({ allowed: MAX_HEADER_BYTES })]
        : ['400 Bad Request', gatewayRefusals.malformed({ zh: '不是 HTTP 请求', en: 'not an HTTP request' })];
    const body = JSON.stringify({ errors: [toldRefusal(told)] });
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  });
  return server;
}

async function route(
  { graphql, files, notices, explorer, health, load }: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (path === '/graphql') return graphql(request, response, mark < 0 ? '' : target.slice(mark));
  response.setHeaders(securityHeaders);
  if (await files(request, response, path)) return;
  if (await notices(request, response, path)) return;
  if (request.method === 'GET' || request.method === 'HEAD') {
    if (path === '/health/live') return tellHealth(response, await health.live(), 'live');
    if (path === '/health/ready') return tellHealth(response, await health.ready(), 'ready', await tellBreakers(load));
    if (path === '/metrics' || path === '/metrics/workers') {
      const { contentType, text } = await printMetrics(load, path === '/metrics/workers');
      response.writeHead(200, { 'content-type': contentType }).end(text);
      return;
    }
    if (await explorer(request, response, path)) return;
  }
  reply(response, 404, {
    errors: [
      {
        message: '此处没有内容 · Nothing is here',
        extensions: { code: 'NOT_FOUND', zh: '此处没有内容', en: 'Nothing is here' },
      },
    ],
  });
}

function tellHealth(response: ServerResponse, { ready, checks }: Readiness, word: string, more: object = {}): void {
  reply(response, ready ? 200 : 503, {
    status: ready ? word : `not ${word}`,
    notReady: checks.filter(({ ok }) => !ok).map(({ name }) => name),
    checks,
    ...more,
  });
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
