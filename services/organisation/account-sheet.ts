// Reads the sheet (xlsx) of accounts to be created: a heading row, then account, name and unit code of one person a line.
import { type Cell, Workbook } from 'exceljs';
import type { SheetRow } from './sign-in/tools.rules';

export async function readAccountSheet(file: Buffer): Promise<SheetRow[] | null> {
  const workbook = new Workbook();
  try {
    // exceljs declares a Buffer of its own, older than the one of Node.
    await workbook.xlsx.load(file as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  } catch {
    return null;
  }
  const [sheet] = workbook.worksheets;
  const heading = sheet?.getRow(1);
  if (
    !sheet ||
    !heading ||
    !['账号', '姓名', '单位代号'].every((title, at) => textOf(heading.getCell(at + 1)).startsWith(title))
  )
    return null;
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    if (line === 1) return;
    const [account = '', name = '', unitCode = ''] = [1, 2, 3].map((at) => textOf(row.getCell(at)));
    if (account || name || unitCode) rows.push({ line, account, name, unitCode });
  });
  return rows;
}

/** What a reader of the sheet sees: numbers, links and rich text are texts too. */
function textOf(cell: Cell): string {
  return cell.text.trim();
}
