// Lists of people and their incomes that go out as workbooks (成员、收入清单): each column under the right of its field.
import { maskFromTail, maskName } from '#platform/vocabulary/identity-number';
import { wordOf } from './household-paper-words';
import { Income } from './income/income.entity';
import { netOf } from './income/income.rules';
import { exportedList, type ListColumn } from './list-export/exported-list';
import { householdPages } from './list-export/list-placed';
import { number, ofHousehold, ofType, place, textOf } from './list-export-columns';
import { Member } from './member/member.entity';

const member = ofType<Member>('Member');
const income = ofType<Income>('Income');
const code = (title: string, field: keyof Member & string, dictionary: string) =>
  member(title, field, (row) => wordOf(dictionary, row[field] as string | null));

const whoItIs: readonly ListColumn<Member>[] = [
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
];
const named = ({ householdId, regionId }: Member) => ({ households: [householdId], regions: [regionId] });

/** Of a year the one that holds: what was confirmed last, else what was told last. */
const THE_ONE = `t.year = $6 and not exists (select 1 from households.income o where o.household_id = t.household_id and o.year = t.year
  and ((o.outcome = 'confirmed') is true, o.ordinal) > ((t.outcome = 'confirmed') is true, t.ordinal))`;

export const memberLists = {
  members: exportedList<Member>({
    title: '家庭成员',
    columns: [
      ...whoItIs,
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
    ...householdPages(Member, 't.left_on is null'),
    ids: named,
  }),
  formerMembers: exportedList<Member>({
    title: '减少的成员',
    columns: [...whoItIs, member('加入日期', 'joinedOn'), member('减少日期', 'leftOn')],
    ...householdPages(Member, 't.left_on is not null'),
    ids: named,
  }),
  incomes: exportedList<Income>({
    title: '家庭收入',
    columns: [
      ...ofHousehold,
      income('年度', 'year'),
      income('人数', 'members'),
      income('工资性收入（元）', 'wages'),
      income('生产经营性收入（元）', 'business'),
      income('财产性收入（元）', 'property'),
      income('转移性收入（元）', 'transfers'),
      income('生产经营性支出（元）', 'productionCost'),
      income.made('纯收入（元）', 'net', (row) => textOf(netOf(row))),
      income('人均纯收入（元）', 'perHead'),
      income.person('填报人', 'enteredBy', ({ enteredBy }) => enteredBy),
      income('填报日期', 'enteredAt'),
      income.worded('审核', 'outcome', { confirmed: '通过', returned: '退回', null: '待审核' }),
      income('审核意见', 'remark'),
    ],
    ...householdPages(Income, THE_ONE),
    ids: ({ householdId, regionId, enteredBy }) => ({
      households: [householdId],
      regions: [regionId],
      people: [enteredBy],
    }),
  }),
};
