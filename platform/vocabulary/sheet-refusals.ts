// What may be refused of a sheet (电子表格) before any of its rows is looked at.
import { refusal } from './refusal';

export const sheetRefusals = {
  sheetIll: refusal('SHEET_ILL', '不是可读的 xlsx 工作簿', 'This is no xlsx workbook that can be read'),
  sheetTooLarge: refusal(
    'SHEET_TOO_LARGE',
    '表格过大：{what} 至多 {allowed}',
    'The sheet is too large: {what}, at most {allowed}',
  ),
  sheetFormula: refusal(
    'SHEET_FORMULA',
    '单元格 {cell} 是公式；只收数值与文本',
    'Cell {cell} is a formula; only values are taken',
  ),
} as const;
