// Bytes of a statement (对账单文件): delimited text with its quotation marks, or the first sheet of a workbook.
import { readSheet } from '#platform/sheet/read-sheet';
import { decodeGb18030 } from './one-card/gb18030.rules';
import { reconciliationRefusals } from './reconciliation/reconciliation-refusals.rules';
import type { StatementFiles, StatementRecord } from './reconciliation/statement-profile.rules';

const LIMITS = { rows: 2_100, columns: 26, cellCharacters: 300, unpackedBytes: 50 * 1024 * 1024 };

export const statementFiles: StatementFiles = {
  async read({ form, encoding, delimiter = ',' }, bytes) {
    if (form === 'delimited') return splitText(decoded(bytes, encoding), delimiter);
    const records: StatementRecord[] = [];
    for await (const lines of readSheet(bytes, LIMITS)) records.push(...lines);
    return records;
  },
};

function decoded(bytes: Buffer, encoding: 'gb18030' | 'utf-8' | undefined): string {
  try {
    return encoding === 'gb18030' ? decodeGb18030(bytes) : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw reconciliationRefusals.statementUnreadable({ what: '编码 encoding' });
  }
}

/** A cell between quotation marks may hold the delimiter, the end of a line, and its own marks doubled. */
function splitText(text: string, delimiter: string): StatementRecord[] {
  const records: StatementRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let [line, begun, quoted] = [1, 1, false];
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (cells.some((each) => each.trim() !== '')) records.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  if (text.length > 2_000_000) throw reconciliationRefusals.statementUnreadable({ what: '过长 length' });
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text.charAt(++at);
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      [cell, quoted] = ['', true];
    } else if (sign === delimiter) endCell();
    else if (sign === '\n') endRecord();
    else if (sign !== '\r' && sign !== '\uFEFF') cell += sign;
  }
  endRecord();
  return records;
}
