// The permission matrix as it runs: every root field is asked as every demo account, and is closed exactly where the oracle leaves a cell empty.
import { subgraphNames } from '#platform/database/roles';
import { openWorld, type World } from '../harness/world';
import { callerOfAccount, demoAccounts } from '../policy/caller-of-account';
import { everyField } from '../policy/every-field';
import { readExpected } from '../policy/read-expected';

let world: World;
beforeAll(async () => {
  world = await openWorld({ mode: 'in-process', unheard: true });
});
afterAll(() => world.close());

const oracle = new Map(readExpected().map((row) => [row.coordinate, row.cells]));

async function differing(account: string | null, root: 'query' | 'mutation', cellsOf = oracle): Promise<string[]> {
  const found: string[] = [];
  const caller = callerOfAccount(world.city, account);
  const column = account === null ? 'nobody' : caller.post;
  // What the guard answers; any other end of a request means that it let the caller in.
  const closed = account === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  for (const name of subgraphNames) {
    const subgraph = world.subgraphs[name];
    for (const field of everyField(subgraph.compiled.plain, root, { quarter: '"2018Q1"' })) {
      const coordinate = `${name}.${root === 'query' ? 'Query' : 'Mutation'}.${field.name}`;
      const { errors = [] } = await subgraph.execute({ query: field.text }, caller);
      const refused = errors.some((error) => error.path?.length === 1 && error.extensions?.code === closed);
      const expected = (cellsOf.get(coordinate)?.get(column) ?? '') === '';
      if (refused !== expected) found.push(`${coordinate} is ${refused ? 'closed' : 'open'} to ${column}`);
    }
  }
  return found;
}

test.each([null, ...demoAccounts])('queries as %s', async (account) => {
  expect(await differing(account, 'query')).toEqual([]);
});

test.each([null, ...demoAccounts])('mutations as %s', async (account) => {
  expect(await differing(account, 'mutation')).toEqual([]);
});

test('the control: one cell turned is found', async () => {
  const cells = new Map(oracle.get('funds.Mutation.payDisbursement'));
  cells.set('finance-officer', '');
  const turned = new Map(oracle).set('funds.Mutation.payDisbursement', cells);
  expect(await differing('city-finance', 'mutation', turned)).toEqual([
    'funds.Mutation.payDisbursement is open to finance-officer',
  ]);
});
