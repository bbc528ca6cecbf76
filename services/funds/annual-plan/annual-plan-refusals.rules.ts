// What annual plans may refuse (年度计划的拒绝): codes that are never renamed.
import { refusal } from '#platform/vocabulary/refusal';

export const annualPlanRefusals = {
  annualPlanOfLibrary: refusal(
    'ANNUAL_PLAN_OF_LIBRARY',
    '列入计划的项目须在库，且尚未列入当年或以后的计划',
    'A plan is of projects in the library that are in no plan of that year or a later one',
  ),
  annualPlanTwice: refusal(
    'ANNUAL_PLAN_TWICE',
    '有项目已列入该年度的另一计划',
    'One of the projects is in another plan of that year',
  ),
  annualPlanFourEyes: refusal(
    'ANNUAL_PLAN_FOUR_EYES',
    '起草人不得批准自己的计划',
    'Whoever drafted a plan may not approve it',
  ),
  annualPlanDecided: refusal(
    'ANNUAL_PLAN_DECIDED',
    '该计划已批准或撤回',
    'This plan was approved or withdrawn already',
  ),
  annualPlanNotPosted: refusal(
    'ANNUAL_PLAN_NOT_POSTED',
    '公示未满期限或有未解决的异议',
    'Its posting has not run its days without an open objection',
  ),
} as const;
