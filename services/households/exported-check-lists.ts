// Lists of what is to be verified (比对、重复、数据有误清单) that go out as workbooks; what a bureau told of somebody stays in the graph.
import { placedCursor } from '#platform/database/page';
import type { Comparison } from './comparison/comparison.entity';
import { listComparisons, listMatches } from './comparison/comparison.loader';
import { type ComparisonMatch, MatchOutcome, MatchVerdict } from './comparison/comparison-match.entity';
import type { ComparisonKind } from './comparison/comparison-pack.rules';
import { figures } from './complaint/complaint.rules';
import { ComplaintOutcome, ComplaintSide, type DataComplaint } from './complaint/data-complaint.entity';
import { listComplaints } from './complaint/list-complaints';
import { type Duplicate, DuplicateVerdict } from './duplicate/duplicate.entity';
import { listDuplicates, listMemberChecks } from './duplicate/list-duplicates';
import { type MemberCheck, MemberCheckAnswer } from './duplicate/member-check.entity';
import { exportedList } from './list-export/exported-list';
import { head, memberOf, number, ofHousehold, ofType, place, placeAt, regionIn } from './list-export-columns';

const comparison = ofType<Comparison>('Comparison');
const match = ofType<ComparisonMatch>('ComparisonMatch');
const complaint = ofType<DataComplaint>('DataComplaint');
const duplicate = ofType<Duplicate>('Duplicate');
const memberCheck = ofType<MemberCheck>('MemberCheck');
const verdicts = {
  [MatchVerdict.confirmed]: '属实，须处理',
  [MatchVerdict.notSo]: '不属实',
  [MatchVerdict.noEffect]: '属实，不影响',
  null: '待核实',
};
const outcomes = { [MatchOutcome.corrected]: '已更正、已处理', [MatchOutcome.stands]: '无须更正', null: '未销号' };
const sides = {
  [ComplaintSide.citizen]: '群众本人',
  [ComplaintSide.household]: '贫困户',
  [ComplaintSide.town]: '镇街、村',
};
const answers = {
  [ComplaintOutcome.corrected]: '已更正',
  [ComplaintOutcome.stands]: '数据无误，已说明',
  [ComplaintOutcome.notRegistered]: '反映人未在册',
  null: '未答复',
};
const found = {
  [DuplicateVerdict.samePerson]: '同一人',
  [DuplicateVerdict.differentPeople]: '不是同一人',
  [DuplicateVerdict.wrongNumber]: '一方证件号有误',
  [DuplicateVerdict.over]: '已更正，不再相同',
  null: '待核',
};
const kinds = {
  death: '死亡',
  vehicle: '车辆',
  company: '企业',
  salary: '工资',
  benefit: '补贴',
  insurance: '保险',
} satisfies Record<ComparisonKind['kind'], string>;

export const checkLists = {
  comparisons: exportedList<Comparison>({
    title: '部门数据比对',
    columns: [
      regionIn('Comparison'),
      comparison.worded('类别', 'kind', kinds),
      comparison('来自部门', 'bureau'),
      comparison('来文文号', 'documentNumber'),
      comparison('截至日期', 'asOf'),
      comparison('行数', 'rowCount'),
      comparison('证件号有误', 'illFormed'),
      comparison('在册', 'matched'),
      comparison('交办核实', 'asked'),
      comparison.person('提交人', 'submittedBy', ({ submittedBy }) => submittedBy),
      comparison('提交日期', 'submittedAt'),
    ],
    page: (context, _, args) => listComparisons(context, args),
    cursor: placedCursor,
    ids: ({ regionId, submittedBy }) => ({ regions: [regionId], people: [submittedBy] }),
  }),
  comparisonMatches: exportedList<ComparisonMatch>({
    title: '比对结果',
    columns: [
      ...ofHousehold,
      memberOf('成员', ({ memberId }: ComparisonMatch) => memberId),
      match.worded('类别', 'kind', kinds),
      match('核实期限', 'verifyDueOn'),
      match('销号期限', 'closeDueOn'),
      match.worded('核实结果', 'verdict', verdicts),
      match('核实情况', 'verifyNote'),
      match.person('核实人', 'verifiedBy', ({ verifiedBy }) => verifiedBy),
      match.worded('销号结果', 'outcome', outcomes),
      match('销号说明', 'closeNote'),
      match.person('销号人', 'closedBy', ({ closedBy }) => closedBy),
      match('销号日期', 'closedAt'),
    ],
    page: (context, _, args) => listMatches(context, { comparisonId: null, awaiting: null, memberId: null }, args),
    cursor: placedCursor,
    ids: ({ householdId, regionId, memberId, verifiedBy, closedBy }) => ({
      households: [householdId],
      members: [memberId],
      regions: [regionId],
      people: [verifiedBy, closedBy],
    }),
  }),
  dataComplaints: exportedList<DataComplaint>({
    title: '数据有误反映',
    columns: [
      ...ofHousehold,
      memberOf('成员', ({ memberId }: DataComplaint) => memberId),
      complaint('数据项', 'figure', ({ figure }) => figures[figure]?.title.zh ?? figure),
      complaint.worded('由何方反映', 'side', sides),
      complaint('反映内容', 'told'),
      complaint('认为应为', 'claimed'),
      complaint('反映日期', 'filedAt'),
      complaint('核查期限', 'examineDueOn'),
      complaint('核查情况', 'finding'),
      complaint('答复期限', 'answerDueOn'),
      complaint.worded('结果', 'outcome', answers),
      complaint('答复', 'answer'),
      complaint('答复日期', 'answeredAt'),
    ],
    page: (context, _, args) => listComplaints(context, args),
    cursor: placedCursor,
    ids: ({ householdId, regionId, memberId }) => ({
      households: [householdId],
      members: [memberId],
      regions: [regionId],
    }),
  }),
  duplicates: exportedList<Duplicate>({
    title: '疑似重复',
    columns: [
      placeAt,
      duplicate.made('户编号', 'member', ({ memberId }, { names }) => names.member(memberId).number),
      memberOf('成员', ({ memberId }: Duplicate) => memberId),
      duplicate.made('另一方村（居）', 'otherMember', ({ otherPath }, { names }) => names.placeAt(otherPath)),
      duplicate.made(
        '另一方户编号',
        'otherMember',
        ({ otherMemberId }, { names }) => names.member(otherMemberId).number,
      ),
      memberOf('另一方成员', ({ otherMemberId }: Duplicate) => otherMemberId),
      duplicate.worded('因何疑似', 'kind', { 'id-number': '证件号相同', 'name-and-birth': '姓名与出生日期相同' }),
      duplicate('发现日期', 'noticedAt'),
      duplicate.worded('核定结果', 'verdict', found),
      duplicate('说明', 'remark'),
      duplicate.person('核定人', 'decidedBy', ({ decidedBy }) => decidedBy),
      duplicate('核定日期', 'decidedAt'),
    ],
    page: (context, _, args) => listDuplicates(context, null, args),
    cursor: placedCursor,
    ids: ({ path, otherPath, memberId, otherMemberId, decidedBy }) => ({
      members: [memberId, otherMemberId],
      paths: [path, otherPath],
      people: [decidedBy],
    }),
  }),
  memberChecks: exportedList<MemberCheck>({
    title: '成员核改',
    columns: [
      place,
      number,
      head,
      memberOf('成员', ({ memberId }: MemberCheck) => memberId),
      memberCheck.worded('须办', 'asked', { 'correct-number': '更正证件号', 'remove-member': '移出成员' }),
      memberCheck.person('交办人', 'askedBy', ({ askedBy }) => askedBy),
      memberCheck('交办日期', 'askedAt'),
      memberCheck.worded('答复', 'answer', {
        [MemberCheckAnswer.done]: '已更正',
        [MemberCheckAnswer.stands]: '核实无误',
        null: '待办',
      }),
      memberCheck('说明', 'remark'),
      memberCheck.person('答复人', 'answeredBy', ({ answeredBy }) => answeredBy),
      memberCheck('答复日期', 'answeredAt'),
    ],
    page: (context, _, args) => listMemberChecks(context, null, args),
    cursor: placedCursor,
    ids: ({ householdId, regionId, memberId, askedBy, answeredBy }) => ({
      households: [householdId],
      members: [memberId],
      regions: [regionId],
      people: [askedBy, answeredBy],
    }),
  }),
};
