// Months of the books close by two hands and stay closed; what comes late is told on both bases; statements are matched line by line.
import { randomUUID } from 'node:crypto';
import { formatYuan } from '#platform/vocabulary/money';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

const PROPOSE = `mutation($month: String!) { proposeFundPeriodClose(month: $month) { id month closedAt books { book booked { paid cashReceived } valued { cashReceived } } } }`;
const CLOSE = `mutation($id: ID!) { closeFundPeriod(id: $id) { closedAt closedBy { id } } }`;
const BOOKS = `query($ids: [_Any!]!, $month: String!) { _entities(representations: $ids) { ... on Region { monthBooks(month: $month) { book booked { allotted cashReceived cashHeld } valued { cashReceived } } } } }`;
const finance = () => world.as('city-finance');
const director = () => world.as('city-director');
const fen = (text: string) => BigInt(text.replace('.', ''));
const lotOf = async (level: string) => {
  const { rows } = await world.sql.query(
    `select l.id, l.allotment_id as notice from funds.allotment_line l join funds.allotment a on a.id = l.allotment_id where a.source_level = $1 order by l.id limit 1`,
    [level],
  );
  return rows[0] as { id: string; notice: string };
};
const handBack = (lot: { id: string; notice: string }, amount: string, day: string) => {
  const input = {
    allotmentId: lot.notice,
    voucher: `缴回-${randomUUID()}`,
    valueDate: day,
    lines: [{ lotId: lot.id, amount }],
  };
  const hand =
    'mutation($input: MoveCashInput!, $key: String!) { handBackCash(input: $input, idempotencyKey: $key) { kind journal { kind valueDate } } }';
  return world.ask(finance(), hand, { input, key: randomUUID() });
};
const booksAt = async (account: string, regionId: string, month: string) => {
  const ids = [{ __typename: 'Region', id: regionId }];
  const { data, codes } = await world.ask(world.as(account), BOOKS, { ids, month });
  return { books: data?._entities[0]?.monthBooks?.[0] ?? null, codes };
};

test('months close in their order, by another person, and take no booking from then on', async () => {
  expect((await world.ask(finance(), PROPOSE, { month: '2018-06' })).codes).toEqual(['PERIOD_ORDER']);
  expect((await world.ask(finance(), PROPOSE, { month: '2099-01' })).codes).toEqual(['PERIOD_NOT_OVER']);
  const made = (await world.get(finance(), PROPOSE, { month: '2018-04' })).proposeFundPeriodClose;
  expect(made.books[0].booked.cashReceived).toBe(made.books[0].valued.cashReceived);
  expect((await world.ask(finance(), PROPOSE, { month: '2018-04' })).codes).toEqual(['PERIOD_PROPOSED']);
  expect((await world.ask(finance(), CLOSE, { id: made.id })).codes).toEqual(['FORBIDDEN']);
  const self = world.as('city-director', { personId: finance().personId });
  expect((await world.ask(self, CLOSE, { id: made.id })).codes).toEqual(['PERIOD_FOUR_EYES']);
  expect((await world.get(director(), CLOSE, { id: made.id })).closeFundPeriod.closedAt).toBeTruthy();
  expect((await world.ask(director(), CLOSE, { id: made.id })).codes).toEqual(['PERIOD_DECIDED']);
  const { rows } = await world.sql.query(
    `select path, region_id from funds.journal where booked_at < '2018-02-01' limit 1`,
  );
  const booking = (at: string) =>
    constraintOf(
      world.owner.query(
        `begin; insert into funds.journal (id, kind, value_date, booked_at, document, posted_by, region_id, path)
         values ('${randomUUID()}', 'pay', '2018-04-30', '${at}', 'x', '${randomUUID()}', '${rows[0].region_id}', '${rows[0].path}'); rollback`,
      ),
    ).finally(() => world.owner.query('rollback'));
  expect(await booking('2018-04-30T15:59:00Z')).toBe('journal_in_open_period');
  expect(await booking('2018-04-30T16:00:00Z')).toBe('nothing was refused');
});

test('what comes late is booked now and told by its value date; a proposal that it changes is made anew', async () => {
  const city = world.as('city-finance').regionId as string;
  const before = (await booksAt('city-finance', city, '2018-01')).books;
  const lot = await lotOf('central');
  expect((await handBack(lot, '10.00', '2018-01-11')).codes).toEqual(['CASH_DAY']);
  expect((await handBack(lot, '999999999.00', '2018-01-25')).codes).toEqual(['CASH_INSUFFICIENT']);
  const done = await handBack(lot, '10.00', '2018-01-25');
  expect(done.data.handBackCash).toEqual({ kind: 'handBack', journal: { kind: 'handBack', valueDate: '2018-01-25' } });
  const { books } = await booksAt('city-finance', city, '2018-01');
  expect(books.booked).toEqual(before.booked);
  expect(fen(before.valued.cashReceived) - fen(books.valued.cashReceived)).toBe(1_000n);
  const next = (await world.get(finance(), PROPOSE, { month: '2018-05' })).proposeFundPeriodClose;
  await handBack(lot, '5.00', '2018-02-05');
  expect((await world.ask(director(), CLOSE, { id: next.id })).codes).toEqual(['PERIOD_CHANGED']);
  await world.get(finance(), 'mutation($id: ID!) { withdrawFundPeriodClose(id: $id) { withdrawnAt } }', {
    id: next.id,
  });
  const anew = (await world.get(finance(), PROPOSE, { month: '2018-05' })).proposeFundPeriodClose;
  await world.get(director(), CLOSE, { id: anew.id });
  const seen = `{ fundPeriods { edges { node { month withdrawnAt } } } }`;
  expect((await world.get(world.as('auditor'), seen)).fundPeriods.edges).toHaveLength(6);
  expect((await world.get(world.as('town-kouzhen'), seen)).fundPeriods.edges).toEqual([]);
  expect((await booksAt('town-kouzhen', city, '2018-01')).codes).toEqual(['OUT_OF_SCOPE']);
  expect(await checkLedger(world.owner)).toEqual([]);
});

const SUBMIT = `mutation($input: SubmitStatementInput!) { submitFundStatement(input: $input) { id counts { outcome count open } items(first: 50) { edges { node { id outcome differences line { reference } journal { kind } } } } } }`;
interface Line {
  day: string;
  direction: string;
  reference: string;
  amount: string;
}

test('a statement is matched line by line; differences are named, explained, and confirmed by another', async () => {
  const open = `mutation($input: OpenFundAccountInput!) { openFundAccount(input: $input) { id numberTail } }`;
  const account = { book: 'integrated', payment: 'direct', title: '行业资金专户（拟）', numberTail: '0001' };
  await world.get(finance(), open, { input: account });
  expect((await world.ask(finance(), open, { input: account })).codes).toEqual(['FUND_ACCOUNT_MADE']);
  const { fundAccounts } = await world.get(finance(), '{ fundAccounts { id book payment } }');
  const accountId = fundAccounts.find(
    (each: { book: string; payment: string }) => each.book === 'special' && each.payment === 'direct',
  ).id;
  const { rows } = await world.sql.query<Line>(
    `select coalesce(r.voucher, d.number) as reference, j.value_date::text as day, case when sum(p.amount) > 0 then 'in' else 'out' end as direction, (abs(sum(p.amount)) / 100)::numeric(20, 2)::text as amount
     from funds.journal j join funds.posting p on p.journal_id = j.id and p.account = 'cash-held' left join funds.cash_receipt r on r.journal_id = j.id left join funds.disbursement d on d.id = j.disbursement_id
     where to_char(j.value_date, 'YYYY-MM') = '2018-05' group by j.id, r.voucher, d.number order by 1`,
  );
  expect(rows.length).toBeGreaterThan(2);
  const [first, second, ...rest] = rows as [Line, Line, ...Line[]];
  const strange = { day: '2018-05-31', direction: 'in', reference: '利息', amount: '1.23' };
  const lines = [{ ...second, day: '2018-05-31' }, ...rest, rest[0] as Line, strange];
  const sum = lines.reduce(
    (total, { direction, amount }) =>
      total + (direction === 'in' ? 1n : -1n) * BigInt(Math.round(Number(amount) * 100)),
    0n,
  );
  const { rows: april } = await world.sql.query(
    `select s.closing from funds.statement s where s.account_id = $1 and s.month = '2018-04' and s.outcome is distinct from 'withdrawn'`,
    [accountId],
  );
  const before = BigInt(april[0].closing);
  const sums = { opening: formatYuan(before), closing: formatYuan(before + sum) };
  const input = { accountId, month: '2018-05', name: '国库2018年5月对账单（拟）', lines, ...sums };
  expect((await world.ask(finance(), SUBMIT, { input: { ...input, closing: '0.01' } })).codes).toEqual([
    'STATEMENT_DOES_NOT_SUM',
  ]);
  const apart = { ...input, opening: formatYuan(before + 1n), closing: formatYuan(before + sum + 1n) };
  expect((await world.ask(finance(), SUBMIT, { input: apart })).codes).toEqual(['STATEMENT_OPENING']);
  const mistaken = (await world.get(finance(), SUBMIT, { input })).submitFundStatement;
  const withdraw = `mutation($id: ID!) { withdrawFundStatement(id: $id) { outcome decidedBy { id } } }`;
  // What one brought oneself one takes back oneself: it is no confirmation.
  expect((await world.get(finance(), withdraw, { id: mistaken.id })).withdrawFundStatement).toEqual({
    outcome: 'withdrawn',
    decidedBy: null,
  });
  const made = (await world.get(finance(), SUBMIT, { input })).submitFundStatement;
  const items = made.items.edges.map(
    ({ node }: { node: { outcome: string; differences: string[]; line: Line | null } }) =>
      [node.outcome, node.line?.reference ?? '', ...node.differences].join(' '),
  );
  expect(items.filter((item: string) => !item.startsWith('matched')).sort()).toEqual(
    [`differs ${second.reference} day`, `duplicate ${rest[0]?.reference}`, 'notAtBank ', 'notInBooks 利息'].sort(),
  );
  expect(first.reference).toBeTruthy();
  const confirm = `mutation($id: ID!) { confirmFundStatement(id: $id) { outcome decidedBy { id } } }`;
  expect((await world.ask(director(), confirm, { id: made.id })).codes).toEqual(['STATEMENT_OPEN']);
  const explain = `mutation($id: ID!) { explainReconciliationItem(id: $id, explanation: "已向国库核实") { explanation explainedBy { id } } }`;
  for (const { node } of made.items.edges) {
    const { codes } = await world.ask(finance(), explain, { id: node.id });
    expect(codes).toEqual(node.outcome === 'matched' ? ['ITEM_EXPLAINED'] : []);
  }
  expect((await world.ask(finance(), confirm, { id: made.id })).codes).toEqual(['STATEMENT_FOUR_EYES']);
  expect((await world.get(director(), confirm, { id: made.id })).confirmFundStatement).toEqual({
    outcome: 'confirmed',
    decidedBy: { id: director().personId },
  });
  expect((await world.ask(finance(), SUBMIT, { input })).codes).toEqual(['STATEMENT_MADE']);
  const one = `query($id: ID!) { fundStatement(id: $id) { id } }`;
  expect(await world.get(world.as('town-kouzhen'), one, { id: made.id })).toEqual({ fundStatement: null });
  expect(
    await constraintOf(
      world.owner.query(`update funds.reconciliation_item set outcome = 'matched' where outcome = 'differs'`),
    ),
  ).toBe('reconciliation_item_decided_once');
  expect(await checkLedger(world.owner)).toEqual([]);
});

test('the check names a month and a reconciliation that no longer hold: controls', async () => {
  const control = async (sql: string) => {
    await world.sql.query('begin');
    await world.sql.query('set session_replication_role = replica');
    await world.sql.query(sql);
    const broken = await checkLedger(world.sql);
    await world.sql.query('rollback');
    return broken.map(({ says }) => says.split(' · ')[0]);
  };
  expect(await control(`update funds.period_sum set booked = booked + 1 where account = 'cash-held'`)).toEqual([
    '已结账月份的余额仍与结账时一致',
  ]);
  expect(await control(`update funds.period set closed_at = '2018-01-01' where month = '2018-01'`)).toEqual([
    '已结账的月份没有结账之后的记账',
  ]);
  expect(await control(`update funds.statement set closing = closing + 1`)).toEqual(['对账单自身相平']);
  expect(
    await control(
      `update funds.reconciliation_item set explanation = null, explained_by = null, explained_at = null where outcome = 'differs'`,
    ),
  ).toEqual(['确认的对账没有未说明的差异，且由另一人确认']);
});
