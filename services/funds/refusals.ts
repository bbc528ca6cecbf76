// What the funds subgraph may refuse (拒绝): a code that is never renamed, and why, in Chinese and English.
import { packRefusals } from '#platform/vocabulary/pack-chain';
import { personalNumberRefusals } from '#platform/vocabulary/personal-number';
import { refusal } from '#platform/vocabulary/refusal';
import { stateRefusal } from '#platform/vocabulary/state-refusal';

export const refusals = {
  ...packRefusals,
  ...personalNumberRefusals,
  policyPackInvalid: refusal(
    'POLICY_PACK_INVALID',
    '结算政策包有误，{field}：{zh}',
    'The settlement policy pack is wrong at {field}: {en}',
  ),
  feesDoNotSum: refusal(
    'FEES_DO_NOT_SUM',
    '费用不平，{field}：总费用 {bill} 元，政策范围内 {inPolicy} 元，政策范围外 {outOfPolicy} 元',
    'The fees do not sum at {field}: bill {bill}, in policy {inPolicy}, out of policy {outOfPolicy}',
  ),
  amountNotPositive: refusal('AMOUNT_NOT_POSITIVE', '金额须大于零：{field}', 'The amount must be above zero: {field}'),
  lotRepeated: refusal('LOT_REPEATED', '同一笔分录中资金批次重复：{lot}', 'A lot stands twice in one journal: {lot}'),
  lotInsufficient: refusal(
    'LOT_INSUFFICIENT',
    '资金批次余额不足，尚缺 {missing} 元',
    'The balance of the lot does not suffice: {missing} yuan missing from {account}',
  ),
  stateForbids: stateRefusal('DISBURSEMENT_STATE', '状态为“{stateZh}”，不能{zh}', 'In state {state} one cannot {en}'),
  fourEyes: refusal(
    'FOUR_EYES',
    '申请、审批、支付须由不同的人办理：{zh}',
    'Applying, approving and paying are done by different people: {en}',
  ),
  onCardBatch: refusal(
    'DISBURSEMENT_ON_CARD_BATCH',
    '该批次有明细在一卡通批次中或已到账，不能整批支付或撤销',
    'Lines of it are on a one-card batch or have arrived: it is neither paid nor revoked as a whole',
  ),
  notTheMaker: refusal('NOT_THE_MAKER', '只有申请人可以撤回', 'Only the one who applied may withdraw'),
  returnTooLarge: refusal(
    'RETURN_TOO_LARGE',
    '退回 {returning} 元超过尚可退回的 {open} 元',
    'Returning {returning} yuan is more than the {open} yuan that can still come back',
  ),
  allotmentState: stateRefusal(
    'ALLOTMENT_STATE',
    '指标文状态为“{stateZh}”，不能{zh}',
    'In state {state} one cannot {en} an allotment notice',
  ),
  allotmentNumberTaken: refusal(
    'ALLOTMENT_NUMBER_TAKEN',
    '文号 {number} 已有指标文',
    'There is an allotment notice of number {number} already',
  ),
  allotmentEyes: refusal(
    'ALLOTMENT_FOUR_EYES',
    '起草人不得批准自己的指标文',
    'Whoever drafted an allotment notice may not approve it',
  ),
  purposeDiffers: refusal(
    'PURPOSE_DIFFERS',
    '资金用途须与指标文一致：指标文为 {purpose}，申请为 {given}',
    'Money is spent on the purpose of its notice: {purpose}, not {given}',
  ),
  householdRepeated: refusal(
    'HOUSEHOLD_REPEATED',
    '同一批次中第 {before} 行与第 {line} 行是同一户，请去掉一行',
    'Lines {before} and {line} of the batch are the same household: leave one of them out',
  ),
  householdRemoved: refusal(
    'HOUSEHOLD_REMOVED',
    '该户已剔除，不得发放：{number}',
    'The household was removed from the register and is not paid: {number}',
  ),
  allotmentSpent: refusal(
    'ALLOTMENT_SPENT',
    '该资金已有冻结、支付或退回后另行使用，不能冲销',
    'Some of this money is reserved, paid or used again, so that the journal cannot be undone',
  ),
  journalReversed: refusal(
    'JOURNAL_REVERSED',
    '该凭证已冲销，不得再次冲销',
    'This journal was reversed already, and is reversed once only',
  ),
  journalNotReversible: refusal(
    'JOURNAL_NOT_REVERSIBLE',
    '{kind} 凭证不能冲销：下达与退回可以冲销，已支付的用退回，冻结的用驳回或撤回',
    'A journal of kind {kind} is not reversed: an allotment or a return is; what was paid is returned, what is reserved is rejected or withdrawn',
  ),
  notEligible: refusal(
    'NOT_ELIGIBLE',
    '该人当日不在一站式结算范围内',
    'On that day this person is not entitled to one-stop settlement',
  ),
  secondOpenStay: refusal(
    'SECOND_OPEN_STAY',
    '该患者已有未结算的住院',
    'This patient has another stay that is not settled',
  ),
  notAHospital: refusal('NOT_A_HOSPITAL', '本单位不是定点医疗机构', 'Your unit is not a designated hospital'),
  stayState: stateRefusal('STAY_STATE', '住院状态为“{stateZh}”，不能{zh}', 'In state {state} one cannot {en}'),
  noFees: refusal('NO_FEES', '尚未上传费用，不能结算', 'No fees were uploaded, nothing can be settled'),
  noPolicy: refusal('NO_SETTLEMENT_POLICY', '{day} 没有生效的结算政策', 'No settlement policy is in effect on {day}'),
  settlementStruck: refusal(
    'SETTLEMENT_STRUCK',
    '该结算已冲账，不得再次冲账',
    'This settlement was struck already, and is struck once only',
  ),
} as const;
