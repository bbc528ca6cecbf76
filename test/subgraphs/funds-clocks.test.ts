// Clocks of money and the rate at which it is spent: told of regions wholly in scope, by the pack in force, and to assessments as facts.
import { randomUUID } from 'node:crypto';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

const ASK = `query($ids: [_Any!]!, $on: CalendarDay!) { _entities(representations: $ids) { ... on Region {
  fundAlerts(on: $on, first: 5) { edges { node { clock dueOn daysOverdue open lot { id } region { id } } } pageInfo { hasNextPage } }
  fundExecution(year: 2018, on: $on) { sourceLevel allotted paid rate balanceTooHigh }
} } }`;
const told = async (account: string, regionId: string, on: string) => {
  const { data, codes } = await world.ask(world.as(account), ASK, {
    ids: [{ __typename: 'Region', id: regionId }],
    on,
  });
  return { region: data?._entities[0], codes };
};

test('alerts and rates of a day, of regions wholly in scope alone; totals close over the districts', async () => {
  const city = world.as('city-finance').regionId as string;
  const early = (await told('city-finance', city, '2018-01-20')).region;
  expect(early.fundAlerts.edges).toEqual([]);
  expect(early.fundExecution.at(-1)).toMatchObject({
    sourceLevel: null,
    paid: '0.00',
    rate: '0.00',
    balanceTooHigh: true,
  });
  const late = (await told('city-finance', city, '2018-12-31')).region;
  expect(late.fundAlerts.edges.length).toBe(5);
  expect(late.fundAlerts.pageInfo.hasNextPage).toBe(true);
  const first = late.fundAlerts.edges[0].node;
  expect(first.daysOverdue).toBeGreaterThan(0);
  const { rows } = await world.sql.query(
    `select sum(b.amount)::text as fen from funds.balance b join funds.allotment_line l on l.id = b.lot_id and l.book = 'special' where b.account = 'paid'`,
  );
  const whole = late.fundExecution.at(-1);
  expect(whole.paid.replace('.', '')).toBe(rows[0].fen);
  const below = world.city.regions.filter(({ parentId }) => parentId === city);
  let paid = 0n;
  for (const { id } of below)
    paid += BigInt((await told('city-finance', id, '2018-12-31')).region.fundExecution.at(-1).paid.replace('.', ''));
  expect(paid.toString()).toBe(rows[0].fen);
  const town = await told('town-kouzhen', city, '2018-12-31');
  expect(town.codes).toEqual(['OUT_OF_SCOPE', 'OUT_OF_SCOPE']);
  const own = await told('town-kouzhen', world.regionId('371202100'), '2018-12-31');
  expect(own.region.fundExecution.at(-1).sourceLevel).toBeNull();
});

test('idle for one and two years, and too much left at the end of a year, alert, each in the order of places', async () => {
  const ids = [{ __typename: 'Region', id: world.regionId('371202') }];
  const ask = `query($ids: [_Any!]!, $on: CalendarDay!) { _entities(representations: $ids) { ... on Region { fundAlerts(on: $on, first: 200) {
    edges { node { clock dueOn daysOverdue lot { id } region { id } open } } pageInfo { hasNextPage } } } } }`;
  const codes = async (on: string): Promise<Set<string>> => {
    const { _entities } = await world.get(world.as('district-laicheng'), ask, { ids, on });
    return new Set(_entities[0].fundAlerts.edges.map(({ node }: { node: { clock: string } }) => node.clock));
  };
  const early = await codes('2018-12-30');
  expect([early.has('year-end-balance'), early.has('idle-one-year')]).toEqual([false, false]);
  expect((await codes('2018-12-31')).has('year-end-balance')).toBe(true);
  const later = await codes('2019-11-01');
  expect([later.has('idle-one-year'), later.has('idle-two-years')]).toEqual([true, false]);
  expect((await codes('2020-11-01')).has('idle-two-years')).toBe(true);
  const { _entities } = await world.get(world.as('district-laicheng'), ask, { ids, on: '2019-01-10' });
  const end = _entities[0].fundAlerts.edges.find(
    ({ node }: { node: { clock: string } }) => node.clock === 'year-end-balance',
  ).node;
  expect(end).toMatchObject({ dueOn: '2018-12-31', daysOverdue: 10, lot: null });
  const { rows } = await world.sql.query(
    `select coalesce(-sum(b.amount), 0)::text as fen from funds.balance b join funds.allotment_line l on l.id = b.lot_id
     where l.region_id = $1 and l.book = 'special' and l.year = 2018 and b.account in ('issued', 'decomposed', 'reclaimed', 'paid')`,
    [end.region.id],
  );
  expect(end.open.replace('.', '')).toBe(rows[0].fen);
});

test('assessments is told how many clocks fell due and were kept; nobody else is', async () => {
  const facts = `query($ids: [ID!]!) { fundClockFacts(regionIds: $ids, quarter: "2018Q2") { regionId due kept rowsHash } }`;
  const ids = [world.regionId('371202')];
  expect((await world.ask(world.as('city-director'), facts, { ids })).codes).toEqual(['FORBIDDEN']);
  const asker = { ...world.as('city-director'), service: 'assessments' as const, operationId: randomUUID() };
  const { data, codes } = await world.ask(asker, facts, { ids });
  expect(codes).toEqual([]);
  expect(data.fundClockFacts[0].due).toBeGreaterThan(0);
  expect(data.fundClockFacts[0].kept).toBeLessThanOrEqual(data.fundClockFacts[0].due);
  // With the end of the year the balances of its places fall due too.
  const atEnd = (await world.ask(asker, facts.replace('2018Q2', '2018Q4'), { ids })).data.fundClockFacts[0];
  const clocks = `select count(*)::int as places from (select distinct l.region_id from funds.allotment_line l join funds.allotment a on a.id = l.allotment_id
    where a.state = 'issued' and l.book = 'special' and starts_with(l.path, $1)) each`;
  const path = world.city.regions.find(({ id }) => id === ids[0])?.path;
  const { rows } = await world.sql.query(clocks, [path]);
  const without = (await world.ask(asker, facts.replace('2018Q2', '2018Q3'), { ids })).data.fundClockFacts[0];
  expect(atEnd.due - without.due).toBeGreaterThanOrEqual(rows[0].places);
});
