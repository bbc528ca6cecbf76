// An official table as a page for print (官方表打印页): landscape, its heading again on each sheet of paper, sent row by row.
import type { MadeFile } from '#platform/graph/files/file-answer';
import { policyOfStyle, safeText } from '#platform/graph/files/printed-page';

const STYLE = `
@page { size: A4 landscape; margin: 12mm 15mm; }
@page form { size: A4 portrait; margin: 16mm 15mm; }
body { margin: 0 auto; max-width: 280mm; color: #000; background: #fff; font: 10.5pt/1.4 宋体, SimSun, 'Noto Serif CJK SC', serif; }
h1 { margin: 0 0 3mm; font-size: 16pt; text-align: center; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.7mm 1.2mm; border: 0.6pt solid #000; }
td { min-width: 4em; }
.amount { min-width: 0; text-align: right; white-space: nowrap; }
p { color: #666; font-size: 9pt; }
.form { max-width: 180mm; page: form; }
.form td:first-child { width: 45mm; }
.form .amount { text-align: left; }
@media print { .many, .most { font-size: 7.5pt; } .most { font-size: 5.8pt; } .most td { min-width: 3em; } .most .amount { min-width: 0; } .many th, .many td, .most th, .most td { padding: 0.4mm 0.6mm; } }
@media screen { body { padding: 6mm 4mm; } .wide { overflow-x: auto; } .many, .most { max-width: none; } }
`;
const FORM = 2;
/** More columns than a sheet of paper takes in ordinary type. */
const MANY = 12;
const MOST = 20;
const AMOUNT = /^-?\d[\d.]*$/;
const PAGE_POLICY = policyOfStyle(STYLE);

type Row = readonly (string | number)[];

export interface PrintedTable {
  title: string;
  /** of what: a month, a year */
  of: string;
  banner: string;
  columns: readonly string[];
  rows: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
  /** below the rows: what is empty after the first cell, or until the end, belongs to the cell before it */
  foot?: readonly Row[];
}

const cellOf = (tag: string, cell: string | number, span = 1) =>
  `<${tag}${span > 1 ? ` colspan="${span}"` : ''}${AMOUNT.test(String(cell)) ? ' class="amount"' : ''}>${safeText(String(cell))}</${tag}>`;
const rowOf = (tag: string, cells: Row) => `<tr>${cells.map((cell) => cellOf(tag, cell)).join('')}</tr>`;

function footOf(cells: Row): string {
  const told = cells.flatMap((cell, at) => (cell === '' ? [] : [at]));
  const last = told.at(-1) ?? 0;
  const ends = (at: number) => (at === last ? cells.length : at === 0 ? (told.find((each) => each > 0) ?? 1) : at + 1);
  const shown = cells.flatMap((cell, at) => (cell !== '' || (at > ends(0) && at < last) ? [{ cell, at }] : []));
  return `<tr>${shown.map(({ cell, at }) => cellOf('td', cell, ends(at) - at)).join('')}</tr>`;
}

const kindOf = ({ length }: Row) =>
  length <= FORM ? ' class="form"' : length > MOST ? ' class="most"' : length > MANY ? ' class="many"' : '';

async function* pieces({ title, of, banner, columns, rows, foot = [] }: PrintedTable): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${safeText(title)}</title><style>${STYLE}</style></head><body${kindOf(columns)}><h1>${safeText(title)}（${safeText(of)}）</h1><div class="wide"><table><thead>${rowOf('th', columns)}</thead><tbody>`,
  );
  for await (const some of rows) yield Buffer.from(some.map((row) => rowOf('td', row)).join(''));
  yield Buffer.from(`${foot.map(footOf).join('')}</tbody></table></div><p>${safeText(banner)}</p></body></html>`);
}

export const tablePage = (table: PrintedTable): MadeFile => ({
  ...{ name: `${table.title}-${table.of}.html`, contentType: 'text/html; charset=utf-8', inline: true },
  ...{ contentPolicy: PAGE_POLICY, body: pieces(table) },
});
