// What is refused of policies and of explaining them.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const policyRefusals = {
  policyInvalid: refusal('POLICY_INVALID', '政策有误：{field}，{zh}', 'The policy is wrong at {field}: {en}'),
  policyPublished: refusal(
    'POLICY_PUBLISHED',
    '该政策已发布，不能再改',
    'This policy is published and does not change any more',
  ),
  policyFourEyes: refusal(
    'POLICY_FOUR_EYES',
    '起草与发布须为不同的人',
    'Who drafts a policy and who publishes it are two people',
  ),
  policyNotYourLine: refusal('POLICY_NOT_YOUR_LINE', '此政策属 {line} 条线', 'This policy is of the line {line}'),
  policySuperseded: refusal(
    'POLICY_SUPERSEDED',
    '所接续的版本已有后续版本',
    'The version that it follows has another one already',
  ),
  policyStartsEarlier: refusal(
    'POLICY_STARTS_EARLIER',
    '新版本须自 {from} 之后起',
    'A new version begins after {from}',
  ),
  briefedAlready: refusal(
    'BRIEFED_ALREADY',
    '当日已登记向该户解读此政策',
    'That this policy was explained to the household on that day is recorded already',
  ),
  briefingInFuture: refusal(
    'BRIEFING_IN_FUTURE',
    '解读日期 {explainedOn} 晚于今天 {today}',
    'The explanation of {explainedOn} lies after today, {today}',
  ),
} satisfies Record<string, RefusalMaker>;
