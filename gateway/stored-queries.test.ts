// Stored queries (APQ) and queries by GET, and the two JSON types of the HTTP convention.
import { createHash } from 'node:crypto';
import { openToyGraph, raw, type ToyGraph } from '../test/gateway/toy-graph';

let graph: ToyGraph;
beforeAll(async () => {
  graph = await openToyGraph();
});
afterAll(() => graph.close());

const preflighted = { 'apollo-require-preflight': '1' };
const inUrl = (query: string) => `?query=${encodeURIComponent(query)}`;

test('a GET query with the header is answered, and a stored query by its hash', async () => {
  const headers = preflighted;
  expect(JSON.parse((await raw(`${graph.url}${inUrl('{ me }')}`, 'GET', headers)).text)).toEqual({
    data: { me: '某人' },
  });
  const query = '{ total }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
  expect((await graph.post({ extensions })).body.errors?.[0]).toEqual({
    message: 'PersistedQueryNotFound',
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
  });
  expect((await graph.post({ query, extensions })).body.data).toEqual({ total: '10.00' });
  const stored = await raw(`${graph.url}?extensions=${encodeURIComponent(JSON.stringify(extensions))}`, 'GET', headers);
  expect(JSON.parse(stored.text)).toEqual({ data: { total: '10.00' } });
});

test('a stored query that breaks a limit is not stored', async () => {
  const query = `{ ${Array.from({ length: 31 }, (_, at) => `a${at}: me`).join(' ')} }`;
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
  expect((await graph.post({ query, extensions })).body.errors?.[0]?.extensions.code).toBe('TOO_MANY_ALIASES');
  expect((await graph.post({ extensions })).body.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
});

test('both JSON types of the HTTP convention are answered', async () => {
  const older = await graph.post({ query: '{ nobody }' }, { accept: 'application/json' });
  expect([older.status, older.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  const newer = await graph.post({ query: '{ nobody }' }, { accept: 'application/graphql-response+json' });
  expect([newer.status, newer.headers.get('content-type')]).toEqual([
    400,
    'application/graphql-response+json; charset=utf-8',
  ]);
});
