// Lists of help plans and of programmes (帮扶计划、专项清单) that go out as workbooks.
import { cursorOf, placedCursor } from '#platform/database/page';
import { inChinese } from '#platform/vocabulary/in-chinese';
import { type HelpPlan, HelpPlanOutcome } from './help-plan/help-plan.entity';
import { listMeasures, type PlannedMeasure } from './help-plan/list-measures';
import { wordOf } from './household-paper-words';
import { exportedList } from './list-export/exported-list';
import { memberOf, ofHousehold, ofType } from './list-export-columns';
import { listCases } from './programme/list-cases';
import type { ProgrammeCase } from './programme/programme-case.entity';
import type { ProgrammePack } from './programme/programme-pack.rules';
import { caseGoesBy } from './programme/programme-pack-on.loader';
import { titleOfState } from './programme/show-case.rules';

type PackedCase = ProgrammeCase & { pack: ProgrammePack };

const plan = ofType<PlannedMeasure & HelpPlan>('HelpPlan');
const measure = ofType<PlannedMeasure>('HelpMeasure');
const programmeCase = ofType<PackedCase>('ProgrammeCase');
const outcomes = { [HelpPlanOutcome.approved]: '同意', [HelpPlanOutcome.returned]: '退回', null: '待审' };

export const helpLists = {
  helpMeasures: exportedList<PlannedMeasure>({
    title: '帮扶计划与措施',
    columns: [
      ...ofHousehold,
      plan('年度', 'year'),
      plan('目标', 'goal'),
      plan.person('拟订人', 'draftedBy', ({ draftedBy }) => draftedBy),
      plan.worded('审核', 'outcome', outcomes),
      measure('致贫原因', 'cause', ({ cause }) => wordOf('poverty-cause', cause)),
      measure('类别', 'kind', ({ kind }) => wordOf('visit-measure', kind)),
      measure('措施', 'content'),
      measure('时限', 'dueOn'),
      measure('落实日期', 'carriedOn'),
      measure('成效', 'effect'),
      memberOf('户内签字', ({ signedBy }: PlannedMeasure) => signedBy),
    ],
    page: (context, { regionId, year }, args) => listMeasures(context, regionId, year ?? 0, args),
    cursor: ({ path, householdId, id }) => cursorOf(path, householdId, id),
    ids: ({ householdId, regionId, draftedBy, signedBy }) => ({
      households: [householdId],
      regions: [regionId],
      people: [draftedBy],
      members: [signedBy],
    }),
  }),
  programmeCases: exportedList<PackedCase>({
    title: '专项事项',
    columns: [
      ...ofHousehold,
      programmeCase('事项编号', 'number'),
      programmeCase('专项', 'programme', ({ pack }) => pack.title.zh),
      programmeCase('状态', 'state', ({ pack, state }) => inChinese(titleOfState(pack, state))),
      programmeCase('进入现状态', 'since'),
      programmeCase('下一环节应办日', 'dueOn'),
      programmeCase('决定文号', 'documentNumber'),
    ],
    async page(context, { regionId }, args) {
      const { items, hasNextPage } = await listCases(context, { ...args, regionId });
      const packs = await Promise.all(items.map((row) => caseGoesBy(context, row)));
      return { items: items.map((row, at) => Object.assign(row, { pack: packs[at] as ProgrammePack })), hasNextPage };
    },
    cursor: placedCursor,
    ids: ({ householdId, regionId }) => ({ households: [householdId], regions: [regionId] }),
  }),
};
