// The lists that go out as workbooks (可导出的清单): of each its columns, and the very list of the graph that its pages are of.
import { cursorOf } from '#platform/database/page';
import { maskFromTail, maskName } from '#platform/vocabulary/identity-number';
import type { Determination } from './determination/determination.entity';
import { listDeterminations } from './determination/list-determinations';
import { levelWord, wordOf } from './household-paper-words';
import type { ExportableList } from './list-export/exportable-list.rules';
import { type ExportedList, exportedList } from './list-export/exported-list';
import { listMembers, listPairings } from './list-export/list-members';
import { number, ofHousehold, ofType, place } from './list-export-columns';
import { listCases as listLookBackCases } from './look-back/list-look-backs';
import type { LookBackCase } from './look-back/look-back-case.entity';
import type { Member } from './member/member.entity';
import type { Pairing } from './pairing/pairing.entity';
import { listCases as listProgrammeCases } from './programme/list-cases';
import type { ProgrammeCase } from './programme/programme-case.entity';
import { packByHash } from './programme/programme-pack-on.loader';
import { titleOfState } from './programme/show-case.rules';
import { listRegionVisits } from './visit/list-region-visits';
import type { Visit } from './visit/visit.entity';

const [member, visit, pairing] = [ofType<Member>('Member'), ofType<Visit>('Visit'), ofType<Pairing>('Pairing')];
const determination = ofType<Determination>('Determination');
const programmeCase = ofType<ProgrammeCase>('ProgrammeCase');
const lookBackCase = ofType<LookBackCase>('LookBackCase');
const code = (title: string, field: keyof Member & string, dictionary: string) =>
  member(title, field, (row) => wordOf(dictionary, row[field] as string | null));

const statuses: Readonly<Record<string, string>> = {
  open: '在办',
  completed: '已批准并公告',
  refused: '未通过',
  withdrawn: '已撤回',
};
const caseStates: Readonly<Record<string, string>> = {
  'to-check': '待核查',
  clean: '无问题',
  problem: '待整改',
  fixed: '已整改待复核',
  settled: '已销号',
};
export const exportedLists: Readonly<Record<ExportableList, ExportedList>> = {
  members: exportedList<Member>({
    title: '家庭成员',
    columns: [
      place,
      number,
      {
        title: '姓名',
        shows: ['Member', 'name'],
        cell: ({ name }: Member, { masked }) => (masked ? maskName(name) : name),
      },
      {
        title: '证件号码',
        shows: ['Member', 'idNumber'],
        cell: ({ idNumberTail }: Member) => maskFromTail(idNumberTail),
      },
      code('性别', 'sex', 'sex'),
      member('出生日期', 'birthday'),
      code('与户主关系', 'relation', 'relation'),
      code('民族', 'ethnicity', 'ethnicity'),
      code('文化程度', 'education', 'education'),
      code('在校生状况', 'schooling', 'schooling'),
      code('健康状况', 'health', 'health'),
      code('劳动能力', 'labour', 'labour'),
      code('务工状况', 'workPlace', 'work-place'),
      member('务工时间（月）', 'workMonths'),
      code('医疗保险', 'insured', 'insurance'),
      member('大病医疗', 'criticalIllnessInsured'),
      member('养老保险', 'pensionInsured'),
      member('低保', 'dibao'),
      code('残疾类别', 'disabilityKind', 'disability-kind'),
      member('残疾等级', 'disabilityGrade'),
      member('加入日期', 'joinedOn'),
    ],
    page: (context, { regionId }, args) => listMembers(context, regionId, args),
    cursor: ({ path, householdId, id }) => cursorOf(path, householdId, id),
    ids: ({ householdId, regionId }) => ({ householdId, regionId }),
  }),
  visits: exportedList<Visit>({
    title: '走访记录',
    columns: [
      ...ofHousehold,
      visit('走访日期', 'visitedOn'),
      { title: '走访人', shows: ['Visit', 'helper'], cell: ({ helperId }, { names }) => names.person(helperId) },
      visit('见到何人', 'met'),
      visit('走访内容', 'content'),
      visit('帮扶措施', 'measure', ({ measure }) => wordOf('visit-measure', measure)),
      visit('发现的问题', 'problem'),
      visit('登记日期', 'recordedAt'),
    ],
    page: (context, { regionId, quarter }, args) =>
      listRegionVisits(context, regionId ?? '', quarter ?? '', false, args),
    cursor: ({ path, visitedOn, householdId, id }) => cursorOf(path, visitedOn, householdId, id),
    ids: ({ householdId, regionId, helperId }) => ({ householdId, regionId, personId: helperId }),
  }),
  pairings: exportedList<Pairing>({
    title: '结对帮扶',
    columns: [
      ...ofHousehold,
      { title: '帮扶责任人', shows: ['Pairing', 'helper'], cell: ({ helperId }, { names }) => names.person(helperId) },
      pairing('单位层级', 'unitLevel', ({ unitLevel }) => levelWord(unitLevel)),
      pairing('自何日起', 'validFrom'),
      pairing('止于何日之前', 'validTo'),
    ],
    page: (context, { regionId }, args) => listPairings(context, regionId, args),
    cursor: ({ path, householdId, id }) => cursorOf(path, householdId, id),
    ids: ({ householdId, regionId, helperId }) => ({ householdId, regionId, personId: helperId }),
  }),
  determinations: exportedList<Determination>({
    title: '认定',
    columns: [
      place,
      number,
      determination('户主（脱敏）', 'headMasked'),
      determination('程序', 'kind', ({ kindTitle }) => kindTitle.zh),
      determination('年度', 'year'),
      determination('人数', 'people'),
      determination('事由', 'reason'),
      determination('办理状态', 'status', ({ status }) => statuses[status] ?? status),
      determination('公示届满日', 'postedUntil'),
      determination('提出日期', 'proposedAt'),
      determination('审批文号', 'documentNumber'),
      determination('办结日期', 'endedAt'),
    ],
    page: (context, { regionId }, args) => listDeterminations(context, { ...args, regionId }),
    cursor: ({ path, id }) => cursorOf(path, id),
    ids: ({ householdId, regionId }) => ({ householdId, regionId }),
  }),
  programmeCases: exportedList<ProgrammeCase>({
    title: '专项事项',
    columns: [
      ...ofHousehold,
      programmeCase('事项编号', 'number'),
      programmeCase('专项', 'programme', ({ packHash }) => packByHash(packHash).title.zh),
      programmeCase(
        '状态',
        'state',
        ({ packHash, state }) => titleOfState(packByHash(packHash), state).split(' · ')[0] ?? '',
      ),
      programmeCase('进入现状态', 'since'),
      programmeCase('下一环节应办日', 'dueOn'),
      programmeCase('决定文号', 'documentNumber'),
    ],
    page: (context, { regionId }, args) => listProgrammeCases(context, { ...args, regionId }),
    cursor: ({ path, id }) => cursorOf(path, id),
    ids: ({ householdId, regionId }) => ({ householdId, regionId }),
  }),
  lookBackCases: exportedList<LookBackCase>({
    title: '回头看',
    columns: [
      ...ofHousehold,
      lookBackCase('状态', 'state', ({ state }) => caseStates[state] ?? state),
      lookBackCase('问题类别', 'category'),
      lookBackCase('核查发现', 'finding'),
      lookBackCase('整改情况', 'fix'),
      lookBackCase('复核意见', 'recheckRemark'),
      lookBackCase('退回次数', 'returned'),
    ],
    page: (context, { regionId, lookBackId }, args) =>
      listLookBackCases(context, { ...args, regionId, lookBackId: lookBackId ?? '' }),
    cursor: ({ path, id }) => cursorOf(path, id),
    ids: ({ householdId, regionId }) => ({ householdId, regionId }),
  }),
};
