// Subgraphs that are slow, dead or faulty: what can be answered is answered in time, and nothing of theirs leaks out.
import { setTimeout as pause } from 'node:timers/promises';
import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphDoor } from '#platform/graph/http-door';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type Behaviour, openToyGraph, type ToyGraph } from '../test/gateway/toy-graph';

const open: ToyGraph[] = [];
afterAll(() => Promise.all(open.map((graph) => graph.close())));

async function toy(behave: Behaviour, env?: Record<string, string>): Promise<ToyGraph> {
  const graph = await openToyGraph(behave, env);
  open.push(graph);
  await graph.post({ query: '{ me }' });
  return graph;
}

const fundsAnswer =
  (answer: SubgraphDoor['execute']): Behaviour =>
  (door, name) =>
    name === 'funds' ? { ...door, execute: answer } : door;
const after =
  (ms: number): Behaviour =>
  (door) => ({
    ...door,
    execute: (operation, caller) => pause(ms).then(() => door.execute(operation, caller)),
  });
const never = () => new Promise<never>(() => undefined);
const told = (code: string, more: Record<string, unknown> = {}): FormattedExecutionResult => ({
  data: null,
  errors: [{ message: 'x', path: ['total'], extensions: { code, ...more } }],
});

test.each<[string, SubgraphDoor['execute']]>([
  ['hangs', never],
  [
    'is dead',
    () =>
      Promise.reject(
        Object.assign(commonRefusals.unavailable({ subgraph: 'funds' }), {
          cause: new Error('connect ECONNREFUSED 10.0.0.7:4104'),
        }),
      ),
  ],
])('a subgraph that %s leaves its fields empty with UNAVAILABLE, and the rest is answered', async (_, answer) => {
  const graph = await toy(fundsAnswer(answer));
  const { status, body } = await graph.post({ query: '{ me total allRegions { name paid } }' });
  expect(status).toBe(200);
  expect(body.data).toEqual({
    me: '某人',
    total: null,
    allRegions: ['1', '2', '3'].map((id) => ({ name: `镇${id}`, paid: null })),
  });
  expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  expect(body.errors?.map(({ path }) => path)).toEqual([undefined, ['allRegions']]);
  expect(JSON.stringify(body)).not.toMatch(/serviceName|ECONNREFUSED|10\.0\.0|stack/);
});

test('slow subgraphs one after another share one limit', async () => {
  const given: number[] = [];
  const graph = await toy((door) => ({
    ...door,
    execute: (operation, caller, limitMs = Number.NaN) => {
      given.push(limitMs);
      return pause(390).then(() => door.execute(operation, caller));
    },
  }));
  given.length = 0;
  const { body } = await graph.post({ query: '{ allRegions { name paid } }' });
  // Of one limit of 400 ms and its margin of 300 the second is given what the first has left.
  expect(given).toHaveLength(2);
  expect(given[1]).toBeLessThanOrEqual(400 + 300 - 390);
  expect(body.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
});

test('a mutation is waited for longer than a query', async () => {
  const graph = await toy(after(500));
  expect((await graph.post({ query: 'mutation { rename(name: "x") }' })).body).toEqual({ data: { rename: 'x' } });
  const cut = await toy((door) => ({ ...door, execute: never }));
  const { body } = await cut.post({ query: 'mutation { rename(name: "x") }' });
  expect(body.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
});

test('two hundred forced faults show a reference and nothing else', async () => {
  const faults: SubgraphDoor['execute'][] = [
    () => Promise.reject(new Error('relation "funds.secret" does not exist at /srv/app/funds.js:1')),
    () => Promise.reject('a string'),
    async () => told('INTERNAL_SERVER_ERROR', { stacktrace: ['at secret.js:1'], exception: { sql: 'select secret' } }),
    async () => told('GRAPHQL_VALIDATION_FAILED'),
    async () => ({ errors: [{ message: 'secret without a code' }] }),
    async () => told('42P01', { detail: 'secret' }),
    async () => ({ data: { _entities: 'secret' } }) as FormattedExecutionResult,
    async () => ({ data: { _entities: [] } }) as FormattedExecutionResult,
  ];
  let turn = 0;
  const graph = await toy(
    fundsAnswer((operation, caller) => (faults[turn++ % faults.length] as SubgraphDoor['execute'])(operation, caller)),
  );
  for (let asked = 0; asked < 200; asked++) {
    const { body } = await graph.post({ query: '{ me allRegions { name paid } }' });
    expect(body.data).toEqual({
      me: '某人',
      allRegions: ['1', '2', '3'].map((id) => ({ name: `镇${id}`, paid: null })),
    });
    for (const { message, extensions } of body.errors ?? []) {
      expect(extensions).toEqual({ code: 'INTERNAL', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(message).toContain(extensions.reference);
    }
    expect(body.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toMatch(/secret|serviceName|funds|\.js|select|42P01|stack/);
  }
  const references = graph.lines
    .map((line) => JSON.parse(line) as { msg: string; reference?: string })
    .filter(({ msg }) => msg === 'fault');
  expect(new Set(references.map(({ reference }) => reference)).size).toBeGreaterThanOrEqual(200);
});

test('what a subgraph refuses is told in full, where the client asked for it', async () => {
  const refusal = { code: 'OUT_OF_SCOPE', zh: '不在范围内', en: 'Out of scope', facts: { region: '1' } };
  const graph = await toy(
    fundsAnswer(async () => ({
      data: { _entities: [{ paid: '1.00' }, { paid: null }, { paid: '3.00' }] },
      errors: [
        {
          message: '不在范围内 · Out of scope',
          path: ['_entities', 1, 'paid'],
          locations: [{ line: 1, column: 90 }],
          extensions: { ...refusal, stacktrace: ['secret'] },
        },
      ],
    })),
  );
  const { body } = await graph.post({ query: '{ allRegions { paid } }' });
  expect(body.data).toEqual({ allRegions: [{ paid: '1.00' }, { paid: null }, { paid: '3.00' }] });
  expect(body.errors).toEqual([
    { message: '不在范围内 · Out of scope', path: ['allRegions', 1, 'paid'], extensions: refusal },
  ]);
});

test('a reference that a subgraph gave is kept', async () => {
  const reference = '0197b2c4-0000-7000-8000-000000000001';
  const graph = await toy(fundsAnswer(async () => told('INTERNAL', { reference })));
  expect((await graph.post({ query: '{ total }' })).body.errors?.[0]?.extensions).toEqual({
    code: 'INTERNAL',
    reference,
  });
});

test('a broken supergraph is refused and the old graph stays', async () => {
  const graph = await toy((door) => door);
  for (const broken of ['type Query { broken', 'type Query { me: String }'])
    expect(await graph.gateway.reload(broken)).toEqual({ taken: false, reason: expect.stringMatching(/./) });
  expect((await graph.post({ query: '{ me total }' })).body).toEqual({ data: { me: '某人', total: '10.00' } });
});

test('more requests at a time than are allowed are refused at once', async () => {
  const graph = await toy(fundsAnswer(never), { MAX_IN_FLIGHT: '3' });
  const answers = await Promise.all(Array.from({ length: 8 }, () => graph.post({ query: '{ total }' })));
  const codes = answers.map(({ status, body }) => `${status} ${body.errors?.[0]?.extensions.code}`);
  expect(codes.filter((code) => code === '200 UNAVAILABLE')).toHaveLength(3);
  expect(codes.filter((code) => code === '503 OVERLOADED')).toHaveLength(5);
});
