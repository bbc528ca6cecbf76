// Assets by id, their incomes and distributions, and the shares of a distribution, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Asset } from './asset.entity';
import { AssetDistribution, AssetShare } from './asset-distribution.entity';
import { AssetIncome } from './asset-income.entity';

export const assetById = defineLoader<Asset | null>(
  'asset by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Asset, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

export const incomesOfAsset = defineLoader<AssetIncome[]>(
  'incomes of asset',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(AssetIncome, 'where t.asset_id = any ($1::uuid[]) order by t.year, t.id', [ids]),
      ({ assetId }) => assetId,
    ),
);

export const distributionsOfAsset = defineLoader<AssetDistribution[]>(
  'distributions of asset',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(AssetDistribution, 'where t.asset_id = any ($1::uuid[]) order by t.year, t.id', [ids]),
      ({ assetId }) => assetId,
    ),
);

export const assetDistributionById = defineLoader<AssetDistribution | null>(
  'asset distribution by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(AssetDistribution, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

export const sharesOfDistribution = defineLoader<AssetShare[]>(
  'shares of distribution',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(AssetShare, 'where t.distribution_id = any ($1::uuid[]) order by t.path, t.household_id', [
        ids,
      ]),
      ({ distributionId }) => distributionId,
    ),
);

export const disbursementIdOfDistribution = defineLoader<string | null>(
  'disbursement of distribution',
  () => null,
  async (rows, ids) => {
    const found = await rows.query<{ distributionId: string; disbursementId: string }>(
      'select distribution_id as "distributionId", disbursement_id as "disbursementId" from funds.asset_payment where distribution_id = any ($1::uuid[]) order by disbursement_id',
      [ids],
    );
    return new Map(found.map(({ distributionId, disbursementId }) => [distributionId, disbursementId]));
  },
);
