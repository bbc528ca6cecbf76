// What waits of resettling after the split of a village (分村安置待办): lists that somebody else proposed.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const resettlementTodo: readonly TodoSource[] = [
  {
    kind: 'approve-resettlement',
    title: { zh: '批准分村安置名单', en: 'Approve a list of resettlement' },
    verb: 'approveResettlement',
    subject: 'Resettlement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.document_number as about, t.proposed_at as since, null::date as due_on from households.resettlement t, me
      where t.decided_at is null and ${othersMade('proposed_by')}`,
  },
];
