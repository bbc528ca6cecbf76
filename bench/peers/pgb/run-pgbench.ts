// Runs a script of pgbench once, and reads what it says: the peer of everything that is one transaction in SQL.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

export interface PgbenchRun {
  program: string;
  /** of the role that runs the script */
  databaseUrl: string;
  /** a file with one transaction in pgbench's own language */
  script: string;
  connections: number;
  /** that count; before them runs one in which connections and plans are made */
  seconds: number;
  /** the same seed draws the same random numbers */
  seed: number;
  /** numbers that the script may use as `:name` */
  variables?: Readonly<Record<string, number>>;
}

export interface PgbenchFigures {
  transactions: number;
  failed: number;
  perSecond: number;
  /** milliseconds of a transaction on average: pgbench tells no quantiles */
  latency: number;
}

const WARM_SECONDS = 1;

export class PgbenchFailed extends Error {}

/** pgbench takes whole seconds only, and tells how it went in each. */
export function pgbenchArguments({ script, connections, seconds, seed, variables = {} }: PgbenchRun): string[] {
  return [
    '--no-vacuum',
    '--protocol=prepared',
    `--client=${connections}`,
    `--jobs=${Math.min(connections, availableParallelism())}`,
    `--time=${WARM_SECONDS + Math.max(1, Math.ceil(seconds))}`,
    '--progress=1',
    `--random-seed=${seed}`,
    ...Object.entries(variables).map(([name, value]) => `--define=${name}=${value}`),
    `--file=${script}`,
  ];
}

/** `told` is its progress on the standard error: "progress: 2.0 s, 812.0 tps, lat 1.232 ms stddev 0.300, 0 failed". */
export function readPgbench(output: string, told: string): PgbenchFigures {
  const numberAfter = (pattern: RegExp): number => {
    const found = pattern.exec(output)?.[1];
    if (found === undefined)
      throw new PgbenchFailed(`pgbench 的输出无法读懂 · pgbench says something else:\n${output}`);
    return Number(found);
  };
  const seconds = [...told.matchAll(/^progress: [\d.]+ s, ([\d.]+) tps, lat ([\d.]+) ms/gm)].slice(WARM_SECONDS);
  const mean = (place: 1 | 2) => seconds.reduce((sum, each) => sum + Number(each[place]), 0) / seconds.length;
  return {
    transactions: numberAfter(/number of transactions actually processed: (\d+)/),
    failed: /number of failed transactions:/.test(output) ? numberAfter(/number of failed transactions: (\d+)/) : 0,
    // The last second is not always told of; a run too short for any other is taken as a whole.
    perSecond: seconds.length > 0 ? mean(1) : numberAfter(/tps = ([\d.]+) \(/),
    latency: seconds.length > 0 ? mean(2) : numberAfter(/latency average = ([\d.]+) ms/),
  };
}

export async function runPgbench(run: PgbenchRun): Promise<PgbenchFigures> {
  const url = new URL(run.databaseUrl);
  const { PATH, HOME, LANG } = process.env;
  // By environment: a password on a command line is there for everybody to read. Its words are read, so they are English.
  const env = {
    ...{ PATH, HOME, LANG, LC_ALL: 'C' },
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: url.pathname.slice(1),
  };
  const child = spawn(run.program, pgbenchArguments(run), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', wrong: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.wrong += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new PgbenchFailed(`pgbench (${code}): ${said.wrong.slice(-2000)}`);
  return readPgbench(said.out, said.wrong);
}
