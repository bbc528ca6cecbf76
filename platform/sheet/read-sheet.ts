// Reads the first sheet of a workbook (工作簿) row after row, in memory that does not grow with it: texts and numbers, never formulas.
import { sheetRefusals } from '../vocabulary/sheet-refusals';
import { columnName, columnNumber, plainText, xmlText } from './cell-text';
import { Archive } from './read-archive';

export interface SheetLimits {
  rows: number;
  columns: number;
  cellCharacters: number;
  unpackedBytes: number;
}

export interface SheetLine {
  line: number;
  cells: string[];
}

const LONGEST_ROW = 1024 * 1024;
/** A declaration of entities has no place in a sheet, and is how small texts are made into large ones. */
const FORBIDDEN = /<!(?:DOCTYPE|ENTITY|\[CDATA\[)/;

/** Lines in handfuls, as they come out of the archive; empty ones are left out. */
export async function* readSheet(bytes: Buffer, limits: SheetLimits): AsyncGenerator<SheetLine[]> {
  const archive = new Archive(bytes, limits.unpackedBytes);
  const place = await firstSheet(archive);
  const strings = await sharedStrings(archive, limits);
  let line = 0;
  for await (const parts of elements(archive, place, 'row')) {
    const lines: SheetLine[] = [];
    for (const text of parts) {
      const told = /^<(?:\w+:)?row\b[^>]*?\sr="(\d+)"/.exec(text)?.[1];
      line = told ? Number(told) : line + 1;
      if (line > limits.rows) throw sheetRefusals.sheetTooLarge({ what: '行数 rows', allowed: limits.rows });
      const cells = cellsOf(text, line, strings, limits);
      if (cells.some((cell) => cell !== '')) lines.push({ line, cells });
    }
    if (lines.length > 0) yield lines;
  }
}

const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v\b[^>]*>([^<]*)<\/(?:\w+:)?v>/;
const TEXT = /<(?:\w+:)?t\b[^>]*>([^<]*)<\/(?:\w+:)?t>/g;
/** How a word is read aloud, which stands beside it in some texts. */
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

function cellsOf(row: string, line: number, strings: readonly string[], limits: SheetLimits): string[] {
  const cells: string[] = [];
  for (const [, attributes = '', body = ''] of row.matchAll(CELL)) {
    const reference = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
    const at = reference ? columnNumber(reference) : cells.length;
    if (at >= limits.columns) throw sheetRefusals.sheetTooLarge({ what: '列数 columns', allowed: limits.columns });
    if (/<(?:\w+:)?f\b/.test(body)) throw sheetRefusals.sheetFormula({ cell: `${columnName(at)}${line}` });
    const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const value = VALUE.exec(body)?.[1] ?? '';
    const text =
      type === 'inlineStr' ? textsOf(body) : type === 's' ? (strings[Number(value)] ?? '') : numberOrText(type, value);
    if (text.length > limits.cellCharacters)
      throw sheetRefusals.sheetTooLarge({
        what: `${columnName(at)}${line} 字符 characters`,
        allowed: limits.cellCharacters,
      });
    while (cells.length < at) cells.push('');
    cells[at] = plainText(text);
  }
  return cells;
}

/** A number is written as it was meant: 3527.1 and not 3527.0999999999999, 12 and not 1.2E1. */
function numberOrText(type: string, value: string): string {
  if (type !== 'n' || value === '') return xmlText(value);
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(Number(number.toPrecision(15))) : xmlText(value);
}

function textsOf(body: string): string {
  const own = body.includes('rPh') ? body.replace(PHONETIC, '') : body;
  let told = '';
  for (const [, text = ''] of own.matchAll(TEXT)) told += xmlText(text);
  return told;
}

async function firstSheet(archive: Archive): Promise<string> {
  const [book, relations] = [await archive.text('xl/workbook.xml'), await archive.text('xl/_rels/workbook.xml.rels')];
  const id = /<(?:\w+:)?sheet\b[^>]*?\s\w+:id="([^"]+)"/.exec(book)?.[1];
  const all = [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([text]) => text);
  const target = all
    .map((text) => (text.includes(`Id="${id}"`) ? /Target="([^"]+)"/.exec(text)?.[1] : undefined))
    .find(Boolean);
  if (!id || !target) throw sheetRefusals.sheetIll();
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

async function sharedStrings(archive: Archive, { cellCharacters }: SheetLimits): Promise<string[]> {
  const name = 'xl/sharedStrings.xml';
  const strings: string[] = [];
  if (!archive.has(name)) return strings;
  for await (const parts of elements(archive, name, 'si'))
    for (const part of parts) {
      const text = textsOf(part);
      // Longer ones are refused where a cell shows them, and those that none shows need no room.
      strings.push(text.length > cellCharacters ? text.slice(0, cellCharacters + 1) : text);
    }
  return strings;
}

/** Whole elements of one name, in handfuls. */
async function* elements(archive: Archive, name: string, tag: 'row' | 'si'): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8');
  const whole = new RegExp(
    `<(?:\\w+:)?${tag}\\b(?:[^>]*[^/>])?>[\\s\\S]*?</(?:\\w+:)?${tag}>|<(?:\\w+:)?${tag}\\b[^>]*/>`,
    'g',
  );
  let rest = '';
  for await (const chunk of archive.unpack(name)) {
    const text = rest + decoder.decode(chunk, { stream: true });
    if (FORBIDDEN.test(text)) throw sheetRefusals.sheetIll();
    const found: string[] = [];
    let end = 0;
    whole.lastIndex = 0;
    for (let match = whole.exec(text); match; match = whole.exec(text)) {
      found.push(match[0]);
      end = whole.lastIndex;
    }
    rest = text.slice(end);
    if (rest.length > LONGEST_ROW)
      throw sheetRefusals.sheetTooLarge({ what: '单行字符 characters of a row', allowed: LONGEST_ROW });
    if (found.length > 0) yield found;
  }
}
