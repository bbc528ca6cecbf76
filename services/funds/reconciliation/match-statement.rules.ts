// Matching a statement with the book of cash (对账): a line is found on id and amount and direction and day; whatever differs is named, line by line.
import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import type { Fen } from '#platform/vocabulary/money';
import { invalidInput } from '#platform/vocabulary/refusal';
import { reconciliationRefusals } from './reconciliation-refusals.rules';

export enum CashDirection {
  in = 'in',
  out = 'out',
}

export interface Entry {
  id: string;
  reference: string;
  day: CalendarDay;
  direction: CashDirection;
  amount: Fen;
}

export enum ItemOutcome {
  matched = 'matched',
  differs = 'differs',
  duplicate = 'duplicate',
  notInBooks = 'not-in-books',
  notAtBank = 'not-at-bank',
}

export type Difference = 'reference' | 'amount' | 'direction' | 'day';

export interface Item {
  lineId: string | null;
  journalId: string | null;
  outcome: ItemOutcome;
  differences: Difference[];
}

function differencesOf(line: Entry, entry: Entry): Difference[] {
  const told: Difference[] = [];
  if (line.reference !== entry.reference) told.push('reference');
  if (line.amount !== entry.amount) told.push('amount');
  if (line.direction !== entry.direction) told.push('direction');
  if (line.day !== entry.day) told.push('day');
  return told;
}

/**
 * What agrees wholly is taken first, so that a wrong line never takes a right one's entry. Then lines of the same id, the fewest
 * differences first; then those that agree in all but the id, where there is only one such entry.
 */
export function matchStatement(lines: readonly Entry[], entries: readonly Entry[]): Item[] {
  const open = new Map(entries.map((entry) => [entry.id, entry]));
  const whole = new Set<string>();
  const items = new Map<string, Item>();
  const settle = (line: Entry, entry: Entry | null, outcome: ItemOutcome) => {
    if (entry) open.delete(entry.id);
    const differences = entry ? differencesOf(line, entry) : [];
    items.set(line.id, { lineId: line.id, journalId: entry?.id ?? null, outcome, differences });
  };
  const left = () => lines.filter(({ id }) => !items.has(id));
  const form = (entry: Entry) => `${entry.reference} ${entry.direction} ${entry.amount} ${entry.day}`;
  for (const line of left()) {
    const entry = [...open.values()].find((each) => form(each) === form(line));
    if (!entry) continue;
    whole.add(form(line));
    settle(line, entry, ItemOutcome.matched);
  }
  for (const line of left()) if (whole.has(form(line))) settle(line, null, ItemOutcome.duplicate);
  for (const line of left()) {
    const [nearest] = [...open.values()]
      .filter(({ reference }) => reference === line.reference)
      .sort((one, other) => differencesOf(line, one).length - differencesOf(line, other).length);
    if (nearest) settle(line, nearest, ItemOutcome.differs);
  }
  for (const line of left()) {
    const alike = [...open.values()].filter((entry) => differencesOf(line, entry).join() === 'reference');
    settle(
      line,
      alike.length === 1 ? (alike[0] ?? null) : null,
      alike.length === 1 ? ItemOutcome.differs : ItemOutcome.notInBooks,
    );
  }
  const missing = [...open.keys()].map(
    (id): Item => ({ lineId: null, journalId: id, outcome: ItemOutcome.notAtBank, differences: [] }),
  );
  return [...lines.map(({ id }) => items.get(id) as Item), ...missing];
}

/** A statement that does not add up by itself is not a statement. */
export function checkStatement(
  month: string,
  { opening, closing }: { opening: Fen; closing: Fen },
  lines: readonly Omit<Entry, 'id'>[],
): void {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month))
    throw invalidInput('month', '月份须如 2018-05', 'a month is like 2018-05');
  let balance = opening;
  lines.forEach(({ amount, direction, day, reference }, at) => {
    if (amount <= 0n) throw invalidInput(`lines.${at}.amount`, '金额须大于零', 'an amount is above zero');
    if (!day.startsWith(month)) throw invalidInput(`lines.${at}.day`, '日期须在该月', 'the day is within the month');
    if (reference.length < 1 || reference.length > 100)
      throw invalidInput(`lines.${at}.reference`, '凭证号须为 1 至 100 字', 'a reference has 1 to 100 characters');
    balance += direction === CashDirection.in ? amount : -amount;
  });
  if (balance !== closing) throw reconciliationRefusals.statementDoesNotSum();
}
