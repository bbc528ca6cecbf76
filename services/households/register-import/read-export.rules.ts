// Reads a row that this system exported (导出行回传): what it was is sealed in the row itself, and only cells that were changed since count.
import type { ImportFlaw } from './import-flaw.rules';
import { flawAt, type SheetRow } from './read-cells.rules';
import { type Heading, keyOf, registerColumns } from './register-columns.rules';

/** Columns that a sheet carries for its way back. */
export const exportColumns = ['系统·导出', '系统·户', '系统·人', '系统·版本', '系统·原值', '系统·签名'] as const;

export interface ExportHeading {
  at: readonly number[];
}

export interface ExportedCell {
  key: string;
  title: string;
  /** place of the column, from 0 */
  at: number;
  exported: string;
  uploaded: string;
}

export interface ExportedRow {
  line: number;
  exportId: string;
  householdId: string;
  memberId: string;
  version: string;
  /** those that were changed in the sheet */
  cells: ExportedCell[];
}

export function exportHeadingOf(cells: readonly string[]): ExportHeading | null {
  const at = exportColumns.map((title) => cells.indexOf(title));
  return at.every((place) => place >= 0) ? { at } : null;
}

/** The text that is sealed: parts cannot run into one another, because ids hold no line break. */
export const sealedText = (
  exportId: string,
  householdId: string,
  memberId: string,
  version: string,
  original: string,
) => [exportId, householdId, memberId, version, original].join('\n');

export function readExportRow(
  row: SheetRow,
  heading: Heading,
  { at }: ExportHeading,
  sealOf: (text: string) => string,
): { row: ExportedRow | null; flaws: ImportFlaw[] } {
  const told = at.map((place) => row.cells[place] ?? '');
  const [exportId = '', householdId = '', memberId = '', version = '', original = '', seal = ''] = told;
  if (seal === '' || sealOf(sealedText(exportId, householdId, memberId, version, original)) !== seal)
    return { row: null, flaws: [flawAt(row, heading, 'row', 'SIGNATURE_ILL')] };
  const exported = JSON.parse(original) as string[];
  const cells: ExportedCell[] = [];
  registerColumns.forEach((column, n) => {
    const place = heading.at.get(column);
    if (place === undefined) return;
    const [was, is] = [(exported[n] ?? '').trim(), (row.cells[place] ?? '').trim()];
    if (was !== is) cells.push({ key: keyOf(column), title: column.title, at: place, exported: was, uploaded: is });
  });
  return { row: { line: row.line, exportId, householdId, memberId, version, cells }, flaws: [] };
}
