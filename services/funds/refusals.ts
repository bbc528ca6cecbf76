// What the funds subgraph may refuse (拒绝): a code that is never renamed, and why, in Chinese and English.
import { refusal } from '#platform/vocabulary/refusal';

export const refusals = {
  policyPackInvalid: refusal('POLICY_PACK_INVALID', '结算政策包有误，{field}：{zh}', 'The settlement policy pack is wrong at {field}: {en}'),
  feesDoNotSum: refusal(
    'FEES_DO_NOT_SUM',
    '费用不平，{field}：总费用 {bill} 元，政策范围内 {inPolicy} 元，政策范围外 {outOfPolicy} 元',
    'The fees do not sum at {field}: bill {bill}, in policy {inPolicy}, out of policy {outOfPolicy}',
  ),
  amountNotPositive: refusal('AMOUNT_NOT_POSITIVE', '金额须大于零：{field}', 'The amount must be above zero: {field}'),
  lotRepeated: refusal('LOT_REPEATED', '同一笔分录中资金批次重复：{lot}', 'A lot stands twice in one journal: {lot}'),
  lotInsufficient: refusal(
    'LOT_INSUFFICIENT',
    '资金批次余额不足：{account} 尚缺 {missing} 元',
    'The balance of the lot does not suffice: {missing} yuan missing from {account}',
  ),
  stateForbids: refusal('DISBURSEMENT_STATE', '状态为 {state}，不能{zh}', 'In state {state} one cannot {en}'),
  fourEyes: refusal(
    'FOUR_EYES',
    '申请、审批、支付须由不同的人办理：{zh}',
    'Applying, approving and paying are done by different people: {en}',
  ),
  returnTooLarge: refusal(
    'RETURN_TOO_LARGE',
    '退回 {returning} 元超过尚可退回的 {open} 元',
    'Returning {returning} yuan is more than the {open} yuan that can still come back',
  ),
} as const;
