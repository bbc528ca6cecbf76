// W4 as tables: a ratio a statement and caller, what each kind of caller comes to, and the plans in short.
import type { Size } from '../ground/prepare-database';
import { median } from '../measure/statistics';
import type { PlanRead } from './read-plans';
import type { Pair } from './time-pairs';

export interface ScopeFigure extends Pair {
  who: string;
  statement: string;
}

export function printPairs(size: Size, figures: readonly ScopeFigure[]): string {
  const rows = figures.map(({ who, statement, first, second, time, floor, rows: count }) => [
    who,
    statement,
    String(count),
    first.toFixed(3),
    second.toFixed(3),
    time.ratio.toFixed(2),
    floor.toFixed(2),
    `${time.spread[0].toFixed(2)}–${time.spread[1].toFixed(2)}`,
  ]);
  const head = ['as', 'statement', 'rows', 'scoped ms', 'literal ms', 'time ratio', 'of fastest tenth', 'spread'];
  return [
    `\nW4 ${size} 行级安全与直写条件之比，小者为佳 · row-level security ÷ literal WHERE, smaller is better`,
    table(head, rows),
    summary(figures),
  ].join('\n');
}

export function printGrowth(figures: readonly ScopeFigure[]): string {
  const rows = figures.map(({ who, statement, first, second, time, floor }) => [
    who,
    statement,
    first.toFixed(3),
    second.toFixed(3),
    time.ratio.toFixed(2),
    floor.toFixed(2),
    `${time.spread[0].toFixed(2)}–${time.spread[1].toFixed(2)}`,
  ]);
  return [
    '\nW4 S71 ÷ S1，同一用户、同样的行 · the same user and the same rows',
    table(['as', 'statement', 'S71 ms', 'S1 ms', 'time ratio', 'of fastest tenth', 'spread'], rows),
    summary(figures),
  ].join('\n');
}

/** Per caller: the geometric mean of all statements, and the worst of them. */
function byCaller(
  figures: readonly ScopeFigure[],
): Record<string, { mean: number; floor: number; worst: number; of: string }> {
  const names = [...new Set(figures.map(({ who }) => who))];
  return Object.fromEntries(
    names.map((name) => {
      const own = figures.filter(({ who }) => who === name);
      const worst = own.reduce((most, each) => (each.time.ratio > most.time.ratio ? each : most));
      return [name, { mean: mean(own), floor: floorOf(own), worst: worst.time.ratio, of: worst.statement }];
    }),
  );
}

const mean = (figures: readonly ScopeFigure[]) =>
  hundredths(Math.exp(figures.reduce((sum, { time }) => sum + Math.log(time.ratio), 0) / figures.length));
const floorOf = (figures: readonly ScopeFigure[]) =>
  hundredths(Math.exp(figures.reduce((sum, { floor }) => sum + Math.log(floor), 0) / figures.length));
const hundredths = (value: number) => Math.round(value * 100) / 100;

function summary(figures: readonly ScopeFigure[]): string {
  const rows = Object.entries(byCaller(figures)).map(([name, { mean: middle, floor, worst, of }]) => [
    name,
    middle.toFixed(2),
    floor.toFixed(2),
    worst.toFixed(2),
    of,
  ]);
  return table(['as', 'geometric mean', 'of fastest tenths', 'worst', 'of'], rows);
}

printPairs.json = (figures: readonly ScopeFigure[]) => ({
  time: mean(figures),
  floor: floorOf(figures),
  median: hundredths(median(figures.map(({ time }) => time.ratio))),
  callers: byCaller(figures),
});

export function printPlans(
  size: Size,
  plans: readonly { who: string; statement: string; plan: PlanRead }[],
  file: string,
): string {
  const lines = plans.map(({ who, statement, plan }) => {
    const scans = plan.scans.length > 0 ? `  ! 全表扫描 seq scan: ${plan.scans.join(', ')}` : '';
    return `  ${who} · ${statement}: ${plan.kind}, ${plan.milliseconds.toFixed(2)} ms (custom ${plan.customMilliseconds.toFixed(2)}), ${plan.blocks} blocks\n    ${plan.short}${scans}`;
  });
  return [`\nW4 ${size} 执行计划，全文见 · plans, in full in ${file}`, ...lines].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`;
  return [line(head), ...rows.map(line)].join('\n');
}
