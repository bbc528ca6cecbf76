// What payment in stages may refuse (报账拒绝): codes that are never renamed.
import { refusal } from '#platform/vocabulary/refusal';
import { stateRefusal } from '#platform/vocabulary/state-refusal';

export const reimbursementRefusals = {
  noStagePack: refusal('NO_STAGE_PACK', '本地区没有生效的报账规则', 'No rules of payment in stages are in force here'),
  stageUnknown: refusal('STAGE_UNKNOWN', '报账规则没有这一期：{stage}', 'There is no such stage: {stage}'),
  stageClaimed: refusal('STAGE_CLAIMED', '该期已经报账', 'This stage was claimed already'),
  stageOrder: refusal('STAGE_ORDER', '前一期 {before} 尚未支付', 'The stage {before} before it is not paid yet'),
  scaleFirst: refusal(
    'SCALE_NOT_APPROVED',
    '合同金额超过计划的规定幅度，须先报批',
    'The contract exceeds its plan by more than is allowed: that is approved first',
  ),
  notAccepted: refusal(
    'NOT_ACCEPTED',
    '尚未验收，不得申请该期',
    'It was not accepted yet: this stage is claimed after that',
  ),
  depositNotDue: refusal('STAGE_NOT_DUE', '{day} 起方可申请该期', 'This stage is claimed from {day} on'),
  documentsMissing: refusal('DOCUMENTS_MISSING', '缺少材料：{kinds}', 'Documents are missing: {kinds}'),
  documentFlaw: refusal('STAGE_DOCUMENT', '材料 {kind} {zh}', 'The document {kind} {en}'),
  groundUnknown: refusal(
    'STAGE_GROUND_UNKNOWN',
    '驳回理由须为规则包所列之一：{grounds}',
    'A claim is rejected on one of the grounds of the pack: {grounds}',
  ),
  claimState: stateRefusal(
    'STAGE_CLAIM_STATE',
    '报账申请状态为“{stateZh}”，不能办理',
    'In state {state} this cannot be done to a claim',
  ),
  claimEyes: refusal(
    'STAGE_CLAIM_FOUR_EYES',
    '申请、审核、支付及超规模报批须由不同的人办理',
    'Claiming, approving and paying, and approving a larger scale, are done by different people',
  ),
  doneAlready: refusal('REIMBURSEMENT_DONE', '已经登记，不得重复', 'This was recorded already'),
} as const;
