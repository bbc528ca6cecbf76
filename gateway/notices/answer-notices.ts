// The stream of notices (提醒推送): `GET /notices/stream` with a bearer token; each look is made as the session stands at that moment, and ends with it.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessToken } from '#platform/access/access-token';
import type { SubgraphDoor } from '#platform/graph/http-door';
import type { Log } from '#platform/process/log';
import { commonRefusals, Refusal } from '#platform/vocabulary/refusal';
import type { SubgraphGate } from '../load/subgraph-gate';
import { HttpRefusal, isForeign } from '../read-request';
import { gatewayRefusals } from '../refusals';
import { tellError } from '../tell-error';
import type { Who } from '../who/caller-of';
import { lookForNotices, type Seen } from './look-for-notices';
import { resumeFrom } from './resume-from';
import { commentOf, eventOf } from './write-event';

export interface NoticesSettings {
  who: Who;
  door: SubgraphDoor;
  gate: SubgraphGate;
  timeoutMs: number;
  /** how often it is looked whether something came, and the session still stands */
  everyMs: number;
  heartbeatMs: number;
  mostStreams: number;
  mostOfPerson: number;
  allowedOrigins: readonly string[];
  log: Log;
}

const PATH = '/notices/stream';
/** What a client waits before it comes again. */
const RETRY_MS = 3000;

interface Stream {
  token: AccessToken;
  response: ServerResponse;
  address: string;
  seen: Seen;
  wroteAt: number;
}

export class NoticesRoute {
  private readonly open = new Map<Stream, NodeJS.Timeout>();
  private closing = false;

  constructor(private readonly settings: NoticesSettings) {}

  /** Answers whether the path was the stream's. */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    if (path !== PATH) return false;
    const operationId = randomUUID();
    try {
      const token = await this.admit(request);
      const after = resumeFrom(request);
      const stream: Stream = {
        token,
        response,
        address: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
        seen: { after, resumed: after !== null },
        wroteAt: performance.now(),
      };
      // Its place is taken before anything is waited for, and told open only when the session stands.
      this.place(stream);
      try {
        await this.begin(stream, operationId);
      } catch (error) {
        this.leave(stream);
        throw error;
      }
    } catch (error) {
      this.refuse(error, response, operationId);
    }
    return true;
  }

  get streams(): number {
    return this.open.size;
  }

  /** All streams end; clients come again, with the last event that they saw. */
  close(): void {
    this.closing = true;
    for (const stream of this.open.keys()) this.end(stream, 'closing');
  }

  private async admit(request: IncomingMessage): Promise<AccessToken> {
    const { who, allowedOrigins } = this.settings;
    if (request.method !== 'GET')
      throw new HttpRefusal(gatewayRefusals.methodNotAllowed({ allowed: 'GET' }), 405, { allow: 'GET' });
    if (isForeign(request, allowedOrigins)) throw new HttpRefusal(gatewayRefusals.crossSite(), 403);
    // In the header alone: a token in an address would stand in logs and histories.
    const token = await who.tokenOf(request.headers.authorization);
    if (!token) throw new HttpRefusal(commonRefusals.unauthenticated(), 401, { 'www-authenticate': 'Bearer' });
    return token;
  }

  private place(stream: Stream): void {
    const { mostStreams, mostOfPerson } = this.settings;
    const own = [...this.open.keys()].filter(({ token }) => token.personId === stream.token.personId).length;
    const allowed = own >= mostOfPerson ? mostOfPerson : mostStreams;
    if (this.closing || this.open.size >= mostStreams || own >= mostOfPerson)
      throw new HttpRefusal(gatewayRefusals.tooManyStreams({ allowed }), 503, { 'retry-after': '30' });
    this.open.set(
      stream,
      setTimeout(() => undefined, 0),
    );
    stream.response.once('close', () => this.leave(stream));
  }

  private leave(stream: Stream): void {
    clearTimeout(this.open.get(stream));
    this.open.delete(stream);
  }

  private async begin(stream: Stream, operationId: string): Promise<void> {
    const { response } = stream;
    const first = await this.look(stream);
    if (!this.open.has(stream)) return;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-operation-id': operationId,
    });
    this.write(stream, `retry: ${RETRY_MS}\n\n${first}`);
    this.next(stream);
  }

  private next(stream: Stream): void {
    if (!this.open.has(stream)) return;
    this.open.set(
      stream,
      setTimeout(() => void this.turn(stream), this.settings.everyMs),
    );
  }

  /** One turn: the session, what came, and a sign of life where nothing did. */
  private async turn(stream: Stream): Promise<void> {
    const { log, heartbeatMs } = this.settings;
    if (stream.token.expiresAt.getTime() <= Date.now()) return this.end(stream, 'token-expired');
    try {
      const events = await this.look(stream);
      const silent = performance.now() - stream.wroteAt >= heartbeatMs;
      if (this.open.has(stream) && (events || silent)) this.write(stream, events || commentOf('heartbeat'));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'UNAUTHENTICATED') return this.end(stream, 'session-ended');
      // What could not be asked now is asked at the next turn, from the same place.
      log.warn({ err: error }, 'notices could not be looked for');
    }
    this.next(stream);
  }

  /** As the session stands now, unmarked: a stream that is open must not keep an idle session alive. */
  private async look({ token, address, seen }: Stream): Promise<string> {
    const { who, door, gate, timeoutMs } = this.settings;
    const caller = await who.watch(token, randomUUID(), address);
    const notices = await gate.pass((ms) => lookForNotices(door, caller, seen, ms), timeoutMs);
    return notices.map(({ cursor, node }) => eventOf('notice', cursor, node)).join('');
  }

  private write(stream: Stream, text: string): void {
    stream.wroteAt = performance.now();
    // Whoever does not read is let go: he resumes where he stopped.
    if (!stream.response.write(text) && stream.response.writableLength > MOST_UNREAD_BYTES) stream.response.destroy();
  }

  private end(stream: Stream, reason: string): void {
    this.leave(stream);
    if (stream.response.headersSent) stream.response.end(eventOf('end', null, { reason }));
  }

  private refuse(error: unknown, response: ServerResponse, operationId: string): void {
    const cause = error instanceof HttpRefusal ? error.refusal : error;
    const { error: told } = tellError(cause, this.settings.log);
    const code = String(told.extensions?.code);
    const status = error instanceof HttpRefusal ? error.status : (STATUS[code] ?? 500);
    if (response.headersSent) return void response.destroy();
    response
      .writeHead(status, {
        ...(error instanceof HttpRefusal ? error.headers : {}),
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-operation-id': operationId,
      })
      .end(JSON.stringify({ errors: [told] }));
  }
}

const MOST_UNREAD_BYTES = 256 * 1024;
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_REQUEST: 400,
  INVALID_INPUT: 400,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
};
