// What a changed cell (改动的单元格) may hold: what the deed that writes it would refuse is told in the preview, by its cell.
import { isIdentityNumber } from '#platform/vocabulary/identity-number';
import { isPhone } from '../household/household.rules';
import { readCardNumber } from '../member/further-facts.rules';
import type { FlawCode } from './import-flaw.rules';
import type { CellValue } from './read-cells.rules';
import { codeOf } from './sheet-words.rules';

/** A mask that was typed over is no number either. */
export function flawOfCell(key: string, value: CellValue): FlawCode | null {
  if (typeof value !== 'string') return null;
  if (key === 'household.phone' && !isPhone(value)) return 'CELL_ILL';
  if (key === 'member.idNumber' && !isIdentityNumber(readCardNumber(value.toUpperCase()).idNumber)) return 'ID_ILL';
  return null;
}

/** Who is the head is changed by a deed of its own, which no sheet does. */
export const changesHead = (key: string, current: string, value: CellValue): boolean =>
  key === 'member.relation' && (codeOf.relation.get(current) === 'head') !== (value === 'head');
