// Post and place together (S1): each demo account asks for the rows of five places through the graph, against a table written by hand.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { Answer } from '../harness/client';
import { openWorld, type World } from '../harness/world';
import { callerOfAccount } from './caller-of-account';
import { openPlaces, type Place, type Rows } from './places';

let world: World;
let rowsOf: Record<Place, Rows>;
beforeAll(async () => {
  world = await openWorld();
  rowsOf = await openPlaces(world);
});
afterAll(() => world.close());

interface Relation {
  account: string | null;
  relation: string;
  place: Place;
  /** `y` seen, empty absent or hidden, `F` refused to the post, `U` not signed in */
  cells: Record<string, string>;
}

const [head = '', ...lines] = readFileSync(join(projectRoot, 'test/policy/relations.csv'), 'utf8').trim().split('\n');
const things = head.split(',').slice(3);
const relations: Relation[] = lines.map((line) => {
  const [account = '', relation = '', place = '', ...cells] = line.split(',');
  return {
    account: account === 'nobody' ? null : account,
    relation,
    place: place as Place,
    cells: Object.fromEntries(things.map((thing, at) => [thing, cells[at] ?? ''])),
  };
});

const QUERY = `query($household: ID!, $member: ID!, $disbursement: ID!, $task: ID!, $inspection: ID!, $town: ID!) {
  household(id: $household) { id number payments(year: 2018) { id amount } }
  member(id: $member) { id relation }
  visits(householdId: $household, first: 2) { edges { node { id content } } }
  disbursement(id: $disbursement) { id number total }
  task(id: $task) { id title }
  inspection(id: $inspection) { id findings }
  region(id: $town) { score(quarter: "2018Q1") { id score } }
}`;

type Asked = Omit<Rows, 'village'>;

async function asked(
  account: string | null,
  { household, member, disbursement, task, inspection, town }: Asked,
): Promise<Answer> {
  return (await world.as(account)).ask(QUERY, { household, member, disbursement, task, inspection, town });
}

/** What an answer shows of each thing, in the marks of the table. */
function marksOf({ data, errors }: Answer): Record<string, string> {
  const told = data as unknown as Record<string, { payments?: unknown[]; edges?: unknown[]; score?: unknown } | null>;
  const code = (path: string) => {
    const refused = errors.find((error) => (error.path ?? []).join('.') === path)?.extensions.code;
    return refused === undefined ? '' : ({ FORBIDDEN: 'F', UNAUTHENTICATED: 'U' }[refused] ?? refused);
  };
  const mark = (thing: string, seen: unknown, path = thing) => (seen ? 'y' : code(path));
  return Object.fromEntries(
    things.map((thing) => {
      if (thing === 'payments')
        return [
          thing,
          told.household ? mark(thing, told.household.payments?.length, 'household.payments') : code('household'),
        ];
      if (thing === 'visits') return [thing, mark(thing, told.visits?.edges?.length)];
      if (thing === 'score') return [thing, mark(thing, told.region?.score, 'region.score')];
      return [thing, mark(thing, told[thing])];
    }),
  );
}

const inOrder = (errors: Answer['errors']) =>
  [...errors].sort((a, b) => ((a.path ?? []).join('.') < (b.path ?? []).join('.') ? -1 : 1));

/** An answer as bytes, with every id replaced: what is left may not tell hidden from absent. Subgraphs answer in any order. */
const bytes = ({ status, data, errors }: Answer) =>
  JSON.stringify({ status, data, errors: inOrder(errors) }).replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    'ID',
  );

const titled = relations.map(
  (each) => [`${each.account ?? 'nobody'} · ${each.relation} · ${each.place}`, each] as const,
);

test.each(titled)('%s', async (_title, { account, place, cells }) => {
  const answer = await asked(account, rowsOf[place]);
  expect(marksOf(answer)).toEqual(cells);
  const rows = rowsOf[place];
  const hides = (thing: string) => cells[thing] === '';
  const absent = {
    ...rows,
    ...(hides('household') ? { household: randomUUID() } : {}),
    ...(hides('member') ? { member: randomUUID() } : {}),
    ...(hides('disbursement') ? { disbursement: randomUUID() } : {}),
    ...(hides('task') ? { task: randomUUID() } : {}),
    ...(hides('inspection') ? { inspection: randomUUID() } : {}),
  };
  expect(bytes(await asked(account, absent))).toBe(bytes(answer));
});

test('the control: a row shown to a stranger, and a hidden row that answers otherwise than an absent one, are found', async () => {
  const seen = await asked('city-director', rowsOf.zone);
  expect(marksOf(seen).household).toBe('y');
  const stranger = relations.find((each) => each.account === 'town-kouzhen' && each.place === 'zone');
  expect(marksOf(seen)).not.toEqual(stranger?.cells);
  const absent = await asked('city-director', { ...rowsOf.zone, household: randomUUID() });
  expect(bytes(absent)).not.toBe(bytes(seen));
});

const ENTITIES = {
  households:
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Household { number members { name } } } }',
  funds:
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Household { payments(year: 2018) { amount } } } }',
};

test('the same walls stand behind the door of entities, where no root field was asked', async () => {
  const wrong: string[] = [];
  for (const { account, place, cells } of relations) {
    const caller = callerOfAccount(world.city, account);
    const { household } = rowsOf[place];
    const representations = [
      {
        __typename: 'Household',
        id: household,
        number: 'forged',
        regionId: caller.regionId,
        payments: [{ amount: '1.00' }],
      },
    ];
    const fromHouseholds = await world.subgraphs.households.execute(
      { query: ENTITIES.households, variables: { representations } },
      caller,
    );
    const fromFunds = await world.subgraphs.funds.execute(
      { query: ENTITIES.funds, variables: { representations } },
      caller,
    );
    const [register] = (fromHouseholds.data?._entities ?? []) as ({ number: string | null } | null)[];
    const [money] = (fromFunds.data?._entities ?? []) as ({ payments: unknown[] | null } | null)[];
    if (Boolean(register?.number) !== (cells.household === 'y')) wrong.push(`household of ${place} to ${account}`);
    if (register?.number === 'forged') wrong.push(`a forged number was told to ${account}`);
    if (Boolean(money?.payments?.length) !== (cells.payments === 'y')) wrong.push(`payments of ${place} to ${account}`);
  }
  expect(wrong).toEqual([]);
});
