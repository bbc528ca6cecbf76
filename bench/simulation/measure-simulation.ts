// W12: a drafted policy simulated on past stays of a whole city, as its office asks for it: how long it takes, how much memory, and how free the process stays meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { newId } from '#platform/database/new-id';
import type { OpenSubgraph } from '#platform/graph/subgraph';
import type { Log } from '#platform/process/log';
import type { Caller } from '#platform/vocabulary/caller';
import { openInProcess } from '../../start/open-in-process';
import { prepareDatabase } from '../ground/prepare-database';
import { drawCallers } from '../scope/draw-callers';
import { putStays, takeStays } from './draw-stays';

export interface SimulationFigure {
  settlements: number;
  seconds: number[];
  perSecond: number;
  peakMiB: number;
  grownMiB: number;
  /** how long the event loop was held, at most and for 99 of 100 */
  heldMs: { most: number; p99: number };
}

const SIMULATE = `mutation($packId: ID!, $regionId: ID!) { simulatePolicy(packId: $packId, from: "2017-01-01", until: "2018-01-01", regionId: $regionId) { id } }`;
const SEEN = `query($id: ID!) { policySimulation(id: $id) { state failure stays done total } }`;
/** As a page that shows the progress would. */
const ASKED_EVERY_MS = 1000;

export async function measureSimulation(
  { settlements: wanted, rounds }: { settlements: number; rounds: number },
  log: Log,
  say: (text: string) => void,
): Promise<SimulationFigure> {
  const database = await prepareDatabase(log, 'S1');
  if (!database.superuserUrl) throw new Error('stays of nobody are put into the embedded server only');
  const sql = new Client({ connectionString: database.superuserUrl });
  await sql.connect();
  await takeStays(sql);
  const settlements = await putStays(sql, wanted);
  const { funds, ...others } = await openInProcess(database.secrets, database.addresses, log);
  const city = (await drawCallers(database.sql, 'S1')).find(({ name }) => name === 'city');
  const { rows } = await sql.query<{ id: string }>(
    `select id from funds.pack where kind = 'settlement-policy' and approved_at is not null order by effective_from limit 1`,
  );
  if (!city || !rows[0]) throw new Error('nobody is to ask, or nothing to be simulated');
  const asked = { packId: rows[0].id, regionId: city.regionId };
  const figure: SimulationFigure = {
    settlements,
    seconds: [],
    perSecond: 0,
    peakMiB: 0,
    grownMiB: 0,
    heldMs: { most: 0, p99: 0 },
  };
  for (let round = 0; round < rounds; round++) await timeOne(funds, city.caller, asked, figure);
  await takeStays(sql);
  await sql.end();
  for (const subgraph of [funds, ...Object.values(others)]) await subgraph.close();
  const middle = [...figure.seconds].sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  figure.perSecond = Math.round(settlements / middle);
  say(
    `W12 ${settlements} settlements: ${figure.seconds.map((each) => each.toFixed(1)).join(', ')} s (${figure.perSecond}/s) · RSS ${figure.peakMiB} MiB, +${figure.grownMiB} · ` +
      `event loop held ${figure.heldMs.most} ms at most, p99 ${figure.heldMs.p99} ms`,
  );
  return figure;
}

async function timeOne(
  funds: OpenSubgraph,
  who: Caller,
  asked: Record<string, string>,
  figure: SimulationFigure,
): Promise<void> {
  const caller = { ...who, sessionId: newId() };
  const ask = async <T>(query: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await funds.execute({ query, variables }, { ...caller, operationId: newId() });
    if (errors?.[0]) throw new Error(errors[0].message);
    return data as T;
  };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  const held = monitorEventLoopDelay({ resolution: 5 });
  held.enable();
  const begun = performance.now();
  const { simulatePolicy } = await ask<{ simulatePolicy: { id: string } }>(SIMULATE, asked);
  for (;;) {
    const { policySimulation: told } = await ask<{
      policySimulation: { state: string; failure: string; stays: number };
    }>(SEEN, { id: simulatePolicy.id });
    if (told.state === 'failed') throw new Error(`the simulation failed: ${told.failure}`);
    if (told.state === 'done') {
      if (told.stays < figure.settlements) throw new Error(`${told.stays} of ${figure.settlements} were settled anew`);
      break;
    }
    await pause(ASKED_EVERY_MS);
  }
  figure.seconds.push((performance.now() - begun) / 1000);
  held.disable();
  clearInterval(watch);
  const mib = (bytes: number) => Math.round(bytes / 1024 / 1024);
  figure.peakMiB = Math.max(figure.peakMiB, mib(peak));
  figure.grownMiB = Math.max(figure.grownMiB, mib(peak - before));
  figure.heldMs = {
    most: Math.max(figure.heldMs.most, Math.round(held.max / 1e6)),
    p99: Math.max(figure.heldMs.p99, Math.round(held.percentile(99) / 1e6)),
  };
}
