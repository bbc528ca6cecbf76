// `npm run bench`: this project beside its peers, on the same database and machine, in interleaved rounds; what counts is the ratio.
import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { createLog } from '#platform/process/log';
import { isShuttingDown, shutDown } from '#platform/process/shutdown';
import { AlreadyRunning } from '#platform/process/single-instance';
import { prng } from '../data/generate/prng';
import { tokenSigner } from '../services/organisation/token-signer';
import { drawGround } from './ground/draw-ground';
import { lightTowns } from './ground/light-towns';
import { prepareDatabase } from './ground/prepare-database';
import { BodiesDiffer, compareBodies } from './measure/compare-bodies';
import { jsonOf, type Measurement, printTable } from './measure/print-table';
import { type MeasuredSide, runRounds } from './measure/run-rounds';
import { serverCpu } from './measure/server-cpu';
import { peerNames, sideKinds } from './peers/all-peers';
import { Child } from './process/child';
import { readArguments, WrongArguments } from './read-arguments';
import type { SideSetup } from './serve-graph';
import { isUnderLoad, runUnderLoad } from './under-load/run-under-load';
import type { Ground, SideName } from './workload';

const SEED = 371_200;
const say = (text: string) => process.stdout.write(`${text}\n`);

async function openSide(name: SideName, setup: SideSetup): Promise<Omit<MeasuredSide, 'shots'>> {
  const child = new Child(name, sideKinds[name].file);
  const url = await child.ask<string>('open', setup);
  return { name, child, origin: new URL('/', url).href };
}

async function main(): Promise<void> {
  const [verb] = process.argv.slice(2);
  if (isUnderLoad(verb)) return runUnderLoad(verb);
  const { workloads, rounds, seconds, connections, questions, json } = readArguments(process.argv.slice(2));
  const log = createLog('bench', { level: 'warn' });
  const { sql, secrets, addresses } = await prepareDatabase(log);
  const setup = { secrets, addresses };
  const graph = await openSide('graph', setup);
  await lightTowns(`${graph.origin}graphql`);
  const sides = [graph, ...(await Promise.all(peerNames.map((name) => openSide(name, setup))))];
  const ground = await drawGround(sql, `${graph.origin}graphql`);
  // After the lights were written, so that the planner knows all tables as they stay.
  await sql.query('vacuum analyze');
  const load = new Child('load', 'bench/measure/generate-load.js');

  const signer = tokenSigner(secrets.token.privateKey, { issuer: 'organisation', audience: 'graph' });
  const freshTokens = (users: Ground['users']) =>
    Promise.all(
      users.map(async ({ personId, sessionId }) => (await signer.sign(personId, sessionId, new Date())).token),
    );
  const databaseCpu = await serverCpu(sql);
  const { rows } = await sql.query<{ version: string }>(`select current_setting('server_version') as version`);
  say(
    `Node ${process.versions.node} · PostgreSQL ${rows[0]?.version} · ${availableParallelism()} 核 cores · S1: ${ground.households.length} 户 households · ` +
      `${ground.users.length} 个会话 sessions · ${questions} 问 questions · ${rounds} × ${seconds} s`,
  );
  const [busy = 0] = loadavg();
  if (busy > availableParallelism() / 2)
    say(
      `! 本机另有负载 · the machine is busy with other things (load average ${busy.toFixed(1)}): expect a wide spread`,
    );

  const measurements: Measurement[] = [];
  for (const workload of workloads) {
    const drawn = workload.draw(ground, prng(SEED, workload.name), questions);
    const shots = await compareBodies(workload, sides, drawn, await freshTokens(ground.users));
    const measured = sides.map((side) => ({ ...side, shots: shots.get(side.name) ?? [] }));
    for (const count of connections) {
      const options = { rounds, seconds, connections: count, load, databaseCpu, freshTokens, users: ground.users };
      const figures = await runRounds(measured, options);
      const measurement = { workload: workload.name, title: workload.title, connections: count, figures };
      measurements.push(measurement);
      say(printTable(measurement));
    }
  }
  say(
    `\n  ratio：本项目 ÷ 对照，大于 1 为更快；每轮成对相除，取中位数 · this project ÷ peer, above 1 is faster; median of the rounds' ratios`,
  );
  say(`  ${Math.round(performance.now() / 1000)} s`);
  if (json) say(jsonOf(measurements));
}

let finished = false;
// Ctrl-C ends in good order, but a run that was cut short has measured nothing.
process.once('exit', (code) => {
  if (!finished && code === 0) process.exitCode = 130;
});

main().then(
  async () => {
    finished = true;
    process.exit(await shutDown());
  },
  async (error: Error) => {
    const isTold = [WrongArguments, AlreadyRunning, BodiesDiffer].some((kind) => error instanceof kind);
    // Under Ctrl-C the processes go away beneath a question that is still open: that is no fault.
    if (!isShuttingDown()) process.stderr.write(`✗ ${isTold ? error.message : error.stack}\n`);
    process.exit((await shutDown()) || 1);
  },
);
