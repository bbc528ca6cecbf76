// What waits for somebody after members were looked up (核查待办): duplicates to decide, members to set right, matches of other bureaus' lists, complaints about wrong data.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const searchTodo: readonly TodoSource[] = [
  {
    kind: 'decide-duplicate',
    title: { zh: '核定疑似重复', en: 'Decide on a suspected duplicate' },
    verb: 'decideDuplicate',
    subject: 'Duplicate',
    scopes: ['region'],
    // Of the nearest superior of both households alone.
    rows: `select t.id, s.region_id, t.kind as about, t.noticed_at as since, null::date as due_on
      from me join households.scope s on s.region_id = me.region join households.duplicate t on t.superior = s.path where t.verdict is null`,
  },
  {
    kind: 'answer-member-check',
    title: { zh: '更正成员并答复上级核定', en: 'Set a member right and answer' },
    verb: 'answerMemberCheck',
    subject: 'MemberCheck',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.asked as about, t.asked_at as since, null::date as due_on
      from households.member_check t, me where t.answer is null and ${othersMade('asked_by')}`,
  },
  {
    kind: 'verify-comparison-match',
    title: { zh: '核实部门比对结果', en: 'Verify a match with another bureau' },
    verb: 'verifyComparisonMatch',
    subject: 'ComparisonMatch',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.kind as about, null::timestamptz as since, t.verify_due_on as due_on
      from households.comparison_match t, me where t.verified_at is null`,
  },
  {
    kind: 'close-comparison-match',
    title: { zh: '销号部门比对结果', en: 'Close a match with another bureau' },
    verb: 'closeComparisonMatch',
    subject: 'ComparisonMatch',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.kind as about, t.verified_at as since, t.close_due_on as due_on
      from households.comparison_match t, me where t.verified_at is not null and t.closed_at is null and ${othersMade('verified_by')}`,
  },
  {
    kind: 'examine-data-complaint',
    title: { zh: '核查数据有误反映', en: 'Examine a complaint about wrong data' },
    verb: 'examineDataComplaint',
    subject: 'DataComplaint',
    scopes: ['region'],
    // A town's objection is examined above it, everything else by the town.
    rows: `select t.id, t.region_id, t.figure as about, t.filed_at as since, t.examine_due_on as due_on
      from households.data_complaint t, me where t.examined_at is null and (t.side = 'town') = (me.post <> 'town-officer') and ${othersMade('filed_by')}`,
  },
  {
    kind: 'answer-data-complaint',
    title: { zh: '答复数据有误反映', en: 'Answer a complaint about wrong data' },
    verb: 'answerDataComplaint',
    subject: 'DataComplaint',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.figure as about, t.examined_at as since, t.answer_due_on as due_on
      from households.data_complaint t, me where t.examined_at is not null and t.outcome is null and ${othersMade('filed_by', 'examined_by')}`,
  },
];
