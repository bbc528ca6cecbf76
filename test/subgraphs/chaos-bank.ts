// A bank of the tests: it does something in truth with each line that it is sent, and tells of it in files that come partly, late, twice and bent.
import { randomUUID } from 'node:crypto';
import type { prng } from '../../data/generate/prng';

export interface Sent {
  batch: string;
  reference: string;
  source: string;
  card: string;
  fen: bigint;
}
export interface BankLine {
  reference: string;
  card: string;
  fen: bigint;
  direction: 'out' | 'in';
  told: 'paid' | 'failed' | 'returned';
}
export interface BankAnswerFile {
  batch: string;
  kind: 'answer' | 'return';
  sha256: string;
  lines: BankLine[];
  /** the same bytes as before */
  isAgain: boolean;
}

const hash = () => randomUUID().replaceAll('-', '').repeat(2);

export function bankOf(random: ReturnType<typeof prng>) {
  const queue: BankAnswerFile[] = [];
  /** what is sent at the very end: everything, once more and right */
  const whole = new Map<string, { answers: BankLine[]; returns: BankLine[] }>();
  const credited = new Map<string, number>();
  const chance = (percent: number) => random.between(1, 100) <= percent;
  const file = (batch: string, kind: 'answer' | 'return', lines: BankLine[]): BankAnswerFile => ({
    batch,
    kind,
    sha256: hash(),
    lines,
    isAgain: false,
  });
  const credit = (source: string, by: number) => credited.set(source, (credited.get(source) ?? 0) + by);

  /** A line as it ought not to be: another amount, card, direction, or a payment that nobody ordered. */
  const bent = (line: BankLine): BankLine => {
    const ways: BankLine[] = [
      { ...line, fen: line.fen + 1n },
      { ...line, card: 'card-of-somebody-else' },
      { ...line, direction: line.direction === 'out' ? 'in' : 'out' },
      { ...line, reference: `${line.reference.slice(0, -1)}X` },
    ];
    return ways[random.between(0, ways.length - 1)] as BankLine;
  };

  return {
    creditedOf: (source: string) => credited.get(source) ?? 0,
    receive(lines: readonly Sent[]): void {
      const batch = lines[0]?.batch ?? '';
      const answers: BankLine[] = [];
      const returns: BankLine[] = [];
      for (const { reference, card, fen, source } of lines) {
        const works = chance(70);
        answers.push({ reference, card, fen, direction: 'out', told: works ? 'paid' : 'failed' });
        if (works) credit(source, 1);
        if (works && chance(20)) {
          returns.push({ reference, card, fen, direction: 'in', told: 'returned' });
          credit(source, -1);
        }
      }
      whole.set(batch, { answers, returns });
      const part = answers.filter(() => chance(60));
      if (part.length > 0) queue.push(file(batch, 'answer', part));
      const other = answers.filter(() => chance(50)).map((line) => (chance(25) ? bent(line) : line));
      if (other.length > 0) queue.push(file(batch, 'answer', chance(20) ? [...other, other[0] as BankLine] : other));
      const back = returns.filter(() => chance(60));
      if (back.length > 0) queue.push(file(batch, 'return', back));
      // Under the number of another batch: nothing of it is that batch's.
      const stranger = [...whole.keys()][0];
      if (stranger && stranger !== batch && chance(30)) queue.push(file(stranger, 'answer', answers));
    },
    /** In any order; some stay for later, some come twice. */
    files(all: boolean): BankAnswerFile[] {
      const now: BankAnswerFile[] = [];
      for (let left = queue.length; left > 0; left--) {
        const [next] = queue.splice(random.between(0, queue.length - 1), 1);
        if (!next) break;
        if (!all && chance(30)) queue.push(next);
        else {
          now.push(next);
          if (chance(20)) now.push({ ...next, isAgain: true });
        }
      }
      if (!all) return now;
      for (const [batch, { answers, returns }] of whole) {
        now.push(file(batch, 'answer', answers));
        if (returns.length > 0) now.push(file(batch, 'return', returns));
      }
      return now;
    },
  };
}
