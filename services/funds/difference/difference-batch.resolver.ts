// How the office proposes the differences that a changed settlement makes, and director or finance decide on them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Region, regionOf } from '../foreign/region';
import { Unit, unitOf } from '../foreign/unit';
import { decideDifferences } from './decide-differences';
import { DifferenceBatch, DifferenceLine, DifferenceShare } from './difference-batch.entity';
import { differenceBatchById, linesOfDifferences } from './difference-batch.loader';
import { listDifferenceBatches } from './list-difference-batches';
import { proposeDifferences } from './propose-differences';

const DifferenceBatchConnection = connectionOf(DifferenceBatch, 'DifferenceBatch', '差额批', 'difference batches');
const batchArg = () => Arg('id', () => ID, { description: '批标识 · Id of the batch' });
const remarkArg = () => Arg('remark', { description: '意见 · Remark' });

@Resolver(() => DifferenceBatch)
export class DifferenceBatchResolver {
  @Query(() => DifferenceBatchConnection, {
    nullable: true,
    description: '本地区的差额批，新者在前 · Difference batches of the own region, newest first',
  })
  async differenceBatches(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DifferenceBatch>> {
    return connect(await listDifferenceBatches(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => DifferenceBatch, {
    nullable: true,
    description:
      '提出差额批：重算受影响的其后各次结算 · Proposes what a struck or supplemented settlement changes in later ones',
  })
  async proposeDifferences(
    @Arg('causeId', () => ID, {
      description: '冲账或补结算的标识（见待办）· Id of the strike or supplement, as the to-do tells',
    })
    causeId: string,
    @Ctx() context: Context,
  ) {
    return differenceBatchById.load(context, await proposeDifferences(context, causeId));
  }

  @Mutation(() => DifferenceBatch, {
    nullable: true,
    description: '批准差额批，逐次补结算 · Approves a batch: each line is a supplement',
  })
  async approveDifferences(@batchArg() id: string, @remarkArg() remark: string, @Ctx() context: Context) {
    return differenceBatchById.load(context, await decideDifferences(context, id, { outcome: 'approved', remark }));
  }

  @Mutation(() => DifferenceBatch, { nullable: true, description: '驳回差额批 · Rejects a batch' })
  async rejectDifferences(@batchArg() id: string, @remarkArg() remark: string, @Ctx() context: Context) {
    return differenceBatchById.load(context, await decideDifferences(context, id, { outcome: 'rejected', remark }));
  }

  @FieldResolver(() => [DifferenceLine], { nullable: true, description: '逐次差额 · The lines' })
  lines(@Root() { id }: DifferenceBatch, @Ctx() context: Context) {
    return linesOfDifferences.load(context, id);
  }

  @FieldResolver(() => Region, { nullable: true, description: '患者所在地区 · Region of the patient' })
  region(@Root() { regionId }: DifferenceBatch) {
    return regionOf(regionId);
  }
}

@Resolver(() => DifferenceLine)
export class DifferenceLineResolver {
  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: DifferenceLine) {
    return unitOf(hospitalId);
  }

  @FieldResolver(() => [DifferenceShare], { nullable: true, description: '各支付方差额 · By payer' })
  shares(@Root() { shares }: DifferenceLine) {
    return shares.map((share) => ({ ...share, amount: BigInt(share.amount) }));
  }
}
