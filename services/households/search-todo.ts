// What waits for somebody after members were looked up (核查待办): duplicates to decide, members to set right.
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
];
