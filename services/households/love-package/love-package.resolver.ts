// What the graph answers about goods and batches of love packages, and how goods come in, go on and are allocated.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Region, regionOf } from '../foreign/region';
import { ProgrammeCase } from '../programme/programme-case.entity';
import { caseById } from '../programme/programme-case.loader';
import { allocatePackages, openBatch } from './allocate-packages';
import {
  balanceOfLot,
  batchById,
  goodsOfCase,
  listBatches,
  listLots,
  listMoves,
  lotById,
  partsOfLot,
} from './goods.loader';
import { GoodsBalance, GoodsLot } from './goods-lot.entity';
import { GoodsMove } from './goods-move.entity';
import { PackageBatchInput, ReceiveGoodsInput } from './love-package.input';
import { PackageBatch } from './package-batch.entity';
import { receiveGoods, sendGoodsOn } from './receive-goods';

const GoodsLotConnection = connectionOf(GoodsLot, 'GoodsLot', '物资批', 'lots of goods');
const GoodsMoveConnection = connectionOf(GoodsMove, 'GoodsMove', '物资流转', 'moves of goods');
const PackageBatchConnection = connectionOf(PackageBatch, 'PackageBatch', '爱心包批次', 'batches of love packages');

@Resolver(() => GoodsLot)
export class GoodsLotResolver {
  @Mutation(() => GoodsLot, { nullable: true, description: '物资入库 · Receives goods into stock' })
  async receiveGoods(
    @Arg('input', () => ReceiveGoodsInput, { description: '内容 · What is told' }) input: ReceiveGoodsInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return lotById.load(context, await receiveGoods(context, input, idempotencyKey));
  }

  @Mutation(() => GoodsLot, {
    nullable: true,
    description: '调拨部分物资到下级地区 · Sends part of a lot on to a region below',
  })
  async sendGoodsOn(
    @Arg('lotId', () => ID, { description: '物资批 · The lot' }) lotId: string,
    @Arg('regionId', () => ID, { description: '调往地区 · The region' }) regionId: string,
    @Arg('quantity', () => Int, { description: '数量 · Quantity' }) quantity: number,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return lotById.load(context, await sendGoodsOn(context, { lotId, regionId, quantity }, idempotencyKey));
  }

  @FieldResolver(() => Region, { nullable: true, description: '存放地区 · The region that keeps it' })
  region(@Root() { regionId }: GoodsLot) {
    return regionOf(regionId);
  }

  @FieldResolver(() => GoodsBalance, { nullable: true, description: '现在何处 · Where it is now' })
  balance(@Root() { id }: GoodsLot, @Ctx() context: Context) {
    return balanceOfLot.load(context, id);
  }

  @FieldResolver(() => GoodsLot, {
    nullable: true,
    description: '由哪批调来；上级的不可见 · The lot it was sent on from; hidden where it lies above',
  })
  parent(@Root() { parentId }: GoodsLot, @Ctx() context: Context) {
    return parentId && lotById.load(context, parentId);
  }

  @FieldResolver(() => [GoodsLot], { nullable: true, description: '调拨成的各批 · The lots it was sent on in' })
  parts(@Root() { id }: GoodsLot, @Ctx() context: Context) {
    return partsOfLot.load(context, id);
  }

  @FieldResolver(() => GoodsMoveConnection, { nullable: true, description: '流转，旧者在前 · Its moves, oldest first' })
  async moves(
    @Root() { id }: GoodsLot,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<GoodsMove>> {
    return connect(await listMoves(context, id, args), (move) => cursorOf(move.id));
  }
}

@Resolver(() => GoodsMove)
export class GoodsMoveResolver {
  @FieldResolver(() => GoodsLot, { nullable: true, description: '物资批 · The lot' })
  lot(@Root() { lotId }: GoodsMove, @Ctx() context: Context) {
    return lotById.load(context, lotId);
  }

  @FieldResolver(() => ProgrammeCase, { nullable: true, description: '分给何户的爱心包 · The package that it went to' })
  package(@Root() { caseId }: GoodsMove, @Ctx() context: Context) {
    return caseId && caseById.load(context, caseId);
  }
}

@Resolver(() => PackageBatch)
export class PackageBatchResolver {
  @Mutation(() => PackageBatch, { nullable: true, description: '开立爱心包批次 · Opens a batch of love packages' })
  async openPackageBatch(
    @Arg('input', () => PackageBatchInput, { description: '内容 · What is told' }) input: PackageBatchInput,
    @Ctx() context: Context,
  ) {
    return batchById.load(context, await openBatch(context, input));
  }

  @Mutation(() => PackageBatch, {
    nullable: true,
    description:
      '从库存分配爱心包，每户每批至多一包 · Allocates packages out of the stock, at most one a household and batch',
  })
  async allocateLovePackages(
    @Arg('batchId', () => ID, { description: '批次 · The batch' }) batchId: string,
    @Arg('householdIds', () => [ID], { description: '贫困户 · The households' }) householdIds: string[],
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return batchById.load(context, await allocatePackages(context, batchId, householdIds, idempotencyKey));
  }

  @FieldResolver(() => Region, { nullable: true, description: '发放地区 · The region' })
  region(@Root() { regionId }: PackageBatch) {
    return regionOf(regionId);
  }
}

@Resolver(() => ProgrammeCase)
export class CaseGoodsResolver {
  @FieldResolver(() => [GoodsMove], {
    nullable: true,
    description: '爱心包的物资流转 · Moves of the goods of a love package',
  })
  goods(@Root() { id }: ProgrammeCase, @Ctx() context: Context) {
    return goodsOfCase.load(context, id);
  }

  @FieldResolver(() => PackageBatch, { nullable: true, description: '爱心包批次 · The batch of a love package' })
  batch(@Root() { batchId }: ProgrammeCase, @Ctx() context: Context) {
    return batchId && batchById.load(context, batchId);
  }
}

@Resolver(() => Region)
export class RegionGoodsResolver {
  @FieldResolver(() => GoodsLotConnection, {
    nullable: true,
    description: '本地区及下级的物资批 · Lots of goods here and below',
  })
  async goodsLots(
    @Root() { id }: Region,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<GoodsLot>> {
    return connect(await listLots(context, id, args), placedCursor);
  }

  @FieldResolver(() => PackageBatchConnection, {
    nullable: true,
    description: '本地区及下级的爱心包批次 · Batches of love packages here and below',
  })
  async packageBatches(
    @Root() { id }: Region,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PackageBatch>> {
    return connect(await listBatches(context, id, args), placedCursor);
  }
}
