// Reads a GraphQL request from HTTP: what another site could make a browser send is refused here, before anything is looked up.
import type { IncomingMessage } from 'node:http';
import { readBody } from '#platform/graph/serve';
import { Refusal } from '#platform/vocabulary/refusal';
import type { GraphRequest } from './graph-server';
import { gatewayRefusals } from './refusals';

/** A refusal with the status of its HTTP answer. */
export class HttpRefusal extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly status: number,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.message);
  }
}

export interface ReadSettings {
  bodyLimitBytes: number;
  allowedOrigins: readonly string[];
}

const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';
const ACCEPTABLE = new Set(['*/*', 'application/*', JSON_TYPE, RESPONSE_TYPE]);
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];

export async function readRequest(
  request: IncomingMessage,
  search: string,
  settings: ReadSettings,
): Promise<GraphRequest> {
  const { method = '', headers } = request;
  if (method !== 'POST' && method !== 'GET')
    throw new HttpRefusal(gatewayRefusals.methodNotAllowed({ allowed: 'GET, POST' }), 405, { allow: 'GET, POST' });
  if (isForeign(request, settings.allowedOrigins)) throw new HttpRefusal(gatewayRefusals.crossSite(), 403);
  if (!isAcceptable(headers.accept)) throw new HttpRefusal(gatewayRefusals.notAcceptable({ allowed: JSON_TYPE }), 406);
  if (method === 'GET') return readGet(request, search);
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== JSON_TYPE) throw new HttpRefusal(gatewayRefusals.unsupportedMediaType({ allowed: JSON_TYPE }), 415);
  return { method, headers: headersOf(request), search: '', body: await readJson(request, settings.bodyLimitBytes) };
}

/** Which of the two JSON types a client wants; the older one unless it names the newer. */
export function answerType(accept: string | undefined): string {
  return `${accept?.includes(RESPONSE_TYPE) ? RESPONSE_TYPE : JSON_TYPE}; charset=utf-8`;
}

function readGet(request: IncomingMessage, search: string): GraphRequest {
  // A link or an image of another site sends neither of these without asking first.
  if (!PREFLIGHT_HEADERS.some((name) => request.headers[name]))
    throw new HttpRefusal(gatewayRefusals.crossSite({ header: PREFLIGHT_HEADERS[0] }), 400);
  const parameters = new URLSearchParams(search);
  for (const name of ['query', 'operationName', 'variables', 'extensions'])
    if (parameters.getAll(name).length > 1) throw malformed(`参数 ${name} 只能出现一次`, `${name} may be given once`);
  const headers = new Map(headersOf(request));
  headers.delete('content-type');
  return { method: 'GET', headers, search, body: undefined };
}

async function readJson(request: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  const tooLarge = () =>
    new HttpRefusal(gatewayRefusals.bodyTooLarge({ allowed: limit }), 413, { connection: 'close' });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const bytes = await readBody(request, limit);
  if (!bytes) throw tooLarge();
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed('请求体不是 JSON', 'the body is not JSON');
  }
  if (Array.isArray(body)) throw new HttpRefusal(gatewayRefusals.batchingOff({ allowed: 1 }), 400);
  if (!isRecord(body)) throw malformed('请求体应为 JSON 对象', 'the body must be a JSON object');
  const { query, operationName, variables, extensions } = body;
  if (!isTextOrNone(query)) throw malformed('query 应为文本', 'query must be text');
  if (!isTextOrNone(operationName)) throw malformed('operationName 应为文本', 'operationName must be text');
  if (!isRecordOrNone(variables)) throw malformed('variables 应为对象', 'variables must be an object');
  if (!isRecordOrNone(extensions)) throw malformed('extensions 应为对象', 'extensions must be an object');
  if (!query && !isRecord(extensions?.persistedQuery)) throw malformed('缺少 query', 'query is missing');
  // Apollo Server takes a key that is there without a value for an ill one.
  return Object.fromEntries(
    Object.entries({ query, operationName, variables, extensions }).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  );
}

/** From a page of another site, by what the browser itself says; programs say nothing. */
export function isForeign({ headers }: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site';
  if (allowed.includes(origin)) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

function isAcceptable(accept: string | undefined): boolean {
  return (
    accept === undefined ||
    accept.split(',').some((each) => ACCEPTABLE.has(each.split(';')[0]?.trim().toLowerCase() ?? ''))
  );
}

function headersOf({ headers }: IncomingMessage): Map<string, string> {
  const entries = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new Map(entries);
}

function malformed(zh: string, en: string): HttpRefusal {
  return new HttpRefusal(gatewayRefusals.malformed({ zh, en }), 400);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOrNone(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || value === null || isRecord(value);
}

function isTextOrNone(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}
