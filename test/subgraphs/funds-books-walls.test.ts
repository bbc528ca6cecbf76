// The walls of the two linked books (两本账约束): two hands at once, books that never cross, uses that a book does not have, and what the check names.
import { randomUUID } from 'node:crypto';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { type Books, booksOf } from './books-direct';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let books: Books;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  books = booksOf(world);
}, 120_000);
afterAll(() => world?.close());

const root = async (fen: bigint) => {
  const made = await books.draft([{ region: books.town.regionId as string, parent: null, fen }]);
  expect(await books.issue(made.id)).toBe('done');
  return { notice: made.id, lot: made.lots[0] as string };
};

test('two at once: a line is not decomposed beyond what it has, and cash never passes authority that is cut meanwhile', async () => {
  const { notice, lot } = await root(100n);
  expect(await books.change(lot, 'freeze', 1n)).toBe('done');
  expect(await books.change(lot, 'unfreeze', 1n)).toBe('done');
  const village = books.villages[0] as string;
  const parts = await Promise.all([1, 2, 3].map(() => books.draft([{ region: village, parent: lot, fen: 70n }])));
  const told = await Promise.all(parts.map(({ id }) => books.issue(id)));
  expect(told.sort()).toEqual(['balance_never_negative', 'balance_never_negative', 'done']);
  const both = await Promise.all([books.cash(notice, lot, 'receive', 30n), books.change(lot, 'cut', 30n)]);
  expect(both.filter((verdict) => verdict === 'done')).toHaveLength(1);
  expect(both.find((verdict) => verdict !== 'done')).toMatch(/^balance_/);
});

test('books never cross, not even in plain SQL', async () => {
  const { lot } = await root(100n);
  const region = books.town.regionId as string;
  expect((await books.draft([{ region, parent: lot, fen: 10n }], { book: 'integrated' })).verdict).toBe('parent-book');
  const other = await books.draft([{ region, parent: null, fen: 50n }], {
    book: 'donation',
    purpose: 'donated-relief',
  });
  expect(await books.issue(other.id)).toBe('done');
  expect(
    await constraintOf(
      world.owner.query(
        `insert into funds.allotment_line (id, allotment_id, purpose, year, region_id, path, amount, book, parent_line_id)
         select gen_random_uuid(), allotment_id, purpose, year, gen_random_uuid(), path, 1, book, $2 from funds.allotment_line where id = $1`,
        [other.lots[0], lot],
      ),
    ),
  ).toBe('allotment_line_parent_in_book');
  const id = randomUUID();
  const leg = (of: unknown, account: string, fen: number) =>
    `insert into funds.posting (journal_id, lot_id, account, amount, path) values ('${id}', '${of}', '${account}', ${fen}, '0001/')`;
  const crossing = [
    `insert into funds.journal (id, kind, value_date, document, posted_by, region_id, path) values ('${id}', 'add', '2018-12-01', 'x', '${randomUUID()}', '${region}', '0001/')`,
    ...[
      leg(lot, 'available', -5),
      leg(lot, 'decomposed', 5),
      leg(other.lots[0], 'issued', -5),
      leg(other.lots[0], 'available', 5),
    ],
  ];
  const tried = await constraintOf(world.owner.query(`begin; ${crossing.join('; ')}; set constraints all immediate`));
  await world.owner.query('rollback');
  expect(tried).toBe('journal_of_one_book');
});

test('a use that the book does not have is refused: own channels, premiums without a provincial document, unknown purposes', async () => {
  const line = [{ region: books.town.regionId as string, parent: null, fen: 10n }];
  const use = async (book: string, purpose: string, basis?: string) =>
    (await books.draft(line, { book, purpose, ...(basis ? { basis } : {}) })).verdict;
  expect(await use('special', 'medical-assistance')).toBe('own-channel');
  expect(await use('special', 'dibao')).toBe('own-channel');
  expect(await use('medical', 'medical-assistance')).toBe('done');
  expect(await use('special', 'insurance-premium')).toBe('provincial-document');
  expect(await use('special', 'insurance-premium', '鲁扶办发〔2017〕9号（拟）')).toBe('done');
  expect(await use('donation', 'interest-subsidy')).toBe('purpose-not-of-book');
  expect((await books.draft(line, { issuedOn: '2016-06-01' })).verdict).toBe('no-pack');
});

test('what is carried over goes to the same region of a later year, and its cash with it', async () => {
  const { notice, lot } = await root(100n);
  expect(await books.cash(notice, lot, 'receive', 60n)).toBe('done');
  const region = books.town.regionId as string;
  const wrong = await books.draft([{ region: books.villages[0] as string, parent: lot, fen: 40n }], {
    issuedOn: '2019-01-05',
  });
  expect(wrong.verdict).toBe('parent-region');
  const next = await books.draft([{ region, parent: lot, fen: 80n }], { issuedOn: '2019-01-05' });
  expect(await books.issue(next.id)).toBe('done');
  expect(await books.balances(lot)).toMatchObject({
    available: 20n,
    carried: 80n,
    'cash-held': 0n,
    'cash-passed': 60n,
  });
  expect(await books.balances(next.lots[0] as string)).toMatchObject({
    available: 80n,
    'cash-held': 60n,
    'cash-passed': -60n,
  });
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('the check of the books names what is broken in the second one: controls', async () => {
  const control = async (sql: string) => {
    await world.sql.query('begin');
    for (const table of ['posting', 'allotment', 'cash_receipt', 'authority_change'])
      await world.sql.query(`alter table funds.${table} disable trigger user`);
    await world.sql.query(sql);
    const broken = await checkLedger(world.sql);
    await world.sql.query('rollback');
    return broken.map(({ says }) => says.split(' · ')[0]);
  };
  expect(
    await control(
      `update funds.posting set amount = amount + 1 where account = 'cash-paid' and journal_id = (select journal_id from funds.posting where account = 'paid' limit 1)`,
    ),
  ).toContain('支付在两本账上同额');
  expect(
    await control(
      `update funds.balance set amount = amount + 1 where account = 'cash-held' and lot_id in (select lot_id from funds.balance where account = 'decomposed')`,
    ),
  ).toContain('余额等于分录合计');
  expect(
    await control(`update funds.balance set amount = amount + 1 where account = 'carried' and amount > 0`),
  ).toContain('上级指标行已分解、结转的等于下级各行所得');
  expect(await control(`update funds.cash_receipt set amount = amount + 1`)).toEqual(['到账与缴回的凭证与登记的一致']);
  expect(await control(`update funds.authority_change set amount = amount + 1 where state = 'approved'`)).toEqual([
    '指标调整的凭证与批准的一致',
  ]);
  expect(
    await control(
      `insert into funds.allotment (id, number, issued_on, year, source_level, purpose, region_id, path, drafted_by)
       select gen_random_uuid(), '低保（拟）', issued_on, year, source_level, 'dibao', region_id, path, drafted_by from funds.allotment where year = 2018 limit 1`,
    ),
  ).toEqual(['另有渠道的用途未使用财政专项']);
});
