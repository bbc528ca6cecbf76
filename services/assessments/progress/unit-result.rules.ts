// The result of a unit (单位结果): its tasks of a quarter, weighted, and how much of that another person confirmed.
import { contentHash } from '#platform/vocabulary/canonical';
import { formatFraction, fractionOf } from '../scoring/fraction.rules';

export interface OwedTask {
  code: string;
  weight: number;
  reported: boolean;
  confirmed: boolean;
}

export interface UnitOutcome {
  tasks: number;
  reported: number;
  confirmed: number;
  score: string | null;
  inputsHash: string;
}

/** The same in whatever order the tasks come. */
export function resultOfUnit(quarter: string, tasks: readonly OwedTask[]): UnitOutcome {
  const weightOf = (some: readonly OwedTask[]) => some.reduce((sum, task) => sum + BigInt(task.weight), 0n);
  const confirmed = tasks.filter((task) => task.confirmed);
  const owed = weightOf(tasks);
  const inputs = [...tasks].sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
  return {
    tasks: tasks.length,
    reported: tasks.filter((task) => task.reported).length,
    confirmed: confirmed.length,
    score: owed === 0n ? null : formatFraction(fractionOf(weightOf(confirmed) * 100n, owed), 2),
    inputsHash: contentHash({ quarter, tasks: inputs }),
  };
}
