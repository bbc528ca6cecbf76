// The errors of a register sheet (错误清单) as a workbook of its own: row, cell, column, and what is wrong there.

import { cursorOf } from '#platform/database/page';
import type { FileMaker } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { writeBook } from '#platform/sheet/write-book';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findImport, listFlaws } from './register-import/list-imports';
import type { HouseholdsContext } from './tools';

const columns = [
  { title: '行', width: 8 },
  { title: '单元格', width: 10 },
  { title: '列', width: 18 },
  { title: '错误代码', width: 20 },
  { title: '说明', width: 70 },
];
const AT_ONCE = 200;

export const registerFlawsFile: FileMaker = async (given, { importId }) => {
  const context = given as unknown as HouseholdsContext;
  const found = await findImport(context, String(importId));
  if (!found) throw commonRefusals.notFound({ what: '导入 import' });
  const banner = `${found.name} · 共 ${found.flawCount} 处错误`;
  const rows = async function* () {
    let after: string | undefined;
    for (let more = true; more; ) {
      const { items, hasNextPage } = await listFlaws(context, found.id, { first: AT_ONCE, after });
      yield items.map(({ line, cell, title, code, message }) => [line, cell, title, code, message]);
      more = hasNextPage;
      after = cursorOf(items.at(-1)?.ordinal ?? 0);
    }
  };
  const name = `错误清单-${found.name.replace(/\.xlsx$/i, '')}.xlsx`;
  return { name, contentType: contentTypes.xlsx, body: writeBook([{ name: '错误清单', banner, columns, rows }]) };
};
