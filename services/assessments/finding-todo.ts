// What a finding (问题) waits for at each of its states, for its lead unit, its finders and, once long overdue, those above.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

const findings = (since: string, where: string) =>
  `select t.id, t.region_id, t.number as about, t.${since} as since, t.due_on from assessments.finding t, me where t.state <> 'closed' and t.released_at is not null and ${where}`;
const lead = 't.lead_unit = me.unit';
const otherUnit = '(me.unit is null or me.unit <> t.lead_unit)';
/** By the lead unit, and nobody was held to account for it yet. */
const owed = `t.state in ('assigned', 'accepted', 'rectifying', 'returned')`;
/** Held to account, the unit still owes the step at which it stood. */
const held = (where: string) => `t.state = 'accountable' and ${where}`;

const source = (
  kind: string,
  zh: string,
  en: string,
  verb: string,
  rows: string,
  scopes: TodoSource['scopes'] = ['region'],
) => ({ kind, title: { zh, en }, verb, subject: 'Finding', scopes, rows }) satisfies TodoSource;

export const findingTodo: readonly TodoSource[] = [
  source(
    'assign-finding',
    '交办问题',
    'Assign a finding',
    'assignFinding',
    findings('recorded_at', `t.state = 'found'`),
  ),
  source(
    'accept-finding',
    '签收问题',
    'Accept a finding',
    'acceptFinding',
    findings('assigned_at', `${lead} and (t.state = 'assigned' or ${held('t.accepted_at is null')})`),
    ['region', 'unit'],
  ),
  source(
    'plan-rectification',
    '制定整改措施',
    'Plan the rectification',
    'planRectification',
    findings(
      'accepted_at',
      `${lead} and (t.state = 'accepted' or ${held('t.accepted_at is not null and t.measures is null')})`,
    ),
    ['region', 'unit'],
  ),
  source(
    'request-closure',
    '完成整改并申请销号',
    'Rectify and ask to close',
    'requestClosure',
    findings('accepted_at', `${lead} and (t.state in ('rectifying', 'returned') or ${held('t.measures is not null')})`),
    ['region', 'unit'],
  ),
  source(
    'recheck-finding',
    '复核问题',
    'Re-check a finding',
    'recheckFinding',
    findings('requested_at', `t.state = 'closure-requested' and ${otherUnit} and ${othersMade('requested_by')}`),
  ),
  source(
    'close-finding',
    '销号',
    'Close a finding',
    'closeFinding',
    findings(
      'rechecked_at',
      `t.state = 'rechecked' and ${otherUnit} and ${othersMade('requested_by', 'rechecked_by')}`,
    ),
  ),
  source(
    'urge-finding',
    '催办逾期问题',
    'Urge an overdue finding',
    'urgeFinding',
    findings(
      'assigned_at',
      `${owed} and ${otherUnit} and t.due_on + me.superior <= me.today
      and not exists (select 1 from assessments.notice n where n.kind = 'urged' and n.subject_id = t.id and n.sent_on + me.urge_every > me.today)`,
    ),
  ),
  source(
    'hold-accountable',
    '久逾期，考虑问责',
    'Long overdue: hold to account',
    'holdAccountable',
    findings(
      'assigned_at',
      `t.state in ('assigned', 'accepted', 'rectifying', 'returned') and t.due_on + me.director <= me.today`,
    ),
  ),
];
