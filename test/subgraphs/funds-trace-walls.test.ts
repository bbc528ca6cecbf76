// A trace in the view of who asks: the same totals for town, district and city; what is outside is one node, and fewer than five households outside are told by no difference.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { type FundsOnly, openFunds } from './open-funds';
import { type TraceDeeds, traceDeedsOf } from './trace-deeds';
import { fen, type NodeTold, openSums, type TraceTold, traceOf } from './trace-model';

let world: FundsOnly;
let deeds: TraceDeeds;
let own: string;
let other: string;
let town: Caller;
let city: Caller;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  deeds = traceDeedsOf(world);
  own = world.regionId('371202100');
  const beside = world.city.regions.find(
    ({ id, kind }) => kind === 'town' && id !== own && deeds.householdsOf(id).length >= 5,
  );
  other = beside?.id as string;
  town = world.as('town-kouzhen');
  city = world.as('city-director');
}, 120_000);
afterAll(() => world?.close());

const startOf = ({ nodes }: TraceTold) => nodes.find(({ start }) => start) as NodeTold;
const asked = async (as: Caller, kind: string, id: string, more = {}) => {
  const told = (await traceOf(world, as, kind, id, more)) as TraceTold;
  expect(openSums(told)).toEqual([]);
  return told;
};

test('a town, a district and the city are told the same totals; what is elsewhere is one node with its sum', async () => {
  const { id, lots } = await deeds.issue([
    { region: own, fen: 10_000n },
    { region: other, fen: 20_000n },
  ]);
  await deeds.paid(own, lots[0] as string, [100n, 200n, 300n]);
  await deeds.paid(other, lots[1] as string, [1n, 2n, 3n, 4n, 5n]);
  const district = world.as('district-laicheng');
  const [whole, middle, part] = await Promise.all([city, district, town].map((as) => asked(as, 'allotment', id)));
  for (const told of [whole, middle, part] as TraceTold[])
    expect(startOf(told)).toMatchObject({ cameIn: '300.00', wentOn: '300.00', stays: '0.00' });
  const outside = part?.nodes.filter(({ kind }) => kind === 'outside');
  expect(outside).toMatchObject([
    { cameIn: '200.00', stays: '200.00', count: 5, label: expect.stringContaining('outside your scope') },
  ]);
  expect(whole?.nodes.some(({ kind }) => kind === 'outside')).toBe(false);
  // What both see, both are told alike.
  const seen = new Map(whole?.nodes.map((node) => [node.id, node]));
  const common = part?.nodes.filter(({ kind }) => kind !== 'outside') as NodeTold[];
  expect(common.length).toBeGreaterThan(4);
  for (const { payee: _, ...node } of common) expect(seen.get(node.id)).toMatchObject(node);
  expect(JSON.stringify(part)).not.toContain(lots[1]);
  expect(JSON.stringify(part)).not.toContain(other);
}, 60_000);

test('fewer than five households elsewhere: neither their sum nor any whole that would tell it by difference', async () => {
  const { id, lots } = await deeds.issue([
    { region: own, fen: 5_000n },
    { region: other, fen: 777n },
  ]);
  await deeds.paid(own, lots[0] as string, [700n]);
  await deeds.paid(other, lots[1] as string, [400n, 377n]);
  const told = await asked(town, 'allotment', id);
  const outside = told.nodes.find(({ kind }) => kind === 'outside') as NodeTold;
  expect(outside).toMatchObject({ withheld: true, cameIn: null, wentOn: null, stays: null, count: null });
  expect(startOf(told)).toMatchObject({ withheld: true, amount: null, cameIn: null, wentOn: null });
  expect(told.links.filter(({ toId }) => toId === outside.id)).toMatchObject([{ amount: null, count: null }]);
  const text = JSON.stringify(told);
  for (const secret of ['7.77', '57.77', '4.00', '3.77']) expect(text).not.toContain(`"${secret}"`);
  // What is wholly its own is told in full; and the city, which sees all, loses nothing.
  expect(told.nodes.find(({ kind }) => kind === 'lot')).toMatchObject({
    cameIn: '50.00',
    wentOn: '7.00',
    stays: '43.00',
  });
  expect(startOf(await asked(city, 'allotment', id))).toMatchObject({ withheld: false, cameIn: '57.77' });
  // Five are told again.
  const five = await deeds.issue([
    { region: own, fen: 10n },
    { region: other, fen: 15n },
  ]);
  await deeds.paid(other, five.lots[1] as string, [1n, 2n, 3n, 4n, 5n]);
  expect(startOf(await asked(town, 'allotment', five.id))).toMatchObject({ withheld: false, cameIn: '0.25' });
}, 60_000);

test('hidden and absent are the same bytes, from whatever start, and whoever may not read is refused', async () => {
  const { lots } = await deeds.issue([{ region: other, fen: 1_000n }]);
  const batch = await deeds.paid(other, lots[0] as string, [10n]);
  const [line] = batch.lines as [string];
  const village = deeds.householdsOf(other)[0]?.regionId;
  const hidden = [
    ...[
      ['lot', lots[0]],
      ['disbursement', batch.id],
      ['payment', line],
      ['village', `${batch.id}/${village}`],
    ],
  ] as [string, string][];
  for (const [kind, id] of hidden) {
    const absent = id.includes('/') ? `${randomUUID()}/${randomUUID()}` : randomUUID();
    const [one, two] = await Promise.all([id, absent].map((each) => traceOf(world, town, kind, each)));
    expect([one, two]).toEqual([null, null]);
    expect(await traceOf(world, city, kind, id)).not.toBeNull();
  }
  for (const id of ['none', `${line}/x`, `${line}/`, line.toUpperCase()])
    for (const kind of ['payment', 'village', 'bankFileLine']) expect(await traceOf(world, city, kind, id)).toBeNull();
  const QUERY = 'query($from: TraceFromInput!) { fundTrace(from: $from) { nodes { id } } }';
  for (const account of ['helper-kouzhen', 'hospital-window', 'province-observer'])
    expect((await world.ask(world.as(account), QUERY, { from: { kind: 'payment', id: line } })).codes).toEqual([
      'FORBIDDEN',
    ]);
  // The auditor sees the path, a masked name and a masked card.
  const audit = await asked(world.as('auditor'), 'payment', line);
  expect(audit.nodes.find(({ kind }) => kind === 'payment')).toMatchObject({ payee: '某*' });
  // In plain SQL, no kind but the region's may ask; a town's own role is told nothing of another's lot.
  const direct = (kind: 'region' | 'paired', as: Caller) =>
    world.inRole(
      kind,
      as,
      async (client) =>
        (
          await client.query(`select * from funds.trace_money('lot', $1, null, true, true, 50, null, null, null)`, [
            lots[0],
          ])
        ).rowCount,
    );
  expect(await direct('region', town)).toBe(0);
  await expect(direct('paired', { ...town, scope: 'paired' })).rejects.toMatchObject({ code: '42501' });
  await expect(
    world.inRole('region', town, (client) =>
      client.query(`select * from funds.trace_start('lot', $1, null)`, [lots[0]]),
    ),
  ).rejects.toMatchObject({ code: '42501' });
}, 60_000);

test('a part of a line that the town does not see: the way up names its notices, with what is its own alone', async () => {
  const district = world.city.regions.find(({ name }) => name === '莱城区')?.id as string;
  const above = await deeds.issue([{ region: district, fen: 90_000n }]);
  const below = await deeds.issue([{ region: own, fen: 4_000n, parent: above.lots[0] as string }]);
  const { lines } = await deeds.paid(own, below.lots[0] as string, [1_234n]);
  const [mine, whole] = await Promise.all(
    [town, city].map((as) => asked(as, 'payment', lines[0] as string, { direction: 'back' })),
  );
  const shape = (told: TraceTold) => told.links.map(({ fromId, toId, amount }) => [fromId, toId, amount]).sort();
  expect(shape(mine as TraceTold)).toEqual(shape(whole as TraceTold));
  const notice = mine?.nodes.find(({ kind }) => kind === 'allotment') as NodeTold;
  expect(notice).toMatchObject({ wentOn: '12.34', label: expect.stringContaining('鲁财农指') });
  expect(fen(notice.wentOn)).toBe(1_234n);
  const upper = mine?.nodes.find(({ id }) => id === `lot|${above.lots[0]}`);
  expect(upper).toMatchObject({ amount: null, from: null, fromId: null, cameIn: '12.34' });
}, 60_000);

test('many nodes of a kind come page by page, the largest first, and every page closes', async () => {
  const places = world.city.regions.filter(({ kind }) => kind === 'town').slice(0, 9);
  const { id } = await deeds.issue(places.map((place, at) => ({ region: place.id, fen: BigInt(100 + at) })));
  let after: string | undefined;
  const listed: string[] = [];
  for (let page = 0; page < 5; page++) {
    const told = await asked(city, 'allotment', id, { first: 2, after });
    const lots = told.nodes.filter(({ kind }) => kind === 'lot').map(({ cameIn }) => cameIn as string);
    listed.push(...lots.sort().reverse());
    const more = told.more.find(({ kind }) => kind === 'lot');
    expect(more?.left ?? 0).toBe(Math.max(0, 7 - page * 2));
    if (more) expect(told.nodes.find(({ kind }) => kind === 'rest')).toMatchObject({ count: 7 });
    after = more?.after;
  }
  expect(listed).toEqual(places.map((_, at) => `1.0${at}`).reverse());
}, 60_000);
