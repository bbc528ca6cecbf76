// What may wait for somebody in helping (帮扶待办): households without a helper, hand-overs, help plans and their measures.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const helpTodo: readonly TodoSource[] = [
  {
    kind: 'pair-helper',
    title: { zh: '为无人帮扶的户结对', en: 'Pair a household that nobody helps' },
    verb: 'pairHelper',
    subject: 'Household',
    scopes: ['region'],
    rows: `select h.id, h.region_id, h.number as about, null::timestamptz as since, me.today as due_on from households.household h, me
      where h.state <> 'removed' and h.registered_on <= me.today and not exists (select 1 from households.pairing p
        where p.household_id = h.id and p.valid_from <= me.today and (p.valid_to is null or p.valid_to > me.today))`,
  },
  {
    kind: 'accept-hand-over',
    title: { zh: '接收移交的户', en: 'Accept a household that was handed over' },
    verb: 'acceptHandOver',
    subject: 'HandOver',
    scopes: ['paired'],
    rows: `select t.id, t.region_id, h.number as about, t.handed_at as since, null::date as due_on
      from households.hand_over t join households.household h on h.id = t.household_id, me
      where t.accepted_at is null and t.to_helper_id = me.person`,
  },
  {
    kind: 'review-help-plan',
    title: { zh: '审核帮扶计划', en: 'Review a help plan' },
    verb: 'approveHelpPlan',
    subject: 'HelpPlan',
    scopes: ['region'],
    rows: `select t.id, t.region_id, h.number as about, t.drafted_at as since, null::date as due_on
      from households.help_plan t join households.household h on h.id = t.household_id, me
      where t.outcome is null and ${othersMade('drafted_by')}`,
  },
  {
    kind: 'carry-out-measure',
    title: { zh: '落实帮扶措施并登记成效', en: 'Carry out a measure and tell what it brought' },
    verb: 'carryOutMeasure',
    subject: 'HelpMeasure',
    scopes: ['paired'],
    rows: `select m.id, m.region_id, m.content as about, t.reviewed_at as since, m.due_on
      from households.help_measure m join households.help_plan t on t.id = m.plan_id, me
      where t.outcome = 'approved' and not exists (select 1 from households.measure_result r where r.measure_id = m.id)`,
  },
];
