// A bench that compares unlike things says nothing: sides that answer differently, or nothing, must not be timed.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServedName } from '../peers/all-peers';
import type { Workload } from '../workload';
import { compareBodies, type OpenSide } from './compare-bodies';

const servers: Server[] = [];

async function side(name: ServedName, body: unknown, status = 200): Promise<OpenSide> {
  const server = createServer((_request, response) => {
    response.writeHead(status).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { name, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

const workload: Workload = {
  name: 'W1',
  title: '',
  operation: '{ a }',
  draw: () => [],
  canonical: { graph: (body) => (body as { data: unknown }).data, RAW: (body) => body },
  isTelling: (canonical) => (canonical as { rows: unknown[] }).rows.length > 0,
};
const questions = [{ user: 0, variables: {} }];

afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

test('equal bodies give each side its shots, with the length of its own answer', async () => {
  const sides = [await side('graph', { data: { rows: [1], at: null } }), await side('RAW', { at: null, rows: [1] })];
  const { shots, canonicals } = await compareBodies(workload, sides, questions, ['token']);
  expect(shots.get('graph')).toEqual([expect.objectContaining({ path: '/graphql', bytes: 31 })]);
  expect(shots.get('RAW')).toEqual([expect.objectContaining({ path: '/W1', bytes: 22 })]);
  expect(canonicals).toEqual([{ rows: [1], at: null }]);
});

test.each([
  ['another value', { rows: [{ amount: '1.0' }] }, '$.rows.0.amount: "1.00" ≠ "1.0"'],
  ['another order', { rows: [{ amount: '2.00' }, { amount: '1.00' }] }, '$.rows.0'],
])('%s fails the run and says where', async (_what, other, where) => {
  const sides = [await side('graph', { data: { rows: [{ amount: '1.00' }] } }), await side('RAW', other)];
  await expect(compareBodies(workload, sides, questions, ['token'])).rejects.toThrow(where);
});

test('sides that agree on nothing fail too', async () => {
  const sides = [await side('graph', { data: { rows: [] } }), await side('RAW', { rows: [] })];
  await expect(compareBodies(workload, sides, questions, ['token'])).rejects.toThrow('0/1');
});

test('an answer that is no 200 fails', async () => {
  const sides = [await side('graph', { data: { rows: [1] } }), await side('RAW', {}, 401)];
  await expect(compareBodies(workload, sides, questions, ['token'])).rejects.toThrow('RAW /W1: HTTP 401');
});
