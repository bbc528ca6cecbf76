// What may be refused when a help plan is drafted, reviewed and carried out.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const helpPlanRefusals = {
  helpPlanStands: refusal(
    'HELP_PLAN_STANDS',
    '该户 {year} 年已有待审或已批准的帮扶计划',
    'A help plan of {year} awaits its review or is approved for this household already',
  ),
  helpPlanCause: refusal(
    'HELP_PLAN_CAUSE',
    '措施须针对该户登记的致贫原因，且主要原因须有措施（{cause}）',
    'Measures answer the causes in the register, and the main one has a measure ({cause})',
  ),
  helpPlanReviewed: refusal('HELP_PLAN_REVIEWED', '该计划已审核', 'This plan is reviewed already'),
  helpPlanOwn: refusal(
    'HELP_PLAN_OWN',
    '计划须由拟订人以外的人审核',
    'A plan is reviewed by somebody else than who drafted it',
  ),
  measureNotApproved: refusal(
    'MEASURE_NOT_APPROVED',
    '计划批准后才能登记措施成效',
    'What a measure brought is told once its plan is approved',
  ),
  measureDone: refusal('MEASURE_DONE', '该措施成效已登记', 'What this measure brought is told already'),
  measureUnsigned: refusal(
    'MEASURE_UNSIGNED',
    '须由该户成员签字并附签字页',
    'A member of the household signs, and the signed page is attached',
  ),
} satisfies Record<string, RefusalMaker>;
