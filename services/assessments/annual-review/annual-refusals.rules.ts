// What is refused about annual reviews (年度考核的拒绝): codes that are never renamed.
import { refusal } from '#platform/vocabulary/refusal';

export const annualRefusals = {
  quartersNotSealed: refusal(
    'QUARTERS_NOT_SEALED',
    '尚有季度结果未封存：{missing}',
    'The results of some quarters are not sealed: {missing}',
  ),
  annualReviewCompiled: refusal(
    'ANNUAL_REVIEW_COMPILED',
    '{year} 年度考核已汇总封存，更正须另附补充说明',
    'The annual review of {year} is compiled and sealed; a correction is an addendum',
  ),
  acknowledgedAlready: refusal('ACKNOWLEDGED_ALREADY', '组织部已确认收悉', 'It is acknowledged already'),
  notAcknowledged: refusal(
    'NOT_ACKNOWLEDGED',
    '组织部尚未确认收悉，不能补充更正',
    'It is not acknowledged yet, so there is nothing to add to',
  ),
  reviewFourEyes: refusal(
    'REVIEW_FOUR_EYES',
    '汇总与确认、起草与签署须为不同的人',
    'Who compiles and who acknowledges, who writes and who signs, are two people',
  ),
  addendumSigned: refusal('ADDENDUM_SIGNED', '该补充说明已签署', 'This addendum is signed'),
  scoreIllFormed: refusal('SCORE_ILL_FORMED', '得分须为 0.00 至 100.00：{score}', 'A score is 0.00 to 100.00: {score}'),
} as const;
