// A list as a workbook (导出清单): made when it is fetched, under the rights and in the scope of that moment, streamed and watermarked.
import type { FileMaker } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { nameExporter } from '#platform/graph/files/name-exporter';
import { writeBook } from '#platform/sheet/write-book';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { exportedLists } from './exported-lists';
import { exportableLists, type ListAsked } from './list-export/exportable-list.rules';
import { permissions } from './permissions';
import type { HouseholdsContext } from './tools';

export const listExportFile: FileMaker = async (given, about) => {
  const context = given as unknown as HouseholdsContext;
  const { caller } = context;
  const asked = about as unknown as ListAsked;
  if (!permissions.ruleOf(...exportableLists[asked.list].openedBy).admits(caller)) throw commonRefusals.forbidden();
  const { title, columns, rows } = exportedLists[asked.list];
  const { words, at } = await nameExporter(context);
  const banner = `${words} ${at} 导出 · 用途：${asked.purpose} · 含个人信息，不得外传`;
  const sees = (type: string, field: string) => permissions.sees(caller, type, field);
  return {
    name: `${title}-${at.slice(0, 10)}.xlsx`,
    contentType: contentTypes.xlsx,
    body: writeBook([{ name: title, banner, columns, rows: () => rows(context, asked, sees) }]),
  };
};
