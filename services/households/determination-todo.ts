// What may wait for somebody in a determination (认定待办): each step for the posts that take it and have not laid a hand on it, and open objections.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';
import type { StepDeed } from './determination/determination-pack.rules';

/** The step that waits: a posting that is over by the clock, with no objection open, is passed. */
const WAITING = `t.steps -> (t.at + (t.steps -> t.at ->> 'does' = 'post' and t.notice_id is not null and t.posted_until <= me.today
  and not exists (select 1 from households.objection o where o.determination_id = t.id and o.answered_at is null))::int)`;

function step(does: StepDeed, zh: string, en: string, hands: readonly string[] = []): TodoSource {
  const apart = hands.length > 0 ? othersMade(...hands) : 'true';
  const posted = does === 'post' ? 'and t.notice_id is null' : '';
  return {
    kind: `${does}-determination`,
    title: { zh, en },
    verb: does === 'post' || does === 'announce' ? `${does}Determinations` : `${does}Determination`,
    subject: 'Determination',
    scopes: ['region'],
    rows: `select t.id, t.region_id, (t.kind_title ->> 'zh') || ' ' || t.head_masked as about, t.moved_at as since,
        coalesce(t.posted_until, (t.moved_at at time zone 'Asia/Shanghai')::date) + (w.step ->> 'withinDays')::int as due_on
      from households.determination t, me cross join lateral (select ${WAITING} as step) w
      where t.status = 'open' and w.step ->> 'does' = '${does}' and w.step -> 'by' ? me.post ${posted} and ${apart}`,
  };
}

export const determinationTodo: readonly TodoSource[] = [
  step('appraise', '登记民主评议', 'Record the democratic appraisal'),
  step('review', '审核认定', 'Review a determination', ['proposed_by', 'appraised_by']),
  step('verify', '入户核实', 'Verify in the house'),
  step('post', '公示', 'Post a determination'),
  step('compare', '数据比对', 'Compare with other bureaus'),
  step('approve', '审批认定', 'Approve a determination', [
    'proposed_by',
    'appraised_by',
    'reviewed_by',
    'verified_by',
    'compared_by',
  ]),
  step('announce', '公告', 'Announce what was approved'),
  {
    kind: 'answer-objection',
    title: { zh: '答复公示异议', en: 'Answer an objection to a posting' },
    verb: 'answerObjection',
    subject: 'Objection',
    scopes: ['region'],
    // Who raised it is closed to whoever answers: whether it was oneself is the constraint's to say.
    rows: `select t.id, t.region_id, d.kind_title ->> 'zh' as about, t.raised_at as since, d.posted_until as due_on
      from households.objection t join households.determination d on d.id = t.determination_id, me
      where t.answered_at is null and d.status = 'open' and d.steps -> d.at -> 'answeredBy' ? me.post
        and not (array[d.proposed_by, d.appraised_by, d.reviewed_by, d.verified_by, d.compared_by] && me.mine)`,
  },
  {
    kind: 'decide-state-correction',
    title: { zh: '批准状态更正', en: 'Decide on a correction of a state' },
    verb: 'approveStateCorrection',
    subject: 'StateCorrection',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.document_number as about, t.proposed_at as since, null::date as due_on
      from households.state_correction t, me where t.outcome is null and ${othersMade('proposed_by')}`,
  },
];
