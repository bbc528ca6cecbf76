// One request to the graph from its first byte to its last: read, measured, told apart by person, planned, answered, logged and counted.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessToken } from '#platform/access/access-token';
import type { Log } from '#platform/process/log';
import { anonymousCaller } from '#platform/vocabulary/caller';
import { Refusal } from '#platform/vocabulary/refusal';
import type { GraphRequest, GraphServer } from './graph-server';
import type { DocumentChecker } from './limits/check-document';
import type { Metrics } from './metrics';
import { answerType, HttpRefusal, type ReadSettings, readRequest } from './read-request';
import type { RefusalCount } from './refusal-count';
import { gatewayRefusals } from './refusals';
import { type RequestRecord, traceIdOf } from './request-record';
import { tellError } from './tell-error';
import { isSameCaller, type Who } from './who/caller-of';

export interface GraphqlSettings extends ReadSettings {
  graph: GraphServer;
  who: Who;
  checker: DocumentChecker;
  refusals: RefusalCount;
  metrics: Metrics;
  log: Log;
  mostInFlight: number;
}

interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

// The HTTP convention of GraphQL: a well-formed request is 200 to a client that knows `application/json` only.
const toldIn200 = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

export class GraphqlRoute {
  private inFlight = 0;

  constructor(private readonly settings: GraphqlSettings) {}

  async answer(request: IncomingMessage, response: ServerResponse, search: string): Promise<void> {
    const operationId = randomUUID();
    const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const { traceparent } = request.headers;
    const record: RequestRecord = {
      operationId,
      traceId: traceIdOf(typeof traceparent === 'string' ? traceparent : undefined, operationId),
      address,
      startedAt: performance.now(),
      caller: { ...anonymousCaller(operationId), address },
      personId: null,
      operationName: null,
      operationType: null,
      codes: [],
      ownCodes: [],
    };
    this.inFlight++;
    try {
      const { status, headers, body } = await this.run(request, search, record).catch((error: unknown) =>
        this.refuse(error, request, record),
      );
      if (!response.headersSent) {
        response.writeHead(this.statusOf(status, headers['content-type'] ?? '', record), {
          ...headers,
          'x-operation-id': operationId,
          'cache-control': 'no-store',
        });
        response.end(body);
      }
      this.note(record, response.statusCode);
    } finally {
      this.inFlight--;
    }
  }

  private async run(request: IncomingMessage, search: string, record: RequestRecord): Promise<Answer> {
    const { graph, who, mostInFlight } = this.settings;
    if (this.inFlight > mostInFlight)
      throw new HttpRefusal(gatewayRefusals.overloaded({ allowed: mostInFlight }), 503, { 'retry-after': '1' });
    const asked = await readRequest(request, search, this.settings);
    const token = await who.tokenOf(request.headers.authorization);
    record.personId = token?.personId ?? null;
    this.measure(asked, record);
    const ahead = this.runAhead(asked, token, record);
    record.caller = await who.callerOf(token, record.operationId, record.address);
    const { status = 200, headers, body } = (await ahead?.answerFor(record)) ?? (await graph.answer(asked, record));
    if (body.kind !== 'complete') throw new Error('the graph answers in one piece');
    return { status, headers: Object.fromEntries(headers), body: body.string };
  }

  /**
   * A known query is begun while its session is being read, as whoever the session stood for a moment ago; its answer is given only if it
   * stands for the very same now, and thrown away otherwise (docs/decisions/0011-running-ahead.md).
   */
  private runAhead(asked: GraphRequest, token: AccessToken | null, record: RequestRecord) {
    const caller =
      record.operationType === 'query'
        ? this.settings.who.callerAhead(token, record.operationId, record.address)
        : null;
    if (!caller) return null;
    const trial: RequestRecord = { ...record, caller, codes: [], ownCodes: [] };
    const running = this.settings.graph.answerKnown(asked, trial);
    // When it is not wanted nobody hears how it ended.
    running?.catch(() => undefined);
    return {
      answerFor: async (now: RequestRecord) => {
        if (!running || !isSameCaller(caller, now.caller)) return null;
        const answer = await running;
        now.operationName = trial.operationName;
        now.codes.push(...trial.codes);
        now.ownCodes.push(...trial.ownCodes);
        return answer;
      },
    };
  }

  private measure({ method, search, body }: GraphRequest, record: RequestRecord): void {
    const parameters =
      method === 'GET'
        ? Object.fromEntries(new URLSearchParams(search))
        : (body as { query?: string; operationName?: string });
    record.operationName = parameters.operationName ?? null;
    // A hash alone stands for a query that was measured when it came with its text.
    if (!parameters.query) return;
    const operations = this.settings.checker.check(parameters.query);
    const wanted = operations.find(({ name }) => name === record.operationName) ?? operations[0];
    record.operationType = wanted?.type ?? null;
    record.operationName ??= wanted?.name ?? null;
    if (method === 'GET' && operations.some(({ type }) => type !== 'query'))
      throw new HttpRefusal(gatewayRefusals.methodNotAllowed({ allowed: 'POST' }), 405, { allow: 'POST' });
  }

  private refuse(error: unknown, request: IncomingMessage, record: RequestRecord): Answer {
    const cause = error instanceof HttpRefusal ? error.refusal : error;
    if (cause instanceof Refusal && cause.code === 'UNAVAILABLE')
      this.settings.log.warn(
        { err: cause.cause, operationId: record.operationId, facts: cause.facts },
        'a request could not be answered',
      );
    const { error: told, own } = tellError(cause, this.settings.log, record);
    const code = String(told.extensions?.code);
    record.codes.push(code);
    if (own) record.ownCodes.push(code);
    const status = error instanceof HttpRefusal ? error.status : statusOfCode(code);
    const headers = {
      'content-type': answerType(request.headers.accept),
      ...(error instanceof HttpRefusal ? error.headers : {}),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    };
    return { status, headers, body: JSON.stringify({ errors: [told] }) };
  }

  private statusOf(status: number, type: string, { codes }: RequestRecord): number {
    const softened =
      status === 400 &&
      type.startsWith('application/json') &&
      codes.length > 0 &&
      codes.every((code) => toldIn200.has(code));
    return softened ? 200 : status;
  }

  private note(record: RequestRecord, status: number): void {
    const { metrics, refusals, log } = this.settings;
    const ms = performance.now() - record.startedAt;
    metrics.request(record, status, ms);
    refusals.count(record);
    log.info(
      {
        operationId: record.operationId,
        traceId: record.traceId,
        operationName: record.operationName?.slice(0, 100) ?? null,
        operationType: record.operationType,
        post: record.caller.post,
        status,
        ms: Math.round(ms),
        codes: [...new Set(record.codes)],
      },
      'request',
    );
  }
}

function statusOfCode(code: string): number {
  if (code === 'UNAUTHENTICATED') return 401;
  if (code === 'UNAVAILABLE') return 503;
  return code === 'INTERNAL' ? 500 : 400;
}
