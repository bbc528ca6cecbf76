// What is refused of a search, and of words about whoever was found.
import { refusal } from '#platform/vocabulary/refusal';

export const searchRefusals = {
  searchByMasked: refusal(
    'SEARCH_BY_MASKED',
    '此职务只见脱敏内容，不能按此项搜索',
    'This post is shown it masked or not at all, and may not search by it',
  ),
  personalNumber: refusal(
    'PERSONAL_NUMBER_IN_TEXT',
    '{field}：请勿填写身份证号、银行卡号或电话号码',
    '{field}: leave out identity numbers, card numbers and telephone numbers',
  ),
} as const;
