// What may wait for somebody in assessments (考核待办): tasks to report, progress to verify and confirm, what follows a light, reports to answer.
import { othersMade, packSource, type TodoSource } from '#platform/graph/todo/todo-source';
import { findingTodo } from './finding-todo';
import { heldOn } from './task/held.query';

/** Of a unit that neither reported nor owns the task. */
const otherUnit = `(me.unit is null or me.unit is distinct from t.reported_unit and me.unit is distinct from t.unit_id)`;
const ofTask = 'assessments.progress t join assessments.task k on k.id = t.task_id';

const tasksToReport = `select t.id, t.region_id, t.title as about, null::timestamptz as since, t.deadline as due_on from assessments.task t, me
  where (t.unit_id = me.unit or t.unit_id is null and t.region_id = me.region)
    and ${heldOn('me.today')}
    and not exists (select 1 from assessments.progress p where p.task_id = t.id and p.percent = 100 and p.outcome is distinct from 'returned')`;

export const assessmentsTodo: readonly TodoSource[] = [
  ...findingTodo,
  {
    kind: 'report-progress',
    title: { zh: '完成并上报任务', en: 'Do and report a task' },
    verb: 'reportProgress',
    subject: 'Task',
    scopes: ['region', 'unit'],
    rows: tasksToReport,
  },
  {
    kind: 'verify-progress',
    title: { zh: '核实进展', en: 'Verify progress on the spot' },
    verb: 'verifyProgress',
    subject: 'Progress',
    scopes: ['region'],
    rows: `select t.id, t.region_id, k.title as about, t.reported_at as since, null::date as due_on from me, ${ofTask}
      where t.outcome is null and t.percent = 100 and t.verified_by is null and ${otherUnit} and ${othersMade('reported_by')}`,
  },
  {
    kind: 'confirm-progress',
    title: { zh: '确认或退回进展', en: 'Confirm or return progress' },
    verb: 'confirmProgress',
    subject: 'Progress',
    scopes: ['region'],
    rows: `select t.id, t.region_id, k.title as about, coalesce(t.verified_at, t.reported_at) as since, null::date as due_on from me, ${ofTask}
      where t.outcome is null and (t.percent < 100 or t.verified_by is not null) and ${otherUnit}
        and (me.unit is null or me.unit is distinct from t.verified_unit) and ${othersMade('reported_by', 'verified_by')}`,
  },
  {
    kind: 'decide-appeal',
    title: { zh: '裁定亮灯申诉', en: 'Decide an appeal against a light' },
    verb: 'decideAppeal',
    subject: 'LightAppeal',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.node as about, t.appealed_at as since, null::date as due_on from assessments.light_appeal t, me
      where t.outcome is null and not (array[t.appealed_by, t.light_proposed_by, t.light_confirmed_by] && me.mine)`,
  },
  {
    kind: 'release-light',
    title: { zh: '决定解除亮灯', en: 'Decide on the release of a light' },
    verb: 'releaseLight',
    subject: 'LightRelease',
    scopes: ['region'],
    rows: `select t.id, t.region_id, null::text as about, t.asked_at as since, null::date as due_on from assessments.light_release t, me
      where t.outcome is null and ${othersMade('asked_by')}`,
  },
  {
    kind: 'confirm-ten-job',
    title: { zh: '确认十项工作上报', en: 'Confirm a report on a job' },
    verb: 'confirmTenJob',
    subject: 'TenJobReport',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.job || ' ' || t.quarter as about, t.reported_at as since, null::date as due_on from assessments.ten_job_report t, me
      where t.outcome is null and ${othersMade('reported_by')}`,
  },
  {
    kind: 'verify-bright-point',
    title: { zh: '核实亮点', en: 'Verify a bright point' },
    verb: 'verifyBrightPoint',
    subject: 'BrightPoint',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, t.reported_at as since, null::date as due_on from assessments.bright_point t, me
      where t.outcome is null and ${othersMade('reported_by')}`,
  },
  {
    kind: 'publish-exposure',
    title: { zh: '公布曝光', en: 'Publish an exposure' },
    verb: 'publishExposure',
    subject: 'Exposure',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, t.drafted_at as since, null::date as due_on from assessments.exposure t, me
      where t.published_at is null and ${othersMade('drafted_by')}`,
  },
  {
    kind: 'set-reply-due',
    title: { zh: '补定举报办理时限', en: 'Set the deadline of a public report' },
    verb: 'setReplyDue',
    subject: 'PublicReport',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.receipt as about, t.filed_at as since, null::date as due_on from assessments.public_report t, me
      where t.replied_at is null and t.reply_due_on is null`,
  },
  {
    kind: 'reply-report',
    title: { zh: '答复群众举报', en: 'Answer a public report' },
    verb: 'replyReport',
    subject: 'PublicReport',
    scopes: ['region'],
    // Who filed it is closed to whoever answers: whether it was oneself is the constraint's to say.
    rows: `select t.id, t.region_id, t.receipt as about, t.filed_at as since, t.reply_due_on as due_on from assessments.public_report t, me where t.replied_at is null`,
  },
  packSource('approveAssessmentsPack', 'assessments'),
];
