// Applies for the payment of an approved distribution (申请发放收益): a batch on a lot of its own book, with the very shares that were approved.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { applyDisbursement } from '../disbursement/apply-disbursement';
import { ApplyDisbursementInput } from '../disbursement/disbursement.input';
import { assetDistributionById, sharesOfDistribution } from './asset.loader';
import { assetRefusals as refusals } from './asset-refusals.rules';

/** 资产收益分配, by the dictionary of purposes: money of this purpose is born on notices of its own. */
const PURPOSE = 'asset-dividend';

const LINK =
  'insert into funds.asset_payment (distribution_id, disbursement_id, region_id, path) values ($1, $2, $3, $4)';

export async function applyAssetDistribution(
  context: Context,
  { id, allotmentLineId }: { id: string; allotmentLineId: string },
  idempotencyKey: string,
): Promise<string> {
  const distribution = isId(id) ? await assetDistributionById.load(context, id) : null;
  if (!distribution) throw commonRefusals.notFound({ what: '收益分配方案 distribution' });
  if (!distribution.approvedAt) throw refusals.distributionNotApproved();
  const shares = await sharesOfDistribution.load(context, id);
  const input = Object.assign(new ApplyDisbursementInput(), {
    ...{ allotmentLineId, purpose: PURPOSE, documentNumber: distribution.documentNumber },
    lines: shares.map(({ householdId, amount }) => ({ householdId, amount })),
  });
  const { regionId, path } = distribution;
  await applyDisbursement(context, input, idempotencyKey, {
    ...{ operation: 'applyAssetDistribution', subject: id },
    also: async (rows, disbursementId) => {
      await rows.query(LINK, [id, disbursementId, regionId, path]);
    },
  }).catch((error: unknown) => {
    if (brokenConstraint(error) === 'asset_payment_once') throw refusals.distributionApplied();
    throw error;
  });
  return id;
}
