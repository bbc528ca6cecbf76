// The rows of a catalogue's sheet (目录表各行), as the reader of sheets tells them.
import { readSheet } from '#platform/sheet/read-sheet';
import type { CatalogueRows, SheetRow } from './catalogue/catalogue-sheet.rules';

const LIMITS = { rows: 60_001, columns: 20, cellCharacters: 300, unpackedBytes: 200 * 1024 * 1024 };

export const catalogueRows: CatalogueRows = async (bytes) => {
  const rows: SheetRow[] = [];
  for await (const lines of readSheet(bytes, LIMITS)) rows.push(...lines);
  return rows;
};
