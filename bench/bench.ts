// `npm run bench`: this project beside its peers, on the same database and machine, in interleaved rounds; what counts is the ratio.
import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { createLog, type Log } from '#platform/process/log';
import { isShuttingDown, shutDown } from '#platform/process/shutdown';
import { AlreadyRunning } from '#platform/process/single-instance';
import { prng } from '../data/generate/prng';
import { tokenSigner } from '../services/organisation/token-signer';
import { drawGround } from './ground/draw-ground';
import { lightTowns } from './ground/light-towns';
import { prepareDatabase } from './ground/prepare-database';
import { BodiesDiffer, compareBodies } from './measure/compare-bodies';
import { jsonOf, type Measurement, printTable } from './measure/print-table';
import { cpuOf } from './measure/process-cpu';
import { runRounds, WrongAnswers, warmUp } from './measure/run-rounds';
import { serverCpu } from './measure/server-cpu';
import { type Apart, measureApart } from './measure-apart';
import { sideKinds } from './peers/all-peers';
import { findPgbench } from './peers/pgb/find-pgbench';
import { openPgb } from './peers/pgb/open-pgb';
import { foundPgrSchema } from './peers/pgr/pgr-schema';
import { rawUrl } from './peers/raw/found-raw-roles';
import { Child } from './process/child';
import { installPeerPackages, isOldNode, runUnderPeerNode, whyNoPeerNode } from './process/peer-node';
import { type Arguments, readArguments, WrongArguments } from './read-arguments';
import { chooseSides, servedFor } from './sides/choose-sides';
import { openSides } from './sides/open-sides';
import { type LoadSource, measuredSide, type ServedSide } from './sides/served-side';
import { versionsOf } from './sides/versions-of';
import { isUnderLoad, runUnderLoad } from './under-load/run-under-load';
import type { Ground, SideName, Workload } from './workload';

const SEED = 371_200;
const WARM = { connections: 16, milliseconds: 5000, from: 0 };
const say = (text: string) => process.stdout.write(`${text}\n`);

interface Ready {
  sides: Map<Workload, SideName[]>;
  pgbench: string | null;
}

/** What can take part of what was asked for: a peer that is not there is told of, and the run goes on without it. */
function readySides(asked: Arguments): Ready {
  const chosen = new Map(asked.workloads.map((workload) => [workload, chooseSides(workload, asked)]));
  const all = new Set([...chosen.values()].flat());
  const missing = new Set<SideName>();
  const leaveOut = (names: SideName[], why: string) => {
    for (const name of names) missing.add(name);
    if (names.length > 0) say(`! ${why}\n! 略去 · left out: ${names.join(', ')}`);
  };
  const pgbench = all.has('PGB') ? findPgbench() : null;
  if (all.has('PGB') && !pgbench)
    leaveOut(['PGB'], '未找到 pgbench · pgbench was not found; on Debian: apt-get install postgresql-contrib');
  const packaged = [...all].filter((name) => name !== 'PGB' && sideKinds[name].fromPackages);
  const problem = packaged.length > 0 ? (installPeerPackages() ?? (isOldNode() ? whyNoPeerNode() : null)) : null;
  if (problem) leaveOut(packaged, problem);
  return {
    pgbench,
    sides: new Map([...chosen].map(([workload, names]) => [workload, names.filter((name) => !missing.has(name))])),
  };
}

async function measure(asked: Arguments, log: Log, apart: Apart['told']): Promise<void> {
  const { rounds, seconds, connections, questions, json } = asked;
  const { sides, pgbench } = readySides(asked);
  const { sql, secrets, addresses } = await prepareDatabase(log);
  if ([...sides.values()].some((names) => names.includes('PGR'))) await foundPgrSchema(sql);
  const open = await openSides(servedFor([...sides.values()].flat()), { secrets, addresses });
  const graph = `${open.get('graph')?.origin}graphql`;
  await lightTowns(graph);
  const ground = await drawGround(sql, graph);
  // After the lights were written, so that the planner knows all tables as they stay.
  await sql.query('vacuum analyze');
  const signer = tokenSigner(secrets.token.privateKey, { issuer: 'organisation', audience: 'graph' });
  const freshTokens = (users: Ground['users']) =>
    Promise.all(
      users.map(async ({ personId, sessionId }) => (await signer.sign(personId, sessionId, new Date())).token),
    );
  const source: LoadSource = {
    load: new Child('load', 'bench/measure/generate-load.js'),
    freshTokens,
    users: ground.users,
  };
  const beside = { postgres: await serverCpu(sql), load: () => cpuOf(source.load.pid) };
  const { rows } = await sql.query<{ version: string }>(`select current_setting('server_version') as version`);
  say(
    `${[`Node ${process.versions.node}`, `PostgreSQL ${rows[0]?.version}`, ...versionsOf([...sides.values()].flat(), pgbench)].join(' · ')}\n` +
      `${availableParallelism()} 核 cores · S1: ${ground.households.length} 户 households · ${ground.users.length} 个会话 sessions · ` +
      `${questions} 问 questions · ${rounds} × ${seconds} s`,
  );
  sayIfBusy();

  const measurements: Measurement[] = [];
  for (const [workload, names] of sides) {
    const drawn = workload.draw(ground, prng(SEED, workload.name), questions);
    const served = names.flatMap((name) => (name === 'PGB' ? [] : [open.get(name) as ServedSide]));
    const { shots, canonicals } = await compareBodies(workload, served, drawn, await freshTokens(ground.users));
    const measured = served.map((side) => measuredSide(side, shots.get(side.name) ?? [], source));
    await warmUp(measured, WARM);
    if (pgbench && names.includes('PGB')) {
      const setup = { program: pgbench, sql, databaseUrl: rawUrl({ secrets, addresses }), ground };
      measured.push(await openPgb(setup, workload, drawn, canonicals));
    }
    for (const count of connections) {
      const figures = await runRounds(measured, { rounds, milliseconds: seconds * 1000, connections: count, beside });
      const measurement = { workload: workload.name, title: workload.title, connections: count, figures };
      measurements.push(measurement);
      say(printTable(measurement));
    }
  }
  say(
    `\n  ÷：本项目 ÷ 对照，大于 1 为更快；每轮成对相除，取中位数 · this project ÷ peer, above 1 is faster; median of the rounds' ratios`,
  );
  say(`  ${Math.round(performance.now() / 1000)} s`);
  if (json) say(JSON.stringify({ ...JSON.parse(jsonOf(measurements)), ...apart }));
}

function sayIfBusy(): void {
  const [busy = 0] = loadavg();
  if (busy > availableParallelism() / 2)
    say(
      `! 本机另有负载 · the machine is busy with other things (load average ${busy.toFixed(1)}): expect a wide spread`,
    );
}

/** The exit code of the run that the Node of the peers made instead, or null when this one is to measure. */
async function elsewhere(): Promise<number | null> {
  if (!isOldNode()) return null;
  const problem = installPeerPackages() ?? whyNoPeerNode();
  if (problem === null) return runUnderPeerNode();
  say(`! ${problem}\n! 本次使用 · this run uses Node ${process.versions.node}`);
  return null;
}

async function main(): Promise<number | null> {
  const given = process.argv.slice(2);
  const [verb] = given;
  if (isUnderLoad(verb)) {
    await runUnderLoad(verb);
    return null;
  }
  const code = await elsewhere();
  if (code !== null) return code;
  const log = createLog('bench', { level: 'warn' });
  const { rest, isAll, told } = await measureApart(given, log, say);
  if (isAll) say(JSON.stringify(told));
  else await measure(readArguments(rest), log, told);
  return null;
}

let finished = false;
// Ctrl-C ends in good order, but a run that was cut short has measured nothing.
process.once('exit', (code) => {
  if (!finished && code === 0) process.exitCode = 130;
});

main().then(
  async (code) => {
    finished = true;
    process.exit((await shutDown()) || (code ?? 0));
  },
  async (error: Error) => {
    const isTold = [WrongArguments, AlreadyRunning, BodiesDiffer, WrongAnswers].some((kind) => error instanceof kind);
    // Under Ctrl-C the processes go away beneath a question that is still open: that is no fault.
    if (!isShuttingDown()) process.stderr.write(`✗ ${isTold ? error.message : error.stack}\n`);
    process.exit((await shutDown()) || 1);
  },
);
