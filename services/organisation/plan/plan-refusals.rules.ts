// What may be refused about plans (年度计划).
import { refusal } from '#platform/vocabulary/refusal';

export const planRefusals = {
  yearNotInLayout: refusal(
    'YEAR_NOT_IN_LAYOUT',
    '{year} 年不在工作布局内',
    'The year {year} is not in the three-year layout',
  ),
  planEmpty: refusal('PLAN_EMPTY', '计划须有目标或节点', 'A plan has targets or milestones'),
  planApproved: refusal(
    'PLAN_APPROVED',
    '计划已批准，请以新版本修订',
    'The plan is approved and is amended by a new version',
  ),
  planWithdrawn: refusal('PLAN_WITHDRAWN', '计划已撤回', 'The plan is withdrawn'),
  planBySamePerson: refusal(
    'PLAN_BY_SAME_PERSON',
    '计划须由拟定人以外的人批准',
    'A plan is approved by another person than made it',
  ),
  planDraftStands: refusal(
    'PLAN_DRAFT_STANDS',
    '该年度已有待批准的计划',
    'A plan of that year awaits approval already',
  ),
  planNotYours: refusal(
    'PLAN_NOT_YOURS',
    '只能办理本地区、本单位的计划',
    'Only plans of the own region or unit are withdrawn and fulfilled',
  ),
  planNotInForce: refusal('PLAN_NOT_IN_FORCE', '计划尚未批准', 'The plan is not approved'),
  milestoneDone: refusal('MILESTONE_DONE', '该节点已登记完成', 'This milestone is told done already'),
} as const;
