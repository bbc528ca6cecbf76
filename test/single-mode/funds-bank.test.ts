// Money moves among eight funds while the database is killed and started again (R2): their total is the same at every read, none falls below zero, and what was acknowledged is there.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { withClient } from '#platform/database/with-client';
import { prng } from '../../data/generate/prng';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { type Bank, checker, done, EACH, FUNDS, maker, openBank } from './bank-world';

/** More of them by `KILLS=20`. */
const KILLS = Number(process.env.KILLS ?? 2);
const WHOLE = EACH * BigInt(FUNDS);

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
}, 120_000);
afterAll(() => bank?.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const READ = `select sum(amount)::text as total, min(amount)::text as least from funds.balance where account = 'available' and lot_id = any ($1)`;

/** Until it is told to end, and anew whenever the connection is lost. */
async function hands(work: (client: Client) => Promise<void>, isEnded: () => boolean): Promise<void> {
  while (!isEnded()) {
    const client = new Client({ connectionString: bank.superuserUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      while (!isEnded()) await work(client);
    } catch (error) {
      if (!isLost(error)) throw error;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
/** Of a server that went away or is coming back: nothing that the books themselves refuse. */
const isLost = (error: unknown) =>
  /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[123])$/.test((error as { code?: string }).code ?? '') ||
  /terminated|not queryable|Connection ended/.test((error as Error).message);

test(`${KILLS} kills under load: the total of eight funds never changes, none is below zero, nothing acknowledged is lost`, async () => {
  const random = prng(1, 'bank');
  const acknowledged: [string, string][] = [];
  const asked: [string, string][] = [];
  const reads = new Set<string>();
  let ended = false;
  const isEnded = () => ended;
  const move = async (client: Client) => {
    const from = random.pick(bank.lots);
    const to = random.pick(bank.lots.filter((lot) => lot !== from));
    const ids: [string, string] = [randomUUID(), randomUUID()];
    asked.push(ids);
    try {
      await bank.transfer(client, [from, to], BigInt(random.between(1, 4000)), ids);
      acknowledged.push(ids);
    } catch (error) {
      // Two that wait for each other, or a fund that has too little: nothing was done.
      if (!['40P01', '23514'].includes((error as { code?: string }).code ?? '')) throw error;
      await client.query('rollback');
    }
  };
  const look = async (client: Client) => {
    const { rows } = await client.query(READ, [bank.lots]);
    reads.add(`${rows[0].total} ${BigInt(rows[0].least) >= 0n}`);
  };
  const moved = async (more: number) => {
    for (const goal = acknowledged.length + more; acknowledged.length < goal; ) await pause(50);
  };
  const all = Promise.all([...[1, 2, 3, 4].map(() => hands(move, isEnded)), hands(look, isEnded)]);
  for (let kill = 0; kill < KILLS; kill++) {
    await moved(5);
    await bank.killAndStart();
  }
  await moved(5);
  ended = true;
  await all;
  expect([...reads]).toEqual([`${WHOLE} true`]);
  await withClient(bank.superuserUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select c.id from funds.authority_change c join funds.journal j on j.id = c.journal_id where c.state = 'approved'`,
    );
    const there = new Set(rows.map(({ id }) => id));
    expect(acknowledged.flat().filter((id) => !there.has(id))).toEqual([]);
    // What was cut off before its answer happened as a whole or not at all.
    expect(asked.filter(([less, more]) => there.has(less) !== there.has(more))).toEqual([]);
    expect(await checkLedger(client)).toEqual([]);
  });
}, 600_000);

test('the control: half of a transfer changes the total', async () => {
  await withClient(bank.superuserUrl, async (client) => {
    await client.query('begin');
    await bank.as(client, maker);
    const id = randomUUID();
    await done(client, 'draft_authority_change($1, $2, $3, $4, $5, $6)', [
      id,
      bank.lots[0],
      'add',
      '5',
      '调整',
      '调整',
    ]);
    await bank.as(client, checker);
    const refused = await done(client, 'decide_authority_change($1, $2, $3)', [id, 'approve', randomUUID()]).catch(
      (error: { constraint?: string }) => error.constraint,
    );
    // The whole of the parent is with its parts: nothing is there to add.
    expect(refused).toBe('balance_never_negative');
    await client.query('rollback; begin');
    await bank.as(client, maker);
    await done(client, 'draft_authority_change($1, $2, $3, $4, $5, $6)', [
      id,
      bank.lots[0],
      'cut',
      '5',
      '调整',
      '调整',
    ]);
    await bank.as(client, checker);
    await done(client, 'decide_authority_change($1, $2, $3)', [id, 'approve', randomUUID()]);
    await client.query("select set_config('role', 'none', true)");
    const { rows } = await client.query(READ, [bank.lots]);
    expect(rows[0].total).toBe((WHOLE - 5n).toString());
    await client.query('rollback');
  });
});
