// What may be refused about clearing between hospitals and payers (清算拒绝), beside what funds refuses anyway.
import { refusal } from '#platform/vocabulary/refusal';
import { stateRefusal } from '#platform/vocabulary/state-refusal';

export const clearingRefusals = {
  clearingExists: refusal(
    'CLEARING_EXISTS',
    '{period} 已有清算单，一家医院对一个支付方每期一张',
    'There is a clearing of {period} already: one a period for a hospital and a payer',
  ),
  clearingEmpty: refusal('CLEARING_EMPTY', '{period} 没有可清算的金额', 'There is nothing to clear in {period}'),
  clearingNoPack: refusal(
    'CLEARING_NO_PACK',
    '没有生效的清算规则包',
    'No pack of clearing rules is in effect for that time',
  ),
  clearingState: stateRefusal(
    'CLEARING_STATE',
    '清算单状态为“{stateZh}”，不能{zh}',
    'In state {state} one cannot {en} a clearing',
  ),
  clearingEyes: refusal(
    'CLEARING_FOUR_EYES',
    '申报与审核、扣款与异议处理、付款的经办、复核与支付须由不同的人办理',
    'Claiming and reviewing, deducting and deciding on an objection, and making, checking and paying are done by different people',
  ),
  clearingLineUnknown: refusal(
    'CLEARING_LINE_UNKNOWN',
    '清算单没有第 {ordinal} 行',
    'The clearing has no line {ordinal}',
  ),
  deductionTooLarge: refusal(
    'DEDUCTION_TOO_LARGE',
    '第 {ordinal} 行的扣款须大于零且不超过该行金额，恢复不超过扣款',
    'On line {ordinal} a deduction is above zero and at most the line, and no more is restored than was deducted',
  ),
  clearingLineStruck: refusal(
    'CLEARING_LINE_STRUCK',
    '第 {ordinal} 行的结算已冲账，由冲账行抵减',
    'The settlement of line {ordinal} was struck; its strike stands against it',
  ),
  deductionObjected: refusal(
    'DEDUCTION_OBJECTED',
    '该扣款已提出异议',
    'There is an objection to this deduction already',
  ),
  deductionDecided: refusal(
    'DEDUCTION_DECIDED',
    '该扣款没有待处理的异议',
    'There is no objection to this deduction that waits for a decision',
  ),
  objectionLate: refusal('OBJECTION_LATE', '已过异议时限', 'The days for an objection are over'),
  clearingNoList: refusal(
    'CLEARING_NO_LIST',
    '核对前须由医院或支付方提交清单',
    'Before it is reconciled, the hospital or the payer brings its list',
  ),
  clearingDifferencesOpen: refusal(
    'CLEARING_DIFFERENCES_OPEN',
    '尚有 {count} 项差异未说明',
    '{count} differences are not explained yet',
  ),
  differenceExplained: refusal('DIFFERENCE_EXPLAINED', '该差异已说明', 'This difference is explained already'),
  prepaymentAboveCeiling: refusal(
    'PREPAYMENT_ABOVE_CEILING',
    '预付超过上限 {most} 元',
    'The prepayment is above its ceiling of {most} yuan',
  ),
  clearingYearOpen: refusal(
    'CLEARING_YEAR_OPEN',
    '{year} 年尚不能清算：{zh}',
    'The year {year} cannot be cleared yet: {en}',
  ),
};
