// What was measured, as a table for people and as one line for programs.
import { type OwnName, ownNames, type PeerName, type SideName } from '../workload';
import type { SideFigures } from './run-rounds';
import { median, type Ratio, ratioOf } from './statistics';

export interface Measurement {
  workload: string;
  title: string;
  connections: number;
  figures: ReadonlyMap<SideName, SideFigures>;
}

const isOwn = (name: SideName): name is OwnName => (ownNames as readonly SideName[]).includes(name);
/** A process that only waits is not worth a word. */
const IDLE_MS = 0.005;

function cellsOf(name: SideName, { figures }: Measurement): string[] {
  const { perSecond, p50, p99, cpu } = figures.get(name) as SideFigures;
  const ratios = ownNames.flatMap((own) => {
    const ours = figures.get(own);
    if (!ours) return [];
    if (isOwn(name)) return ['', ''];
    const { ratio, spread } = ratioOf(ours.perSecond, perSecond);
    return [ratio.toFixed(2), `${spread[0].toFixed(2)}–${spread[1].toFixed(2)}`];
  });
  const told = Object.entries(cpu).filter(([, each]) => each >= IDLE_MS);
  const total = told.reduce((sum, [, each]) => sum + each, 0);
  const milliseconds = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(2));
  return [
    name,
    median(perSecond).toFixed(0),
    ...ratios,
    milliseconds(p50),
    milliseconds(p99),
    told.length > 0 ? total.toFixed(2) : '–',
    told.map(([process, each]) => `${process} ${each.toFixed(2)}`).join(' · '),
  ];
}

export function printTable(measurement: Measurement): string {
  const { workload, title, connections, figures } = measurement;
  const ratios = ownNames.flatMap((own) => (figures.has(own) ? [`${own} ÷`, 'spread'] : []));
  const head = ['side', 'req/s', ...ratios, 'p50 ms', 'p99 ms', 'CPU ms/req', 'by process'];
  const rows = [...figures.keys()].map((name) => cellsOf(name, measurement));
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const aligned = (cell: string, at: number) =>
    at === 0 || at === head.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  const line = (row: readonly string[]) => `  ${row.map(aligned).join('  ')}`.trimEnd();
  return [`\n${workload} ${title}，c=${connections}`, line(head), ...rows.map(line)].join('\n');
}

interface Ratios {
  ratios: Partial<Record<PeerName, number>>;
  spread: Partial<Record<PeerName, Ratio['spread']>>;
  /** of the latencies in the middle: above 1 means that this project answers sooner */
  p50: Partial<Record<PeerName, number>>;
}
type ModeRatios = Ratios & { at: Record<string, Ratios> };

function ratiosOf(ours: SideFigures, figures: Measurement['figures']): Ratios {
  const told: Ratios = { ratios: {}, spread: {}, p50: {} };
  for (const [name, { perSecond, p50 }] of figures) {
    if (isOwn(name)) continue;
    const { ratio, spread } = ratioOf(ours.perSecond, perSecond);
    told.ratios[name] = ratio;
    told.spread[name] = spread;
    if (!Number.isNaN(p50)) told.p50[name] = Math.round((p50 / ours.p50) * 100) / 100;
  }
  return told;
}

/** The ratios of a workload are those in one process at its first number of connections; `at` has them for each, `services` those over HTTP. */
export function jsonOf(measurements: readonly Measurement[]): string {
  const told: Record<string, Partial<ModeRatios> & { services?: ModeRatios }> = {};
  const add = (mode: Partial<ModeRatios>, connections: number, ratios: Ratios): void => {
    if (!mode.at) Object.assign(mode, ratios, { at: {} });
    (mode as ModeRatios).at[`c=${connections}`] = ratios;
  };
  for (const { workload, connections, figures } of measurements) {
    told[workload] ??= {};
    const [inOne, overHttp] = ownNames.map((own) => figures.get(own));
    if (inOne) add(told[workload], connections, ratiosOf(inOne, figures));
    if (!overHttp) continue;
    told[workload].services ??= {} as ModeRatios;
    add(told[workload].services, connections, ratiosOf(overHttp, figures));
  }
  return JSON.stringify(told);
}
