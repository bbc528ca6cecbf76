// Loads what stands on the books (演示结账、对账与用款计划): three months closed, a statement of the treasury and one of a bank with a difference, spending plans of two districts and a town.
import type { Client } from 'pg';
import { subtreeOf } from '#platform/vocabulary/region';
import { CASH_ENTRIES } from '../../services/funds/reconciliation/cash-entries.query';
import type { Entry } from '../../services/funds/reconciliation/match-statement.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import type { RegionRow } from '../generate/rows';
import { cityOf, type FundsHands, SEED } from './funds-hands';
import { insertRows } from './insert-rows';

const CLOSED = ['2018-01', '2018-02', '2018-03'];
const STATED = { month: '2018-04', until: '2018-05-01' };
const nextOf = (month: string) => `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}-01`;

export async function loadClosedBooks(client: Client, city: City, hands: FundsHands): Promise<void> {
  const whole = cityOf(city);
  await closeMonths(client, whole, hands);
  const treasury = await openAccount(client, whole, hands, 'direct', '莱芜市财政国库支付中心（拟）', '0731');
  const bank = await openAccount(client, whole, hands, 'authorised', '莱芜市某商业银行扶贫专户（拟）', '5518');
  const { lo, hi } = subtreeOf(whole.path);
  const entries = await client.query<Entry & { amount: string }>(CASH_ENTRIES, [
    ...['special', 'direct', lo, hi, `${STATED.month}-01`, STATED.until, treasury],
  ]);
  await keepStatement(client, whole, hands, {
    account: treasury,
    name: '国库',
    entries: entries.rows,
    isDecided: true,
  });
  await keepStatement(client, whole, hands, { account: bank, name: '专户', entries: [], isDecided: false });
  await loadSpendingPlans(client, city, hands);
}

/** As the running house does: what the books come to on both bases, proposed by finance and closed by the director. */
async function closeMonths(client: Client, whole: RegionRow, hands: FundsHands): Promise<void> {
  const { lo, hi } = subtreeOf(whole.path);
  for (const month of CLOSED) {
    const id = idOf(SEED, 'fund-period', month);
    await client.query(
      `insert into funds.period (id, month, region_id, path, proposed_by, proposed_at, closed_by, closed_at) values ($1, $2, $3, $4, $5, $6::timestamptz, $7, $6::timestamptz + interval '1 hour')`,
      [id, month, whole.id, whole.path, hands.payer, `${nextOf(month)}T08:00:00+08:00`, hands.approver],
    );
    await client.query(
      `insert into funds.period_sum (period_id, book, account, booked, valued, path)
       select $1, s.book, s.account, s.booked, s.valued, $2 from funds.sums_until($3, $4, $5) s`,
      [id, whole.path, lo, hi, nextOf(month)],
    );
  }
}

async function openAccount(
  client: Client,
  whole: RegionRow,
  hands: FundsHands,
  payment: 'direct' | 'authorised',
  title: string,
  tail: string,
): Promise<string> {
  const id = idOf(SEED, 'fund-account', payment);
  await client.query(
    `insert into funds.fund_account (id, book, payment, title, number_tail, region_id, path, opened_by, opened_at) values ($1, 'special', $2, $3, $4, $5, $6, $7, '2018-01-03T01:00:00Z')`,
    [id, payment, title, tail, whole.id, whole.path, hands.payer],
  );
  return id;
}

interface Stated {
  account: string;
  name: string;
  entries: readonly (Entry & { amount: string })[];
  isDecided: boolean;
}

/** What the books have, and interest that they do not: the one difference, which the treasury's has explained. */
async function keepStatement(client: Client, whole: RegionRow, hands: FundsHands, told: Stated): Promise<void> {
  const { account, name, entries, isDecided } = told;
  const id = idOf(SEED, 'fund-statement', account);
  const interest = { id: null, reference: '利息', day: `${STATED.month}-21`, direction: 'in', amount: '1230' };
  const lines = [...entries, interest].map((entry, at) => ({ ...entry, at: at + 1, key: `${account}/${at}` }));
  const moved = lines.reduce(
    (sum, { direction, amount }) => sum + (direction === 'in' ? 1n : -1n) * BigInt(amount),
    0n,
  );
  const opening = 100_000_000_000n;
  await client.query(
    `insert into funds.statement (id, account_id, month, name, content_hash, opening, closing, region_id, path, submitted_by, submitted_at, decided_by, decided_at, outcome)
     values ($1, $2, $3, $4, repeat('0', 64), $5, $6, $7, $8, $9, '2018-05-04T01:00:00Z', $10, $11, $12)`,
    [
      ...[id, account, STATED.month, `${name}2018年4月对账单（拟）`, opening.toString(), (opening + moved).toString()],
      ...[whole.id, whole.path, hands.payer],
      ...(isDecided ? [hands.approver, '2018-05-07T01:00:00Z', 'confirmed'] : [null, null, null]),
    ],
  );
  await insertRows(
    client,
    'funds.statement_line',
    {
      ...{ id: 'uuid', statement_id: 'uuid', number: 'int', on_day: 'date', direction: 'text', reference: 'text' },
      ...{ amount: 'bigint', path: 'text' },
    },
    lines,
    ({ key, at, day, direction, reference, amount }) => [
      ...[idOf(SEED, 'statement-line', key), id, at, day, direction, reference, amount, whole.path],
    ],
  );
  await insertRows(
    client,
    'funds.reconciliation_item',
    {
      ...{ id: 'uuid', statement_id: 'uuid', line_id: 'uuid', journal_id: 'uuid', outcome: 'text' },
      ...{ explanation: 'text', explained_by: 'uuid', explained_at: 'timestamptz', path: 'text' },
    },
    lines,
    ({ key, id: journal }) => [
      ...[idOf(SEED, 'reconciliation-item', key), id, idOf(SEED, 'statement-line', key), journal],
      journal === null ? 'not-in-books' : 'matched',
      ...(journal === null && isDecided
        ? ['季度利息，五月补记', hands.payer, '2018-05-04T02:00:00Z']
        : [null, null, null]),
      whole.path,
    ],
  );
}

const TEN_THOUSAND_YUAN = 1_000_000n;

/** Planned in whole ten thousands of yuan over what was paid, town by town and month by month (assumed). */
async function loadSpendingPlans(client: Client, city: City, hands: FundsHands): Promise<void> {
  const byId = new Map(city.regions.map((region) => [region.id, region]));
  const batches = new Map(city.batches.map((batch) => [batch.id, batch]));
  const paid = new Map<string, bigint>();
  for (const { batchId, amountFen } of city.payments()) {
    const batch = batches.get(batchId);
    const key = `${batch?.regionId} ${batch?.paidOn.slice(0, 7)}`;
    paid.set(key, (paid.get(key) ?? 0n) + amountFen);
  }
  const uses = [...paid].sort().flatMap(([key, fen]) => {
    const [regionId = '', month = ''] = key.split(' ');
    const town = byId.get(regionId);
    return town && month.startsWith('2018')
      ? [{ town, month, fen: (fen / TEN_THOUSAND_YUAN + 1n) * TEN_THOUSAND_YUAN }]
      : [];
  });
  const places = ['371202', '371203', '371202100'].flatMap(
    (code) => city.regions.find((region) => region.code === code) ?? [],
  );
  for (const [at, place] of places.entries()) {
    const own = uses.filter(({ town }) => town.path.startsWith(place.path));
    if (own.length === 0) continue;
    const id = idOf(SEED, 'spending-plan', place.code ?? place.name);
    // The second district's waits.
    const decided = at === 1 ? [null, null, null] : [hands.approver, '2018-01-26T01:00:00Z', 'approved'];
    const total = own.reduce((sum, { fen }) => sum + fen, 0n);
    await client.query(
      `insert into funds.spending_plan (id, region_id, path, year, book, document_number, total, submitted_by, submitted_at, decided_by, decided_at, outcome)
       values ($1, $2, $3, 2018, 'special', $4, $5, $6, '2018-01-22T01:00:00Z', $7, $8, $9)`,
      [id, place.id, place.path, `${place.name}扶贫〔2018〕2号（拟）`, total.toString(), hands.drafter, ...decided],
    );
    await insertRows(
      client,
      'funds.spending_plan_line',
      {
        ...{ id: 'uuid', plan_id: 'uuid', number: 'int', month: 'text', region_id: 'uuid', path: 'text' },
        amount: 'bigint',
      },
      own.map((use, number) => ({ ...use, number: number + 1 })),
      ({ town, month, fen, number }) => [
        ...[idOf(SEED, 'spending-plan-line', `${id}/${number}`), id, number, month, town.id, town.path, fen],
      ],
    );
  }
}
