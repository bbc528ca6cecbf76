// What a quarterly report asks about problems (存在问题) and next steps (下步打算): findings, what is overdue, and what the next quarter owes.
import { figure, type Question } from './quarterly-question.rules';

export const problemQuestions: readonly Question[] = [
  {
    name: 'QuarterlyFindings',
    section: 'problems',
    about: 'own',
    subgraph: 'assessments',
    selection: 'findingSummary(quarter: $quarter) { found open overdue closed relapses }',
    figures: [
      figure('findings.found', '发现问题', 'Findings', '个', 'findingSummary.found'),
      figure('findings.open', '未销号', 'Open', '个', 'findingSummary.open'),
      figure('findings.overdue', '逾期', 'Overdue', '个', 'findingSummary.overdue'),
      figure('findings.closed', '已销号', 'Closed', '个', 'findingSummary.closed'),
      figure('findings.relapses', '反弹', 'Relapses', '次', 'findingSummary.relapses'),
    ],
  },
  {
    name: 'QuarterlyVisitsOverdue',
    section: 'problems',
    about: 'own',
    subgraph: 'households',
    selection: 'visitObligations(period: $quarter) { counts { overdue } }',
    figures: [figure('visits.overdue', '逾期未走访', 'Visits overdue', '户次', 'visitObligations.counts.overdue')],
  },
  {
    name: 'QuarterlyMeetingsOverdue',
    section: 'problems',
    about: 'own',
    subgraph: 'organisation',
    selection: 'meetingObligations(period: $quarter) { withoutLetter counts { overdue } }',
    figures: [
      figure(
        'meetings.overdue',
        '逾期会议、研究和活动',
        'Meetings, studies and outings overdue',
        '次',
        'meetingObligations.counts.overdue',
      ),
      figure(
        'meetings.withoutLetter',
        '未签责任书的地区',
        'Regions without a letter',
        '个',
        'meetingObligations.withoutLetter',
      ),
    ],
  },
  {
    name: 'QuarterlyReportsOverdue',
    section: 'problems',
    about: 'own',
    subgraph: 'funds',
    selection: 'reportObligations(period: $quarter) { counts { overdue } }',
    figures: [
      figure('reports.overdue', '逾期资金月报', 'Fund reports overdue', '次', 'reportObligations.counts.overdue'),
    ],
  },
  {
    name: 'QuarterlyPlaceFindings',
    section: 'problems',
    about: 'below',
    subgraph: 'assessments',
    selection: 'findingSummary(quarter: $quarter) { open overdue }',
    figures: [
      figure('place.findings', '未销号问题', 'Findings open', '个', 'findingSummary.open'),
      figure('place.findingsOverdue', '逾期问题', 'Findings overdue', '个', 'findingSummary.overdue'),
    ],
  },
  {
    name: 'QuarterlyNextPlan',
    section: 'nextSteps',
    about: 'own',
    subgraph: 'organisation',
    selection:
      'plan(year: $nextYear) { progress { quarter plannedHouseholds plannedPeople milestones } } meetingObligations(period: $next) { counts { owed } }',
    figures: [
      figure(
        'next.households',
        '下季度计划累计脱贫户数',
        'Households planned by the next quarter',
        '户',
        'plan.progress[quarter={next}].plannedHouseholds',
      ),
      figure(
        'next.people',
        '下季度计划累计脱贫人数',
        'People planned by the next quarter',
        '人',
        'plan.progress[quarter={next}].plannedPeople',
      ),
      figure(
        'next.milestones',
        '下季度到期节点',
        'Milestones due in the next quarter',
        '项',
        'plan.progress[quarter={next}].milestones',
      ),
      figure(
        'next.meetings',
        '下季度应完成会议、研究和活动',
        'Meetings owed in the next quarter',
        '次',
        'meetingObligations.counts.owed',
      ),
    ],
  },
  {
    name: 'QuarterlyNextVisits',
    section: 'nextSteps',
    about: 'own',
    subgraph: 'households',
    selection: 'visitObligations(period: $next) { counts { owed } }',
    figures: [
      figure('next.visits', '下季度应走访', 'Visits owed in the next quarter', '户次', 'visitObligations.counts.owed'),
    ],
  },
];
