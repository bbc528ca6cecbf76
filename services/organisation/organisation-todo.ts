// What may wait for somebody in organisation (组织待办): minutes, letters, plans, outings, exemptions, re-organisations.
import { exemptionSource, othersMade, packSource, type TodoSource } from '#platform/graph/todo/todo-source';

/** A letter waits for the region's hand first, then for the superior's, who is another person; never a version with a newer one beside it. */
const lettersToSign = `select t.id, t.region_id, t.year || ' · ' || t.document_number as about, coalesce(s.signed_at, t.drafted_at) as since, null::date as due_on
  from me, organisation.responsibility_letter t
  join organisation.region r on r.id = t.region_id
  left join organisation.letter_signature s on s.letter_id = t.id and s.side = 'region'
  where not exists (select 1 from organisation.letter_signature b where b.letter_id = t.id and b.side = 'superior')
    and not exists (select 1 from organisation.responsibility_letter n where n.region_id = t.region_id and n.year = t.year and n.version > t.version)
    and case when s.signed_by is null then t.region_id = me.region
      else r.parent_id = me.region and me.post <> 'town-officer' and not s.signed_by = any (me.mine) and (s.principal_id = any (me.mine)) is not true end`;

const milestones = `select t.id, p.region_id, t.title as about, p.approved_at as since, t.due_on
  from me, organisation.plan p join organisation.plan_milestone t on t.plan_id = p.id
  where p.approved_at is not null and t.done_at is null
    and case when p.unit_id is null then p.region_id = me.region else p.unit_id = me.unit end
    and not exists (select 1 from organisation.plan n where n.region_id = p.region_id and n.unit_id is not distinct from p.unit_id
      and n.year = p.year and n.version > p.version and n.approved_at is not null)`;

/** What waits of one stationing is one matter, however many days it has. */
const siteDays = `select t.stationing_id as id, t.region_id, to_char(min(t.day), 'YYYY-MM') || ' · ' || count(*) as about, min(t.recorded_at) as since, null::date as due_on
  from organisation.site_record t, me where t.settled_at is null and (t.person_id = any (me.mine)) is not true and ${othersMade('recorded_by')}
  group by t.stationing_id, t.region_id`;

export const organisationTodo: readonly TodoSource[] = [
  {
    kind: 'draft-minutes',
    title: { zh: '起草会议纪要', en: 'Draft the minutes' },
    verb: 'draftMinutes',
    subject: 'Meeting',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, coalesce(t.returned_at, t.recorded_at) as since, null::date as due_on from organisation.meeting t, me
      where t.region_id = me.region and t.held_on <= me.today and t.approved_at is null and t.withdrawn_at is null and (t.minutes is null or t.returned_at is not null)`,
  },
  {
    kind: 'approve-minutes',
    title: { zh: '批准会议纪要', en: 'Approve the minutes' },
    verb: 'approveMinutes',
    subject: 'Meeting',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, t.minutes_at as since, null::date as due_on from organisation.meeting t, me
      where t.minutes is not null and t.returned_at is null and t.approved_at is null and t.withdrawn_at is null and ${othersMade('recorded_by', 'minutes_by')}`,
  },
  {
    kind: 'sign-letter',
    title: { zh: '签订责任书', en: 'Sign a responsibility letter' },
    verb: 'signLetter',
    subject: 'ResponsibilityLetter',
    scopes: ['region'],
    rows: lettersToSign,
  },
  {
    kind: 'approve-plan',
    title: { zh: '批准计划', en: 'Approve a plan' },
    verb: 'approvePlan',
    subject: 'Plan',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, t.made_at as since, null::date as due_on from organisation.plan t, me
      where t.approved_at is null and t.withdrawn_at is null and ${othersMade('made_by')}`,
  },
  {
    kind: 'complete-milestone',
    title: { zh: '完成计划节点', en: 'Complete a milestone' },
    verb: 'completeMilestone',
    subject: 'PlanMilestone',
    scopes: ['region', 'unit'],
    rows: milestones,
  },
  {
    kind: 'confirm-outing',
    title: { zh: '确认活动', en: 'Confirm an outing' },
    verb: 'confirmOuting',
    subject: 'Outing',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, t.recorded_at as since, null::date as due_on from organisation.outing t, me
      where t.confirmed_at is null and ${othersMade('recorded_by')}`,
  },
  exemptionSource(
    {
      title: { zh: '决定会议、走访豁免', en: 'Decide on an exemption' },
      verb: 'approveMeetingExemption',
      subject: 'MeetingExemption',
    },
    'organisation',
    `(t.region_id <> me.region or me.post = 'office-director')`,
  ),
  {
    kind: 'confirm-site-days',
    title: { zh: '确认驻村记录', en: 'Confirm days on site' },
    verb: 'confirmSiteDays',
    subject: 'Stationing',
    scopes: ['region'],
    rows: siteDays,
  },
  {
    kind: 'decide-station-exemption',
    title: { zh: '决定驻村豁免', en: 'Decide on an exemption of somebody stationed' },
    verb: 'approveStationExemption',
    subject: 'StationExemption',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.line as about, t.requested_at as since, t.window_until - 1 as due_on from organisation.station_exemption t, me
      where t.outcome is null and ${othersMade('requested_by')}`,
  },
  {
    kind: 'decide-region-change',
    title: { zh: '决定区划调整', en: 'Decide on a re-organisation' },
    verb: 'approveRegionChange',
    subject: 'RegionChange',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, t.proposed_at as since, t.effective_on as due_on from organisation.region_change t, me
      where t.state = 'proposed' and ${othersMade('proposed_by')}`,
  },
  {
    kind: 'execute-region-change',
    title: { zh: '执行区划调整', en: 'Carry out a re-organisation' },
    verb: 'executeRegionChange',
    subject: 'RegionChange',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, t.approved_at as since, t.effective_on as due_on from organisation.region_change t, me
      where t.state = 'approved' and t.effective_on <= me.today`,
  },
  packSource('approveOrganisationPack', 'organisation'),
];
