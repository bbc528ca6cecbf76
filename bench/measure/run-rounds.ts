// Rounds, interleaved: in each every side is measured in turn, and the side that begins changes from round to round.
import type { Child } from '../process/child';
import type { Ground, SideName } from '../workload';
import type { Load, Measured, Shot } from './generate-load';
import { median, quantile } from './statistics';

export interface MeasuredSide {
  name: SideName;
  origin: string;
  child: Child;
  shots: readonly Shot[];
}

export interface RoundsOptions {
  rounds: number;
  seconds: number;
  connections: number;
  load: Child;
  databaseCpu: () => number | null;
  /** tokens made now, by place of the user: none grows old during a long run */
  freshTokens: (users: Ground['users']) => Promise<string[]>;
  users: Ground['users'];
}

export interface SideFigures {
  perSecond: number[];
  p50: number;
  p99: number;
  /** milliseconds of CPU a request: medians of the rounds */
  cpu: { server: number; postgres: number | null; load: number };
}

const WARM_CONNECTIONS = 8;

interface Round extends Measured {
  cpu: { server: number; postgres: number | null; load: number };
}

export async function runRounds(
  sides: readonly MeasuredSide[],
  options: RoundsOptions,
): Promise<Map<SideName, SideFigures>> {
  const all = new Map<SideName, Round[]>(sides.map(({ name }) => [name, []]));
  // A busy round that does not count: connections, plans and compiled code are there when the first one begins.
  const warm = { ...options, connections: Math.max(options.connections, WARM_CONNECTIONS) };
  for (const side of sides) await runOne(side, warm, 0);
  for (let round = 0; round < options.rounds; round++) {
    const order = round % 2 === 0 ? sides : [...sides].reverse();
    for (const side of order) all.get(side.name)?.push(await runOne(side, options, round * 37));
  }
  return new Map([...all].map(([name, rounds]) => [name, figuresOf(rounds)]));
}

async function runOne(side: MeasuredSide, options: RoundsOptions, from: number): Promise<Round> {
  const { load, databaseCpu, connections, seconds, users } = options;
  const given: Load = {
    origin: side.origin,
    shots: side.shots,
    tokens: await options.freshTokens(users),
    connections,
    milliseconds: seconds * 1000,
    from,
  };
  const cpuNow = async () => ({
    server: await side.child.ask<number>('cpu'),
    load: await load.ask<number>('cpu'),
    postgres: databaseCpu(),
  });
  const before = await cpuNow();
  const measured = await load.ask<Measured>('load', given);
  const after = await cpuNow();
  if (measured.wrong > 0)
    throw new Error(
      `${side.name}: ${measured.wrong}/${measured.requests} 个答复不是核对过的 · answers were not the compared ones`,
    );
  const each = (micros: number) => micros / 1000 / measured.requests;
  return {
    ...measured,
    cpu: {
      server: each(after.server - before.server),
      load: each(after.load - before.load),
      postgres: after.postgres === null || before.postgres === null ? null : each(after.postgres - before.postgres),
    },
  };
}

function figuresOf(rounds: readonly Round[]): SideFigures {
  const latencies = rounds.flatMap((round) => round.latencies);
  const postgres = rounds.flatMap(({ cpu }) => cpu.postgres ?? []);
  return {
    perSecond: rounds.map(({ requests, seconds }) => requests / seconds),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu: {
      server: median(rounds.map(({ cpu }) => cpu.server)),
      load: median(rounds.map(({ cpu }) => cpu.load)),
      postgres: postgres.length > 0 ? median(postgres) : null,
    },
  };
}
