// The peer PGB: RAW's statements from pgbench, without HTTP, tokens or Node; the floor under what a server can answer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';
import { onShutdown } from '#platform/process/shutdown';
import { subtreeOf } from '#platform/vocabulary/region';
import { BodiesDiffer } from '../../measure/compare-bodies';
import type { MeasuredSide } from '../../measure/run-rounds';
import type { Canonical, Ground, Question, Workload } from '../../workload';
import { RAW_LOGIN, RAW_REGION } from '../raw/found-raw-roles';
import { pgbStatements } from './pgb-statements';
import { runPgbench } from './run-pgbench';
import { writeScript } from './write-script';

export interface PgbSetup {
  program: string;
  /** of the migrator, who keeps the questions in a table */
  sql: Client;
  /** of RAW's login */
  databaseUrl: string;
  ground: Ground;
}

/** Answers the side, once every question was asked as pgbench will ask it and told the same as the other sides. */
export async function openPgb(
  { program, sql, databaseUrl, ground }: PgbSetup,
  workload: Workload,
  questions: readonly Question[],
  canonicals: readonly unknown[],
): Promise<MeasuredSide> {
  const { name } = workload;
  const statement = pgbStatements[name];
  if (!statement) throw new Error(`PGB has no statement for ${name}`);
  const paths = new Map(ground.regions.map(({ id, path }) => [id, path]));
  const asked = questions.map(async ({ user, variables }) => {
    const { path, personId } = ground.users[user] as Ground['users'][number];
    const range = subtreeOf(path);
    const values = await statement.parametersOf(variables, { range, pathOf: async (id) => paths.get(id) ?? null });
    return { scope: [RAW_REGION, range.lo, range.hi, personId, ''], values: values.map(String) };
  });
  const rows = await Promise.all(asked);
  const parameters = rows[0]?.values.length ?? 0;
  await keepQuestions(sql, name, rows);
  await compareAnswers(databaseUrl, workload, statement.text, rows, canonicals);

  const folder = mkdtempSync(join(tmpdir(), 'bench-pgb-'));
  onShutdown('pgbench script', () => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, `${name}.sql`);
  writeFileSync(script, writeScript(name, statement.text, rows.length, parameters));
  return {
    name: 'PGB',
    processes: [],
    async run({ connections, milliseconds, from }) {
      const run = { program, databaseUrl, script, connections, seconds: milliseconds / 1000, seed: from + 1 };
      const { transactions, failed, perSecond } = await runPgbench(run);
      if (failed > 0) throw new Error(`PGB: ${failed} transactions failed`);
      return { requests: transactions, seconds: transactions / perSecond, latencies: [], wrong: 0 };
    },
  };
}

interface Row {
  scope: string[];
  values: string[];
}

const MOST_PARAMETERS = 8;

async function keepQuestions(sql: Client, workload: string, rows: readonly Row[]): Promise<void> {
  const columns = Array.from({ length: MOST_PARAMETERS }, (_, at) => `p${at + 1}`);
  await sql.query(`create schema if not exists bench_peers;
    create table if not exists bench_peers.question (workload text, n int, role text, lo text, hi text, person text, unit text,
      ${columns.map((name) => `${name} text`).join(', ')}, primary key (workload, n));
    grant usage on schema bench_peers to ${RAW_LOGIN};
    grant select on bench_peers.question to ${RAW_LOGIN}`);
  await sql.query('delete from bench_peers.question where workload = $1', [workload]);
  const all = rows.map(({ scope, values }, at) => {
    const [role, lo, hi, person, unit] = scope;
    const parameters = Object.fromEntries(values.map((value, place) => [`p${place + 1}`, value]));
    return { workload, n: at + 1, role, lo, hi, person, unit, ...parameters };
  });
  await sql.query(
    'insert into bench_peers.question select * from json_populate_recordset(null::bench_peers.question, $1)',
    [JSON.stringify(all)],
  );
  await sql.query('vacuum analyze bench_peers.question');
}

async function compareAnswers(
  databaseUrl: string,
  workload: Workload,
  text: string,
  rows: readonly Row[],
  canonicals: readonly unknown[],
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const settings = ['role', 'scope.lo', 'scope.hi', 'scope.person', 'scope.unit'];
  const scope = `select ${settings.map((name, at) => `set_config('${name}', $${at + 1}, true)`).join(', ')}`;
  for (const [at, row] of rows.entries()) {
    await client.query('begin read only');
    await client.query(scope, row.scope);
    const { rows: answers } = await client.query<{ body: string }>(text, row.values);
    await client.query('commit');
    const told = (workload.canonical.RAW as Canonical)(JSON.parse(answers[0]?.body ?? 'null'));
    if (!isDeepStrictEqual(told, canonicals[at]))
      throw new BodiesDiffer(`${workload.name}: PGB 的答复不同 · answers question ${at} differently`);
  }
  await client.end();
}
