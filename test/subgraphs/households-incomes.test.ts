// Incomes: told for a year that is over, checked by another person once, held against the line of the year and place with its source.
import { randomUUID } from 'node:crypto';
import { subtreeOf } from '#platform/vocabulary/region';
import type { HouseholdRow } from '../../data/generate/city';
import { answers } from './determination-steps';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let own: HouseholdRow;
let foreign: HouseholdRow;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 620 });
  const { lo, hi } = subtreeOf(world.city.regions.find((each) => each.name === '羊里镇')?.path as string);
  const people = (id: string) => world.city.members.filter(({ householdId }) => householdId === id).length;
  own = world.city.households.find(
    (each) => each.path >= lo && each.path < hi && people(each.id) === 3,
  ) as HouseholdRow;
  foreign = world.city.households.find((each) => each.path < lo || each.path >= hi) as HouseholdRow;
}, 60_000);
afterAll(() => world?.close());

const town = () => world.caller('town-officer', '羊里镇');
const told = {
  wages: '6000.00',
  business: '2500.00',
  property: '100.00',
  transfers: '1400.01',
  productionCost: '800.00',
};
const enter = `mutation($id: ID!, $year: Int!, $income: IncomeInput!) { enterIncome(householdId: $id, year: $year, income: $income) {
  id year ordinal from to members net perHead outcome
  againstLine { below difference line { level amount source address } others { level amount } explanation } } }`;
const confirm = 'mutation($id: ID!) { confirmIncome(incomeId: $id) { outcome checkedBy { id } } }';
const back = 'mutation($id: ID!, $remark: String!) { returnIncome(incomeId: $id, remark: $remark) { outcome remark } }';
const todo = '{ householdsTodo(first: 50) { edges { node { kind subjectId about } } } }';

test('an income is told, explained, sent back, told again, and confirmed by another person', async () => {
  const helperId = world.city.pairings.find((each) => each.householdId === own.id)?.helperId as string;
  const helper = world.caller('helper', null, { personId: helperId, pairedHouseholds: [own.id] });
  const first = await world.ask(helper, enter, { id: own.id, year: 2018, income: told });
  expect(first.codes).toEqual([]);
  expect(first.data.enterIncome).toMatchObject({
    year: 2018,
    ordinal: 1,
    from: '2017-10-01',
    to: '2018-09-30',
    members: 3,
    net: '9200.01',
    perHead: '3066.67',
    outcome: null,
    againstLine: {
      below: true,
      difference: '-542.33',
      line: { level: 'provincial', amount: '3609.00', address: expect.stringMatching(/^http/) },
      others: [{ level: 'national', amount: '2995.00' }],
      explanation: expect.stringContaining('3066.67'),
    },
  });
  const { id } = first.data.enterIncome;
  expect((await world.ask(town(), enter, { id: own.id, year: 2018, income: told })).codes).toEqual(['INCOME_WAITS']);
  const waiting = (await world.ask(town(), todo)).data.householdsTodo.edges.map(({ node }: { node: object }) => node);
  expect(waiting).toContainEqual({ kind: 'check-income', subjectId: id, about: `${own.number} 2018` });
  expect(
    (await world.ask(world.caller('town-officer', '羊里镇', { personId: helperId }), confirm, { id })).codes,
  ).toEqual(['INCOME_FOUR_EYES']);
  const standsFor = world.caller('town-officer', '羊里镇', { standsFor: [helperId] });
  expect((await world.ask(standsFor, confirm, { id })).codes).toEqual(['INCOME_FOUR_EYES']);
  expect((await world.ask(standsFor, todo)).data.householdsTodo.edges).toEqual([]);
  expect((await world.ask(town(), back, { id, remark: '低保金漏填' })).data.returnIncome).toEqual({
    outcome: 'returned',
    remark: '低保金漏填',
  });
  expect((await world.ask(town(), confirm, { id })).codes).toEqual(['INCOME_CHECKED']);
  const again = await world.ask(helper, enter, { id: own.id, year: 2018, income: { ...told, transfers: '4000.00' } });
  expect(again.data.enterIncome).toMatchObject({
    ordinal: 2,
    perHead: '3933.33',
    againstLine: { below: false, difference: '324.33' },
  });
  expect((await world.ask(town(), confirm, { id: again.data.enterIncome.id })).data.confirmIncome.outcome).toBe(
    'confirmed',
  );
  const query =
    'query($id: ID!) { household(id: $id) { income(year: 2018) { ordinal perHead } incomes { ordinal outcome } } }';
  expect((await world.ask(town(), query, { id: own.id })).data.household).toEqual({
    income: { ordinal: 2, perHead: '3933.33' },
    incomes: [
      { ordinal: 2, outcome: 'confirmed' },
      { ordinal: 1, outcome: 'returned' },
    ],
  });
});

test('a year that is not over, a hidden household, whoever may not; lines are for anyone in office', async () => {
  const of = (id: string, year: number, caller = town()) => world.ask(caller, enter, { id, year, income: told });
  expect((await of(own.id, 2999)).codes).toEqual(['INCOME_OUT_OF_TIME']);
  expect((await of(own.id, 2013)).codes).toEqual(['INCOME_OUT_OF_TIME']);
  expect(await of(foreign.id, 2018)).toEqual(await of(randomUUID(), 2018));
  expect((await of(own.id, 2018, world.caller('auditor', '371200'))).codes).toEqual(['FORBIDDEN']);
  const liaison = world.caller('unit-liaison', '371200', { line: 'education' });
  const seen = await world.ask(
    liaison,
    'query($id: ID!) { household(id: $id) { number income(year: 2018) { year } } povertyLines { year level amount } }',
    { id: own.id },
  );
  expect(seen.codes).toEqual(['FORBIDDEN']);
  expect(seen.data.household).toEqual({ number: own.number, income: null });
  expect(seen.data.povertyLines).toContainEqual({ year: 2017, level: 'provincial', amount: '3527.00' });
});

test('the database holds what the rules say: the check by another, once, and the amount a head', async () => {
  const insert = (change: object) => {
    const row = {
      id: randomUUID(),
      wages: 100,
      business: 0,
      property: 0,
      transfers: 0,
      production_cost: 0,
      members: 3,
      per_head: 33,
      ...change,
    };
    return world.sql.query(
      `insert into households.income (household_id, region_id, path, year, ordinal, entered_by, ${Object.keys(row).join(', ')})
       select h.id, h.region_id, h.path, 2017, 1, h.id, ${Object.keys(row)
         .map((_, at) => `$${at + 2}`)
         .join(', ')} from households.household h where h.id = $1`,
      [own.id, ...Object.values(row)],
    );
  };
  await expect(insert({ per_head: 34 })).rejects.toMatchObject({ constraint: 'income_per_head' });
  await expect(insert({ production_cost: -1 })).rejects.toMatchObject({ constraint: 'income_not_negative' });
  await insert({});
  const check = `update households.income set outcome = 'confirmed', checked_at = now(), checked_by = $2 where household_id = $1 and year = 2017`;
  await expect(world.sql.query(check, [own.id, own.id])).rejects.toMatchObject({ constraint: 'income_four_eyes' });
  await world.sql.query(check, [own.id, randomUUID()]);
  await expect(
    world.sql.query('update households.income set wages = wages + 3, per_head = per_head + 1 where year = 2017'),
  ).rejects.toMatchObject({
    constraint: 'income_decided_once',
  });
});

test('sums of a region are of what was confirmed, below the line of the year, and of no part of a region', async () => {
  const path = world.city.regions.find((each) => each.name === '羊里镇')?.path;
  const query =
    'query($of: [_Any!]!) { _entities(representations: $of) { ... on Region { incomes(year: 2018) { households waiting confirmed people net perHead belowLine } } } }';
  const of = (...names: string[]) => ({
    of: names.map((name) => ({ __typename: 'Region', id: world.regionId(name) })),
  });
  const sums = async (caller: ReturnType<typeof town>, ...names: string[]) =>
    (await world.ask(caller, query, of(...names))).data._entities.map((each: any) => each?.incomes ?? null);
  // One that lies below the line, whatever the demo city drew.
  await world.sql.query(
    `insert into households.income (id, household_id, region_id, path, year, ordinal, wages, business, property, transfers, production_cost, members, per_head, entered_by, checked_by, checked_at, outcome)
     select $1, h.id, h.region_id, h.path, 2018, 9, 600000, 0, 0, 0, 0, 2, 300000, gen_random_uuid(), gen_random_uuid(), now(), 'confirmed'
     from households.household h where starts_with(h.path, $2) and h.state <> 'removed' and h.id <> $3 order by h.id limit 1`,
    [randomUUID(), path, own.id],
  );
  const told = await world.sql.query(
    `select count(*)::int as confirmed, sum(c.members)::int as people, sum(c.wages + c.business + c.property + c.transfers - c.production_cost)::text as net,
       (count(*) filter (where c.per_head < 360900))::int as below
     from households.income c join households.household h on h.id = c.household_id and h.state <> 'removed' where c.year = 2018 and c.outcome = 'confirmed' and starts_with(c.path, $1)
       and not exists (select 1 from households.income n where n.household_id = c.household_id and n.year = 2018 and n.outcome = 'confirmed' and n.ordinal > c.ordinal)`,
    [path],
  );
  const [counted] = told.rows;
  expect(counted.confirmed).toBeGreaterThan(0);
  expect(counted.below).toBeGreaterThan(0);
  const [sum] = await sums(town(), '羊里镇');
  const yuan = (fen: string) => (Number(fen) / 100).toFixed(2);
  expect(sum).toMatchObject({
    confirmed: counted.confirmed,
    people: counted.people,
    net: yuan(counted.net),
    belowLine: counted.below,
  });
  expect(Math.abs(Number(sum.perHead) - Number(counted.net) / counted.people / 100)).toBeLessThan(0.01);
  expect(await sums(town(), '口镇')).toEqual([null]);
  expect((await world.ask(town(), query, of('口镇'))).codes).toContain('OUT_OF_SCOPE');
  const [whole, part] = await sums(world.caller('office-officer', '莱芜市'), '莱芜市', '羊里镇');
  expect(part).toEqual(sum);
  expect(whole.confirmed).toBeGreaterThanOrEqual(sum.confirmed);
});

test('a confirmed income of the year is not asked again by a guarantee check, nor by a policy', async () => {
  const year = Number(
    (await world.sql.query(`select extract(year from now() at time zone 'Asia/Shanghai')::int as y`)).rows[0].y,
  );
  await world.sql.query(
    `insert into households.income (id, household_id, region_id, path, year, ordinal, wages, business, property, transfers, production_cost, members, per_head, entered_by, checked_by, checked_at, outcome)
     select $1, h.id, h.region_id, h.path, $3, 1, 1200000, 0, 0, 0, 0, 3, 400000, gen_random_uuid(), gen_random_uuid(), now(), 'confirmed' from households.household h where h.id = $2`,
    [randomUUID(), own.id, year],
  );
  const asks = 'query($id: ID!) { guaranteeQuestions(householdId: $id) { code known } }';
  const questions = (await world.ask(town(), asks, { id: own.id })).data.guaranteeQuestions;
  expect(questions).toContainEqual({ code: 'income', known: '4000.00' });
  const check =
    'mutation($input: GuaranteeCheckInput!) { recordGuaranteeCheck(input: $input) { answers { question answer known } } }';
  const today = (await world.sql.query(`select (now() at time zone 'Asia/Shanghai')::date::text as day`)).rows[0].day;
  const input = { householdId: own.id, checkedOn: today, answers: answers('9999.00') };
  expect((await world.ask(town(), check, { input })).codes).toEqual(['INVALID_INPUT']);
  const without = answers().filter(({ question }) => question !== 'income');
  const { data, codes } = await world.ask(town(), check, { input: { ...input, answers: without } });
  expect(codes).toEqual([]);
  expect(data.recordGuaranteeCheck.answers).toEqual(
    expect.arrayContaining([
      { question: 'income', answer: '4000.00', known: true },
      expect.objectContaining({ question: 'food', known: false }),
    ]),
  );
});
