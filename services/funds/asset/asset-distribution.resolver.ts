// What the graph answers about distributions of income, and who drafts, approves and pays them.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Disbursement } from '../disbursement/disbursement.entity';
import { disbursementById } from '../disbursement/disbursement.loader';
import { Household, householdOf } from '../foreign/household';
import { Person, personOf } from '../foreign/person';
import { applyAssetDistribution } from './apply-asset-distribution';
import { approveAssetDistribution } from './approve-asset-distribution';
import { DraftAssetDistributionInput } from './asset.input';
import { assetDistributionById, disbursementIdOfDistribution, sharesOfDistribution } from './asset.loader';
import { AssetDistribution, AssetShare } from './asset-distribution.entity';
import { draftAssetDistribution } from './draft-asset-distribution';

const id = () => Arg('id', () => ID, { description: '方案标识 · Id of the distribution' });

@Resolver(() => AssetDistribution)
export class AssetDistributionResolver {
  @Mutation(() => AssetDistribution, {
    nullable: true,
    description: '起草收益分配方案（先表决）· Drafts a distribution of income, which was voted on',
  })
  async draftAssetDistribution(
    @Arg('input', () => DraftAssetDistributionInput, { description: '方案 · What it says' })
    input: DraftAssetDistributionInput,
    @Ctx() context: Context,
  ) {
    return assetDistributionById.load(context, await draftAssetDistribution(context, input));
  }

  @Mutation(() => AssetDistribution, {
    nullable: true,
    description:
      '批准收益分配方案（公示期满，起草人以外的人）· Approves a distribution after its posting, by another person than drafted it',
  })
  async approveAssetDistribution(@id() distributionId: string, @Ctx() context: Context) {
    return assetDistributionById.load(context, await approveAssetDistribution(context, distributionId));
  }

  @Mutation(() => AssetDistribution, {
    nullable: true,
    description:
      '按已批准的方案申请发放，一次；前一批次被驳回或撤回的可重新申请 · Applies for the payment of an approved distribution, once; anew if that batch was rejected or withdrawn',
  })
  async applyAssetDistribution(
    @id() distributionId: string,
    @Arg('allotmentLineId', () => ID, { description: '资产收益资金批次 · The lot of asset income' })
    allotmentLineId: string,
    @Arg('idempotencyKey', { description: '幂等键：同一键只生效一次 · Idempotency key: one effect for one key' })
    idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    const made = await applyAssetDistribution(context, { id: distributionId, allotmentLineId }, idempotencyKey);
    context.loaders.clear();
    return assetDistributionById.load(context, made);
  }

  @FieldResolver(() => [AssetShare], {
    nullable: true,
    description: '各户份额（范围内的）· Shares of households in scope',
  })
  shares(@Root() distribution: AssetDistribution, @Ctx() context: Context) {
    return sharesOfDistribution.load(context, distribution.id);
  }

  @FieldResolver(() => Disbursement, { nullable: true, description: '发放批次 · The batch that pays it' })
  async disbursement(@Root() distribution: AssetDistribution, @Ctx() context: Context): Promise<Disbursement | null> {
    const disbursementId = await disbursementIdOfDistribution.load(context, distribution.id);
    return disbursementId ? disbursementById.load(context, disbursementId) : null;
  }

  @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who drafted it' })
  draftedBy(@Root() { draftedBy }: AssetDistribution) {
    return personOf(draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who approved it' })
  approvedBy(@Root() { approvedBy }: AssetDistribution) {
    return personOf(approvedBy);
  }
}

@Resolver(() => AssetShare)
export class AssetShareResolver {
  @FieldResolver(() => Household, { nullable: true, description: '户 · The household' })
  household(@Root() { householdId }: AssetShare) {
    return householdOf(householdId);
  }
}
