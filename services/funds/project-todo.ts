// What may wait for somebody in the project library (项目待办): a step of his post, a check never for whose hand was before; in the fourth quarter what is not renewed.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const projectTodo: readonly TodoSource[] = [
  {
    kind: 'take-project-step',
    title: { zh: '办理项目', en: 'Take a project a step on' },
    verb: 'takeProjectStep',
    subject: 'Project',
    scopes: ['region', 'unit'],
    rows: `select t.id, t.region_id, t.name as about, t.since, t.due_on from funds.project t, me
      where t.waiting_posts @> array[me.post] and (not t.waiting_check or (${othersMade('proposed_by')}
        and (case t.last_hand when 'odd' then (${othersMade('odd_hand')}) else (${othersMade('even_hand')}) end)))`,
  },
  {
    kind: 'renew-project',
    title: { zh: '项目库四季度更新', en: 'Renew what stands in the project library' },
    verb: 'takeProjectStep',
    subject: 'Project',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.name as about, make_date(extract(year from me.today)::int, t.renewal_month, 1)::timestamptz as since,
        make_date(extract(year from me.today)::int, 12, 31) as due_on
      from funds.project t, me
      where me.post = 'town-officer' and t.in_library and t.plan_year is null
        and extract(month from me.today) >= t.renewal_month
        and t.renewed_year is distinct from extract(year from me.today)::int`,
  },
];
