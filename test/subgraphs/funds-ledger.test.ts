// The walls under the ledger, tried directly in SQL as the narrowest role and as the owner of the tables.
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Caller } from '#platform/vocabulary/caller';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf, type Direct, directOf, type Line } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let direct: Direct;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  direct = directOf(world);
}, 120_000);
afterAll(() => world?.close());

test('the narrowest role may call the functions and write no table of money', async () => {
  const { town } = direct.place();
  for (const table of [
    'journal',
    'posting',
    'balance',
    'disbursement',
    'disbursement_line',
    'payment_return',
    'village_funds',
    'allotment',
    'allotment_line',
  ])
    for (const statement of [
      `update funds.${table} set path = path`,
      `delete from funds.${table}`,
      `insert into funds.${table} default values`,
    ])
      expect([
        statement,
        await constraintOf(world.inRole('region', town, (client) => client.query(statement))),
      ]).toEqual([statement, '42501']);
  const internal = `select funds.move_return('${randomUUID()}', 1)`;
  expect(await constraintOf(world.inRole('region', town, (client) => client.query(internal)))).toBe('42501');
  expect(await constraintOf(world.inRole('paired', town, (client) => direct.apply(client, town, [1n])))).toBe('42501');
});

test('four eyes hold in the database: the one who applied can neither approve nor pay, the one who approved cannot pay', async () => {
  const { town, director, finance } = direct.place();
  const { id } = await world.inRole('region', town, (client) => direct.apply(client, town, [100n]));
  const as = (post: Caller, person: Caller): Caller => ({ ...post, personId: person.personId });
  const tried = (caller: Caller, run: (client: Client) => Promise<unknown>) =>
    constraintOf(world.inRole('region', caller, run));
  expect(await tried(as(director, town), (client) => direct.decide(client, id, 'approve'))).toBe(
    'disbursement_four_eyes',
  );
  expect(await tried(as(director, town), (client) => direct.decide(client, id, 'reject'))).toBe(
    'disbursement_four_eyes',
  );
  expect(await tried(director, (client) => direct.decide(client, id, 'withdraw'))).toBe('disbursement_four_eyes');
  expect(await world.inRole('region', director, (client) => direct.decide(client, id, 'approve'))).toBe('done');
  expect(await tried(as(finance, town), (client) => direct.pay(client, id))).toBe('disbursement_order_four_eyes');
  expect(await tried(as(finance, director), (client) => direct.pay(client, id))).toBe('disbursement_order_four_eyes');
  expect(await world.inRole('region', finance, (client) => direct.pay(client, id))).toBe('done');
  expect(
    await constraintOf(world.owner.query('update funds.disbursement set paid_by = applied_by where id = $1', [id])),
  ).toBe('disbursement_four_eyes');
});

test('a town reaches neither another town’s batch nor a household under another path', async () => {
  const { town } = direct.place();
  const { rows } = await world.sql.query('select id from funds.disbursement where region_id <> $1 limit 1', [
    town.regionId,
  ]);
  expect(await world.inRole('region', town, (client) => direct.decide(client, rows[0].id, 'withdraw'))).toBe('unknown');
  expect(await world.inRole('region', town, (client) => direct.pay(client, randomUUID()))).toBe('unknown');
  const { lines } = direct.place();
  const first = lines[0] as Line;
  const kept = first.path;
  const elsewhere = world.city.households.find(({ path }) => !path.startsWith(kept.slice(0, 20))) as { path: string };
  const forged = async (client: Client) => {
    const lot = await direct.lotOf(town);
    const sql =
      'funds.apply_disbursement($1::uuid, $1::uuid::text, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)';
    return direct.verdict(client, sql, [
      randomUUID(),
      lot.id,
      lot.purpose,
      '文号',
      town.regionId,
      [randomUUID()],
      [first.household],
      [first.region],
      [elsewhere.path],
      ['1'],
      ['x'],
      [null],
      randomUUID(),
    ]);
  };
  expect(await world.inRole('region', town, forged)).toBe('household-unknown');
});

test('an unbalanced journal is refused even to the owner, and so is an empty one', async () => {
  const { town } = direct.place();
  const lot = await direct.lotOf(town);
  const journal = (id: string) =>
    `insert into funds.journal (id, kind, value_date, document, posted_by, region_id, path) values ('${id}', 'pay', '2018-12-01', 'x', '${randomUUID()}', '${town.regionId}', '0001/')`;
  const posting = (id: string, account: string, fen: number, of = lot.id) =>
    `insert into funds.posting (journal_id, lot_id, account, amount, path) values ('${id}', '${of}', '${account}', ${fen}, '0001/')`;
  const whole = (...statements: string[]) =>
    constraintOf(
      world.owner.query(`begin; ${statements.join('; ')}; commit`).catch(async (error) => {
        await world.owner.query('rollback');
        throw error;
      }),
    );
  const id = randomUUID();
  expect(await whole(journal(id))).toBe('journal_balances');
  expect(await whole(journal(id), posting(id, 'paid', 5))).toBe('journal_balances');
  const { rows } = await world.sql.query('select id from funds.allotment_line where id <> $1 limit 1', [lot.id]);
  expect(await whole(journal(id), posting(id, 'paid', 5), posting(id, 'reserved', -5, rows[0].id))).toBe(
    'journal_balances',
  );
  expect(await constraintOf(world.owner.query('update funds.posting set amount = amount + 1'))).toBe(
    'funds_posting_append_only',
  );
  expect(await constraintOf(world.owner.query('delete from funds.journal'))).toBe('funds_journal_append_only');
  expect(await constraintOf(world.owner.query('truncate funds.posting'))).toBe('funds_posting_append_only');
  expect(
    await constraintOf(world.owner.query(`update funds.balance set amount = -1 where account = 'available'`)),
  ).toBe('balance_never_negative');
});

test('a reversal undoes exactly one journal, and is itself not reversible', async () => {
  const { rows } = await world.sql.query(`select id from funds.journal where kind = 'pay' limit 1`);
  const reversal = (
    id: string,
    of: string,
    kind: string,
  ) => `insert into funds.journal (id, kind, value_date, document, posted_by, region_id, path, reverses_id, reverses_kind)
    select '${id}', 'reverse', value_date, document, posted_by, region_id, path, '${of}', '${kind}' from funds.journal where id = '${of}'`;
  const [one, two] = [randomUUID(), randomUUID()];
  const half = `insert into funds.posting select '${one}', lot_id, account, -amount + sign(amount)::bigint, path from funds.posting where journal_id = '${rows[0].id}'`;
  const rolled = async (...statements: string[]) => {
    const told = await constraintOf(
      world.owner.query(`begin; ${statements.join('; ')}; set constraints all immediate`),
    );
    await world.owner.query('rollback');
    return told;
  };
  const exact = half.replace(' + sign(amount)::bigint', '');
  expect(await rolled(reversal(one, rows[0].id, 'pay'), half)).toBe('journal_reversal_exact');
  expect(await rolled(reversal(one, rows[0].id, 'pay'), exact)).toBe('nothing was refused');
  expect(await rolled(reversal(one, rows[0].id, 'pay'), reversal(two, rows[0].id, 'pay'))).toBe(
    'journal_reversed_once',
  );
  expect(await rolled(reversal(one, rows[0].id, 'pay'), reversal(two, one, 'reverse'))).toBe(
    'journal_reversal_not_reversible',
  );
});

test('the check of the books finds what is broken: a control', async () => {
  await world.sql.query('begin');
  await world.sql.query('alter table funds.disbursement_line disable trigger append_only');
  await world.sql.query(
    `update funds.disbursement_line set amount = amount + 1 where id = (select id from funds.disbursement_line where state = 'paid' limit 1)`,
  );
  const broken = await checkLedger(world.sql);
  await world.sql.query('rollback');
  expect(broken.map(({ says }) => says.split(' · ')[0])).toEqual([
    '批次金额等于各行合计',
    '已支付科目等于各户已支付减退回加已支付的报账',
  ]);
  await world.sql.query('begin');
  await world.sql.query('update funds.village_funds set paid = paid + 1');
  expect((await checkLedger(world.sql)).map(({ says }) => says.split(' · ')[0])).toEqual(['村合计等于各行与各期报账']);
  await world.sql.query('rollback');
});
