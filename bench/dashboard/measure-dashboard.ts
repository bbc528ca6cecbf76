// W6, dashboards: the kept sums of villages beside one live GROUP BY over the facts, the same writes with and without keeping them, and how far behind they are.
import type { Client } from 'pg';
import type { Log } from '#platform/process/log';
import { REGION_DISBURSED } from '../../services/funds/disbursement/region-funds.query';
import { monthlyVisitsOfRegions, statesOfRegions } from '../../services/households/region-summary/region-summary.query';
import { prepareDatabase, type Size } from '../ground/prepare-database';
import { liveDisbursed, liveStates, liveVisits } from './live-sums';
import { measureClosing } from './measure-closing';

export interface DashboardArguments {
  size: Size;
  rounds: number;
}

const FIRSTS = ['2018-01-01', '2018-02-01', '2018-03-01'];

/** A row for each region and month of the quarter, as the loader asks. */
const disbursedOf = (ids: readonly string[]) => {
  const each = ids.flatMap((id) => FIRSTS.map((first) => ({ id, month: first.slice(0, 7) })));
  return [each.map(({ id }) => id), each.map(() => '2018Q1'), each.map(({ month }) => month)];
};

interface Asked {
  sql: string;
  parameters: unknown[];
}
interface Figure {
  what: string;
  ratio: number;
  least: number;
  most: number;
}

const UNTILS = ['2018-02-01', '2018-03-01', '2018-04-01'];
const READS = 5;
const WRITES = 200;

/** Answers the part of W6 in the JSON line. */
export async function measureDashboard(
  { size, rounds }: DashboardArguments,
  log: Log,
  say: (text: string) => void,
): Promise<unknown> {
  const { sql, secrets, addresses } = await prepareDatabase(log, size);
  await sql.query('vacuum analyze');
  const { rows: regions } = await sql.query<{ id: string; path: string }>(
    `select region_id as id, path from households.scope where kind = 'city' order by path limit 1`,
  );
  const ids = regions.map(({ id }) => id);
  const bounds = [ids, regions.map(({ path }) => path), regions.map(({ path }) => `${path.slice(0, -1)}0`)];
  const visits = [...bounds, FIRSTS, UNTILS, 'household-visit-monthly'];
  const pairs: [string, Asked, Asked][] = [
    [
      'states',
      { sql: statesOfRegions, parameters: [...bounds, 2018] },
      { sql: liveStates, parameters: [...bounds, 2018] },
    ],
    ['visits', { sql: monthlyVisitsOfRegions, parameters: visits }, { sql: liveVisits, parameters: visits }],
    [
      'disbursed',
      { sql: REGION_DISBURSED, parameters: [...disbursedOf(ids), '', '1'] },
      { sql: liveDisbursed, parameters: [...bounds, '2018-01-01', '2018-04-01'] },
    ],
  ];
  const reads: Figure[] = [];
  for (const [what, kept, live] of pairs)
    reads.push(
      await ratioOf(
        what,
        rounds,
        () => read(sql, live),
        () => read(sql, kept),
      ),
    );
  const behind = await staleness(sql, pairs.slice(0, 2));
  const writes = await ratioOf(
    'visits told',
    rounds,
    () => writeVisits(sql, true),
    () => writeVisits(sql, false),
  );
  for (const { what, ratio, least, most } of reads)
    say(`W6 ${size} read ${what}: live ÷ kept ${ratio.toFixed(1)} (${least.toFixed(1)}–${most.toFixed(1)})`);
  say(
    `W6 ${size} write: with ÷ without sums ${writes.ratio.toFixed(2)} (${writes.least.toFixed(2)}–${writes.most.toFixed(2)}), statements alone, without commit`,
  );
  say(`W6 ${size} staleness: ${behind} rows differ`);
  const closing = await measureClosing(sql, { secrets, addresses }, rounds);
  say(
    `W6 ${size} closing a quarter, ${closing.peers} peers: ${closing.ours.toFixed(0)} ms, one statement by hand ${closing.raw.toFixed(0)} ms, raw ÷ ours ${closing.ratio.toFixed(2)} (${closing.least.toFixed(2)}–${closing.most.toFixed(2)})`,
  );
  return { reads, writes, staleness: behind, closing };
}

async function read(sql: Client, { sql: text, parameters }: Asked): Promise<number> {
  const before = process.hrtime.bigint();
  for (let at = 0; at < READS; at++) await sql.query(text, parameters);
  return Number(process.hrtime.bigint() - before);
}

/** One visit a statement, taken back in the end: what is timed is the statement with all that it moves. */
async function writeVisits(sql: Client, kept: boolean): Promise<number> {
  await sql.query('begin');
  try {
    if (!kept) await sql.query('alter table households.visit disable trigger sum_visits');
    const { rows } = await sql.query<{ id: string }>('select id from households.household order by id limit $1', [
      WRITES,
    ]);
    const before = process.hrtime.bigint();
    for (const { id } of rows)
      await sql.query(
        `insert into households.visit (id, household_id, region_id, path, helper_id, visited_on, met, content, measure, recorded_by)
         select gen_random_uuid(), h.id, h.region_id, h.path, h.id, '2018-12-03', '户主', '走访', 'policy-briefing', h.id
         from households.household h where h.id = $1`,
        [id],
      );
    return Number(process.hrtime.bigint() - before);
  } finally {
    await sql.query('rollback');
  }
}

async function staleness(sql: Client, pairs: [string, Asked, Asked][]): Promise<number> {
  let differing = 0;
  for (const [, kept, live] of pairs) {
    const told = async ({ sql: text, parameters }: Asked) =>
      new Set((await sql.query(text, parameters)).rows.map((row) => JSON.stringify(row)));
    const [one, other] = [await told(kept), await told(live)];
    differing += [...one].filter((row) => !other.has(row)).length + [...other].filter((row) => !one.has(row)).length;
  }
  return differing;
}

/** The ratio is taken within each round; the median of the rounds is told with the least and the most. */
async function ratioOf(
  what: string,
  rounds: number,
  above: () => Promise<number>,
  below: () => Promise<number>,
): Promise<Figure> {
  const ratios: number[] = [];
  await above();
  await below();
  for (let round = 0; round < rounds; round++) ratios.push((await above()) / (await below()));
  ratios.sort((a, b) => a - b);
  const at = (place: number) => ratios[place] ?? 0;
  return { what, ratio: at(Math.floor(ratios.length / 2)), least: at(0), most: at(ratios.length - 1) };
}
