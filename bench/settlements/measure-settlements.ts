// W8, one-stop settlement: 64 at once, patients as Zipf draws them, 2 % of keys twice, 5 % of patients with caps used up; beside the same logic in SQL from pgbench.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#platform/database/new-id';
import type { OpenSubgraph } from '#platform/graph/subgraph';
import type { Log } from '#platform/process/log';
import type { Caller } from '#platform/vocabulary/caller';
import { environmentOf } from '../../start/environment';
import { openInProcess } from '../../start/open-in-process';
import { prepareDatabase } from '../ground/prepare-database';
import { findPgbench } from '../peers/pgb/find-pgbench';
import { runPgbench } from '../peers/pgb/run-pgbench';
import { checkYears, drawEncounters, drawHeavy, hospitalGround } from './draw-encounters';
import { foundSettlingPeer, settleScript } from './settling-peer';

const CONNECTIONS = 64;
const AGAIN = 50;
const SETTLE = `mutation($id: ID!, $key: String!) { settleStay(stayId: $id, idempotencyKey: $key) { id patientPays } }`;

export interface SettlementArguments {
  rounds: number;
  seconds: number;
}

interface Round {
  ours: number;
  peer: number | null;
  p99: number;
  latency: number | null;
}

/** Answers the part of W8 in the JSON line. */
export async function measureSettlements(
  { rounds, seconds }: SettlementArguments,
  log: Log,
  say: (text: string) => void,
): Promise<unknown> {
  const { sql, secrets, addresses } = await prepareDatabase(log);
  const open = await openInProcess(secrets, addresses, log);
  const ground = await hospitalGround(sql);
  // Whose caps are used up, before anything is measured.
  await settleAtOnce(open.funds, ground.caller, await drawHeavy(sql, ground), 600);
  const pgbench = findPgbench();
  if (pgbench) await foundSettlingPeer(sql, addresses.rolePrefix);
  else say('! 未找到 pgbench · pgbench was not found: W8 has no peer');
  const folder = mkdtempSync(join(tmpdir(), 'bench-settle-'));
  const script = join(folder, 'settle.sql');
  writeFileSync(script, settleScript(addresses.rolePrefix, ground));
  const databaseUrl = environmentOf('funds', secrets, addresses).FUNDS_DATABASE_URL as string;
  // The database is kept: what an earlier run drew is there.
  const salt = newId();
  const told: Round[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const figure: Round = { ours: 0, peer: null, p99: 0, latency: null };
      const sides = [
        async () => {
          const stays = await drawEncounters(sql, ground, `ours-${salt}-${round}`, 1500 * seconds);
          Object.assign(figure, await settleAtOnce(open.funds, ground.caller, stays, seconds));
        },
        async () => {
          if (!pgbench) return;
          await drawEncounters(sql, ground, `peer-${salt}-${round}`, 4000 * (seconds + 1));
          const run = { program: pgbench, databaseUrl, script, connections: CONNECTIONS, seconds, seed: round + 1 };
          const { perSecond, failed, latency } = await runPgbench(run);
          if (failed > 0) throw new Error(`PGB: ${failed} settlements failed`);
          Object.assign(figure, { peer: perSecond, latency });
        },
      ];
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
      told.push(figure);
    }
    const years = await checkYears(sql);
    const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    const ratios = told.flatMap(({ ours, peer }) => (peer === null ? [] : [ours / peer]));
    const figures = {
      ours: Math.round(middle(told.map(({ ours }) => ours))),
      peer: Math.round(middle(told.flatMap(({ peer }) => peer ?? []))),
      ratio: middle(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      p99: middle(told.map(({ p99 }) => p99)),
      meanOfPeer: middle(told.flatMap(({ latency }) => latency ?? [])),
      wrongYears: years,
    };
    say(
      `W8 c=${CONNECTIONS}: ${figures.ours} settlements/s, PGB ${figures.peer}/s, ratio ${figures.ratio.toFixed(2)} (${figures.spread.map((each) => each.toFixed(2)).join('–')}) · p99 ${figures.p99.toFixed(0)} ms, PGB mean ${figures.meanOfPeer.toFixed(0)} ms · years that are not exact: ${years}`,
    );
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    for (const subgraph of Object.values(open)) await subgraph.close();
  }
}

/** Closed loops; one in fifty asks once more under the same key, and must be told the same settlement. */
async function settleAtOnce(
  funds: OpenSubgraph,
  caller: Caller,
  stays: readonly string[],
  seconds: number,
): Promise<{ ours: number; p99: number }> {
  const latencies: number[] = [];
  let at = 0;
  let settled = 0;
  const settle = async (id: string, key: string): Promise<string> => {
    const began = performance.now();
    const operation = { query: SETTLE, variables: { id, key } };
    const { data, errors } = await funds.execute(operation, { ...caller, operationId: randomUUID() });
    if (errors?.[0]) throw new Error(`W8: ${errors[0].message}`);
    latencies.push(performance.now() - began);
    return (data as { settleStay: { id: string } }).settleStay.id;
  };
  const began = performance.now();
  const until = began + seconds * 1000;
  const loop = async () => {
    while (performance.now() < until && at < stays.length) {
      const mine = at++;
      const [id, key] = [stays[mine] as string, `w8-${stays[mine]}`];
      const made = await settle(id, key);
      settled += 1;
      if (mine % AGAIN === 0 && (await settle(id, key)) !== made) throw new Error('W8: one key, two settlements');
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, loop));
  const took = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  return { ours: settled / took, p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0 };
}
