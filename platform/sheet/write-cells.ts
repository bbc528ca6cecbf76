// Writes the cells of a sheet (单元格): what a column repeats is told once, behind the sheets, and each cell names its place there.
import { asXml, columnName, neutralText } from './cell-text';

export type Cell = string | number | null | undefined;

/** 0 plain, 1 bold, 2 grey, as the styles of the book have them. */
export type CellStyle = 0 | 1 | 2;

/** A column that has more different texts than that holds numbers of people and the like: those are written where they stand. */
const MOST_OF_A_COLUMN = 500;
const LONGEST = 60;

/** The texts that cells share (共享文本): one list for the whole book. */
export class SharedTexts {
  private readonly texts: string[] = [];

  place(text: string): number {
    return this.texts.push(text) - 1;
  }

  *items(): Generator<string> {
    for (const text of this.texts) yield `<si>${textElement(text)}</si>`;
  }
}

/** Writes the cells of one column; `line` is the number of the row. */
export function columnOf(at: number, shared: SharedTexts): (cell: Cell, line: string) => string {
  const begin = `<c r="${columnName(at)}`;
  const known = new Map<string, string>();
  return (cell, line) => {
    if (cell === null || cell === undefined || cell === '') return '';
    if (typeof cell === 'number') return `${begin}${line}"><v>${cell}</v></c>`;
    let end = known.get(cell);
    if (end === undefined) {
      if (known.size >= MOST_OF_A_COLUMN || cell.length > LONGEST) return `${begin}${line}${inline(cell)}`;
      end = `" t="s"><v>${shared.place(cell)}</v></c>`;
      known.set(cell, end);
    }
    return begin + line + end;
  };
}

/** A row of texts in a style, for what stands above the rows. */
export function headingRow(line: number, texts: readonly string[], style: CellStyle): string {
  const cells = texts.map((text, at) => `<c r="${columnName(at)}${line}" s="${style}${inline(text)}`);
  return `<row r="${line}">${cells.join('')}</row>`;
}

const inline = (text: string) => `" t="inlineStr"><is>${textElement(text)}</is></c>`;

/** Blanks at the ends, and line breaks, are kept where the text says so. */
function textElement(text: string): string {
  const safe = asXml(neutralText(text));
  return /^\s|\s$|\n/.test(safe) ? `<t xml:space="preserve">${safe}</t>` : `<t>${safe}</t>`;
}
