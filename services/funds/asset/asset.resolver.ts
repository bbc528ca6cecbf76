// What the graph answers about assets, their incomes and distributions, and who registers, confirms and pays them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Region, regionOf } from '../foreign/region';
import { Project } from '../project/project.entity';
import { projectById } from '../project/project.loader';
import { Asset } from './asset.entity';
import { RecordAssetIncomeInput, RegisterAssetInput } from './asset.input';
import { assetById, distributionsOfAsset, incomesOfAsset } from './asset.loader';
import { AssetDistribution } from './asset-distribution.entity';
import { AssetIncome } from './asset-income.entity';
import { confirmAsset, confirmAssetIncome } from './confirm-asset';
import { listAssets } from './list-assets';
import { recordAssetIncome } from './record-asset-income';
import { registerAsset } from './register-asset';

const AssetConnection = connectionOf(Asset, 'Asset', '扶贫资产', 'assets');
const id = () => Arg('id', () => ID, { description: '标识 · Id' });

@Resolver(() => Asset)
export class AssetResolver {
  @Query(() => Asset, { nullable: true, description: '按标识查资产 · An asset by its id' })
  asset(@id() assetId: string, @Ctx() context: Context) {
    return isId(assetId) ? assetById.load(context, assetId) : null;
  }

  @Query(() => AssetConnection, { nullable: true, description: '范围内的扶贫资产 · Assets in scope' })
  async assets(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() context: Context): Promise<Connection<Asset>> {
    return connect(await listAssets(context, args), placedCursor);
  }

  @Mutation(() => Asset, { nullable: true, description: '登记扶贫资产 · Registers an asset' })
  async registerAsset(
    @Arg('input', () => RegisterAssetInput, { description: '资产 · The asset' }) input: RegisterAssetInput,
    @Ctx() context: Context,
  ) {
    return assetById.load(context, await registerAsset(context, input));
  }

  @Mutation(() => Asset, {
    nullable: true,
    description: '确认资产（登记人以外的人）· Confirms an asset, by another person than registered it',
  })
  async confirmAsset(@id() assetId: string, @Ctx() context: Context) {
    return assetById.load(context, await confirmAsset(context, assetId));
  }

  @Mutation(() => Asset, { nullable: true, description: '登记资产收益 · Records income of an asset' })
  async recordAssetIncome(
    @Arg('input', () => RecordAssetIncomeInput, { description: '收益 · The income' }) input: RecordAssetIncomeInput,
    @Ctx() context: Context,
  ) {
    await recordAssetIncome(context, input);
    context.loaders.clear();
    return assetById.load(context, input.assetId);
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description: '确认资产收益（登记人以外的人）· Confirms an income, by another person than recorded it',
  })
  async confirmAssetIncome(@id() incomeId: string, @Ctx() context: Context) {
    return (await confirmAssetIncome(context, incomeId)) === incomeId;
  }

  @FieldResolver(() => Region, { nullable: true, description: '所在地 · Where it is' })
  region(@Root() { regionId }: Asset) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Project, { nullable: true, description: '形成它的项目 · The project that built it' })
  project(@Root() { projectId }: Asset, @Ctx() context: Context) {
    return projectId && projectById.load(context, projectId);
  }

  @FieldResolver(() => [AssetIncome], { nullable: true, description: '历年收益 · Its incomes by year' })
  incomes(@Root() asset: Asset, @Ctx() context: Context) {
    return incomesOfAsset.load(context, asset.id);
  }

  @FieldResolver(() => [AssetDistribution], { nullable: true, description: '历年分配方案 · Its distributions by year' })
  distributions(@Root() asset: Asset, @Ctx() context: Context) {
    return distributionsOfAsset.load(context, asset.id);
  }
}
