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
    '现在是「{zh}」环节，由 {posts} 办理',
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
  beforeAllotment: refusal(
    'BEFORE_ALLOTMENT',
    '申请日期早于指标文日期',
    'It is applied for before the day of its allotment notice',
  ),
} as const;
