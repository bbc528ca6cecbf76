// Bytes of a bank's file (银行文件字节): text by the rules of its profile, a workbook by the writer and reader of sheets.
import { readSheet } from '#platform/sheet/read-sheet';
import { writeBook } from '#platform/sheet/write-book';
import type { BankFiles } from './one-card/bank-file.rules';
import { fromRecords, recordsIn, textOf, toRecords } from './one-card/bank-record.rules';

const LIMITS = { rows: 100_100, columns: 30, cellCharacters: 200, unpackedBytes: 200 * 1024 * 1024 };

export const bankFiles: BankFiles = {
  async write(profile, layout, told) {
    const records = toRecords(layout, told);
    if (profile.form !== 'workbook') return textOf(profile, layout, records);
    const columns = layout.line.map(({ title = '' }) => ({ title, width: 24 }));
    const pieces: Buffer[] = [];
    for await (const piece of writeBook([{ name: '代发', columns, rows: () => [records] }])) pieces.push(piece);
    return Buffer.concat(pieces);
  },
  async read(profile, layout, bytes) {
    if (profile.form !== 'workbook') return fromRecords(layout, recordsIn(profile, layout, bytes));
    const rows: string[][] = [];
    for await (const lines of readSheet(bytes, LIMITS)) rows.push(...lines.map(({ cells }) => cells));
    const width = Math.max(layout.head.length, layout.line.length, layout.tail.length);
    // The first row has the headings; what stands empty at the end of a row is not written.
    const whole = rows
      .slice(1)
      .map((cells) => [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')]);
    return fromRecords(layout, whole);
  },
};
