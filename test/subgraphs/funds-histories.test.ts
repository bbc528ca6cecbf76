// Many hands on one lot: whatever is tried, in whatever order, the books agree with a plain model and nothing is lost.
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { withClient } from '#platform/database/with-client';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { type Direct, directOf } from './funds-direct';
import { drawHistory } from './history-deeds';
import { groundOf } from './history-ground';
import type { Drawn } from './history-hand';
import { runNotice } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';
import { md5, openPlay, playHistory, type Told } from './play-history';

const SIZE = { households: 120, people: 200 };
let world: FundsOnly;
let direct: Direct;
beforeAll(async () => {
  world = await openFunds(SIZE);
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

test('of a batch of which an objection stopped a line only the rest is let go when it is revoked, and nothing comes back of the line', async () => {
  const { town, director, finance } = direct.place();
  const lot = await direct.lotOf(town);
  const reserved = async () => {
    const { rows } = await world.sql.query(
      `select amount::text as fen from funds.balance where lot_id = $1 and account = 'reserved'`,
      [lot.id],
    );
    return BigInt(rows[0]?.fen ?? 0);
  };
  const before = await reserved();
  const approved = async (amounts: bigint[]) => {
    const { id } = await world.inRole('region', town, (client) => direct.apply(client, town, amounts, undefined, lot));
    await world.inRole('region', director, (client) => direct.decide(client, id, 'approve'));
    await runNotice(world.sql, id);
    return id;
  };
  const other = await approved([500n]);
  const stoppedOf = async (id: string) => {
    const { rows } = await world.sql.query(
      `with stopped as (select l.id from funds.disbursement_line l where l.disbursement_id = $1 order by l.amount desc limit 1), objected as (
         insert into funds.notice_objection (id, notice_id, line, line_id, region_id, path, content, raised_by, posted_by)
         select gen_random_uuid(), n.id, l.line, l.line_id, n.region_id, n.path, '异议', gen_random_uuid(), n.posted_by
         from stopped s join funds.notice_line l on l.line_id = s.id join funds.public_notice n on n.id = l.notice_id)
       select id from stopped`,
      [id],
    );
    return rows[0].id as string;
  };
  const [revoked, paid] = [await approved([70n, 30n]), await approved([60n, 40n])];
  const order = async (id: string) =>
    world.inRole('region', finance, (client) =>
      direct.verdict(client, 'funds.issue_payment_order($1, $2, $3)', [id, randomUUID(), id]),
    );
  await stoppedOf(revoked);
  expect(await order(revoked)).toBe('done');
  await world.inRole('region', finance, (client) =>
    direct.verdict(client, 'funds.recall_payment_order($1, $2)', [revoked, '撤回']),
  );
  expect(await world.inRole('region', director, (client) => direct.decide(client, revoked, 'revoke'))).toBe('done');
  expect((await reserved()) - before).toBe(600n);
  const stopped = await stoppedOf(paid);
  expect(await world.inRole('region', finance, (client) => direct.pay(client, paid))).toBe('done');
  const back = world.inRole('region', finance, (client) =>
    direct.verdict(client, 'funds.return_payment($1, $2, $3, $4, $5)', [
      stopped,
      randomUUID(),
      '5',
      '退回',
      randomUUID(),
    ]),
  );
  expect(await back).toBe('open 0');
  expect(await world.inRole('region', director, (client) => direct.decide(client, other, 'revoke'))).toBe('done');
  expect(await reserved()).toBe(before);
  expect(await checkLedger(world.sql)).toEqual([]);
});

/** All of them by `npm run check:histories`; one again by `HISTORY_SEED=17 HISTORIES=1 HISTORY_LENGTH=400`. */
const HISTORIES = Number(process.env.HISTORIES ?? 8);
const FIRST = Number(process.env.HISTORY_SEED ?? 1);
const LENGTH = Number(process.env.HISTORY_LENGTH ?? 120);

const named = (seed: number) => `HISTORY_SEED=${seed} HISTORIES=1 HISTORY_LENGTH=${LENGTH}`;

/** Where the simulator and the database part, or nothing. */
async function partedAt(sql: Client, seed: number): Promise<string | null> {
  const deeds = drawHistory(seed, LENGTH, groundOf(world));
  await sql.query('begin');
  try {
    const { told, broken } = await playHistory(sql, deeds);
    const at = deeds.findIndex(({ expected, books }, each) => {
      const { verdict, books: kept } = told[each] as Told;
      return (typeof expected === 'string' ? verdict !== expected : !expected.test(verdict)) || kept !== md5(books);
    });
    if (at < 0) return broken && `${named(seed)} · ${broken}`;
    await sql.query('rollback; begin');
    const again = await playHistory(sql, deeds.slice(0, at + 1), true);
    const { name, expected, books, calls } = deeds[at] as Drawn;
    const kept = again.told.at(-1) as Told;
    const rows = (text: string, other: string) =>
      text
        .split('\n')
        .filter((row) => !other.split('\n').includes(row))
        .join('; ');
    return `${named(seed)} · deed ${at} ${name}: expected ${expected}, was ${kept.verdict}; books ${rows(books, kept.books)} were ${rows(kept.books, books)} · ${calls.at(-1)?.sql}`;
  } finally {
    await sql.query('rollback');
  }
}

/** Two at a time, each in a database of its own: a town that moves is locked until its history ends. */
async function histories(from: number, count: number): Promise<string[]> {
  const parted: string[] = [];
  let next = from;
  const run = (of: FundsOnly) =>
    withClient(of.superuserUrl, async (sql) => {
      await openPlay(sql);
      for (let seed = next++; seed < from + count; seed = next++) {
        const told = await partedAt(sql, seed);
        if (told) parted.push(told);
        if ((seed - from) % 50 === 49) {
          await sql.query('vacuum');
          process.stderr.write(`${seed - from + 1} histories\n`);
        }
      }
    });
  const beside = await openFunds(SIZE);
  await Promise.all([run(world), run(beside)]).finally(() => beside.close());
  return parted;
}

test(`${HISTORIES} histories of ${LENGTH} deeds each agree with a simulator after every deed, and every fen paid by card has one line of a notice`, async () => {
  expect(await histories(FIRST, HISTORIES)).toEqual([]);
}, 7_200_000);

test('the control: books bent by a fen in one place are told, with the seed that finds it', async () => {
  await world.sql.query('begin');
  try {
    await world.sql.query(
      `do $bend$ begin execute replace(pg_get_functiondef('funds.move_return(uuid, bigint)'::regprocedure), 'set returned = returned + p_amount', 'set returned = returned + p_amount - 1'); end $bend$`,
    );
    await openPlay(world.sql);
    let isTold = false;
    for (let seed = 1; seed <= 20 && !isTold; seed++) {
      const deeds = drawHistory(seed, 120, groundOf(world));
      await world.sql.query('savepoint history');
      const { told } = await playHistory(world.sql, deeds);
      isTold = told.some(({ books }, at) => books !== md5(deeds[at]?.books ?? ''));
      await world.sql.query('rollback to history');
    }
    expect(isTold).toBe(true);
  } finally {
    await world.sql.query('rollback');
  }
});
