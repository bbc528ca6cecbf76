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

export class PgbenchFailed extends Error {}

/** pgbench takes whole seconds only. */
export function pgbenchArguments({ script, connections, seconds, seed, variables = {} }: PgbenchRun): string[] {
  return [
    '--no-vacuum',
    '--protocol=prepared',
    `--client=${connections}`,
    `--jobs=${Math.min(connections, availableParallelism())}`,
    `--time=${Math.max(1, Math.round(seconds))}`,
    `--random-seed=${seed}`,
    ...Object.entries(variables).map(([name, value]) => `--define=${name}=${value}`),
    `--file=${script}`,
  ];
}

export function readPgbench(output: string): PgbenchFigures {
  const numberAfter = (pattern: RegExp): number => {
    const found = pattern.exec(output)?.[1];
    if (found === undefined)
      throw new PgbenchFailed(`pgbench 的输出无法读懂 · pgbench says something else:\n${output}`);
    return Number(found);
  };
  return {
    transactions: numberAfter(/number of transactions actually processed: (\d+)/),
    failed: /number of failed transactions:/.test(output) ? numberAfter(/number of failed transactions: (\d+)/) : 0,
    perSecond: numberAfter(/tps = ([\d.]+) \((?:without initial connection time|excluding connections establishing)\)/),
    latency: numberAfter(/latency average = ([\d.]+) ms/),
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
  return readPgbench(said.out);
}
