// Journals are judged together, whenever constraints are looked at: none is left that does not balance, whatever was judged before, in plain SQL and as the owner.
import { randomUUID } from 'node:crypto';
import { constraintOf, type Direct, directOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let direct: Direct;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  direct = directOf(world);
}, 120_000);
afterAll(() => world?.close());

test('whenever constraints are looked at, no journal is left that does not balance, and none escapes that was judged before', async () => {
  const { town } = direct.place();
  const lot = await direct.lotOf(town);
  const id = randomUUID();
  const journal = `insert into funds.journal (id, kind, value_date, document, posted_by, region_id, path) values ('${id}', 'freeze', '2018-12-01', 'x', '${randomUUID()}', '${town.regionId}', '0001/')`;
  const leg = (account: string, fen: number, of = id) =>
    `insert into funds.posting (journal_id, lot_id, account, amount, path) values ('${of}', '${lot.id}', '${account}', ${fen}, '0001/')`;
  const balanced = [journal, `${leg('available', -5)}, ('${id}', '${lot.id}', 'frozen', 5, '0001/')`];
  const [now, later] = ['set constraints all immediate', 'set constraints all deferred'];
  const tried = async (...statements: string[]) => {
    const refused = await constraintOf(world.owner.query(`begin; ${[...statements, now].join('; ')}`));
    await world.owner.query('rollback');
    return refused;
  };
  expect(await tried(...balanced)).toBe('nothing was refused');
  expect(await tried(`with made as (${journal}) ${balanced[1]}`)).toBe('nothing was refused');
  expect(await tried(now, `with made as (${journal}) ${balanced[1]}`)).toBe('nothing was refused');
  expect(await tried('savepoint s', journal, leg('paid', 5), 'rollback to s', ...balanced)).toBe('nothing was refused');
  expect(await tried(now, ...balanced)).toBe('journal_balances');
  expect(await tried(...balanced, now, later, leg('reserved', 5))).toBe('journal_balances');
  expect(await tried(...balanced, now, leg('reserved', 5))).toBe('journal_balances');
  expect(await tried(...balanced, leg('reserved', 5), 'delete from funds.journal_judgement')).toBe('journal_balances');
  expect(await tried(journal, 'delete from funds.journal_judgement')).toBe('journal_balances');
  const { rows } = await world.sql.query(
    `select j.id, j.path from funds.journal j where not exists (select 1 from funds.posting p where p.journal_id = j.id and p.lot_id = '${lot.id}' and p.account = 'frozen') limit 1`,
  );
  expect(await tried(leg('frozen', 5, rows[0].id).replace("'0001/'", `'${rows[0].path}'`))).toBe('journal_balances');
  // Past what keeps postings from being changed at all.
  const loose = [
    'alter table funds.posting disable trigger append_only',
    `update funds.posting set amount = amount + 1 where journal_id = '${id}'`,
  ];
  expect(await tried(...balanced, now, later, ...loose)).toBe('journal_balances');
});
