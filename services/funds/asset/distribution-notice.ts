// A distribution as it is posted (收益分配方案公示): every household with its share, before it is approved; announced once it was.
import type { Context } from '#platform/graph/context';
import type { NoticeSubject } from '../public-notice/notice-subject.rules';
import { assetById, assetDistributionById, sharesOfDistribution } from './asset.loader';

export async function distributionNotice(context: Context, id: string): Promise<NoticeSubject | null> {
  const distribution = await assetDistributionById.load(context, id);
  if (!distribution) return null;
  const [asset, shares] = await Promise.all([
    assetById.load(context, distribution.assetId),
    sharesOfDistribution.load(context, id),
  ]);
  const { regionId, path, year, documentNumber, pool: total, draftedBy: madeBy, approvedAt } = distribution;
  return {
    ...{ regionId, path, year, documentNumber, total, madeBy, about: asset?.name ?? '' },
    stage: approvedAt ? 'after' : 'before',
    lines: shares.map((share) => ({
      ...{ lineId: share.householdId, householdId: share.householdId, regionId: share.regionId, path: share.path },
      ...{ name: share.payee, amount: share.amount },
    })),
  };
}
