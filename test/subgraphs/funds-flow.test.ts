// The flow of a year's money: sums that close layer by layer and are those of the raw journal, whole regions only, and a page that is drawn of it.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { type FundsOnly, openFunds } from './open-funds';
import { traceDeedsOf } from './trace-deeds';
import { fen, sum } from './trace-model';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

interface FlowTold {
  total: string;
  nodes: { id: string; layer: string; label: string | null; amount: string; region: { id: string } | null }[];
  links: { fromId: string; toId: string; amount: string }[];
}
const FLOW = `query($year: Int!, $regionId: ID!, $book: FundBook) { fundFlow(year: $year, regionId: $regionId, book: $book) {
  total nodes { id layer label amount region { id } } links { fromId toId amount } } }`;
const flowOf = async (as: Caller, regionId: string, year = 2018): Promise<FlowTold> =>
  (await world.get(as, FLOW, { year, regionId })).fundFlow;

function closes({ total, nodes, links }: FlowTold) {
  const all = (of: readonly { amount: string }[]) => sum(of.map(({ amount }) => fen(amount)));
  for (const layer of ['source', 'use', 'region', 'outcome'])
    expect([layer, all(nodes.filter((node) => node.layer === layer))]).toEqual([layer, fen(total)]);
  for (const { id, layer, amount } of nodes) {
    if (layer !== 'source') expect(all(links.filter(({ toId }) => toId === id))).toBe(fen(amount));
    if (layer !== 'outcome') expect(all(links.filter(({ fromId }) => fromId === id))).toBe(fen(amount));
  }
}

/** What the raw journal says of the lots of a place and a year. */
async function journalOf(path: string, year: number) {
  const { rows } = await world.sql.query<{ account: string; fen: string }>(
    `select p.account, sum(p.amount)::text as fen from funds.posting p join funds.allotment_line l on l.id = p.lot_id
     where starts_with(l.path, $1) and l.year = $2 group by p.account`,
    [path, year],
  );
  const of = Object.fromEntries(rows.map(({ account, fen: told }) => [account, BigInt(told)]));
  return {
    spent: of.paid ?? 0n,
    waiting: of.reserved ?? 0n,
    idle: (of.available ?? 0n) + (of.frozen ?? 0n),
    carried: of.carried ?? 0n,
  };
}

test('city, district and town: each layer is the whole, and the outcomes are those of the journal', async () => {
  const deeds = traceDeedsOf(world);
  const town = world.regionId('371202100');
  const district = world.city.regions.find(({ name }) => name === '莱城区')?.id as string;
  const above = await deeds.issue([{ region: district, fen: 50_000n }]);
  const below = await deeds.issue([{ region: town, fen: 9_000n, parent: above.lots[0] as string }]);
  const first = await deeds.paid(town, below.lots[0] as string, [600n, 700n]);
  await deeds.back(first.lines[0] as string, 500n);
  const again = await deeds.apply(town, below.lots[0] as string, [500n]);
  expect(await deeds.link(first.id, again)).toBe('done');
  await deeds.back(first.lines[1] as string, 40n);
  for (const [account, regionId] of [
    ['city-director', deeds.cityId],
    ['district-laicheng', district],
    ['town-kouzhen', town],
  ] as const) {
    const told = await flowOf(world.as(account), regionId);
    closes(told);
    const journal = await journalOf(deeds.pathOf(regionId), 2018);
    const amountOf = (id: string) => fen(told.nodes.find((node) => node.id === id)?.amount);
    expect({
      spent: amountOf('outcome|spent'),
      waiting: amountOf('outcome|waiting'),
      idle: amountOf('outcome|left') + amountOf('outcome|returned'),
      carried: amountOf('outcome|carried'),
    }).toEqual(journal);
    expect(amountOf('outcome|returned')).toBeGreaterThanOrEqual(40n);
    // A part is of its own place and counts once.
    expect(told.nodes.filter(({ layer }) => layer === 'region').every(({ region }) => region !== null)).toBe(true);
  }
  const labels = (await flowOf(world.as('city-director'), deeds.cityId)).nodes.map(({ label }) => label);
  expect(labels).toContain('省级 · province');
  expect(labels.some((label) => label?.startsWith('财政专项·'))).toBe(true);
}, 60_000);

test('only of a region wholly in scope, also past the graph; a year without money is empty', async () => {
  const deeds = traceDeedsOf(world);
  const town = world.as('town-kouzhen');
  const other = world.city.regions.find(({ kind, id }) => kind === 'town' && id !== town.regionId)?.id as string;
  for (const regionId of [other, deeds.cityId, randomUUID(), 'none'])
    expect((await world.ask(town, FLOW, { year: 2018, regionId })).codes).toEqual(['OUT_OF_SCOPE']);
  expect((await world.ask(town, FLOW, { year: 1, regionId: town.regionId })).codes).toEqual(['INVALID_INPUT']);
  expect((await world.ask(world.as('helper-kouzhen'), FLOW, { year: 2018, regionId: other })).codes).toEqual([
    'FORBIDDEN',
  ]);
  expect(await flowOf(town, town.regionId as string, 2010)).toEqual({ total: '0.00', nodes: [], links: [] });
  const beyond = world.inRole('region', town, (client) =>
    client.query('select * from funds.fund_flow($1, 2018, null)', [deeds.pathOf(deeds.cityId)]),
  );
  await expect(beyond).rejects.toMatchObject({ code: '42501' });
}, 60_000);

test('the drawing is a page under a policy that loads nothing, watermarked, for a wide screen and a telephone', async () => {
  const ASK = `mutation($regionId: ID!) { requestFundFlow(year: 2018, regionId: $regionId, purpose: "季度例会用图") { url } }`;
  const city = world.as('city-finance');
  const regionId = traceDeedsOf(world).cityId;
  const { requestFundFlow } = await world.get(city, ASK, { regionId });
  const got = await world.subgraph.file(
    { ticket: requestFundFlow.url.split('/').at(-1), method: 'GET' },
    { ...city, operationId: randomUUID() },
  );
  const page = (got.body as Buffer).toString();
  expect(got.status).toBe(200);
  expect(page).toContain('季度例会用图');
  expect(page).toContain('资金流向图（2018 年度）');
  expect(page.match(/<svg class="(wide|narrow)"/g)).toHaveLength(2);
  expect(page).toContain('已到最终收款人');
  expect(page).not.toMatch(/<script|https?:|NaN|undefined/);
  if (process.env.KEEP_PAGE) (await import('node:fs')).writeFileSync(process.env.KEEP_PAGE, page);
  const town = world.as('town-kouzhen');
  expect((await world.ask(town, ASK, { regionId })).codes).toEqual(['OUT_OF_SCOPE']);
  expect((await world.ask(world.as('province-observer'), ASK, { regionId })).codes).toEqual(['FORBIDDEN']);
}, 60_000);
