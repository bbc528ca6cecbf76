// What is refused of a spending plan (用款计划).
import { refusal } from '#platform/vocabulary/refusal';

export const spendingPlanRefusals = {
  spendingPlanOpen: refusal(
    'SPENDING_PLAN_OPEN',
    '该地区 {year} 年度此类资金已有待批的用款计划',
    'A plan of this region, year and book waits for approval already',
  ),
  spendingPlanProject: refusal(
    'SPENDING_PLAN_PROJECT',
    '第 {line} 行的项目不在本地区或未列入年度计划',
    'The project of line {line} is not of this region, or not in an annual plan',
  ),
  spendingPlanPlace: refusal(
    'SPENDING_PLAN_PLACE',
    '第 {line} 行须写明本地区（含下级）的用款地区或项目之一',
    'Line {line} names either a place of this region or a project',
  ),
  spendingPlanOverBudget: refusal(
    'SPENDING_PLAN_OVER_BUDGET',
    '项目 {number} 的用款计划超出其该类资金预算 {over} 元',
    'What is planned for project {number} is {over} yuan over its budget of this book',
  ),
  spendingPlanDecided: refusal(
    'SPENDING_PLAN_DECIDED',
    '该用款计划已批准、退回或撤回',
    'This plan was approved, returned or withdrawn already',
  ),
  spendingPlanEyes: refusal(
    'SPENDING_PLAN_FOUR_EYES',
    '提交用款计划的人不得自己批准或退回',
    'Whoever submitted a plan may neither approve nor return it',
  ),
} as const;
