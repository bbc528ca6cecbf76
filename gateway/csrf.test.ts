// What another site could make a browser send, and what is no GraphQL request at all: answered by a code, nothing executed.
import { openToyGraph, raw, type ToyGraph } from '../test/gateway/toy-graph';

let graph: ToyGraph;
beforeAll(async () => {
  graph = await openToyGraph(undefined, { ALLOWED_ORIGINS: 'https://friend.example' });
});
afterAll(() => graph.close());

const mutation = 'mutation { rename(name: "x") }';
const json = JSON.stringify({ query: mutation });
const preflighted = { 'apollo-require-preflight': '1' };
const inUrl = (query: string) => `?query=${encodeURIComponent(query)}`;

const refusedRequests: [
  name: string,
  status: number,
  code: string,
  method: string,
  search: string,
  headers: Record<string, string>,
  body?: string,
][] = [
  [
    'a form',
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'POST',
    '',
    { 'content-type': 'application/x-www-form-urlencoded' },
    `query=${encodeURIComponent(mutation)}`,
  ],
  ['plain text', 415, 'UNSUPPORTED_MEDIA_TYPE', 'POST', '', { 'content-type': 'text/plain' }, json],
  [
    'plain text that names JSON',
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'POST',
    '',
    { 'content-type': 'text/plain; application/json' },
    json,
  ],
  [
    'a multipart form',
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'POST',
    '',
    { 'content-type': 'multipart/form-data; boundary=x' },
    json,
  ],
  ['no content type', 415, 'UNSUPPORTED_MEDIA_TYPE', 'POST', '', {}, json],
  ['a query in the address of a POST', 415, 'UNSUPPORTED_MEDIA_TYPE', 'POST', inUrl(mutation), {}],
  ['a link', 400, 'CROSS_SITE_REQUEST', 'GET', inUrl('{ me }'), {}],
  ['a link with a mutation', 400, 'CROSS_SITE_REQUEST', 'GET', inUrl(mutation), {}],
  ['a GET mutation', 405, 'METHOD_NOT_ALLOWED', 'GET', inUrl(mutation), preflighted],
  [
    'a GET that hides a mutation',
    405,
    'METHOD_NOT_ALLOWED',
    'GET',
    `${inUrl(`query a { me } ${mutation.replace('mutation', 'mutation b')}`)}&operationName=a`,
    preflighted,
  ],
  [
    'a foreign origin',
    403,
    'CROSS_SITE_REQUEST',
    'POST',
    '',
    { 'content-type': 'application/json', origin: 'https://evil.example' },
    json,
  ],
  [
    'an origin of another port',
    403,
    'CROSS_SITE_REQUEST',
    'POST',
    '',
    { 'content-type': 'application/json', origin: 'http://127.0.0.1:1' },
    json,
  ],
  [
    'a sandboxed page',
    403,
    'CROSS_SITE_REQUEST',
    'POST',
    '',
    { 'content-type': 'application/json', origin: 'null' },
    json,
  ],
  [
    'a foreign page by its own word',
    403,
    'CROSS_SITE_REQUEST',
    'POST',
    '',
    { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    json,
  ],
  [
    'a preflight',
    405,
    'METHOD_NOT_ALLOWED',
    'OPTIONS',
    '',
    { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  ],
  ['PUT', 405, 'METHOD_NOT_ALLOWED', 'PUT', '', { 'content-type': 'application/json' }, json],
  ['broken JSON', 400, 'BAD_REQUEST', 'POST', '', { 'content-type': 'application/json' }, '{"query":'],
  [
    'ill-formed UTF-8',
    400,
    'BAD_REQUEST',
    'POST',
    '',
    { 'content-type': 'application/json' },
    Buffer.from([0x22, 0xff, 0x22]).toString('latin1'),
  ],
  ['no body', 400, 'BAD_REQUEST', 'POST', '', { 'content-type': 'application/json' }],
  ['a number', 400, 'BAD_REQUEST', 'POST', '', { 'content-type': 'application/json' }, '1'],
  ['no query', 400, 'BAD_REQUEST', 'POST', '', { 'content-type': 'application/json' }, '{"variables":{}}'],
  ['a query that is no text', 400, 'BAD_REQUEST', 'POST', '', { 'content-type': 'application/json' }, '{"query":{}}'],
  [
    'variables that are no object',
    400,
    'BAD_REQUEST',
    'POST',
    '',
    { 'content-type': 'application/json' },
    '{"query":"{ me }","variables":"{}"}',
  ],
  ['a batch', 400, 'BATCHING_OFF', 'POST', '', { 'content-type': 'application/json' }, `[${json},${json}]`],
  [
    'an answer nobody gives',
    406,
    'NOT_ACCEPTABLE',
    'POST',
    '',
    { 'content-type': 'application/json', accept: 'text/html' },
    json,
  ],
  [
    'a token that is none',
    401,
    'UNAUTHENTICATED',
    'POST',
    '',
    { 'content-type': 'application/json', authorization: 'Basic YTpi' },
    json,
  ],
];

test.each(refusedRequests)('%s: %d %s', async (_, status, code, method, search, headers, body = '') => {
  const answer = await raw(`${graph.url}${search}`, method, headers, body);
  expect(answer.status).toBe(status);
  const { errors, data } = JSON.parse(answer.text) as {
    errors: { extensions: { code: string; zh: string; en: string } }[];
    data?: unknown;
  };
  expect(errors[0]?.extensions).toMatchObject({
    code,
    zh: expect.stringMatching(/[\u4e00-\u9fff]/),
    en: expect.stringMatching(/^[A-Z{]/),
  });
  expect(data).toBeUndefined();
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  expect(graph.done).toEqual([]);
});

test('the same mutation from a program, from its own site and from a named friend is done', async () => {
  const headers = { 'content-type': 'application/json' };
  const senders: Record<string, string>[] = [{}, { origin: graph.base }, { origin: 'https://friend.example' }];
  for (const more of senders) expect((await raw(graph.url, 'POST', { ...headers, ...more }, json)).status).toBe(200);
  expect(graph.done.splice(0)).toEqual(['rename', 'rename', 'rename']);
});
