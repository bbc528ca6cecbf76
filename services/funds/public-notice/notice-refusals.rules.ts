// What public notices may refuse (公示公告拒绝): codes that are never renamed.
import { refusal } from '#platform/vocabulary/refusal';

export const noticeRefusals = {
  noticePersonalNumber: refusal(
    'PERSONAL_NUMBER_IN_NOTICE',
    '{field}：请勿填写身份证号、银行卡号或电话号码',
    '{field}: leave out identity numbers, card numbers and telephone numbers',
  ),
  noticeTextLength: refusal('NOTICE_TEXT_LENGTH', '{field} 须为 2 至 1000 个字符', '{field} has 2 to 1000 characters'),
  noticePosted: refusal('NOTICE_POSTED', '该事项已在公示，不得重复张贴', 'This is posted already, and is posted once'),
  noticeTooEarly: refusal('NOTICE_TOO_EARLY', '事后才公告：{zh}', 'Announced after the act only: {en}'),
  noticeTooLate: refusal('NOTICE_TOO_LATE', '事前才公示：{zh}', 'Posted before the act only: {en}'),
  noticeSubjectUnknown: refusal(
    'NOTICE_SUBJECT_UNKNOWN',
    '公示规则没有此类事项：{kind}',
    'The rules of public notices do not know this kind: {kind}',
  ),
  noticeOver: refusal(
    'NOTICE_OVER',
    '没有这份公示或这一行，或者公示期已过、已撤下',
    'There is no such posting or line, or its days are over, or it was withdrawn',
  ),
  noticeWithdrawn: refusal('NOTICE_WITHDRAWN', '该公示公告已撤下', 'This notice was withdrawn already'),
  noticeSettled: refusal(
    'NOTICE_SETTLED',
    '所公示事项已经办理，不能撤下',
    'What was posted is done, the notice is not withdrawn any more',
  ),
  objectionAnswered: refusal('FUND_OBJECTION_ANSWERED', '该异议已答复', 'This objection was answered already'),
  objectionEyes: refusal(
    'FUND_OBJECTION_FOUR_EYES',
    '张贴人、提出人及申请人不得答复该异议',
    'Whoever posted, raised or applied does not answer the objection',
  ),
  noticeNotCleared: refusal(
    'NOTICE_NOT_CLEARED',
    '公示期未满或公示未通过，不得支付',
    'Nothing is paid before its posting has run its days and was not objected to as a whole',
  ),
  noticeLineStopped: refusal(
    'NOTICE_LINE_STOPPED',
    '各户均因异议停发，无可支付',
    'Objections stop every line of it: nothing is left to pay',
  ),
} as const;
