// What is refused of a charity fund (扶贫基金): steps out of order, gifts that are not free, receipts before acceptance, uses outside what was given.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

const words: Readonly<Record<string, string>> = {
  ...{ preparing: '筹备中', registered: '已登记', dissolved: '已注销', promised: '已约定', arrived: '已到待验收' },
  ...{ accepted: '已验收', declined: '未接受', drafted: '待决议', approved: '已批准', refused: '未通过' },
  ...{ withdrawn: '已撤回', applied: '待支付', paid: '已支付' },
};

/** The states of a fund, a gift and a use by their own words: a gift is accepted otherwise than an explanation. */
const stateRefusal = (code: string, zh: string, en: string): RefusalMaker => {
  const make = refusal(code, zh, en);
  return (facts = {}) =>
    make('state' in facts ? { ...facts, stateZh: words[String(facts.state)] ?? facts.state } : facts);
};

export const charityRefusals = {
  foundingOrder: refusal('FOUNDING_ORDER', '须先办理并确认：{zh}', 'To be done and confirmed first: {en}'),
  foundingTold: refusal('FOUNDING_TOLD', '该步骤已登记', 'This step of the founding was recorded already'),
  foundingDay: refusal(
    'FOUNDING_DAY',
    '日期不得晚于今日，也不得早于上一步（{before}）',
    'A day is not in the future, and not before the step before it ({before})',
  ),
  foundingEyes: refusal(
    'FOUNDING_FOUR_EYES',
    '登记人不得确认自己登记的步骤',
    'Whoever recorded a step of a founding may not confirm it',
  ),
  foundingDecided: refusal('FOUNDING_DECIDED', '该步骤已确认或退回', 'This step was confirmed or returned already'),
  charityFundTaken: refusal(
    'CHARITY_FUND_NAME_TAKEN',
    '已有此名称的基金：{name}',
    'There is a fund of this name: {name}',
  ),
  charityFundState: stateRefusal(
    'CHARITY_FUND_STATE',
    '基金状态为“{stateZh}”，不能{zh}',
    'In state {state} a fund cannot {en}',
  ),
  charityFundMoneyLeft: refusal(
    'CHARITY_FUND_MONEY_LEFT',
    '尚有未使用的捐赠，不能注销',
    'Gifts are not used up: the fund is not dissolved',
  ),
  giftNotFree: refusal(
    'GIFT_NOT_FREE',
    '捐赠须出于自愿，不得摊派或变相摊派',
    'A gift is given freely: there are no quotas',
  ),
  giftState: stateRefusal('GIFT_STATE', '捐赠状态为“{stateZh}”，不能{zh}', 'In state {state} one cannot {en} a gift'),
  giftEyes: refusal(
    'GIFT_FOUR_EYES',
    '登记、收款的人不得验收',
    'Whoever recorded a gift or its arrival may not accept it',
  ),
  giftDay: refusal(
    'GIFT_DAY',
    '日期不得晚于今日，也不得早于捐赠意向',
    'A day is not in the future, and not before the gift was promised',
  ),
  giftReceipted: refusal('GIFT_RECEIPTED', '该捐赠已开具票据', 'A receipt of this gift was issued already'),
  receiptNumberTaken: refusal(
    'RECEIPT_NUMBER_TAKEN',
    '票据号已使用：{receiptNumber}',
    'This number of a receipt is taken: {receiptNumber}',
  ),
  giftRestricted: refusal(
    'GIFT_RESTRICTED',
    '超出捐赠 {gift} 的约定用途；该捐赠仅限：{zh}',
    'Outside what gift {gift} was given for; it allows: {en}',
  ),
  giftUsePlan: refusal(
    'GIFT_USE_PLAN',
    '捐赠资金须经理事会批准的使用计划使用',
    'Money that was given is used by a plan that the council approved',
  ),
  giftLotWhole: refusal(
    'GIFT_LOT_WHOLE',
    '捐赠资金批次不得追加、核减或撤回',
    'A lot that was given is neither added to nor cut nor withdrawn',
  ),
  charityUseState: stateRefusal(
    'CHARITY_USE_STATE',
    '使用计划状态为“{stateZh}”，不能{zh}',
    'In state {state} one cannot {en} a use of gifts',
  ),
  charityUseEyes: refusal(
    'CHARITY_USE_FOUR_EYES',
    '编制人不得登记理事会决议',
    'Whoever drafted a use of gifts may not record its resolution',
  ),
  charityUsePurpose: refusal(
    'CHARITY_USE_PURPOSE',
    '用途须为捐赠账用途：{purpose}',
    'Not a purpose of the donation book: {purpose}',
  ),
  councilQuorum: refusal(
    'COUNCIL_QUORUM',
    '出席 {present} 人，不足法定人数（在任 {seats} 人的 {quorum}/{quorumOf}）',
    '{present} present are no quorum ({quorum}/{quorumOf} of {seats} in office)',
  ),
  councilMember: refusal(
    'COUNCIL_MEMBER',
    '表决人须为会议当日在任的理事，一人一票',
    'Who votes is a member of the council on that day, and votes once',
  ),
  councilDay: refusal(
    'COUNCIL_DAY',
    '会议日期须在计划编制之后、不晚于今日',
    'The meeting was after the use was drafted, and not in the future',
  ),
  charityPaymentEyes: refusal(
    'CHARITY_PAYMENT_FOUR_EYES',
    '申请支付、登记决议、支付须由不同的人办理',
    'Applying, recording the resolution and paying are done by different people',
  ),
  charityPaymentState: stateRefusal(
    'CHARITY_PAYMENT_STATE',
    '支付状态为“{stateZh}”，不能{zh}',
    'In state {state} one cannot {en}',
  ),
  giftItemQuantity: refusal(
    'GIFT_ITEM_QUANTITY',
    '数量超过该物资尚存数：{left}',
    'More than what is left of these goods: {left}',
  ),
  giftAuctionEyes: refusal(
    'GIFT_AUCTION_FOUR_EYES',
    '登记拍卖的人不得批准',
    'Whoever recorded an auction may not approve it',
  ),
  giftAuctionDecided: refusal(
    'GIFT_AUCTION_DECIDED',
    '该拍卖已批准或退回',
    'This auction was approved or returned already',
  ),
  charityReportYear: refusal(
    'CHARITY_REPORT_YEAR',
    '该年度尚未结束，或基金当年未登记',
    'That year is not over, or the fund was not registered in it',
  ),
  charityReportOpen: refusal('CHARITY_REPORT_OPEN', '{year} 年度已有公开报告', 'There is a report of {year} already'),
  charityReportStale: refusal(
    'CHARITY_REPORT_STALE',
    '起草之后数据已变，请重新起草',
    'What it tells has changed since it was drafted: draft it anew',
  ),
  charityReportEyes: refusal(
    'CHARITY_REPORT_FOUR_EYES',
    '起草人不得批准公开报告',
    'Whoever drafted a report may not approve it',
  ),
  charityReportDecided: refusal(
    'CHARITY_REPORT_DECIDED',
    '该报告已公布或撤回',
    'This report was published or withdrawn already',
  ),
} as const;
