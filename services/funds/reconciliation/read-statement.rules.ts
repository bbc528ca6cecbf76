// Reads the records of a statement (读取对账单): each cell by its heading, and the balance from line to line, so that a line that is missing or wrong is named by its cell.
import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { type Fen, formatYuan, parseYuan } from '#platform/vocabulary/money';
import { CashDirection } from './match-statement.rules';
import { headingsOf, type StatementProfile, type StatementRecord } from './statement-profile.rules';

export interface StatementFlaw {
  /** as a spreadsheet names it: `C7` */
  cell: string;
  says: string;
}

export interface ReadLine {
  day: CalendarDay;
  direction: CashDirection;
  reference: string;
  amount: Fen;
  counterparty: string | undefined;
}

export interface ReadStatement {
  opening: Fen;
  closing: Fen;
  lines: ReadLine[];
  flaws: StatementFlaw[];
}

const FACTS = ['day', 'reference', 'in', 'out', 'balance', 'counterparty'] as const;
type Fact = (typeof FACTS)[number];
const MOST_FLAWS = 100;

const letterOf = (at: number) => String.fromCharCode(65 + at);
const cellAt = (at: number, line: number) => (at < 26 ? `${letterOf(at)}${line}` : `${line}`);

/** Headings may stand below titles that nobody counts on. */
function headingOf(profile: StatementProfile, records: readonly StatementRecord[]) {
  for (const [at, { cells }] of records.entries()) {
    const places = new Map<Fact, number>();
    for (const fact of FACTS) {
      const place = cells.findIndex((cell) => cell.trim() === profile[fact]?.title);
      if (place >= 0) places.set(fact, place);
    }
    if (FACTS.every((fact) => places.has(fact) || profile[fact] === undefined)) return { at, places };
  }
  return null;
}

const dayPattern = {
  'yyyy-mm-dd': /^(\d{4})-(\d{2})-(\d{2})$/,
  yyyymmdd: /^(\d{4})(\d{2})(\d{2})$/,
  'yyyy/mm/dd': /^(\d{4})\/(\d{2})\/(\d{2})$/,
};

function dayIn(profile: StatementProfile, text: string): CalendarDay | null {
  const [, year, month, date] = dayPattern[profile.day.form].exec(text) ?? [];
  try {
    return year ? parseCalendarDay(`${year}-${month}-${date}`) : null;
  } catch {
    return null;
  }
}

function fenIn(text: string): Fen | null {
  const bare = text.replaceAll(',', '');
  try {
    return bare === '' ? 0n : bare.startsWith('-') ? -parseYuan(bare.slice(1)) : parseYuan(bare);
  } catch {
    return null;
  }
}

export function readStatement(
  profile: StatementProfile,
  month: string,
  records: readonly StatementRecord[],
): ReadStatement {
  const heading = headingOf(profile, records);
  const read: ReadStatement = { opening: 0n, closing: 0n, lines: [], flaws: [] };
  if (!heading) {
    const titles = headingsOf(profile).join('、');
    return { ...read, flaws: [{ cell: 'A1', says: `未找到列标题：${titles} · these headings were not found` }] };
  }
  let before: Fen | null = null;
  for (const { line, cells } of records.slice(heading.at + 1)) {
    const flaw = (fact: Fact, zh: string, en: string) =>
      read.flaws.push({ cell: cellAt(heading.places.get(fact) ?? 0, line), says: `${zh} · ${en}` });
    const textOf = (fact: Fact) => (cells[heading.places.get(fact) ?? -1] ?? '').trim();
    if (read.flaws.length >= MOST_FLAWS) break;
    const found = read.flaws.length;
    const day = dayIn(profile, textOf('day'));
    if (day === null) flaw('day', `日期须为 ${profile.day.form}`, `a day is written ${profile.day.form}`);
    else if (!day.startsWith(month)) flaw('day', `日期不在 ${month}`, `the day is not of ${month}`);
    const reference = textOf('reference');
    if (reference.length < 1 || reference.length > 100)
      flaw('reference', '凭证号须为 1 至 100 字', 'a voucher has 1 to 100 characters');
    const [came, went, balance] = [fenIn(textOf('in')), fenIn(textOf('out')), fenIn(textOf('balance'))];
    if (came === null || came < 0n) flaw('in', '金额有误', 'this is no amount');
    if (went === null || went < 0n) flaw('out', '金额有误', 'this is no amount');
    if (balance === null || textOf('balance') === '') flaw('balance', '余额有误', 'this is no balance');
    if (came !== null && went !== null && came > 0n === went > 0n)
      flaw('in', '收入与支出须有且仅有其一', 'a line is either income or outgo');
    if (balance === null || came === null || went === null) continue;
    if (before === null) read.opening = balance - came + went;
    else if (before + came - went !== balance)
      flaw(
        'balance',
        `余额不连续，应为 ${formatYuan(before + came - went)}`,
        `after the line before it is ${formatYuan(before + came - went)}`,
      );
    before = balance;
    read.closing = balance;
    if (day === null || read.flaws.length > found) continue;
    const direction = came > 0n ? CashDirection.in : CashDirection.out;
    read.lines.push({
      day,
      direction,
      reference,
      amount: came + went,
      counterparty: textOf('counterparty') || undefined,
    });
  }
  if (before === null && read.flaws.length === 0)
    read.flaws.push({ cell: cellAt(0, heading.at + 2), says: '没有明细 · there are no lines' });
  return read;
}
