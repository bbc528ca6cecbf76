// How far a person's years have come (年度进程) while stays are walked in their order: the running totals of each, and the stays counted in it.
import type { RunningTotals } from '../settlement/running-total.rules';

export interface YearCourse {
  running: RunningTotals;
  stays: number;
}

export class PersonCourse {
  private readonly years = new Map<number, YearCourse>();

  of(year: number): YearCourse {
    return this.years.get(year) ?? { running: {}, stays: 0 };
  }

  feed(year: number, moved: RunningTotals): void {
    const { running, stays } = this.of(year);
    const sum: Record<string, bigint> = { ...running };
    for (const [name, fen] of Object.entries(moved)) sum[name] = (sum[name] ?? 0n) + fen;
    this.years.set(year, { running: sum, stays });
  }

  count(year: number): void {
    const { running, stays } = this.of(year);
    this.years.set(year, { running, stays: stays + 1 });
  }
}
