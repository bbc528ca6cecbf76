// Plans of the use of money (用款计划): what a plan must be, how one is drawn from projects and commitments, and how it compares with what was paid.
import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import type { Fen } from '#platform/vocabulary/money';
import { invalidInput } from '#platform/vocabulary/refusal';

export interface PlannedUse {
  month: string;
  /** who uses it: a place, or a project in its place */
  regionId: string;
  projectId: string | null;
  amount: Fen;
}

export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

const userOf = ({ regionId, projectId }: Pick<PlannedUse, 'regionId' | 'projectId'>) => projectId ?? regionId;

/** Each month and user once, within the year. */
export function checkUses(year: number, uses: readonly PlannedUse[]): void {
  if (uses.length === 0) throw invalidInput('lines', '至少一行', 'a plan has a line');
  const seen = new Set<string>();
  uses.forEach((use, at) => {
    if (!monthsOf(year).includes(use.month))
      throw invalidInput(`lines.${at}.month`, '月份须在该年度', 'the month is of the year');
    if (use.amount <= 0n) throw invalidInput(`lines.${at}.amount`, '金额须大于零', 'an amount is above zero');
    const key = `${use.month} ${userOf(use)}`;
    if (seen.has(key))
      throw invalidInput(`lines.${at}`, '同月同一用款单位重复', 'a month and user stand once in a plan');
    seen.add(key);
  });
}

export interface PlanSource {
  regionId: string;
  projectId: string | null;
  /** null: already asked for, and waits to be paid */
  startsOn: CalendarDay | null;
  endsOn: CalendarDay | null;
  fen: Fen;
}

/** What waits to be paid is wanted at once; what a project has left, month by month over the rest of its time, with what rounding leaves in the last. */
export function drawPlan(year: number, today: CalendarDay, sources: readonly PlanSource[]): PlannedUse[] {
  const months = monthsOf(year);
  const ahead = months.filter((month) => month >= today.slice(0, 7));
  const [now] = ahead;
  if (now === undefined) return [];
  const drawn = new Map<string, PlannedUse>();
  const add = (source: PlanSource, month: string, amount: Fen) => {
    const key = `${month} ${userOf(source)}`;
    const before = drawn.get(key)?.amount ?? 0n;
    const { regionId, projectId } = source;
    if (amount > 0n) drawn.set(key, { month, regionId, projectId, amount: before + amount });
  };
  for (const source of sources) {
    const { startsOn, endsOn, fen } = source;
    const within =
      startsOn === null || endsOn === null
        ? []
        : ahead.filter((month) => month >= startsOn.slice(0, 7) && month <= endsOn.slice(0, 7));
    const spread = within.length > 0 ? within : [now];
    const each = fen / BigInt(spread.length);
    spread.forEach((month, at) => {
      add(source, month, at === spread.length - 1 ? fen - each * BigInt(spread.length - 1) : each);
    });
  }
  return [...drawn.values()].sort((one, other) => {
    const [a, b] = [`${one.month} ${userOf(one)}`, `${other.month} ${userOf(other)}`];
    return a < b ? -1 : 1;
  });
}

export interface SpentUse {
  month: string;
  /** null with no project: of a place that the plan does not name */
  regionId: string | null;
  projectId: string | null;
  spent: Fen;
}

export interface MonthCompared {
  month: string;
  planned: Fen;
  spent: Fen;
}

export function compareMonths(
  year: number,
  planned: readonly { month: string; amount: Fen }[],
  spent: readonly SpentUse[],
): MonthCompared[] {
  return monthsOf(year).map((month) => ({
    month,
    planned: planned.reduce((sum, each) => (each.month === month ? sum + each.amount : sum), 0n),
    spent: spent.reduce((sum, each) => (each.month === month ? sum + each.spent : sum), 0n),
  }));
}

export const spentOn = (use: Omit<PlannedUse, 'amount'>, spent: readonly SpentUse[]): Fen =>
  spent.find(
    ({ month, regionId, projectId }) =>
      month === use.month && projectId === use.projectId && (projectId !== null || regionId === use.regionId),
  )?.spent ?? 0n;
