// W7, paying: a batch out of one fund account in one transaction, whole or card by card, beside PGB with one transaction a transfer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { Log } from '#platform/process/log';
import { onShutdown } from '#platform/process/shutdown';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { prepareDatabase } from '../ground/prepare-database';
import { median } from '../measure/statistics';
import { findPgbench } from '../peers/pgb/find-pgbench';
import { runPgbench } from '../peers/pgb/run-pgbench';
import { rawUrl } from '../peers/raw/found-raw-roles';
import { prepareBatch, verdictOf } from './prepare-batch';
import { checkTransfers, foundTransfers, transferScript, transferWays } from './transfer-scripts';

export interface PaymentsArguments {
  rounds: number;
  /** how many lines a batch has, one measurement each */
  batches: readonly number[];
}

const CONNECTIONS = 16;
const SECONDS = 3;

/** Answers the part of W7 in the JSON line. */
export async function measurePayments(
  { rounds, batches }: PaymentsArguments,
  log: Log,
  say: (text: string) => void,
): Promise<unknown> {
  const { sql, secrets, addresses } = await prepareDatabase(log, 'S1');
  const program = findPgbench();
  if (!program) say('! 未找到 pgbench · pgbench was not found: W7 is told without its peer');
  await foundTransfers(sql);
  const folder = mkdtempSync(join(tmpdir(), 'bench-payments-'));
  onShutdown('payment scripts', () => rmSync(folder, { recursive: true, force: true }));
  const databaseUrl = rawUrl({ secrets, addresses });
  const peer = async (way: (typeof transferWays)[number], seed: number): Promise<number> => {
    if (!program) return Number.NaN;
    const script = join(folder, `${way}.sql`);
    writeFileSync(script, transferScript(way));
    const run = { program, databaseUrl, script, connections: CONNECTIONS, seconds: SECONDS, seed };
    return (await runPgbench(run)).perSecond;
  };
  const told: unknown[] = [];
  for (const lines of batches) {
    const figures = new Map<string, number[]>();
    const keep = (what: string, figure: number) => figures.set(what, [...(figures.get(what) ?? []), figure]);
    for (let round = 0; round < rounds; round++) {
      const ours = await payBoth(sql, lines);
      for (const [what, perSecond] of Object.entries(ours)) keep(what, perSecond);
      for (const way of transferWays) {
        const theirs = await peer(way, round + 1);
        keep(`PGB ${way}`, theirs);
        for (const [what, perSecond] of Object.entries(ours)) keep(`${what} ÷ ${way}`, perSecond / theirs);
      }
    }
    const row = Object.fromEntries([...figures].map(([what, all]) => [what, median(all)]));
    told.push({ lines, ...row });
    say(
      `W7 ${lines} 笔 lines: ${Object.entries(row)
        .map(([what, figure]) => `${what} ${figure.toFixed(figure < 1000 ? 1 : 0)}`)
        .join(' · ')}`,
    );
  }
  await checkTransfers(sql);
  const broken = await checkLedger(sql);
  if (broken.length > 0) throw new Error(`the books do not hold after W7: ${broken[0]?.says}`);
  return told;
}

/** Lines a second: of the payment alone, of asking, ordering and paying, and card by card with a journal a line. */
async function payBoth(sql: Client, lines: number): Promise<Record<string, number>> {
  const whole = await prepareBatch(sql, lines);
  const orderedIn = await timed(() =>
    verdictOf(sql, 'select funds.issue_payment_order($1::uuid, gen_random_uuid(), $1::text) as verdict', [whole.id]),
  );
  const paidIn = await timed(() =>
    verdictOf(sql, 'select funds.pay_disbursement($1, gen_random_uuid()) as verdict', [whole.id]),
  );
  const cards = await prepareBatch(sql, lines);
  const cardsIn = await timed(() =>
    sql.query(
      'select funds.pay_lines(array_agg(l.id order by l.id), array_agg(gen_random_uuid())) from funds.disbursement_line l where l.disbursement_id = $1',
      [cards.id],
    ),
  );
  return {
    paid: (lines * 1000) / paidIn,
    'asked, ordered and paid': (lines * 1000) / (paidIn + orderedIn + whole.appliedIn),
    'by card': (lines * 1000) / cardsIn,
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}
