// Reads the cells of one row (一行) by the column they stand in: codes from words, yes and no, whole numbers, amounts.
import type { FlawCode, ImportFlaw } from './import-flaw.rules';
import { columnOfKey, type Heading, keyOf, type RegisterColumn } from './register-columns.rules';
import { codeOf, yesOrNo } from './sheet-words.rules';

export interface SheetRow {
  line: number;
  cells: readonly string[];
}

export type CellValue = string | number | boolean | null;

export interface ReadRow extends SheetRow {
  /** by `of.field` of the column; undefined where the cell cannot be read */
  values: Readonly<Record<string, CellValue | undefined>>;
}

const LONGEST = 200;

export function readRow(row: SheetRow, { at }: Heading, tell: (flaw: ImportFlaw) => void): ReadRow {
  const values: Record<string, CellValue | undefined> = {};
  for (const [column, place] of at) {
    const value = readCell(column, row.cells[place] ?? '');
    const key = keyOf(column);
    if (typeof value === 'object' && value !== null)
      tell({ line: row.line, at: place, title: column.title, code: value.code });
    else values[key] = value;
  }
  return { ...row, values };
}

export function readCell(column: RegisterColumn, told: string): CellValue | { code: FlawCode } {
  const text = told.trim();
  if (text === '' || text === '-' || text === '/') return column.optional ? null : { code: 'CELL_EMPTY' };
  switch (column.kind) {
    case 'code':
      return codeOf[column.list ?? 'type'].get(text) ?? { code: 'CODE_UNKNOWN' };
    case 'yes':
      return yesOrNo.get(text) ?? { code: 'CODE_UNKNOWN' };
    case 'whole':
      return /^\d{1,4}$/.test(text) ? Number(text) : { code: 'CELL_ILL' };
    case 'amount':
      return /^-?\d{1,9}(\.\d{1,6})?$/.test(text) ? text : { code: 'CELL_ILL' };
    default:
      return text.length <= LONGEST ? text : { code: 'CELL_ILL' };
  }
}

/** A flaw in the cell of that field, or in the row as a whole where the sheet has no such column. */
export function flawAt(row: SheetRow, { at }: Heading, key: string, code: FlawCode): ImportFlaw {
  const column = columnOfKey.get(key);
  return { line: row.line, at: (column && at.get(column)) ?? -1, title: column?.title ?? '', code };
}
