// Orders to the bank and its answers (付款文件、回盘、退票) as what they say: batch, count, total, and each line; a file that contradicts itself is none.
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import type { BankField, BankLayout, BankProfile, HeldFact } from './bank-profile.rules';
import type { Held, Records } from './bank-record.rules';
import { oneCardRefusals } from './one-card-refusals.rules';

export interface OrderLine {
  reference: string;
  payee: string;
  card: string;
  bank: string;
  amount: bigint;
}

export interface BankOrder {
  batch: string;
  day: string;
  purpose: string;
  lines: readonly OrderLine[];
}

export interface AnswerLine {
  reference: string;
  card: string;
  amount: bigint;
  direction: 'out' | 'in';
  told: 'paid' | 'failed' | 'returned';
  reason: string | null;
}

export interface BankAnswer {
  batch: string;
  kind: 'answer' | 'return';
  lines: readonly AnswerLine[];
}

/** How bytes are made and read; a workbook is a matter of its own (`services/funds/bank-files.ts`). */
export interface BankFiles {
  write(profile: BankProfile, layout: BankLayout, told: Records): Promise<Buffer>;
  read(profile: BankProfile, layout: BankLayout, bytes: Buffer): Promise<Records>;
}

const fieldsOf = ({ head, line, tail }: BankLayout) => [...head, ...line, ...tail];
const moneyOf = (layout: BankLayout, fact: HeldFact): BankField['money'] =>
  fieldsOf(layout).find(({ holds }) => holds === fact)?.money ?? 'yuan';

const told = (layout: BankLayout, fact: HeldFact, fen: bigint) =>
  moneyOf(layout, fact) === 'fen' ? fen.toString() : formatYuan(fen);

/** Fixed forms put noughts in front. */
function meant(layout: BankLayout, fact: HeldFact, text: string, line: number): bigint {
  const digits = text.replace(/^0+(?=\d)/, '');
  try {
    if (moneyOf(layout, fact) === 'yuan') return parseYuan(digits);
    if (/^\d{1,15}$/.test(digits)) return BigInt(digits);
  } catch {
    // told below, with the line
  }
  throw oneCardRefusals.bankFileUnreadable({ line, what: '金额 amount' });
}

export const sumOfLines = (lines: readonly { amount: bigint }[]) => lines.reduce((sum, { amount }) => sum + amount, 0n);

export function recordsOfOrder({ payment }: BankProfile, { batch, day, purpose, lines }: BankOrder): Records {
  const around: Held = {
    batch,
    purpose,
    day: day.replaceAll('-', ''),
    count: String(lines.length),
    total: told(payment, 'total', sumOfLines(lines)),
  };
  return {
    head: around,
    tail: around,
    lines: lines.map(({ amount, ...line }) => ({ ...around, ...line, amount: told(payment, 'amount', amount) })),
  };
}

/** Read back before release (自检): the file says what was meant, line by line, or it is not released. */
export function checkOrder({ payment }: BankProfile, order: BankOrder, read: Records): void {
  const differs = (what: string) => oneCardRefusals.bankFileDiffers({ what });
  const around = { ...read.tail, ...read.head };
  if (around.batch !== order.batch) throw differs('批次 batch');
  if (Number(around.count) !== order.lines.length || read.lines.length !== order.lines.length)
    throw differs('笔数 count');
  if (meant(payment, 'total', around.total ?? '', 0) !== sumOfLines(order.lines)) throw differs('总额 total');
  for (const [at, line] of order.lines.entries()) {
    const back = read.lines[at] ?? {};
    const same =
      back.reference === line.reference &&
      back.card === line.card &&
      back.payee === line.payee.trim() &&
      meant(payment, 'amount', back.amount ?? '', at + 1) === line.amount;
    if (!same) throw differs(line.reference);
  }
}

export function answerOf(profile: BankProfile, { head, lines, tail }: Records): BankAnswer {
  const { answer: layout, kinds, directions } = profile;
  const around = { ...tail, ...head };
  const kind = around.kind === kinds.answer ? 'answer' : around.kind === kinds.return ? 'return' : null;
  if (!kind) throw oneCardRefusals.bankFileUnreadable({ line: 1, what: '文件类别 kind' });
  const read = lines.map((line, at): AnswerLine => {
    const direction = line.direction === directions.out ? 'out' : line.direction === directions.in ? 'in' : null;
    const failure = Object.hasOwn(profile.failures, line.result ?? '')
      ? profile.failures[line.result ?? '']
      : undefined;
    const isPaid = kind === 'answer' && line.result === profile.paid;
    if (!direction || (!failure && !isPaid))
      throw oneCardRefusals.bankFileUnreadable({
        line: at + 1,
        what: direction ? '结果代码 result' : '方向 direction',
      });
    return {
      reference: line.reference ?? '',
      card: line.card ?? '',
      amount: meant(layout, 'amount', line.amount ?? '', at + 1),
      direction,
      told: isPaid ? 'paid' : kind === 'return' ? 'returned' : 'failed',
      reason: failure ? `${failure.zh} · ${failure.en}` : null,
    };
  });
  if (Number(around.count) !== read.length) throw oneCardRefusals.bankFileTotals({ what: '笔数 count' });
  if (meant(layout, 'total', around.total ?? '', 0) !== sumOfLines(read))
    throw oneCardRefusals.bankFileTotals({ what: '总额 total' });
  return { batch: around.batch ?? '', kind, lines: read };
}
