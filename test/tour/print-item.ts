// Prints what a tour finds on a terminal, with columns that stay straight although a Chinese letter is two cells wide.
import type { Check, Item, Table } from './tour-record';

export function printItem(item: Item): string {
  if (item.kind === 'title') return `\n■ ${item.text}`;
  if (item.kind === 'line') return `  ${item.text}`;
  return item.kind === 'table' ? printTable(item) : printCheck(item);
}

function printCheck({ says, agrees, expected, found }: Check): string {
  if (agrees) return `  ✓ ${says}`;
  const why = expected === undefined ? '' : `\n      应为 expected: ${expected}\n      实为 found:    ${found ?? ''}`;
  return `  ✗ ${says}${why}`;
}

/** Columns in which every cell is a number stand to the right. */
function printTable({ columns, rows }: Table): string {
  const numeric = columns.map((_, at) => rows.length > 0 && rows.every((row) => /^(-?[\d.]+|—|)$/.test(row[at] ?? '')));
  const widths = columns.map((column, at) => Math.max(...[column, ...rows.map((row) => row[at] ?? '')].map(widthOf)));
  const print = (row: readonly string[]) =>
    `    ${row.map((cell, at) => pad(cell, widths[at] ?? 0, numeric[at] ?? false)).join('  ')}`.trimEnd();
  return [print(columns), `    ${widths.map((width) => '─'.repeat(width)).join('  ')}`, ...rows.map(print)].join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

export function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);
}
