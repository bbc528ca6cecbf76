// What is refused of the two books (两本账): a use that is not the book's, too much of a parent line, cash that is not there, a month that is closed.
import { refusal } from '#platform/vocabulary/refusal';
import { stateRefusal } from '#platform/vocabulary/state-refusal';

export const booksRefusals = {
  fundUse: refusal('FUND_USE', '资金用途不符：{zh}', 'Not a use of this money: {en}'),
  parentLine: refusal('PARENT_LINE', '上级指标行不符：{zh}', 'The parent line does not fit: {en}'),
  overAllotted: refusal(
    'OVER_ALLOTTED',
    '超出上级指标行或本批次的可用数，未下达',
    'More than the parent line or the lot has available; nothing was moved',
  ),
  cashInsufficient: refusal(
    'CASH_INSUFFICIENT',
    '资金账余额不足：国库资金尚未到账，不能支付',
    'The cash of the lot does not suffice: the treasury has not paid it in yet',
  ),
  cashBeyondAuthority: refusal(
    'CASH_BEYOND_AUTHORITY',
    '资金账不得超过指标账：请先缴回国库',
    'Cash may not exceed the authority that it is for: hand the rest back to the treasury first',
  ),
  cashDay: refusal(
    'CASH_DAY',
    '到账日须在指标文印发之后、不晚于今日',
    'The day of receipt is after the notice was issued, and not in the future',
  ),
  voucherTaken: refusal(
    'VOUCHER_TAKEN',
    '该国库凭证号已入账：{voucher}',
    'This voucher is in the books already: {voucher}',
  ),
  changeState: stateRefusal(
    'AUTHORITY_CHANGE_STATE',
    '指标调整状态为“{stateZh}”，不能{zh}',
    'In state {state} one cannot {en}',
  ),
  changeEyes: refusal(
    'AUTHORITY_CHANGE_FOUR_EYES',
    '起草人不得批准自己的指标调整',
    'Whoever drafted a change of authority may not approve it',
  ),
} as const;
