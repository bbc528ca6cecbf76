// What monitoring leaves to do (监测待办): the hospital explains what was found, the office decides on what it explained.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const monitoringTodo: readonly TodoSource[] = [
  {
    kind: 'explain-violation',
    title: { zh: '说明监测问题', en: 'Explain what monitoring found' },
    verb: 'explainViolation',
    subject: 'MonitoringViolation',
    scopes: ['institution'],
    rows: `select t.id, t.region_id, split_part(t.told_zh, '：', 1) as about, t.found_on::timestamptz as since, null::date as due_on
      from funds.monitoring_violation t, me where t.hospital_id = me.unit and not exists (select 1 from funds.monitoring_lift l where l.violation_id = t.id)
        and not exists (select 1 from funds.monitoring_answer a where a.violation_id = t.id)`,
  },
  {
    kind: 'decide-violation',
    title: { zh: '审核监测问题的说明', en: 'Decide on the explanation of a violation' },
    verb: 'decideViolation',
    subject: 'MonitoringViolation',
    scopes: ['region'],
    rows: `select t.violation_id as id, t.region_id, split_part(v.told_zh, '：', 1) as about, t.explained_at as since, null::date as due_on
      from funds.monitoring_answer t join funds.monitoring_violation v on v.id = t.violation_id, me
      where t.explained_at is not null and t.decided_at is null and ${othersMade('explained_by')}
        and not exists (select 1 from funds.monitoring_lift l where l.violation_id = t.violation_id)`,
  },
];
