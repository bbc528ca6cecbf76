// Records of a bank's file (文件记录): what each field holds as text, and records as lines of a delimited or fixed text, both ways.
import type { BankField, BankLayout, BankProfile, HeldFact } from './bank-profile.rules';
import { decodeGb18030, encodeGb18030 } from './gb18030.rules';
import { oneCardRefusals } from './one-card-refusals.rules';

export type Held = Partial<Record<HeldFact, string>>;

export interface Records {
  head: Held;
  lines: Held[];
  tail: Held;
}

const record = (fields: readonly BankField[], held: Held): string[] =>
  fields.map(({ holds, text }) => (holds === 'mark' ? (text ?? '') : holds === 'blank' ? '' : (held[holds] ?? '')));

export function toRecords({ head, line, tail }: BankLayout, told: Records): string[][] {
  return [
    ...(head.length > 0 ? [record(head, told.head)] : []),
    ...told.lines.map((held) => record(line, held)),
    ...(tail.length > 0 ? [record(tail, told.tail)] : []),
  ];
}

function held(fields: readonly BankField[], cells: readonly string[], at: number): Held {
  const spare = cells.slice(fields.length).some((cell) => cell.trim() !== '');
  if (cells.length < fields.length || spare)
    throw oneCardRefusals.bankFileUnreadable({ line: at, what: '字段数 fields' });
  const facts: Held = {};
  for (const [place, { holds, text }] of fields.entries()) {
    const cell = (cells[place] ?? '').trim();
    if (holds === 'mark' && cell !== (text ?? ''))
      throw oneCardRefusals.bankFileUnreadable({ line: at, what: '记录标志 mark of the record' });
    if (holds !== 'mark' && holds !== 'blank') facts[holds] = cell;
  }
  return facts;
}

export function fromRecords({ head, line, tail }: BankLayout, records: readonly (readonly string[])[]): Records {
  const [before, after] = [head.length > 0 ? 1 : 0, tail.length > 0 ? 1 : 0];
  if (records.length < before + after)
    throw oneCardRefusals.bankFileUnreadable({ line: records.length, what: '记录数 records' });
  const until = records.length - after;
  return {
    head: before ? held(head, records[0] ?? [], 1) : {},
    lines: records.slice(before, until).map((cells, at) => held(line, cells, at + before + 1)),
    tail: after ? held(tail, records[until] ?? [], until + 1) : {},
  };
}

/** Which fields the record at a place has: what it has in front of and behind the lines is one record each. */
function fieldsAt({ head, line, tail }: BankLayout, at: number, count: number): readonly BankField[] {
  if (at === 0 && head.length > 0) return head;
  return at === count - 1 && tail.length > 0 ? tail : line;
}

const encode = ({ encoding }: BankProfile, text: string) =>
  encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(text, 'utf8');

const RIGHT: readonly HeldFact[] = ['amount', 'total', 'count'];

/** Widths count bytes: numbers stand right behind noughts, texts left before spaces; what does not fit is refused, never cut. */
function fixed(profile: BankProfile, { holds, width = 0 }: BankField, cell: string): Buffer {
  const bytes = encode(profile, cell);
  if (bytes.length > width) throw oneCardRefusals.bankFieldTooLong({ field: holds, allowed: width });
  const fill = Buffer.alloc(width - bytes.length, RIGHT.includes(holds) ? '0' : ' ');
  return RIGHT.includes(holds) ? Buffer.concat([fill, bytes]) : Buffer.concat([bytes, fill]);
}

export function textOf(profile: BankProfile, layout: BankLayout, records: readonly (readonly string[])[]): Buffer {
  const end = Buffer.from('\r\n');
  return Buffer.concat(
    records.flatMap((cells, at) => {
      const fields = fieldsAt(layout, at, records.length);
      if (profile.form === 'fixed')
        return [...fields.map((field, place) => fixed(profile, field, cells[place] ?? '')), end];
      const joined = cells.map((cell) => {
        if (!/[\p{Cc}]/u.test(cell) && !cell.includes(profile.delimiter ?? '')) return cell;
        throw oneCardRefusals.bankFieldTooLong({ field: '分隔符 delimiter', allowed: 0 });
      });
      return [encode(profile, joined.join(profile.delimiter)), end];
    }),
  );
}

export function recordsIn(profile: BankProfile, layout: BankLayout, bytes: Buffer): string[][] {
  const lines = linesOf(bytes);
  return lines.map((line, at) => {
    if (profile.form === 'delimited') return decoded(profile, line, at + 1).split(profile.delimiter ?? '');
    let from = 0;
    const cells = fieldsAt(layout, at, lines.length).map(({ width = 0 }) => {
      const cell = decoded(profile, line.subarray(from, from + width), at + 1);
      from += width;
      return cell;
    });
    if (from !== line.length)
      throw oneCardRefusals.bankFileUnreadable({ line: at + 1, what: '行长 length of the line' });
    return cells;
  });
}

function decoded({ encoding }: BankProfile, bytes: Buffer, line: number): string {
  try {
    return encoding === 'gb18030' ? decodeGb18030(bytes) : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw oneCardRefusals.bankFileUnreadable({ line, what: '编码 encoding' });
  }
}

/** Neither byte of a line's end is part of a character in either encoding. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(0x0a, from);
    const until = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(from, bytes[until - 1] === 0x0d && until > from ? until - 1 : until));
    from = until + 1;
  }
  return lines;
}
