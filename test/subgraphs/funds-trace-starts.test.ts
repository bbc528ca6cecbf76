// From wherever money is asked about: each kind of start has a trace whose sums close, up to its notice and down to the card; and a town that goes to another district takes its money with it, no fen of it told twice.
import type { Caller } from '#platform/vocabulary/caller';
import { TraceStart } from '../../services/funds/trace/trace-node.rules';
import { type FundsOnly, openFunds } from './open-funds';
import { traceDeedsOf } from './trace-deeds';
import { fen, type NodeTold, openSums, sum, type TraceTold, traceOf } from './trace-model';
import { makeTraceStarts } from './trace-starts';

let world: FundsOnly;
let starts: Record<string, string[]>;
let outOfGift: string;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  ({ starts, outOfGift } = await makeTraceStarts(world));
}, 120_000);
afterAll(() => world?.close());

const startOf = ({ nodes }: TraceTold) => nodes.find(({ start }) => start) as NodeTold;
const total = (nodes: readonly NodeTold[], of: 'cameIn' | 'wentOn' | 'stays') =>
  sum(nodes.map((node) => fen(node[of])));
const asked = async (as: Caller, kind: string, id: string, direction?: string) => {
  const trace = (await traceOf(world, as, kind, id, direction ? { direction } : {})) as TraceTold;
  expect([kind, id, trace && openSums(trace)]).toEqual([kind, id, []]);
  return trace;
};

test.each(Object.values(TraceStart))(
  '%s: up to its notice goes what it got, and what goes down stays somewhere',
  async (kind) => {
    const ids = starts[kind] ?? [];
    expect(ids.length).toBeGreaterThan(0);
    const city = world.as('city-director');
    for (const id of ids) {
      const [both, back, forward] = (await Promise.all(
        [undefined, 'back', 'forward'].map((direction) => asked(city, kind, id, direction)),
      )) as [TraceTold, TraceTold, TraceTold];
      const got = fen(startOf(both).cameIn);
      expect(got).toBeGreaterThan(0n);
      expect([back, forward].map((trace) => fen(startOf(trace).cameIn))).toEqual([got, got]);
      const roots = back.nodes.filter((node) => node.kind === 'allotment');
      expect([id, total(roots, startOf(back).kind === 'allotment' ? 'cameIn' : 'wentOn')]).toEqual([id, got]);
      expect([id, total(forward.nodes, 'stays')]).toEqual([id, got]);
      const town = await traceOf(world, world.as('town-kouzhen'), kind, id);
      if (!town) continue;
      expect(openSums(town)).toEqual([]);
      if (!startOf(town).withheld) expect(fen(startOf(town).cameIn)).toBe(got);
    }
  },
  30_000,
);

test('what a household got of a gift is traced to the gift and not to a notice', async () => {
  const { nodes } = await asked(world.as('town-kouzhen'), 'disbursement', outOfGift, 'back');
  expect(nodes.find(({ kind }) => kind === 'allotment')).toMatchObject({
    wentOn: '120.00',
    label: expect.stringContaining('捐赠'),
  });
});

const FLOW = `query($regionId: ID!) { fundFlow(year: 2018, regionId: $regionId) { total nodes { layer id amount } } }`;
type Flow = Record<string, bigint>;
/** The year's money of a region, whole and by where it went, each layer of it summing up to the whole. */
async function flowOf(as: Caller): Promise<Flow> {
  const { fundFlow } = await world.get(as, FLOW, { regionId: as.regionId });
  const nodes: { layer: string; id: string; amount: string }[] = fundFlow.nodes;
  for (const layer of ['source', 'use', 'region', 'outcome'])
    expect(sum(nodes.flatMap((node) => (node.layer === layer ? [fen(node.amount)] : [])))).toBe(fen(fundFlow.total));
  const outcomes = nodes.filter(({ layer }) => layer === 'outcome').map(({ id, amount }) => [id, fen(amount)]);
  return { total: fen(fundFlow.total), ...Object.fromEntries(outcomes) };
}
const apart = (one: Flow, other: Flow) => {
  const all = new Set([...Object.keys(one), ...Object.keys(other)]);
  const by = [...all].map((key) => [key, (one[key] ?? 0n) - (other[key] ?? 0n)] as const);
  return Object.fromEntries(by.filter(([, fen]) => fen !== 0n));
};

test('a town that was paid goes to another district: city, old and new district are told each fen once', async () => {
  const deeds = traceDeedsOf(world);
  const districts = world.city.regions.filter(({ kind }) => kind === 'district');
  const old = districts.find(({ name }) => name === '莱城区') as (typeof districts)[number];
  const anew = districts.find(({ id }) => id !== old.id) as (typeof districts)[number];
  const town = world.regionId('371202100');
  const beside = world.city.regions.find(
    ({ id, kind, parentId }) =>
      kind === 'town' && parentId === old.id && id !== town && deeds.householdsOf(id).length > 4,
  );
  const { id: notice, lots } = await deeds.issue([
    { region: old.id, fen: 50_000n },
    { region: town, fen: 10_000n },
    { region: beside?.id as string, fen: 7_000n },
  ]);
  const below = await deeds.issue([{ region: town, fen: 9_000n, parent: lots[0] as string }]);
  const direct = await deeds.paid(town, lots[1] as string, [1_000n, 1_001n, 1_002n, 1_003n, 1_004n]);
  const passed = await deeds.paid(town, below.lots[0] as string, [600n, 700n]);
  await deeds.paid(beside?.id as string, lots[2] as string, [1n, 2n, 3n, 4n, 5n]);
  await deeds.back(passed.lines[1] as string, 500n);
  const epoch = { now: 1 };
  const at = (account: string, regionId: string | null = world.as(account).regionId) =>
    world.as(account, { regionId, regionEpoch: epoch.now });
  const all = () => [
    at('city-director'),
    at('district-laicheng'),
    at('district-laicheng', anew.id),
    at('town-kouzhen'),
  ];
  const read = async () => (await Promise.all(all().map(flowOf))) as [Flow, Flow, Flow, Flow];
  const before = await read();
  const from = deeds.pathOf(town);
  const change = { effectiveOn: '2019-01-01', moves: [{ from, to: `${anew.path}9999/` }], ended: [], founded: [] };
  await world.sql.query('select funds.apply_regions((select epoch + 1 from funds.scope_epoch), $1)', [change]);
  epoch.now = 2;
  const after = await read();
  expect([apart(after[0], before[0]), apart(after[3], before[3])]).toEqual([{}, {}]);
  // What the town has the new district has now; the old one has it no more, but what it gave of its own it gave away.
  expect(apart(after[2], before[2])).toEqual(apart(after[3], {}));
  const gone = apart(before[1], after[1]);
  const { rows } = await world.sql.query<{ fen: string }>(
    `select sum(-b.amount)::text as fen from funds.allotment_line l join funds.allotment_line above on above.id = l.parent_line_id
       join funds.balance b on b.lot_id = l.id and b.account in ('issued', 'reclaimed')
     where l.region_id in (select region_id from funds.scope where starts_with(path, $1)) and starts_with(above.path, $2) and l.year = 2018`,
    [`${anew.path}9999/`, old.path],
  );
  const given = BigInt(rows[0]?.fen ?? 0);
  expect(given).toBeGreaterThanOrEqual(9_000n);
  const expected = { ...after[3], total: (after[3].total as bigint) - given, 'outcome|passed': -given };
  expect(gone).toEqual(apart(expected, {}));
  // The notice that paid the town, the town's batches: the same totals for everybody, above and below.
  const [city, left, joined, own] = all() as [Caller, Caller, Caller, Caller];
  const traces = await Promise.all([city, left, joined, own].map((as) => asked(as, 'allotment', notice)));
  expect(traces.map((trace) => startOf(trace).cameIn)).toEqual(['670.00', '670.00', '670.00', '670.00']);
  const seen = (trace: TraceTold | undefined) => new Set(trace?.nodes.map(({ id }) => id));
  expect(seen(traces[0]).has('outside')).toBe(false);
  expect(seen(traces[1]).has(`lot|${lots[1]}`)).toBe(false);
  for (const trace of traces.slice(2)) {
    expect(seen(trace).has(`lot|${lots[1]}`)).toBe(true);
    expect(seen(trace).has(`lot|${lots[0]}`)).toBe(false);
  }
  for (const { id, lines } of [direct, passed])
    for (const [kind, key] of [
      ['disbursement', id],
      ['payment', lines[1]],
    ] as [string, string][]) {
      expect(await traceOf(world, left, kind, key)).toBeNull();
      const [whole, part, mine] = await Promise.all([city, joined, own].map((as) => asked(as, kind, key)));
      expect([part?.links, mine?.links]).toEqual([whole?.links, whole?.links]);
      const top = whole?.nodes.find((node) => node.kind === 'allotment');
      expect(top?.wentOn).toBe(startOf(whole as TraceTold).cameIn);
    }
}, 60_000);
