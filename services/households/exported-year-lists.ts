// Lists of frozen years and of imports (年度、导入清单) that go out as workbooks.
import { cursorOf, type PageArgs } from '#platform/database/page';
import { wordOf } from './household-paper-words';
import type { ListAsked } from './list-export/exportable-list.rules';
import { exportedList } from './list-export/exported-list';
import { placedPages, yearPages } from './list-export/list-placed';
import { ofHousehold, ofType, regionIn } from './list-export-columns';
import type { ImportDifference } from './register-import/import-flaw.entity';
import { findImport, listDifferences, listImports } from './register-import/list-imports';
import type { RegisterImport } from './register-import/register-import.entity';
import { RegisterYear } from './register-year/register-year.entity';
import { YearRecord } from './register-year/year-record.entity';
import type { HouseholdsContext } from './tools';

const registerYear = ofType<RegisterYear>('RegisterYear');
const record = ofType<YearRecord>('YearRecord');
const brought = ofType<RegisterImport>('RegisterImport');
const difference = ofType<ImportDifference>('RegisterImportDifference');
const verdicts = { change: '将写入', conflict: '系统中也改过', done: '已是此值', forbidden: '无权修改' };
const importStates = {
  uploaded: '已上传',
  checking: '正在预览',
  checked: '已预览',
  committing: '正在写入',
  committed: '已写入',
  failed: '未成',
};

export const yearLists = {
  registerYears: exportedList<RegisterYear>({
    title: '年度数据集',
    columns: [
      regionIn('Region', '地区', 'id'),
      registerYear('年度', 'year'),
      registerYear('户数', 'households'),
      registerYear('人数', 'people'),
      registerYear('内容哈希', 'hash'),
      registerYear.person('冻结人', 'frozenBy', ({ frozenBy }) => frozenBy),
      registerYear('冻结日期', 'frozenAt'),
    ],
    ...placedPages(RegisterYear),
    ids: ({ regionId, frozenBy }) => ({ regions: [regionId], people: [frozenBy] }),
  }),
  yearRecords: exportedList<YearRecord>({
    title: '年度记录',
    columns: [
      ...ofHousehold,
      record('年度', 'year'),
      record('状态', 'state', ({ state: code }) => wordOf('exit-state', code)),
      record('人均纯收入（元）', 'perHead'),
      record('人数', 'members', ({ members }) => members.length),
      record('冻结日期', 'frozenAt'),
    ],
    ...yearPages(YearRecord, 't.year = $6'),
    ids: ({ householdId, regionId }) => ({ households: [householdId], regions: [regionId] }),
  }),
  registerImports: exportedList<RegisterImport>({
    title: '登记表导入',
    columns: [
      regionIn('RegisterImport'),
      brought('文件名', 'name'),
      brought.worded('种类', 'kind', { national: '全国系统导出表', export: '本系统导出表' }),
      brought.worded('进展', 'state', importStates),
      brought('户数', 'householdCount'),
      brought('人数', 'memberCount'),
      brought('变更', 'changeCount'),
      brought('冲突', 'conflictCount'),
      brought('错误', 'flawCount'),
      brought('上传日期', 'uploadedAt'),
      brought('写入日期', 'committedAt'),
      brought('文件散列', 'sha256'),
    ],
    page: (context, _, args) => listImports(context, args),
    cursor: ({ id }) => cursorOf(id),
    ids: ({ regionId }) => ({ regions: [regionId] }),
  }),
  importDifferences: exportedList<ImportDifference>({
    title: '导入差异',
    columns: [
      difference('行号', 'line'),
      difference('单元格', 'cell'),
      difference('列名', 'title'),
      difference.worded('判断', 'verdict', verdicts),
      difference('导出时', 'exported'),
      difference('现在', 'current'),
      difference('所上传', 'uploaded'),
    ],
    page: differencesOf,
    cursor: ({ ordinal }) => cursorOf(ordinal),
    ids: () => ({}),
  }),
};
async function differencesOf(context: HouseholdsContext, { ofId }: ListAsked, args: PageArgs) {
  const found = await findImport(context, ofId ?? '');
  return found ? listDifferences(context, found.id, args) : { items: [], hasNextPage: false };
}
