// Lists of what became of the register (台账、年度、导入清单) that go out as workbooks.
import { cursorOf, type PageArgs } from '#platform/database/page';
import { FactChange } from './change/fact-change.entity';
import { shownFact } from './change/facts.rules';
import { listFactChanges } from './change/list-changes';
import { wordOf } from './household-paper-words';
import type { HouseholdState } from './household-state/household-state.entity';
import { listStates, stateCursor } from './household-state/list-states';
import { StateCorrection } from './household-state/state-correction.entity';
import type { ListAsked } from './list-export/exportable-list.rules';
import { exportedList } from './list-export/exported-list';
import { placedPages, yearPages } from './list-export/list-placed';
import { ofHousehold, ofType, regionIn, textOf } from './list-export-columns';
import type { ImportDifference } from './register-import/import-flaw.entity';
import { findImport, listDifferences, listImports } from './register-import/list-imports';
import type { RegisterImport } from './register-import/register-import.entity';
import { RegisterYear } from './register-year/register-year.entity';
import { YearRecord } from './register-year/year-record.entity';
import { Regrouping } from './regrouping/regrouping.entity';
import { listResettlements } from './resettlement/list-resettlements';
import type { Resettlement } from './resettlement/resettlement.entity';
import type { HouseholdsContext } from './tools';

const state = ofType<HouseholdState>('HouseholdState');
const correction = ofType<StateCorrection>('StateCorrection');
const change = ofType<FactChange & { shownBefore: unknown; shownAfter: unknown }>('FactChange');
const regrouping = ofType<Regrouping>('Regrouping');
const registerYear = ofType<RegisterYear>('RegisterYear');
const record = ofType<YearRecord>('YearRecord');
const brought = ofType<RegisterImport>('RegisterImport');
const difference = ofType<ImportDifference>('RegisterImportDifference');
const resettlement = ofType<Resettlement>('Resettlement');
const outcomes = { approved: '已批准', refused: '未批准', null: '待决定' };
const deeds = {
  correct: '更正',
  join: '增加',
  leave: '减少',
  head: '户主变更',
  split: '分户',
  merge: '并户',
  undo: '撤销',
};
const verdicts = { change: '将写入', conflict: '系统中也改过', done: '已是此值', forbidden: '无权修改' };
const importStates = {
  uploaded: '已上传',
  checking: '正在预览',
  checked: '已预览',
  committing: '正在写入',
  committed: '已写入',
  failed: '未成',
};

export const registerLists = {
  householdStates: exportedList<HouseholdState>({
    title: '年度状态',
    columns: [
      ...ofHousehold,
      state('年度', 'year'),
      state('状态', 'state', ({ state: code }) => wordOf('exit-state', code)),
      state('认定文号', 'documentNumber'),
      state('登记日期', 'decidedAt'),
    ],
    page: (context, { regionId, year }, args) => listStates(context, regionId, year ?? 0, args),
    cursor: stateCursor,
    ids: ({ householdId, regionId }) => ({ households: [householdId], regions: [regionId] }),
  }),
  stateCorrections: exportedList<StateCorrection>({
    title: '状态更正',
    columns: [
      ...ofHousehold,
      correction('年度', 'year'),
      correction('原状态', 'fromState', ({ fromState }) => wordOf('exit-state', fromState)),
      correction('更正为', 'toState', ({ toState }) => wordOf('exit-state', toState)),
      correction('认定文号', 'documentNumber'),
      correction('理由', 'reason'),
      correction('提出日期', 'proposedAt'),
      correction.worded('结果', 'outcome', outcomes),
      correction('意见', 'remark'),
      correction('决定日期', 'decidedAt'),
    ],
    ...placedPages(StateCorrection),
    ids: ({ householdId, regionId }) => ({ households: [householdId], regions: [regionId] }),
  }),
  factChanges: exportedList<FactChange & { shownBefore: unknown; shownAfter: unknown }>({
    title: '变更台账',
    columns: [
      ...ofHousehold,
      change.worded('因何变更', 'deed', deeds),
      change('事实', 'field'),
      change.made('原值', 'before', ({ shownBefore }) => told(shownBefore)),
      change.made('现值', 'after', ({ shownAfter }) => told(shownAfter)),
      change('自何日起', 'validFrom'),
      change('登记日期', 'knownAt'),
      change('理由', 'reason'),
      change('依据文号', 'documentNumber'),
      change.person('经办人', 'changedBy', ({ changedBy }) => changedBy),
    ],
    // Whether a value is shown, and masked, is decided by its own field and not by the column.
    async page(context, { regionId }, args, sees) {
      const { items, hasNextPage } = await listFactChanges(context, regionId, args, sees);
      const shown = (row: FactChange, value: unknown) =>
        shownFact(sees, row.memberId ? 'member' : 'household', row.field, value);
      const rows = items.map((row) =>
        Object.assign(row, { shownBefore: shown(row, row.before), shownAfter: shown(row, row.after) }),
      );
      return { items: rows, hasNextPage };
    },
    cursor: ({ path, id }) => cursorOf(path, id),
    ids: ({ householdId, regionId, changedBy }) => ({
      households: [householdId],
      regions: [regionId],
      people: [changedBy],
    }),
  }),
  regroupings: exportedList<Regrouping>({
    title: '分户并户',
    columns: [
      ...ofHousehold,
      regrouping.worded('类别', 'kind', { split: '分户', merge: '并户' }),
      regrouping.made('成为（并入）户编号', 'into', ({ intoId }, { names }) => names.household(intoId).number),
      regrouping('发生日期', 'happenedOn'),
      regrouping('理由', 'reason'),
      regrouping('依据文号', 'documentNumber'),
      regrouping('登记日期', 'doneAt'),
      regrouping('撤销日期', 'undoneAt'),
    ],
    ...placedPages(Regrouping),
    ids: ({ householdId, intoId, regionId }) => ({ households: [householdId, intoId], regions: [regionId] }),
  }),
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
  resettlements: exportedList<Resettlement>({
    title: '分村安置名单',
    columns: [
      regionIn('Resettlement', '原村', 'from'),
      resettlement.made('去往', 'to', ({ toRegionId }, { names }) => names.place(toRegionId)),
      resettlement('自何日起', 'effectiveOn'),
      resettlement('文号', 'documentNumber'),
      resettlement('户数', 'households'),
      resettlement.person('提出人', 'proposedBy', ({ proposedBy }) => proposedBy),
      resettlement('提出日期', 'proposedAt'),
      resettlement('已迁入', 'moved'),
      resettlement('不批准的原因', 'remark'),
      resettlement('决定日期', 'decidedAt'),
    ],
    page: (context, _, args) => listResettlements(context, args),
    cursor: ({ path, id }) => cursorOf(path, id),
    ids: ({ regionId, toRegionId, proposedBy }) => ({ regions: [regionId, toRegionId], people: [proposedBy] }),
  }),
};

/** An import that is not in scope has no rows, whatever its id. */
async function differencesOf(context: HouseholdsContext, { ofId }: ListAsked, args: PageArgs) {
  const found = await findImport(context, ofId ?? '');
  return found ? listDifferences(context, found.id, args) : { items: [], hasNextPage: false };
}

const told = (value: unknown) => (Array.isArray(value) ? value.join('、') : textOf(value));
