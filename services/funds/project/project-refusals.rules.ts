// What the project library may refuse (项目库的拒绝).
import { refusal } from '#platform/vocabulary/refusal';

export const projectRefusals = {
  packNotInForce: refusal('PACK_NOT_IN_FORCE', '{day} 没有生效的{zh}', 'No {en} is in force on {day}'),
  projectStateForbids: refusal(
    'PROJECT_STATE_FORBIDS',
    '项目{zh}，不能办理该环节：{step}',
    'This project ({en}) cannot take that step now: {step}',
  ),
  projectNotYourStep: refusal('PROJECT_NOT_YOUR_STEP', '该环节由 {posts} 办理', 'That step is taken by {posts}'),
  projectFourEyes: refusal(
    'PROJECT_FOUR_EYES',
    '审核须由申报人与上一环节办理人以外的人办理',
    'A check is made by another person than who proposed and than who took the step before',
  ),
  projectNeedsTarget: refusal(
    'PROJECT_NEEDS_TARGET',
    '无绩效目标的项目不得入库',
    'A project without a performance target does not enter the library',
  ),
  projectNeedsDocument: refusal('PROJECT_NEEDS_DOCUMENT', '须有文号', 'This needs the number of its document'),
  projectNeedsEvidence: refusal('PROJECT_NEEDS_EVIDENCE', '须附佐证材料', 'This needs evidence'),
  projectNeedsFact: refusal('PROJECT_NEEDS_FACT', '缺少：{field}', 'This is missing: {field}'),
  projectFactUnknown: refusal('PROJECT_FACT_UNKNOWN', '该环节不填写：{field}', 'That step does not tell this: {field}'),
  projectTypeUnknown: refusal(
    'PROJECT_TYPE_UNKNOWN',
    '项目类别或性质不在规则包中：{field}',
    'Not in the pack: {field}',
  ),
  projectNeedsSector: refusal(
    'PROJECT_NEEDS_SECTOR',
    '须指明论证的行业部门，条线为 {lines}',
    'Names the unit that appraises, of the line {lines}',
  ),
  projectOverGrowth: refusal(
    'PROJECT_OVER_GROWTH',
    '超过批准规模 {approved} 元的 {percent}%，须先报批变更',
    'More than {percent} % over the approved {approved} yuan is approved first, as a change',
  ),
  projectWaits: refusal(
    'PROJECT_WAITS',
    '公示未满，{day} 起方可办理',
    'Its posting has not run its days: from {day} on',
  ),
  projectNotPosted: refusal('PROJECT_NOT_POSTED', '须先张贴公示（{kind}）', 'It is posted first ({kind})'),
  projectNotCleared: refusal(
    'PROJECT_NOT_CLEARED',
    '村、乡、区三级公示未满期限或有未解决的异议',
    'The postings of village, town and district have not all run their days without an open objection',
  ),
  projectPlanNotApproved: refusal(
    'PROJECT_PLAN_NOT_APPROVED',
    '项目尚未列入该年度已批准的计划',
    'It stands in no approved annual plan of that year',
  ),
  projectNotAnnounced: refusal('PROJECT_NOT_ANNOUNCED', '须先公告结果', 'What came of it is announced first'),
  projectDayOutOfOrder: refusal(
    'PROJECT_DAY_OUT_OF_ORDER',
    '办理日期须不早于上一环节（{after}）且不晚于今天',
    'The day is not before that of the step before ({after}), and not after today',
  ),
  projectMovedMeanwhile: refusal(
    'PROJECT_MOVED_MEANWHILE',
    '项目已由他人办理，请刷新后再试',
    'Somebody else has moved this project meanwhile, look again',
  ),
  projectBudgetBelowPayments: refusal(
    'PROJECT_BUDGET_BELOW_PAYMENTS',
    '规模不得低于已申请的用款',
    'A budget is not cut below what was asked for already',
  ),
  projectNotPlanned: refusal(
    'PROJECT_NOT_PLANNED',
    '只有列入当年年度计划的项目方可用款',
    'Money is asked only for a project of the approved annual plan',
  ),
  projectOverBudget: refusal(
    'PROJECT_OVER_BUDGET',
    '超出项目资金规模 {missing} 元',
    'Over the budget of the project by {missing} yuan',
  ),
  projectRenewed: refusal(
    'PROJECT_RENEWED',
    '{year} 年度已更新，或未到第四季度',
    'Renewed for {year} already, or its season has not come',
  ),
} as const;
