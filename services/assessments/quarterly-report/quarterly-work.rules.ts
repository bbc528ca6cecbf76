// What a quarterly report asks about the work done (工作情况): the layout with its plan, register and money; member units; regions below; the ten jobs.
import { figure, type Question } from './quarterly-question.rules';

export const workQuestions: readonly Question[] = [
  {
    name: 'QuarterlyLayout',
    section: 'layout',
    about: 'nobody',
    subgraph: 'organisation',
    selection: 'layout { year zh }',
    figures: [figure('layout.stage', '工作布局阶段', 'Stage of the layout', '', 'layout[year={year}].zh')],
  },
  {
    name: 'QuarterlyPlan',
    section: 'layout',
    about: 'own',
    subgraph: 'organisation',
    selection:
      'plan(year: $year) { documentNumber progress { quarter plannedHouseholds plannedPeople milestones done overdue } }',
    figures: [
      figure('plan.document', '年度计划文号', 'Plan of the year', '', 'plan.documentNumber'),
      figure(
        'plan.households',
        '计划累计脱贫户数',
        'Households planned to be lifted by then',
        '户',
        'plan.progress[quarter={quarter}].plannedHouseholds',
      ),
      figure(
        'plan.people',
        '计划累计脱贫人数',
        'People planned to be lifted by then',
        '人',
        'plan.progress[quarter={quarter}].plannedPeople',
      ),
      figure('plan.milestones', '到期节点', 'Milestones due', '项', 'plan.progress[quarter={quarter}].milestones'),
      figure('plan.done', '完成节点', 'Milestones done', '项', 'plan.progress[quarter={quarter}].done'),
      figure('plan.overdue', '逾期节点', 'Milestones overdue', '项', 'plan.progress[quarter={quarter}].overdue'),
    ],
  },
  {
    name: 'QuarterlyRegister',
    section: 'layout',
    about: 'own',
    subgraph: 'households',
    selection: 'householdSummary(year: $year) { households people }',
    figures: [
      figure('register.households', '在册户数', 'Households in the register', '户', 'householdSummary.households'),
      figure('register.people', '在册人数', 'People in the register', '人', 'householdSummary.people'),
    ],
  },
  {
    name: 'QuarterlyFunds',
    section: 'layout',
    about: 'own',
    subgraph: 'funds',
    selection:
      'funds(year: $year) { allotted available paid returned } disbursed(quarter: $quarter) { paid returned lines }',
    figures: [
      figure('funds.allotted', '年度下达资金', 'Allotted in the year', '元', 'funds.allotted'),
      figure('funds.available', '可用资金', 'Available', '元', 'funds.available'),
      figure('funds.paid', '年度支付到户', 'Paid to households in the year', '元', 'funds.paid'),
      figure('funds.returned', '年度退回', 'Returned in the year', '元', 'funds.returned'),
      figure('funds.quarter', '本季度支付到户', 'Paid in the quarter', '元', 'disbursed.paid'),
      figure('funds.quarterReturned', '其中退回', 'Of that returned', '元', 'disbursed.returned'),
      figure('funds.lines', '本季度支付笔数', 'Lines paid in the quarter', '笔', 'disbursed.lines'),
    ],
  },
  {
    name: 'QuarterlyUnit',
    section: 'units',
    about: 'unit',
    subgraph: 'assessments',
    selection:
      'progressSummary(quarter: $quarter) { tasks reported confirmed overdue } findingSummary(quarter: $quarter) { open overdue }',
    figures: [
      figure('unit.tasks', '任务', 'Tasks', '项', 'progressSummary.tasks'),
      figure('unit.reported', '已上报', 'Reported', '项', 'progressSummary.reported'),
      figure('unit.confirmed', '已确认', 'Confirmed', '项', 'progressSummary.confirmed'),
      figure('unit.overdue', '逾期', 'Overdue', '项', 'progressSummary.overdue'),
      figure('unit.findings', '未销号问题', 'Findings open', '个', 'findingSummary.open'),
      figure('unit.findingsOverdue', '逾期问题', 'Findings overdue', '个', 'findingSummary.overdue'),
    ],
  },
  {
    name: 'QuarterlyTasks',
    section: 'places',
    about: 'own',
    subgraph: 'assessments',
    selection: 'taskSummary(quarter: $quarter) { tasks reported confirmed overdue }',
    figures: [
      figure('tasks.all', '任务', 'Tasks', '项', 'taskSummary.tasks'),
      figure('tasks.reported', '已上报', 'Reported', '项', 'taskSummary.reported'),
      figure('tasks.confirmed', '已确认', 'Confirmed', '项', 'taskSummary.confirmed'),
      figure('tasks.overdue', '逾期', 'Overdue', '项', 'taskSummary.overdue'),
    ],
  },
  {
    name: 'QuarterlyPlaceTasks',
    section: 'places',
    about: 'below',
    subgraph: 'assessments',
    selection: 'taskSummary(quarter: $quarter) { tasks confirmed overdue } light(quarter: $quarter) { colour }',
    figures: [
      figure('place.tasks', '任务', 'Tasks', '项', 'taskSummary.tasks'),
      figure('place.confirmed', '已确认', 'Confirmed', '项', 'taskSummary.confirmed'),
      figure('place.overdue', '逾期', 'Overdue', '项', 'taskSummary.overdue'),
      figure('place.light', '亮灯', 'Light', '', 'light.colour'),
    ],
  },
  {
    name: 'QuarterlyPlaceVisits',
    section: 'places',
    about: 'below',
    subgraph: 'households',
    selection:
      'householdSummary(year: $year) { households } visitObligations(period: $quarter) { counts { owed fulfilled overdue } }',
    figures: [
      figure('place.households', '在册户数', 'Households', '户', 'householdSummary.households'),
      figure('place.visitsOwed', '应走访', 'Visits owed', '户次', 'visitObligations.counts.owed'),
      figure('place.visitsDone', '按期走访', 'Visited in time', '户次', 'visitObligations.counts.fulfilled'),
      figure('place.visitsOverdue', '逾期走访', 'Visits overdue', '户次', 'visitObligations.counts.overdue'),
    ],
  },
  {
    name: 'QuarterlyPlaceFunds',
    section: 'places',
    about: 'below',
    subgraph: 'funds',
    selection: 'disbursed(quarter: $quarter) { paid }',
    figures: [figure('place.paid', '本季度支付', 'Paid in the quarter', '元', 'disbursed.paid')],
  },
];

/** The ten jobs are as many as the pack in force says: their figures stand by the code of the job. */
export const tenJobsQuestion = {
  name: 'QuarterlyTenJobs',
  section: 'tenJobs',
  about: 'own',
  subgraph: 'assessments',
  selection: 'tenJobs(quarter: $quarter) { code number title target done overdue amount }',
  figures: [
    figure('job.target', '目标', 'Target', '', 'target'),
    figure('job.done', '完成', 'Done', '', 'done'),
    figure('job.overdue', '逾期', 'Overdue', '', 'overdue'),
    figure('job.amount', '资金', 'Money', '元', 'amount'),
  ],
} as const satisfies Question;
