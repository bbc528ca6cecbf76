// The walls under the ledger, tried directly in SQL as the narrowest role and as the owner of the tables.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Client } from 'pg';
import type { Caller } from '#platform/vocabulary/caller';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
}, 120_000);
afterAll(() => world?.close());

const constraintOf = (run: Promise<unknown>) =>
  run.then(
    () => 'nothing was refused',
    (error: { constraint?: string; code?: string }) => error.constraint ?? error.code,
  );

interface Line {
  household: string;
  region: string;
  path: string;
}
function place(): { town: Caller; director: Caller; finance: Caller; lines: Line[] } {
  const [town, director, finance] = ['town-kouzhen', 'city-director', 'city-finance'].map((account) => world.as(account)) as [Caller, Caller, Caller];
  const path = world.city.regions.find(({ id }) => id === town.regionId)?.path as string;
  const lines = world.city.households
    .filter((household) => household.path.startsWith(path))
    .map(({ id, regionId, path: home }) => ({ household: id, region: regionId, path: home }));
  return { town, director, finance, lines };
}

async function lotOf(town: Caller): Promise<{ id: string; purpose: string }> {
  const { rows } = await world.sql.query(
    `select l.id, l.purpose from funds.allotment_line l join funds.balance b on b.lot_id = l.id and b.account = 'available'
     where l.region_id = $1 order by b.amount desc, l.id limit 1`,
    [town.regionId],
  );
  return rows[0];
}

async function apply(client: Client, town: Caller, amounts: bigint[], id = randomUUID()): Promise<{ id: string; verdict: string }> {
  const lot = await lotOf(town);
  const lines = place().lines.slice(0, amounts.length);
  const { rows } = await client.query('select funds.apply_disbursement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as verdict', [
    id,
    id,
    lot.id,
    lot.purpose,
    '口政发〔2018〕8号（拟）',
    town.regionId,
    lines.map(() => randomUUID()),
    lines.map(({ household }) => household),
    lines.map(({ region }) => region),
    lines.map(({ path }) => path),
    amounts.map(String),
    lines.map(() => '某某'),
    lines.map(() => null),
    randomUUID(),
  ]);
  return { id, verdict: rows[0].verdict };
}
const verdict = async (client: Client, sql: string, parameters: unknown[]) =>
  ((await client.query(`select ${sql} as verdict`, parameters)).rows[0] as { verdict: string }).verdict;
const decide = (client: Client, id: string, step: string) => verdict(client, 'funds.decide_disbursement($1, $2, $3, $4)', [id, step, '原因', randomUUID()]);
const pay = (client: Client, id: string) => verdict(client, 'funds.pay_disbursement($1, $2)', [id, randomUUID()]);

test('the narrowest role may call the functions and write no table of money', async () => {
  const { town } = place();
  for (const table of ['journal', 'posting', 'balance', 'disbursement', 'disbursement_line', 'payment_return', 'village_funds', 'allotment', 'allotment_line'])
    for (const statement of [`update funds.${table} set path = path`, `delete from funds.${table}`, `insert into funds.${table} default values`])
      expect([statement, await constraintOf(world.inRole('region', town, (client) => client.query(statement)))]).toEqual([statement, '42501']);
  const internal = `select funds.move_return('${randomUUID()}', 1)`;
  expect(await constraintOf(world.inRole('region', town, (client) => client.query(internal)))).toBe('42501');
  expect(await constraintOf(world.inRole('paired', town, (client) => apply(client, town, [1n])))).toBe('42501');
});

test('four eyes hold in the database: the one who applied can neither approve nor pay, the one who approved cannot pay', async () => {
  const { town, director, finance } = place();
  const { id } = await world.inRole('region', town, (client) => apply(client, town, [100n]));
  const as = (post: Caller, person: Caller): Caller => ({ ...post, personId: person.personId });
  const tried = (caller: Caller, run: (client: Client) => Promise<unknown>) => constraintOf(world.inRole('region', caller, run));
  expect(await tried(as(director, town), (client) => decide(client, id, 'approve'))).toBe('disbursement_four_eyes');
  expect(await tried(as(director, town), (client) => decide(client, id, 'reject'))).toBe('disbursement_four_eyes');
  expect(await tried(director, (client) => decide(client, id, 'withdraw'))).toBe('disbursement_four_eyes');
  expect(await world.inRole('region', director, (client) => decide(client, id, 'approve'))).toBe('done');
  expect(await tried(as(finance, town), (client) => pay(client, id))).toBe('disbursement_four_eyes');
  expect(await tried(as(finance, director), (client) => pay(client, id))).toBe('disbursement_four_eyes');
  expect(await world.inRole('region', finance, (client) => pay(client, id))).toBe('done');
  expect(await constraintOf(world.owner.query('update funds.disbursement set paid_by = applied_by where id = $1', [id]))).toBe('disbursement_four_eyes');
});

test('a town reaches neither another town’s batch nor a household under another path', async () => {
  const { town } = place();
  const { rows } = await world.sql.query('select id from funds.disbursement where region_id <> $1 limit 1', [town.regionId]);
  expect(await world.inRole('region', town, (client) => decide(client, rows[0].id, 'withdraw'))).toBe('unknown');
  expect(await world.inRole('region', town, (client) => pay(client, randomUUID()))).toBe('unknown');
  const { lines } = place();
  const first = lines[0] as Line;
  const kept = first.path;
  const elsewhere = world.city.households.find(({ path }) => !path.startsWith(kept.slice(0, 20))) as { path: string };
  const forged = async (client: Client) => {
    const lot = await lotOf(town);
    const sql = 'funds.apply_disbursement($1::uuid, $1::uuid::text, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)';
    return verdict(client, sql, [randomUUID(), lot.id, lot.purpose, '文号', town.regionId, [randomUUID()], [first.household], [first.region], [elsewhere.path], ['1'], ['x'], [null], randomUUID()]);
  };
  expect(await world.inRole('region', town, forged)).toBe('household-unknown');
});

test('an unbalanced journal is refused even to the owner, and so is an empty one', async () => {
  const { town } = place();
  const lot = await lotOf(town);
  const journal = (id: string) => `insert into funds.journal (id, kind, value_date, document, posted_by, region_id, path) values ('${id}', 'pay', '2018-12-01', 'x', '${randomUUID()}', '${town.regionId}', '0001/')`;
  const posting = (id: string, account: string, fen: number, of = lot.id) => `insert into funds.posting (journal_id, lot_id, account, amount, path) values ('${id}', '${of}', '${account}', ${fen}, '0001/')`;
  const whole = (...statements: string[]) => constraintOf(world.owner.query(`begin; ${statements.join('; ')}; commit`).catch(async (error) => {
    await world.owner.query('rollback');
    throw error;
  }));
  const id = randomUUID();
  expect(await whole(journal(id))).toBe('journal_balances');
  expect(await whole(journal(id), posting(id, 'paid', 5))).toBe('journal_balances');
  const { rows } = await world.sql.query('select id from funds.allotment_line where id <> $1 limit 1', [lot.id]);
  expect(await whole(journal(id), posting(id, 'paid', 5), posting(id, 'reserved', -5, rows[0].id))).toBe('journal_balances');
  expect(await constraintOf(world.owner.query('update funds.posting set amount = amount + 1'))).toBe('funds_posting_append_only');
  expect(await constraintOf(world.owner.query('delete from funds.journal'))).toBe('funds_journal_append_only');
  expect(await constraintOf(world.owner.query('truncate funds.posting'))).toBe('funds_posting_append_only');
  expect(await constraintOf(world.owner.query(`update funds.balance set amount = -1 where account = 'available'`))).toBe('balance_never_negative');
});

test('a reversal undoes exactly one journal, and is itself not reversible', async () => {
  const { rows } = await world.sql.query(`select id from funds.journal where kind = 'pay' limit 1`);
  const reversal = (id: string, of: string, kind: string) => `insert into funds.journal (id, kind, value_date, document, posted_by, region_id, path, reverses_id, reverses_kind)
    select '${id}', 'reverse', value_date, document, posted_by, region_id, path, '${of}', '${kind}' from funds.journal where id = '${of}'`;
  const [one, two] = [randomUUID(), randomUUID()];
  const half = `insert into funds.posting select '${one}', lot_id, account, -amount + sign(amount)::bigint, path from funds.posting where journal_id = '${rows[0].id}'`;
  const rolled = async (...statements: string[]) => {
    const told = await constraintOf(world.owner.query(`begin; ${statements.join('; ')}; set constraints all immediate`));
    await world.owner.query('rollback');
    return told;
  };
  const exact = half.replace(' + sign(amount)::bigint', '');
  expect(await rolled(reversal(one, rows[0].id, 'pay'), half)).toBe('journal_reversal_exact');
  expect(await rolled(reversal(one, rows[0].id, 'pay'), exact)).toBe('nothing was refused');
  expect(await rolled(reversal(one, rows[0].id, 'pay'), reversal(two, rows[0].id, 'pay'))).toBe('journal_reversed_once');
  expect(await rolled(reversal(one, rows[0].id, 'pay'), reversal(two, one, 'reverse'))).toBe('journal_reversal_not_reversible');
});

test('two applications at once for what is left of a lot: one gets it', async () => {
  const { town } = place();
  const lot = await lotOf(town);
  const { rows } = await world.sql.query(`select amount::text as fen from funds.balance where lot_id = $1 and account = 'available'`, [lot.id]);
  const left = BigInt(rows[0].fen);
  const answers = await Promise.all([1, 2, 3, 4].map(() => world.inRole('region', town, (client) => apply(client, town, [left]))));
  const told = answers.map((answer) => answer.verdict).sort();
  expect(told).toEqual(['done', `short ${left}`, `short ${left}`, `short ${left}`]);
  const winner = answers.find((answer) => answer.verdict === 'done') as { id: string };
  expect(await world.inRole('region', town, (client) => decide(client, winner.id, 'withdraw'))).toBe('done');
});

test('sixty histories of random operations agree with a plain model at every end', async () => {
  const { town, director, finance } = place();
  const lot = await lotOf(town);
  const read = async () => {
    const { rows } = await world.sql.query(`select account, amount::text as fen from funds.balance where lot_id = $1`, [lot.id]);
    return Object.fromEntries(rows.map(({ account, fen }) => [account, BigInt(fen)])) as Record<string, bigint>;
  };
  const operation = fc.record({
    kind: fc.constantFrom('apply', 'approve', 'reject', 'withdraw', 'revoke', 'pay', 'return', 'undo' as const),
    at: fc.nat(3),
    fen: fc.bigInt({ min: 1n, max: 5000n }),
  });
  interface Batch {
    id: string;
    line: string;
    fen: bigint;
    state: string;
    returned: bigint;
    lastReturn: { journal: string; fen: bigint } | null;
  }
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 6, maxLength: 14 }), async (operations) => {
      const start = await read();
      const model = { available: start['available'] ?? 0n, reserved: start['reserved'] ?? 0n, paid: start['paid'] ?? 0n };
      const batches: Batch[] = [];
      for (const { kind, at, fen } of operations) {
        if (kind === 'apply') {
          const made = await world.inRole('region', town, (client) => apply(client, town, [fen]));
          expect(made.verdict).toBe(fen <= model.available ? 'done' : `short ${fen - model.available}`);
          if (made.verdict !== 'done') continue;
          const { rows } = await world.sql.query('select id from funds.disbursement_line where disbursement_id = $1', [made.id]);
          batches.push({ id: made.id, line: rows[0].id, fen, state: 'applied', returned: 0n, lastReturn: null });
          model.available -= fen;
          model.reserved += fen;
          continue;
        }
        const batch = batches[at % Math.max(1, batches.length)];
        if (!batch) continue;
        if (kind === 'pay') {
          const told = await world.inRole('region', finance, (client) => pay(client, batch.id));
          expect(told).toBe(batch.state === 'approved' ? 'done' : `state ${batch.state}`);
          if (told !== 'done') continue;
          batch.state = 'paid';
          model.reserved -= batch.fen;
          model.paid += batch.fen;
        } else if (kind === 'return') {
          const journal = randomUUID();
          const told = await world.inRole('region', finance, (client) => verdict(client, 'funds.return_payment($1, $2, $3, $4, $5)', [batch.line, randomUUID(), fen.toString(), '退回', journal]));
          const open = batch.fen - batch.returned;
          expect(told).toBe(!['paid', 'part-returned'].includes(batch.state) ? `state ${batch.state}` : fen > open ? `open ${open}` : 'done');
          if (told !== 'done') continue;
          batch.returned += fen;
          batch.state = batch.returned === batch.fen ? 'returned' : 'part-returned';
          batch.lastReturn = { journal, fen };
          model.paid -= fen;
          model.available += fen;
        } else if (kind === 'undo') {
          if (!batch.lastReturn) continue;
          const undone = batch.lastReturn;
          const run = world.inRole('region', finance, (client) => verdict(client, 'funds.reverse_journal($1, $2, $3)', [undone.journal, randomUUID(), '误记']));
          if (model.available < undone.fen) {
            expect(await constraintOf(run)).toBe('balance_never_negative');
            continue;
          }
          expect(await run).toBe('done');
          batch.lastReturn = null;
          batch.returned -= undone.fen;
          batch.state = batch.returned === 0n ? 'paid' : 'part-returned';
          model.paid += undone.fen;
          model.available -= undone.fen;
        } else {
          const told = await world.inRole('region', kind === 'withdraw' ? town : director, (client) => decide(client, batch.id, kind));
          const allowed = kind === 'revoke' ? batch.state === 'approved' : batch.state === 'applied';
          expect(told).toBe(allowed ? 'done' : `state ${batch.state}`);
          if (told !== 'done') continue;
          batch.state = kind === 'approve' ? 'approved' : kind === 'reject' ? 'rejected' : 'withdrawn';
          if (kind === 'approve') continue;
          model.reserved -= batch.fen;
          model.available += batch.fen;
        }
      }
      const { issued = 0n, available = 0n, reserved = 0n, paid = 0n } = await read();
      expect({ available, reserved, paid }).toEqual(model);
      expect(issued + available + reserved + paid).toBe(0n);
    }),
    { numRuns: 60 },
  );
  expect(await checkLedger(world.sql)).toEqual([]);
}, 180_000);

test('the check of the books finds what is broken: a control', async () => {
  await world.sql.query('begin');
  await world.sql.query('alter table funds.disbursement_line disable trigger append_only');
  await world.sql.query(`update funds.disbursement_line set amount = amount + 1 where id = (select id from funds.disbursement_line where state = 'paid' limit 1)`);
  const broken = await checkLedger(world.sql);
  await world.sql.query('rollback');
  expect(broken.map(({ says }) => says.split(' · ')[0])).toEqual(['批次金额等于各行合计', '已支付科目等于各户已支付减退回', '村合计等于各行']);
});
