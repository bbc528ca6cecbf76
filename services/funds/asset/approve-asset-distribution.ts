// Approves a distribution of income (批准收益分配方案): by another person than drafted it, once its posting has run its days.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { mayCheck } from '#platform/vocabulary/hands';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, type RefusalMaker } from '#platform/vocabulary/refusal';
import { AssetDistribution } from './asset-distribution.entity';
import { assetRefusals as refusals } from './asset-refusals.rules';

const refusalOf: Readonly<Record<string, RefusalMaker>> = {
  asset_distribution_four_eyes: refusals.assetFourEyes,
  asset_distribution_cleared: refusals.distributionNotCleared,
  asset_distribution_of_income: refusals.distributionNoIncome,
};

export async function approveAssetDistribution({ caller, inScope }: Context, id: string): Promise<string> {
  const what = '收益分配方案 distribution';
  checkId(id, what);
  const personId = caller.personId ?? '';
  await inScope
    .write({ action: 'approveAssetDistribution', target: id }, async (rows) => {
      const [found] = await rows.select(AssetDistribution, 'where t.id = $1 for update', [id]);
      if (!found) throw commonRefusals.notFound({ what });
      if (found.approvedAt) throw refusals.assetConfirmed();
      const checker = { personId, principalId: caller.principalId, standsFor: caller.standsFor };
      if (!mayCheck(checker, { personId: found.draftedBy, principalId: null })) throw refusals.assetFourEyes();
      await rows.manager.update(AssetDistribution, { id }, { approvedBy: personId, approvedAt: await rows.now() });
    })
    .catch((error: unknown) => {
      throw refusalOf[brokenConstraint(error) ?? '']?.() ?? error;
    });
  return id;
}
