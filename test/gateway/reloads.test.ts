// Fifty supergraphs under load (R16), a good part of them broken: those are refused, the old graph stays, and no request fails.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { watchSupergraph } from '../../gateway/load/watch-supergraph';
import { openToyGraph, type ToyGraph } from './toy-graph';

let graph: ToyGraph;
let good: string;
beforeAll(async () => {
  graph = await openToyGraph();
  good = graph.supergraphSdl;
});
afterAll(() => graph?.close());

/** Each is wrong in its own way. */
const broken: [string, (sdl: string) => string][] = [
  ['empty', () => ''],
  ['cut off', (sdl) => sdl.slice(0, sdl.length / 2)],
  ['no supergraph', () => 'type Query { me: String }'],
  ['a subgraph that nobody knows', (sdl) => sdl.replaceAll('name: "funds"', 'name: "treasury"')],
  ['a type that is missing', (sdl) => sdl.replace(/\ntype Unit\b[^}]*}/, '')],
  ['a field of a type that is missing', (sdl) => sdl.replace('total: String', 'total: Strong')],
  [
    'an interface that is not kept',
    (sdl) => `${sdl.replace('type Unit\n', 'type Unit implements Named\n')}\ninterface Named { nick: String! }`,
  ],
  ['a subgraph that is not in its list', (sdl) => sdl.replaceAll('graph: FUNDS', 'graph: NOWHERE')],
  ['no query type', (sdl) => sdl.replace(/\ntype Query\b[^}]*}/, '')],
];
/** The same graph with one more word about it, as a new deployment has. */
const renewed = (at: number) => `${good}\n# ${at}`;

test.each(broken)('a supergraph that is broken (%s) is refused with a reason', async (_, spoil) => {
  const spoilt = spoil(good);
  expect(spoilt).not.toBe(good);
  expect(await graph.gateway.reload(spoilt)).toEqual({ taken: false, reason: expect.stringMatching(/\S/) });
  expect((await graph.post({ query: '{ me total allRegions { paid } }' })).body.errors).toBeUndefined();
});

test('fifty reloads under load, two of three broken: not one request fails, and what was refused is counted', async () => {
  let ended = false;
  const failures: unknown[] = [];
  let asked = 0;
  const loops = Array.from({ length: 4 }, async () => {
    while (!ended) {
      const { status, body } = await graph.post({ query: '{ me total allRegions { name paid } }' });
      asked++;
      if (status !== 200 || body.errors) failures.push(body);
    }
  });
  const before = await counted();
  const outcomes: string[] = [];
  for (let at = 0; at < 50; at++) {
    const [, spoil] = broken[at % broken.length] as (typeof broken)[number];
    const outcome = await graph.gateway.reload(at % 3 === 0 ? renewed(at) : spoil(renewed(at)));
    outcomes.push(outcome.taken ? 'taken' : 'refused');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  ended = true;
  await Promise.all(loops);
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(50);
  expect(outcomes.filter((each) => each === 'taken')).toHaveLength(17);
  const after = await counted();
  expect([after.taken - before.taken, after.refused - before.refused]).toEqual([17, 33]);
  expect(graph.lines.join('')).toContain('the supergraph is broken, the old one stays');
}, 120_000);

test('a new graph is really served: a field that is new answers, and one that is gone is not known any more', async () => {
  const renamed = good.replace(/\bowed: String\b/, 'due: String');
  expect((await graph.gateway.reload(renamed)).taken).toBe(true);
  const codeOf = async (query: string) => (await graph.post({ query })).body.errors?.[0]?.extensions.code;
  expect(await codeOf('{ allRegions { owed } }')).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await codeOf('{ allRegions { paid } }')).toBeUndefined();
  expect(await graph.gateway.reload(good)).toEqual({ taken: true, changed: true });
  expect(await graph.gateway.reload(good)).toEqual({ taken: true, changed: false });
  expect(await codeOf('{ allRegions { owed } }')).toBeUndefined();
});

test("the file's new text is offered once it has come to rest, and again when it is put in its place by a rename", async () => {
  const file = join(tmpdir(), `supergraph-${process.pid}.graphql`);
  const shipped = readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8');
  writeFileSync(file, shipped);
  const offered: string[] = [];
  const stop = watchSupergraph({
    file,
    everyMs: 20,
    changed: async (sdl) => offered.push(sdl),
    failed: (error) => offered.push(error.message),
  });
  const until = async (count: number) => {
    for (let tries = 0; tries < 200 && offered.length < count; tries++) await new Promise((r) => setTimeout(r, 20));
  };
  try {
    await new Promise((r) => setTimeout(r, 100));
    expect(offered).toEqual([]);
    writeFileSync(file, `${shipped}\n# 1`);
    await until(1);
    writeFileSync(`${file}.new`, `${shipped}\n# 2`);
    renameSync(`${file}.new`, file);
    await until(2);
    expect(offered.map((sdl) => sdl.slice(-3))).toEqual(['# 1', '# 2']);
  } finally {
    stop();
    rmSync(file, { force: true });
  }
});

async function counted(): Promise<{ taken: number; refused: number }> {
  const text = await (await fetch(`${graph.base}/metrics`)).text();
  const of = (outcome: string) =>
    Number(new RegExp(`^graph_supergraph_reloads_total\\{outcome="${outcome}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return { taken: of('taken'), refused: of('refused') };
}
