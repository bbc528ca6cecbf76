// What assets and the distribution of their income may refuse (扶贫资产的拒绝).
import { refusal } from '#platform/vocabulary/refusal';

export const assetRefusals = {
  assetConfirmed: refusal('ASSET_CONFIRMED', '已经确认', 'This is confirmed already'),
  assetNotConfirmed: refusal('ASSET_NOT_CONFIRMED', '资产尚未确认', 'This asset is not confirmed yet'),
  assetFourEyes: refusal('ASSET_FOUR_EYES', '登记人不得确认自己的登记', 'Whoever registered may not confirm it'),
  distributionMade: refusal(
    'DISTRIBUTION_MADE',
    '该年度收益已有分配方案',
    'The income of that year has its distribution',
  ),
  distributionNoIncome: refusal(
    'DISTRIBUTION_NO_INCOME',
    '该年度没有已确认的收益',
    'No income of that year was confirmed',
  ),
  distributionRetains: refusal(
    'DISTRIBUTION_RETAINS',
    '村集体留存不得超过收益的 {percent}%',
    'The village keeps {percent} % of the income at most',
  ),
  distributionVote: refusal(
    'DISTRIBUTION_VOTE',
    '表决须 {percent}% 以上同意',
    'At least {percent} % of those present agree',
  ),
  distributionNotCleared: refusal(
    'DISTRIBUTION_NOT_CLEARED',
    '公示未满期限或有未解决的异议',
    'Its posting has not run its days without an open objection',
  ),
  distributionNotApproved: refusal(
    'DISTRIBUTION_NOT_APPROVED',
    '方案尚未批准',
    'This distribution is not approved yet',
  ),
  distributionApplied: refusal('DISTRIBUTION_APPLIED', '已申请发放', 'Its payment was applied for already'),
} as const;
