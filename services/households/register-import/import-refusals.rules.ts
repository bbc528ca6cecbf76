// What may be refused of a register import (导入) as a whole; what is wrong in its rows is told cell by cell.
import { refusal } from '#platform/vocabulary/refusal';
import { sheetRefusals } from '#platform/vocabulary/sheet-refusals';

export const importRefusals = {
  ...sheetRefusals,
  sheetColumns: refusal('SHEET_COLUMNS', '表头缺少这些列：{columns}', 'The heading lacks these columns: {columns}'),
  importBusy: refusal(
    'IMPORT_BUSY',
    '该导入正在处理，请稍候查询',
    'This import is being worked on, ask for it again shortly',
  ),
  importState: refusal(
    'IMPORT_STATE',
    '该导入现为“{state}”，不能如此办理',
    'This import is {state}, which does not allow that',
  ),
  importIll: refusal(
    'IMPORT_ROWS_ILL',
    '表中有 {count} 处错误，均未写入',
    '{count} cells are wrong, and nothing was written',
  ),
  importChanged: refusal(
    'IMPORT_NOT_AS_PREVIEWED',
    '内容与预览不一致，请重新预览',
    'This is not what was previewed, preview it again',
  ),
  importFourEyes: refusal(
    'IMPORT_FOUR_EYES',
    '表中有状态认定，须由导入人以外的人提交',
    'This sheet tells states, and is committed by somebody else than who brought it',
  ),
  importConflicts: refusal(
    'IMPORT_CONFLICTS',
    '有 {count} 处与导出后的修改冲突，请说明保留哪一方',
    '{count} cells were changed since the export, say which side holds',
  ),
} as const;
