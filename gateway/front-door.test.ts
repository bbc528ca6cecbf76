// Health, metrics, the log of requests and the explorer: what the door shows beside the graph.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openToyGraph, raw, type ToyGraph } from '../test/gateway/toy-graph';
import { assemble } from './explorer/assemble';

const folder = mkdtempSync(join(tmpdir(), 'explorer-'));
let graph: ToyGraph;
beforeAll(async () => {
  assemble(folder);
  graph = await openToyGraph(
    (door, name) => (name === 'funds' ? { ...door, ready: () => Promise.reject(new Error('secret')) } : door),
    {},
    folder,
  );
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

test('it lives, and names what is not ready', async () => {
  const live = await raw(`${graph.base}/health/live`, 'GET', {});
  expect([live.status, JSON.parse(live.text)]).toEqual([200, { status: 'live', notReady: [], checks: [] }]);
  const ready = await raw(`${graph.base}/health/ready`, 'GET', {});
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.text)).toMatchObject({ status: 'not ready', notReady: ['funds', 'sessions'] });
  expect(ready.text).not.toContain('secret');
});

test('elsewhere is nothing, and says so in JSON', async () => {
  for (const path of ['/', '/graphql/', '/graphiql/../package.json', '/graphiql/assemble.ts', '/metrics/x']) {
    const { status, text, headers } = await raw(`${graph.base}${path}`, 'GET', {});
    expect([path, status, JSON.parse(text).errors[0].extensions.code]).toEqual([path, 404, 'NOT_FOUND']);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('each request has an operation id, its trace, one line in the log without variables, and is counted', async () => {
  graph.lines.length = 0;
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const query = 'query Kept($n: Int) { regions(first: $n) { pageInfo { hasNextPage } } }';
  const { headers } = await graph.post(
    { query, variables: { n: 7, person: '370000199001011234' } },
    { traceparent: `00-${trace}-b7ad6b7169203331-01` },
  );
  await graph.post({ query: 'query Number_13800001111 { nobody }' });
  const lines = graph.lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
  expect(lines).toEqual([
    expect.objectContaining({
      operationId: headers.get('x-operation-id'),
      traceId: trace,
      operationName: 'Kept',
      operationType: 'query',
      post: 'public',
      status: 200,
      codes: [],
    }),
    expect.objectContaining({ codes: ['GRAPHQL_VALIDATION_FAILED'] }),
  ]);
  expect(graph.lines.join('')).not.toMatch(/370000199001011234|"n":7/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(graph.callers.at(-1)).toMatchObject({
    operationId: headers.get('x-operation-id'),
    address: '127.0.0.1',
    personId: null,
    post: 'public',
    scope: 'public',
    service: null,
  });

  const { text } = await raw(`${graph.base}/metrics`, 'GET', {});
  expect(text).toMatch(/graph_requests_total\{type="query",status="200"\} 2/);
  expect(text).toMatch(/graph_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1/);
  expect(text).toMatch(/graph_subgraph_calls_total\{subgraph="organisation",outcome="answered"\} 1/);
  expect(text).toMatch(/graph_request_seconds_bucket\{le="2.5",type="query"\} 2/);
});

test('headers without end are refused', async () => {
  const { status, text } = await raw(
    graph.url,
    'POST',
    { 'content-type': 'application/json', authorization: `Bearer ${'x'.repeat(40_000)}` },
    '{"query":"{ me }"}',
  );
  expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([431, 'HEADERS_TOO_LARGE']);
});

test('the explorer is whole and asks nothing of the outside', async () => {
  const page = await raw(`${graph.base}/graphiql`, 'GET', {});
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; .*connect-src 'self';/,
  );
  expect(page.headers['content-security-policy']).not.toMatch(/unsafe-eval|https?:|\*/);
  const asked = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, address]) => address as string)
    .filter((address) => address !== 'data:,');
  expect(asked).toHaveLength(6);
  for (const address of asked) {
    expect(address).toMatch(/^\/graphiql\/[\w.-]+$/);
    expect((await raw(`${graph.base}${address}`, 'GET', {})).status).toBe(200);
  }
  for (const own of ['explorer.js', 'explorer.css'])
    expect((await raw(`${graph.base}/graphiql/${own}`, 'GET', {})).text).not.toMatch(/https?:\/\//);
  for (const name of ['graphiql.min.js', 'react.production.min.js', 'react-dom.production.min.js'])
    expect((await raw(`${graph.base}/graphiql/${name}`, 'GET', {})).text).not.toContain('sourceMappingURL');
  const style = (await raw(`${graph.base}/graphiql/graphiql.min.css`, 'GET', {})).text;
  expect(style.match(/url\(\s*(?!["']?data:).{0,60}|@import.{0,60}/g)).toBeNull();
  const accounts = JSON.parse((await raw(`${graph.base}/graphiql/demo-accounts.json`, 'GET', {})).text) as object[];
  expect(accounts).toContainEqual({ account: 'town-kouzhen', post: 'town-officer', person: '秦志勇' });
  expect(JSON.stringify(accounts)).not.toMatch(/password/i);
});

test('refusals that cannot be counted are answered all the same, and are told in the log', async () => {
  graph.lines.length = 0;
  const { body } = await graph.post({ query: '{ nobody }' });
  expect(body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  for (
    let tries = 0;
    tries < 50 && !graph.lines.some((line) => line.includes('refusals could not be counted'));
    tries++
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(graph.lines.join('')).toContain('refusals could not be counted');
});
