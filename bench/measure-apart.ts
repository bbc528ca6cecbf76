// What the bench measures without peers that serve: W4, W6, W7, W8, W9, W10, W12, growth and the trace of money, each with its own way of running; the rest of the words is left to the others.
import type { Log } from '#platform/process/log';
import { measureDashboard } from './dashboard/measure-dashboard';
import { sizes } from './ground/prepare-database';
import { type GrowthPart, growthParts, measureGrowth } from './growth/measure-growth';
import { measurePayments } from './payments/measure-payments';
import { WrongArguments } from './read-arguments';
import { measureScope } from './scope/measure-scope';
import { measureSettlements } from './settlements/measure-settlements';
import { measureSheets } from './sheets/measure-sheets';
import { measureSimulation } from './simulation/measure-simulation';
import { measureTrace } from './trace/measure-trace';

export interface Apart {
  /** the words that are not ours */
  rest: string[];
  /** nothing else was asked for */
  isAll: boolean;
  told: Record<string, unknown>;
}

const NAMES = ['W4', 'W6', 'W7', 'W8', 'W9', 'W10', 'W12', 'growth', 'trace'];
/** Options that only these measurements have; each takes a value. */
const OPTIONS = [
  '--size',
  '--only',
  '--parts',
  '--operations',
  '--divisions',
  '--households',
  '--lines',
  '--settlements',
  '--lots',
];

export async function measureApart(given: readonly string[], log: Log, say: (text: string) => void): Promise<Apart> {
  const told: Record<string, unknown> = {};
  const options = new Map<string, string>();
  const rest: string[] = [];
  const names: string[] = [];
  for (let at = 0; at < given.length; at++) {
    const word = given[at] as string;
    if (NAMES.includes(word)) names.push(word);
    else if (OPTIONS.includes(word)) options.set(word, given[++at] ?? '');
    else rest.push(word);
  }
  const isAll = names.length > 0 && !rest.some((word) => /^W\d/.test(word));
  const rounds = Number(/--rounds (\d{1,3})/.exec(given.join(' '))?.[1] ?? 5);
  const size = oneOf('--size', options.get('--size') ?? 'S1', sizes);
  if (names.includes('W4'))
    told.W4 = await measureScope({ size, rounds, only: listOf(options.get('--only')) }, log, say);
  if (names.includes('W6')) told.W6 = await measureDashboard({ size, rounds }, log, say);
  if (names.includes('W7')) {
    const batches = listOf(options.get('--lines') ?? '16977,100000').map(Number);
    told.W7 = await measurePayments({ rounds, batches }, log, say);
  }
  const count = (option: string, usual: number) => Number(options.get(option) ?? usual);
  if (names.includes('W8')) {
    const seconds = Number(/--seconds (\d{1,3})/.exec(given.join(' '))?.[1] ?? 4);
    told.W8 = await measureSettlements({ rounds, seconds }, log, say);
  }
  if (names.includes('W12'))
    told.W12 = await measureSimulation({ settlements: count('--settlements', 100_000), rounds }, log, say);
  if (names.includes('trace')) told.trace = await measureTrace({ lots: count('--lots', 1_000_000) }, log, say);
  const sheets = (['W9', 'W10'] as const).filter((name) => names.includes(name));
  if (sheets.length > 0) {
    const how = { divisions: count('--divisions', 100_000), households: count('--households', 10_000), only: sheets };
    Object.assign(told, await measureSheets({ size, rounds, ...how }, log, say));
  }
  if (names.includes('growth')) {
    const parts = listOf(options.get('--parts')).map((part): GrowthPart => oneOf('--parts', part, growthParts));
    const operations = Number(options.get('--operations') ?? 50_000);
    told.growth = await measureGrowth({ parts: parts.length > 0 ? parts : growthParts, rounds, operations }, log, say);
  }
  return { rest, isAll, told };
}

const listOf = (text: string | undefined): string[] => (text ? text.split(',') : []);

function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((each) => each === given);
  if (!found) throw new WrongArguments(`${option}: ${known.join(', ')}`);
  return found;
}
