// Lists of what became of the register (台账、状态、分并户清单) that go out as workbooks.
import { placedCursor } from '#platform/database/page';
import { FactChange } from './change/fact-change.entity';
import { shownFact } from './change/facts.rules';
import { listFactChanges } from './change/list-changes';
import { wordOf } from './household-paper-words';
import type { HouseholdState } from './household-state/household-state.entity';
import { listStates, stateCursor } from './household-state/list-states';
import { StateCorrection } from './household-state/state-correction.entity';
import { exportedList } from './list-export/exported-list';
import { placedPages } from './list-export/list-placed';
import { ofHousehold, ofType, regionIn, textOf } from './list-export-columns';
import { Regrouping } from './regrouping/regrouping.entity';
import { listResettlements } from './resettlement/list-resettlements';
import type { Resettlement } from './resettlement/resettlement.entity';

const state = ofType<HouseholdState>('HouseholdState');
const correction = ofType<StateCorrection>('StateCorrection');
const change = ofType<FactChange & { shownBefore: unknown; shownAfter: unknown }>('FactChange');
const regrouping = ofType<Regrouping>('Regrouping');
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
    cursor: placedCursor,
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
    cursor: placedCursor,
    ids: ({ regionId, toRegionId, proposedBy }) => ({ regions: [regionId, toRegionId], people: [proposedBy] }),
  }),
};

/** An import that is not in scope has no rows, whatever its id. */
const told = (value: unknown) => (Array.isArray(value) ? value.join('、') : textOf(value));
