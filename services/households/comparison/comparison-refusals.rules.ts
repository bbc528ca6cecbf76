// What is refused of comparisons with other bureaus.
import { refusal } from '#platform/vocabulary/refusal';

export const comparisonRefusals = {
  comparisonRulesMissing: refusal(
    'COMPARISON_RULES_MISSING',
    '{day} 没有适用的比对规则',
    'No rules of comparison are in force on {day}',
  ),
  comparisonStep: refusal(
    'COMPARISON_STEP',
    '该比对结果的状态不允许此操作',
    'This step of the match is done, or not due yet',
  ),
  comparisonSamePerson: refusal(
    'COMPARISON_SAME_PERSON',
    '核实与销号须为不同的人',
    'Whoever verified a match does not close it',
  ),
} as const;
