// An official table as a page for print (官方表打印页): landscape, its heading again on each sheet of paper, sent row by row.
import type { MadeFile } from '#platform/graph/files/file-answer';
import { policyOfStyle, safeText } from '#platform/graph/files/printed-page';

const STYLE =
  'body{font:12pt 宋体,serif}h1{font-size:16pt;text-align:center}table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:2pt 4pt}.amount{text-align:right}p{color:#666;font-size:9pt}@page{size: A4 landscape;margin:15mm}thead{display:table-header-group}';
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
}

const rowOf = (tag: string, cells: Row) =>
  `<tr>${cells.map((cell) => `<${tag}${AMOUNT.test(String(cell)) ? ' class="amount"' : ''}>${safeText(String(cell))}</${tag}>`).join('')}</tr>`;

async function* pieces({ title, of, banner, columns, rows }: PrintedTable): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><h1>${title}（${of}）</h1><table><thead>${rowOf('th', columns)}</thead><tbody>`,
  );
  for await (const some of rows) yield Buffer.from(some.map((row) => rowOf('td', row)).join(''));
  yield Buffer.from(`</tbody></table><p>${safeText(banner)}</p></body></html>`);
}

export const tablePage = (table: PrintedTable): MadeFile => ({
  ...{ name: `${table.title}-${table.of}.html`, contentType: 'text/html; charset=utf-8', inline: true },
  ...{ contentPolicy: PAGE_POLICY, body: pieces(table) },
});
