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
  const { rows } = await world.sql.query(`select sum(amount)::text as fen from funds.balance where account = 'paid'`);
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

test('assessments is told how many clocks fell due and were kept; nobody else is', async () => {
  const facts = `query($ids: [ID!]!) { fundClockFacts(regionIds: $ids, quarter: "2018Q2") { regionId due kept rowsHash } }`;
  const ids = [world.regionId('371202')];
  expect((await world.ask(world.as('city-director'), facts, { ids })).codes).toEqual(['FORBIDDEN']);
  const asker = { ...world.as('city-director'), service: 'assessments' as const, operationId: randomUUID() };
  const { data, codes } = await world.ask(asker, facts, { ids });
  expect(codes).toEqual([]);
  expect(data.fundClockFacts[0].due).toBeGreaterThan(0);
  expect(data.fundClockFacts[0].kept).toBeLessThanOrEqual(data.fundClockFacts[0].due);
});
