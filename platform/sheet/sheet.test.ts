// Sheets out and in: what is written is read again the same, by us and by others, and what would do harm is refused.
import { Workbook } from 'exceljs';
import JSZip from 'jszip';
import { columnName, columnNumber } from './cell-text';
import { readSheet, type SheetLimits, type SheetLine } from './read-sheet';
import { type BookSheet, writeBook } from './write-book';

const limits: SheetLimits = { rows: 5000, columns: 40, cellCharacters: 300, unpackedBytes: 5_000_000 };
const read = async (bytes: Buffer, more: Partial<SheetLimits> = {}): Promise<SheetLine[]> => {
  const lines: SheetLine[] = [];
  for await (const handful of readSheet(bytes, { ...limits, ...more })) lines.push(...handful);
  return lines;
};
const write = async (...sheets: BookSheet[]): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of writeBook(sheets)) parts.push(part);
  return Buffer.concat(parts);
};
const loaded = async (fill: (sheet: ReturnType<Workbook['addWorksheet']>) => void): Promise<Buffer> => {
  const book = new Workbook();
  fill(book.addWorksheet('表'));
  return Buffer.from(await book.xlsx.writeBuffer());
};
const columns = ['姓名', '金额'].map((title) => ({ title, width: 10 }));
const hostile = ['=1+1', '+8615400000000', '-1', '@SUM(A1)', 'a&<b>"\u0001', ' 空 ', '_x0041_'];

test('columns are named as spreadsheets name them', () => {
  for (const at of [0, 25, 26, 51, 52, 701, 702]) expect(columnNumber(columnName(at))).toBe(at);
  expect([columnName(26), columnName(701), columnName(702)]).toEqual(['AA', 'ZZ', 'AAA']);
});

test('what is written is read again, and a text that a spreadsheet would run is written as one that it will not', async () => {
  const rows = hostile.map((text, at) => [text, at]);
  const bytes = await write({ name: '名册', banner: '口镇 · 核对', columns, rows: () => [rows] });
  const lines = await read(bytes);
  expect(lines.map(({ line }) => line)).toEqual([1, 2, ...rows.map((_, at) => at + 3)]);
  expect(lines.slice(2).map(({ cells }) => cells)).toEqual(
    [...hostile.slice(0, 4), 'a&<b>"', '空', 'A'].map((text, at) => [text, String(at)]),
  );
  const book = new Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const sheet = book.worksheets[0];
  expect(sheet?.getCell('A3').value).toBe("'=1+1");
  expect(sheet?.getCell('B4').value).toBe(1);
  expect(sheet?.headerFooter.oddHeader).toContain('口镇');
});

test('what others write is read: shared and rich texts, numbers, gaps, empty rows', async () => {
  const bytes = await loaded((sheet) => {
    sheet.addRow(['一', 3527.1, null, { richText: [{ text: '口' }, { text: '镇' }] }]);
    sheet.addRow([]);
    sheet.addRow([null, '371202199001011234', true]);
  });
  expect(await read(bytes)).toEqual([
    { line: 1, cells: ['一', '3527.1', '', '口镇'] },
    { line: 3, cells: ['', '371202199001011234', '1'] },
  ]);
});

test('thousands of rows come in handfuls', async () => {
  const rows = Array.from({ length: 4000 }, (_, at) => [`第${at}人`, at]);
  const bytes = await write({ name: '多', columns, rows: () => [rows.slice(0, 2000), rows.slice(2000)] });
  let handfuls = 0;
  let last: SheetLine | undefined;
  for await (const lines of readSheet(bytes, limits)) {
    handfuls++;
    last = lines.at(-1);
  }
  expect(handfuls).toBeGreaterThan(1);
  expect(last).toEqual({ line: 4001, cells: ['第3999人', '3999'] });
});

test.each<[string, string, () => Promise<Buffer>, Partial<SheetLimits>]>([
  [
    'SHEET_FORMULA',
    'a formula',
    () => loaded((sheet) => (sheet.getCell('B2').value = { formula: '1+1', result: 2 })),
    {},
  ],
  ['SHEET_TOO_LARGE', 'too many rows', () => loaded((sheet) => (sheet.getCell('A9').value = 'x')), { rows: 8 }],
  ['SHEET_TOO_LARGE', 'too many columns', () => loaded((sheet) => (sheet.getCell('AZ1').value = 'x')), {}],
  ['SHEET_TOO_LARGE', 'a cell too long', () => loaded((sheet) => (sheet.getCell('A1').value = 'x'.repeat(301))), {}],
  [
    'SHEET_TOO_LARGE',
    'a bomb',
    () => write({ name: '弹', columns, rows: () => [Array.from({ length: 3000 }, () => ['0'.repeat(300), 1])] }),
    { unpackedBytes: 300_000 },
  ],
  ['SHEET_ILL', 'no archive', async () => Buffer.from('PK nothing of the kind, only its first letters'), {}],
  [
    'SHEET_ILL',
    'an archive without a book',
    () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'nodebuffer' }),
    {},
  ],
  [
    'SHEET_ILL',
    'entities of its own',
    async () => {
      const zip = await JSZip.loadAsync(await write({ name: '实', columns, rows: () => [] }));
      zip.file('xl/worksheets/sheet1.xml', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>');
      return zip.generateAsync({ type: 'nodebuffer' });
    },
    {},
  ],
])('%s: %s', async (code, _, make, more) => {
  await expect(read(await make(), more)).rejects.toMatchObject({ code });
});

test('an archive that lies about its sizes is stopped while it unfolds', async () => {
  const zip = await JSZip.loadAsync(await write({ name: '谎', columns, rows: () => [] }));
  zip.file(
    'xl/worksheets/sheet1.xml',
    `<worksheet><sheetData>${'<row r="1"/>'.repeat(100_000)}</sheetData></worksheet>`,
  );
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  for (let at = 0; at < bytes.length - 4; at++)
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(10, at + 24);
  await expect(read(bytes, { unpackedBytes: 300_000 })).rejects.toMatchObject({ code: 'SHEET_TOO_LARGE' });
});
