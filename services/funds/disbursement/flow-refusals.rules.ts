// What the flow of disbursements may refuse (拨付流程拒绝): codes that are never renamed.
import { refusal } from '#platform/vocabulary/refusal';

export const flowRefusals = {
  negativeList: refusal(
    'NEGATIVE_LIST',
    '属负面清单，专项扶贫资金不得用于{zh}（{word}）',
    'On the negative list: the special fund is not spent on {en} ({word})',
  ),
  notYourStep: refusal(
    'APPROVAL_STEP',
    '现在是「{zh}」环节，不由您的岗位办理',
    'This waits for the step "{en}", which is done by {posts}',
  ),
  approvedAlready: refusal(
    'APPROVED_ALREADY',
    '您已审核过该批次，每人只算一次',
    'You have approved this batch already: one person counts once',
  ),
  managementFee: refusal(
    'MANAGEMENT_FEE',
    '项目管理费超过本区当年下达资金的规定比例',
    "More management fees than the share of this year's allotments to the district that is allowed",
  ),
  orderDiffers: refusal(
    'PAYMENT_ORDER_DIFFERS',
    '待付金额与支付令不符，须撤回后重新开具',
    'What is left to pay is not what was ordered: the order is recalled and issued anew',
  ),
  nothingToReissue: refusal(
    'NOTHING_TO_REISSUE',
    '没有可重发的款项：未退回，或已重发，或在追回',
    'Nothing is open to be re-issued: it did not come back, is re-issued already, or is recovered',
  ),
  reissueRecovered: refusal(
    'REISSUE_RECOVERED',
    '该明细已要求追回，不得重发',
    'The line is being recovered: it is not re-issued',
  ),
  returnReissued: refusal(
    'RETURN_REISSUED',
    '该退回款已重发，退回凭证不能冲销；重发未支付的，可先撤回或驳回',
    'What came back is re-issued, and its return cannot be reversed; a re-issue that is not paid is withdrawn or rejected first',
  ),
  beforeAllotment: refusal(
    'BEFORE_ALLOTMENT',
    '申请日期早于指标文日期',
    'It is applied for before the day of its allotment notice',
  ),
} as const;
