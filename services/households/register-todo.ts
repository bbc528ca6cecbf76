// What the register leaves waiting (台账待办): incomes that were told, checked above the village by another person.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const registerTodo: readonly TodoSource[] = [
  {
    kind: 'check-income',
    title: { zh: '审核家庭收入', en: 'Check the income of a household' },
    verb: 'confirmIncome',
    subject: 'Income',
    scopes: ['region'],
    rows: `select t.id, t.region_id, (select h.number from households.household h where h.id = t.household_id) || ' ' || t.year as about,
        t.entered_at as since, null::date as due_on
      from households.income t, me where t.outcome is null and ${othersMade('entered_by')}`,
  },
];
