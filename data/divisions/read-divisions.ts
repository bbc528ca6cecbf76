// Reads the national division lists (provinces, cities, areas, streets, villages as CSV) row after row, and tells what is wrong with each.
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { copyLine } from '../load/copy-rows';

export interface DivisionFlaw {
  file: string;
  line: number;
  code:
    | 'DIVISION_COLUMNS'
    | 'DIVISION_ROW_ILL'
    | 'DIVISION_CODE_ILL'
    | 'DIVISION_NAME_ILL'
    | 'DIVISION_PARENT_ILL'
    | 'DIVISION_PARENT_UNKNOWN'
    | 'DIVISION_REPEATED';
  zh: string;
  en: string;
}

interface DivisionFile {
  name: string;
  digits: number;
  parent: string | null;
  parentDigits: number;
}

export const divisionFiles: readonly DivisionFile[] = [
  { name: 'provinces.csv', digits: 2, parent: null, parentDigits: 0 },
  { name: 'cities.csv', digits: 4, parent: 'provinceCode', parentDigits: 2 },
  { name: 'areas.csv', digits: 6, parent: 'cityCode', parentDigits: 4 },
  { name: 'streets.csv', digits: 9, parent: 'areaCode', parentDigits: 6 },
  { name: 'villages.csv', digits: 12, parent: 'streetCode', parentDigits: 9 },
];

/** Enough to mend a list by; the number of all is told beside. */
const FLAWS_KEPT = 1000;
const CHUNK = 256 * 1024;

export class DivisionLists {
  readonly flaws: DivisionFlaw[] = [];
  flawCount = 0;
  rows = 0;
  private readonly hash: Hash = createHash('sha256');

  constructor(private readonly folder: string) {}

  get sha256(): string {
    return this.hash.copy().digest('hex');
  }

  tell(file: string, line: number, code: DivisionFlaw['code'], zh: string, en: string): void {
    this.flawCount++;
    if (this.flaws.length < FLAWS_KEPT) this.flaws.push({ file, line, code, zh, en });
  }

  /** Lines for COPY into (file, line, code, name, parent_code): rows without a flaw of their own. */
  async *copyLines(): AsyncGenerator<string> {
    for (const file of divisionFiles) {
      let columns: Columns | null | undefined;
      let line = 0;
      let out = '';
      for await (const text of this.lines(file.name)) {
        line++;
        if (columns === undefined) {
          columns = columnsOf(text, file);
          if (columns) continue;
          this.tell(
            file.name,
            1,
            'DIVISION_COLUMNS',
            `表头须有 code、name${file.parent ? `、${file.parent}` : ''}`,
            `the heading has code, name${file.parent ? ` and ${file.parent}` : ''}`,
          );
          break;
        }
        if (columns === null || text === '') continue;
        this.rows++;
        out += this.rowOf(text, line, file, columns);
        if (out.length < CHUNK) continue;
        yield out;
        out = '';
      }
      if (out) yield out;
    }
  }

  private rowOf(text: string, line: number, file: DivisionFile, columns: Columns): string {
    const cells = cellsOf(text);
    const [code = '', name = '', parent = null] = [
      cells[columns.code],
      cells[columns.name]?.trim(),
      columns.parent === null ? null : cells[columns.parent],
    ];
    const { name: at, digits, parentDigits } = file;
    if (cells.length !== columns.count)
      this.tell(at, line, 'DIVISION_ROW_ILL', `应有 ${columns.count} 列`, `${columns.count} columns are expected`);
    else if (code.length !== digits || !/^\d+$/.test(code))
      this.tell(at, line, 'DIVISION_CODE_ILL', `代码须为 ${digits} 位数字`, `a code here has ${digits} digits`);
    else if (name.length === 0 || name.length > 100)
      this.tell(at, line, 'DIVISION_NAME_ILL', '名称须为 1 至 100 字', 'a name has 1 to 100 characters');
    else if (parent !== null && (parent.length !== parentDigits || !code.startsWith(parent)))
      this.tell(at, line, 'DIVISION_PARENT_ILL', '代码须以其上级代码开头', 'a code begins with the one above it');
    else return copyLine([at, String(line), code, name, parent]);
    return '';
  }

  private async *lines(name: string): AsyncGenerator<string> {
    let rest = '';
    for await (const chunk of createReadStream(join(this.folder, name), { encoding: 'utf8', highWaterMark: CHUNK })) {
      this.hash.update(chunk as string);
      const parts = (rest + (chunk as string)).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) yield part.endsWith('\r') ? part.slice(0, -1) : part;
    }
    if (rest) yield rest;
  }
}

interface Columns {
  code: number;
  name: number;
  parent: number | null;
  count: number;
}

function columnsOf(heading: string, { parent }: DivisionFile): Columns | null {
  const titles = cellsOf(heading.replace(/^\uFEFF/, ''));
  const at = (title: string) => titles.indexOf(title);
  const found = {
    code: at('code'),
    name: at('name'),
    parent: parent === null ? null : at(parent),
    count: titles.length,
  };
  return Object.values(found).some((place) => place !== null && place < 0) ? null : found;
}

/** Cells may stand in quotes, in which a quote is doubled. */
function cellsOf(line: string): string[] {
  const plain = line.replace(/"([^",\\]*)"/g, '$1');
  if (!plain.includes('"')) return plain.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  );
}
