// What is refused where no rule is in force (没有生效的规则包).
import { refusal } from '#platform/vocabulary/refusal';

export const rulePackRefusals = {
  rulePackMissing: refusal(
    'RULE_PACK_MISSING',
    '{day} 没有生效的规则包',
    'No rule pack of this kind is in force on {day}',
  ),
};
