// What is refused of a search, and of words about whoever was found.
import { personalNumberRefusals } from '#platform/vocabulary/personal-number';
import { refusal } from '#platform/vocabulary/refusal';

export const searchRefusals = {
  searchByMasked: refusal(
    'SEARCH_BY_MASKED',
    '此职务只见脱敏内容，不能按此项搜索',
    'This post is shown it masked or not at all, and may not search by it',
  ),
  ...personalNumberRefusals,
} as const;
