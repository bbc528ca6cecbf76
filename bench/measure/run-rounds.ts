// Rounds, interleaved: in each every side is measured in turn, and the side that begins changes from round to round.
import type { SideName } from '../workload';
import type { Measured } from './generate-load';
import { cpuOf, type NamedProcess } from './process-cpu';
import { median, quantile } from './statistics';

export interface RoundAsked {
  connections: number;
  milliseconds: number;
  /** where among the questions to begin, the same for every side of a round */
  from: number;
}

export interface MeasuredSide {
  name: SideName;
  /** one closed loop a connection, for as long as asked */
  run(asked: RoundAsked): Promise<Measured>;
  /** whose CPU time is the side's */
  processes: readonly NamedProcess[];
}

export interface RoundsOptions {
  rounds: number;
  milliseconds: number;
  connections: number;
  /** CPU time that is spent beside the sides: of the load and of the database */
  beside: Readonly<Record<string, () => number | null>>;
}

export interface SideFigures {
  perSecond: number[];
  p50: number;
  p99: number;
  /** milliseconds of CPU a request, by process: medians of the rounds; what cannot be known is left out */
  cpu: Readonly<Record<string, number>>;
}

export class WrongAnswers extends Error {}

interface Round extends Measured {
  cpu: Record<string, number>;
}

/** Busy rounds that do not count: connections, plans and compiled code are there when the first one begins. */
export async function warmUp(sides: readonly MeasuredSide[], asked: RoundAsked): Promise<void> {
  for (const side of sides) await side.run(asked);
}

export async function runRounds(
  sides: readonly MeasuredSide[],
  options: RoundsOptions,
): Promise<Map<SideName, SideFigures>> {
  const all = new Map<SideName, Round[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round < options.rounds; round++) {
    const order = round % 2 === 0 ? sides : [...sides].reverse();
    for (const side of order) all.get(side.name)?.push(await runOne(side, options, round * 37));
  }
  return new Map([...all].map(([name, rounds]) => [name, figuresOf(rounds)]));
}

async function runOne(side: MeasuredSide, options: RoundsOptions, from: number, again = false): Promise<Round> {
  const clocks = Object.entries(options.beside);
  const own = side.processes.map(({ name, pid }) => [name, () => cpuOf(pid)] as const);
  const read = () => [...own, ...clocks].map(([name, clock]) => [name, clock()] as const);
  const before = read();
  const measured = await side.run({ connections: options.connections, milliseconds: options.milliseconds, from });
  if (measured.wrong > 0) {
    const told = `${side.name}: ${measured.wrong}/${measured.requests} 个答复不是核对过的 · answers were not the compared ones (${measured.example})`;
    if (again) throw new WrongAnswers(told);
    // A machine that stood still for seconds runs into time limits: once is forgiven and measured anew, twice is a fault.
    process.stderr.write(`! ${told}\n`);
    return runOne(side, options, from, true);
  }
  const cpu: Record<string, number> = {};
  read().forEach(([name, after], at) => {
    const begun = before[at]?.[1];
    if (after !== null && typeof begun === 'number')
      cpu[name] = (cpu[name] ?? 0) + (after - begun) / 1000 / measured.requests;
  });
  return { ...measured, cpu };
}

function figuresOf(rounds: readonly Round[]): SideFigures {
  const latencies = rounds.flatMap((round) => round.latencies);
  const names = Object.keys(rounds[0]?.cpu ?? {});
  return {
    perSecond: rounds.map(({ requests, seconds }) => requests / seconds),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu: Object.fromEntries(names.map((name) => [name, median(rounds.map(({ cpu }) => cpu[name] ?? 0))])),
  };
}
