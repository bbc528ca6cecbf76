// No cache shows one person another's data: everybody asks the same at once, and is told what he is told alone on the plain way.
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { SubgraphDoor } from '#platform/graph/http-door';
import { type BothWorlds, openBothGateways } from '../differential/both-gateways';
import { interleaveUsers } from '../differential/interleave-users';

type Doors = Record<SubgraphName, SubgraphDoor>;

/** The defect that is looked for: answers remembered by what was asked, and not by whom. */
let forgetful = false;
function forgetfulDoors(doors: Doors): Doors {
  const remembered = new Map<string, ReturnType<SubgraphDoor['execute']>>();
  const bent = subgraphNames.map((name) => {
    const door = doors[name];
    const execute: SubgraphDoor['execute'] = (operation, caller) => {
      if (!forgetful) return door.execute(operation, caller);
      const key = JSON.stringify([name, operation]);
      const answer = remembered.get(key) ?? door.execute(operation, caller);
      remembered.set(key, answer);
      return answer;
    };
    return [name, Object.assign(Object.create(door) as SubgraphDoor, { execute })];
  });
  return Object.fromEntries(bent) as Doors;
}

let both: BothWorlds;
beforeAll(async () => {
  both = await openBothGateways(forgetfulDoors);
}, 120_000);
afterAll(() => both?.close());

function operations() {
  const { city } = both.world;
  const town = city.regions.find(({ code }) => code === '371202100');
  const [household] = city.pairings
    .filter(({ helperId }) => city.demoAccounts.some(({ personId }) => personId === helperId))
    .map(({ householdId }) => householdId);
  const id = { id: household };
  return [
    { query: '{ me { post person { id name } region { name } unit { name } } }' },
    {
      query: '{ households(first: 5) { totalCount edges { node { id number phone head { name } helper { name } } } } }',
    },
    {
      query: `query($id: ID!) { household(id: $id) { number phone bankCard address members { id name idNumber } paidTotal(year: 2018)
        payments(year: 2018) { amount payee } region { name light(quarter: "2018Q1") { colour rank } } } }`,
      variables: id,
    },
    {
      query: `query($id: ID!) { region(id: $id) { name householdSummary(year: 2018) { households people } funds(year: 2018) { paid }
        taskSummary(quarter: "2018Q1") { tasks reported } medical(year: 2018) { stays } } }`,
      variables: { id: town?.id },
    },
    {
      query:
        '{ regionByCode(code: "371200") { name householdSummary(year: 2018) { people } funds(year: 2018) { paid } } }',
    },
    { query: '{ tasks(first: 5) { edges { node { code title unit { name } progress { percent } } } } }' },
    {
      query:
        '{ disbursements(first: 5) { edges { node { number total appliedBy { name } lines(first: 2) { edges { node { payee card } } } } } } }',
    },
    { query: '{ stays(first: 5) { edges { node { id patient status hospital { name } } } } }' },
    {
      query:
        '{ myReports(first: 5) { edges { node { content } } } reports(first: 5) { edges { node { content reply } } } }',
    },
    {
      query:
        '{ accounts(first: 5) { edges { node { name disabledAt } } } appointments(first: 3) { edges { node { post person { name } } } } }',
    },
  ];
}

const asked = { rounds: 4, atOnce: 24, seed: 20_181_231 };

test('24 at once of all posts, four rounds over: each is told what he is told alone', async () => {
  forgetful = false;
  const { plain: alone, compiled: together, tokens } = both;
  const run = await interleaveUsers({ alone, together, tokens, operations: operations(), ...asked });
  expect(run.wrong.slice(0, 5).join('\n\n')).toBe('');
  expect(run.asked).toBe(asked.rounds * operations().length * tokens.size);
  expect(run.telling).toBe(operations().length);
}, 300_000);

test('the control: a door that remembers answers by the question alone is found, for most of the operations', async () => {
  forgetful = true;
  const { plain: alone, compiled: together, tokens } = both;
  const run = await interleaveUsers({ alone, together, tokens, operations: operations(), ...asked, rounds: 1 });
  const found = new Set(run.wrong.map((each) => each.split('\n')[0]?.replace(/^\S+: /, '')));
  expect(found.size).toBeGreaterThanOrEqual(operations().length - 1);
  expect(run.wrong.length).toBeGreaterThan(operations().length * 5);
}, 300_000);
