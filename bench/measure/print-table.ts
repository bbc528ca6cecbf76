// What was measured, as a table for people and as one line for programs.
import type { PeerName, SideName } from '../workload';
import type { SideFigures } from './run-rounds';
import { median, type Ratio, ratioOf } from './statistics';

export interface Measurement {
  workload: string;
  title: string;
  connections: number;
  figures: ReadonlyMap<SideName, SideFigures>;
}

export function printTable({ workload, title, connections, figures }: Measurement): string {
  const ours = figures.get('graph') as SideFigures;
  const rows = [...figures].map(([name, { perSecond, p50, p99, cpu }]) => {
    const { ratio, spread } = ratioOf(ours.perSecond, perSecond);
    return [
      name,
      median(perSecond).toFixed(0),
      name === 'graph' ? '' : ratio.toFixed(2),
      name === 'graph' ? '' : `${spread[0].toFixed(2)}–${spread[1].toFixed(2)}`,
      p50.toFixed(2),
      p99.toFixed(2),
      cpu.server.toFixed(2),
      cpu.postgres?.toFixed(2) ?? '–',
      cpu.load.toFixed(2),
    ];
  });
  const head = ['side', 'req/s', 'ratio', 'spread', 'p50 ms', 'p99 ms', 'CPU ms/req: server', 'postgres', 'load'];
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`;
  return [`\n${workload} ${title}，c=${connections}`, line(head), ...rows.map(line)].join('\n');
}

interface Ratios {
  ratios: Partial<Record<PeerName, number>>;
  spread: Partial<Record<PeerName, Ratio['spread']>>;
}

/** The ratios of a workload are those at its first number of connections; `at` has them for each. */
export function jsonOf(measurements: readonly Measurement[]): string {
  const told: Record<string, Ratios & { at: Record<string, Ratios> }> = {};
  for (const { workload, connections, figures } of measurements) {
    const here: Ratios = { ratios: {}, spread: {} };
    const ours = figures.get('graph') as SideFigures;
    for (const [name, { perSecond }] of figures) {
      if (name === 'graph') continue;
      const { ratio, spread } = ratioOf(ours.perSecond, perSecond);
      here.ratios[name] = ratio;
      here.spread[name] = spread;
    }
    told[workload] ??= { ...here, at: {} };
    told[workload].at[`c=${connections}`] = here;
  }
  return JSON.stringify(told);
}
