// Many hands on one lot: whatever is tried, in whatever order, the books agree with a plain model and nothing is lost.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf, type Direct, directOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let direct: Direct;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  direct = directOf(world);
}, 120_000);
afterAll(() => world?.close());

test('two applications at once for what is left of a lot: one gets it', async () => {
  const { town } = direct.place();
  const lot = await direct.lotOf(town);
  const { rows } = await world.sql.query(
    `select amount::text as fen from funds.balance where lot_id = $1 and account = 'available'`,
    [lot.id],
  );
  const left = BigInt(rows[0].fen);
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() =>
      world.inRole('region', town, (client) => direct.apply(client, town, [left], undefined, lot)),
    ),
  );
  const told = answers.map((answer) => answer.verdict).sort();
  expect(told).toEqual(['done', `short ${left}`, `short ${left}`, `short ${left}`]);
  const winner = answers.find((answer) => answer.verdict === 'done') as { id: string };
  expect(await world.inRole('region', town, (client) => direct.decide(client, winner.id, 'withdraw'))).toBe('done');
});

test('sixty histories of random operations agree with a plain model at every end', async () => {
  const { town, director, finance } = direct.place();
  const lot = await direct.lotOf(town);
  const read = async () => {
    const { rows } = await world.sql.query(`select account, amount::text as fen from funds.balance where lot_id = $1`, [
      lot.id,
    ]);
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
      const model = {
        available: start.available ?? 0n,
        reserved: start.reserved ?? 0n,
        paid: start.paid ?? 0n,
      };
      const batches: Batch[] = [];
      for (const { kind, at, fen } of operations) {
        if (kind === 'apply') {
          const made = await world.inRole('region', town, (client) => direct.apply(client, town, [fen]));
          expect(made.verdict).toBe(fen <= model.available ? 'done' : `short ${fen - model.available}`);
          if (made.verdict !== 'done') continue;
          const { rows } = await world.sql.query('select id from funds.disbursement_line where disbursement_id = $1', [
            made.id,
          ]);
          batches.push({ id: made.id, line: rows[0].id, fen, state: 'applied', returned: 0n, lastReturn: null });
          model.available -= fen;
          model.reserved += fen;
          continue;
        }
        const batch = batches[at % Math.max(1, batches.length)];
        if (!batch) continue;
        if (kind === 'pay') {
          const told = await world.inRole('region', finance, (client) => direct.pay(client, batch.id));
          expect(told).toBe(batch.state === 'approved' ? 'done' : `state ${batch.state}`);
          if (told !== 'done') continue;
          batch.state = 'paid';
          model.reserved -= batch.fen;
          model.paid += batch.fen;
        } else if (kind === 'return') {
          const journal = randomUUID();
          const told = await world.inRole('region', finance, (client) =>
            direct.verdict(client, 'funds.return_payment($1, $2, $3, $4, $5)', [
              batch.line,
              randomUUID(),
              fen.toString(),
              '退回',
              journal,
            ]),
          );
          const open = batch.fen - batch.returned;
          expect(told).toBe(
            !['paid', 'part-returned'].includes(batch.state)
              ? `state ${batch.state}`
              : fen > open
                ? `open ${open}`
                : 'done',
          );
          if (told !== 'done') continue;
          batch.returned += fen;
          batch.state = batch.returned === batch.fen ? 'returned' : 'part-returned';
          batch.lastReturn = { journal, fen };
          model.paid -= fen;
          model.available += fen;
        } else if (kind === 'undo') {
          if (!batch.lastReturn) continue;
          const undone = batch.lastReturn;
          const run = world.inRole('region', finance, (client) =>
            direct.verdict(client, 'funds.reverse_journal($1, $2, $3)', [undone.journal, randomUUID(), '误记']),
          );
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
          const told = await world.inRole('region', kind === 'withdraw' ? town : director, (client) =>
            direct.decide(client, batch.id, kind),
          );
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
