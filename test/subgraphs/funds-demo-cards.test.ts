// What the demo city shows of one-card batches to whoever signs in first: the town, the auditor, and a zone that has none.
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

test('the demo city has a list that is complete, and one of which a line failed and waits for its town', async () => {
  const LISTS =
    '{ cardBatches(first: 50) { edges { node { state lineCount sums { state lines } files { kind state } } } } }';
  const listsOf = async (account: string) =>
    (await world.get(world.as(account), LISTS)).cardBatches.edges.map(({ node }: { node: object }) => node);
  const lists: { sums: object[] }[] = await listsOf('town-kouzhen');
  const [whole, part] = lists.sort((one, other) => one.sums.length - other.sums.length);
  const files = [
    { kind: 'payment', state: 'released' },
    { kind: 'answer', state: 'taken' },
  ];
  expect(whole).toMatchObject({
    state: 'closed',
    sums: [{ state: 'paid', lines: 4 }],
    files: expect.arrayContaining(files),
  });
  expect(part).toMatchObject({
    sums: [
      { state: 'paid', lines: 3 },
      { state: 'failed', lines: 1 },
    ],
  });
  expect(await listsOf('auditor')).toHaveLength(2);
  expect(await listsOf('zone-xueye')).toEqual([]);
  const todo = await world.get(world.as('town-kouzhen'), '{ fundsTodo(first: 200) { edges { node { kind } } } }');
  expect(todo.fundsTodo.edges.map(({ node }: { node: { kind: string } }) => node.kind)).toContain('issue-again');
  expect(await checkLedger(world.sql)).toEqual([]);
});
