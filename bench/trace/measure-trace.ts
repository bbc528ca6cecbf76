// How long a trace of money takes among a million lots: of a payment, of an ordinary notice, and of one that reaches a hundred thousand cards, through the subgraph as its officers ask.
import { Client } from 'pg';
import { newId } from '#platform/database/new-id';
import type { Log } from '#platform/process/log';
import type { Caller } from '#platform/vocabulary/caller';
import { openInProcess } from '../../start/open-in-process';
import { prepareDatabase } from '../ground/prepare-database';
import { quantile } from '../measure/statistics';
import { drawCallers } from '../scope/draw-callers';
import { growLots } from './grow-lots';

const SCRATCH = 'trace_scratch';
const TRACE = `query($from: TraceFromInput!, $direction: TraceDirection) {
  fundTrace(from: $from, direction: $direction, first: 50) { nodes { id label cameIn wentOn stays count } links { fromId toId amount } more { kind left } }
}`;
const FLOW = `query($year: Int!, $regionId: ID!) { fundFlow(year: $year, regionId: $regionId) { nodes { id amount } links { amount } } }`;

export async function measureTrace(
  { lots }: { lots: number },
  log: Log,
  say: (text: string) => void,
): Promise<unknown> {
  const database = await prepareDatabase(log, 'S1');
  if (!database.superuserUrl) throw new Error('lots of nobody are put into the embedded server only');
  const drawn = await drawCallers(database.sql, 'S1');
  const callers = Object.fromEntries(drawn.map(({ name, caller }) => [name, caller])) as Record<string, Caller>;
  const cityId = drawn.find(({ name }) => name === 'city')?.regionId as string;
  const source = new URL(database.addresses.databaseUrl).pathname.slice(1);
  await database.sql.end();
  const root = new Client({ connectionString: database.superuserUrl.replace(/\/[^/]*$/, '/postgres') });
  await root.connect();
  await root.query(`drop database if exists ${SCRATCH} with (force)`);
  await root.query(`create database ${SCRATCH} template "${source}"`);
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${SCRATCH}`);
  const sql = new Client({ connectionString: at(database.superuserUrl) });
  await sql.connect();
  const begun = performance.now();
  const grown = await growLots(sql, lots);
  await sql.end();
  say(`${grown.lots} 批次 lots · ${grown.lines} 笔 payments · ${Math.round((performance.now() - begun) / 1000)} s`);
  const addresses = { ...database.addresses, databaseUrl: at(database.addresses.databaseUrl) };
  const { funds, ...others } = await openInProcess(database.secrets, addresses, log);
  const timed = async (who: string, query: string, variables: Record<string, unknown>): Promise<number> => {
    const before = performance.now();
    const { data, errors } = await funds.execute(
      { query, variables },
      { ...(callers[who] as Caller), sessionId: newId(), operationId: newId() },
    );
    if (errors?.[0] || !data || Object.values(data).includes(null))
      throw new Error(errors?.[0]?.message ?? 'nothing was told');
    return performance.now() - before;
  };
  const told: Record<string, unknown> = { lots: grown.lots, payments: grown.lines };
  const tell = (what: string, all: readonly number[]) => {
    const figure = { p50: Math.round(quantile(all, 0.5) * 10) / 10, p99: Math.round(quantile(all, 0.99) * 10) / 10 };
    told[what] = figure;
    say(`${what}: p50 ${figure.p50} ms · p99 ${figure.p99} ms (${all.length})`);
  };
  const each = async (who: string, query: string, all: readonly Record<string, unknown>[]) => {
    const times: number[] = [];
    for (const variables of all) times.push(await timed(who, query, variables));
    return times;
  };
  const from = (kind: string, id: string, direction = 'both') => ({ from: { kind, id }, direction });
  const payments = grown.payments.map((id) => from('payment', id));
  const back = grown.payments.map((id) => from('payment', id, 'back'));
  const notices = grown.notices.map((id) => from('allotment', id));
  await each('city', TRACE, payments.slice(0, 20));
  tell('payment, both ways', await each('city', TRACE, payments));
  tell('payment, back', await each('city', TRACE, back));
  tell('notice', await each('city', TRACE, notices));
  const big = Array.from({ length: 12 }, () => from('allotment', grown.bigNotice));
  tell(`notice of ${grown.bigLines} cards`, await each('city', TRACE, big));
  tell(`the same, as a district`, await each('district', TRACE, big.slice(0, 6)));

  const flows = Array.from({ length: 6 }, () => ({ year: 2018, regionId: cityId }));
  tell('flow of a year', await each('city', FLOW, flows));
  for (const subgraph of [funds, ...Object.values(others)]) await subgraph.close();
  await root.query(`drop database ${SCRATCH} with (force)`);
  await root.end();
  return told;
}
