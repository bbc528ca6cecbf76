// What the graph answers about one-card batches (一卡通批次), and the hands that list, verify, release and withdraw them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import type { FundsContext } from '../tools';
import { BankFile } from './bank-file.entity';
import { CardBatch, CardBatchConnection, CardBatchSum } from './card-batch.entity';
import { CardLineState } from './card-batch.rules';
import { CardLine, CardLineConnection } from './card-line.entity';
import { listCardBatch } from './list-card-batch';
import { listCardBatches, listCardLines } from './list-card-batches';
import { CardBatchesArgs, CardBatchInput } from './one-card.input';
import { cardBatchById, filesOfBatch, sumsOfBatch } from './one-card.loader';
import { releaseCardBatch } from './release-card-batch';
import { stepCardBatch } from './step-card-batch';

const idArg = () => Arg('id', () => ID, { description: '批次标识 · Id of the batch' });
const keyArg = () =>
  Arg('idempotencyKey', { description: '幂等键：同一键只生效一次 · Idempotency key: one effect for one key' });

@Resolver(() => CardBatch)
export class CardBatchResolver {
  @Query(() => CardBatch, { nullable: true, description: '按标识查一卡通批次 · A one-card batch by its id' })
  cardBatch(@idArg() id: string, @Ctx() context: FundsContext) {
    return isId(id) ? cardBatchById.load(context, id) : null;
  }

  @Query(() => CardBatchConnection, { nullable: true, description: '范围内的一卡通批次 · One-card batches in scope' })
  async cardBatches(
    @Args(() => CardBatchesArgs) args: CardBatchesArgs,
    @Ctx() context: FundsContext,
  ): Promise<Connection<CardBatch>> {
    return connect(await listCardBatches(context, args), placedCursor);
  }

  @Mutation(() => CardBatch, {
    nullable: true,
    description: '造册：由已批准的发放批次列出收款人与账户 · Lists a batch from approved disbursements',
  })
  async listCardBatch(
    @Arg('input', () => CardBatchInput, { description: '造册内容 · What is listed' }) input: CardBatchInput,
    @keyArg() idempotencyKey: string,
    @Ctx() context: FundsContext,
  ) {
    return cardBatchById.load(context, await listCardBatch(context, input, idempotencyKey));
  }

  @Mutation(() => CardBatch, {
    nullable: true,
    description: '核对（造册人不得核对）· Verifies; not by whoever listed it',
  })
  async verifyCardBatch(@idArg() id: string, @Ctx() context: FundsContext) {
    return cardBatchById.load(context, await stepCardBatch(context, id, 'verify', null));
  }

  @Mutation(() => CardBatch, {
    nullable: true,
    description: '放款前撤回，各行可另行造册 · Withdrawn before release; its lines may be listed again',
  })
  async withdrawCardBatch(
    @idArg() id: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Ctx() context: FundsContext,
  ) {
    return cardBatchById.load(context, await stepCardBatch(context, id, 'withdraw', reason));
  }

  @Mutation(() => CardBatch, {
    nullable: true,
    description:
      '放款：发放日比对，停发死亡与清退者，生成并回读银行文件 · Releases: compared with the register of the day, the bank’s file written and read back',
  })
  async releaseCardBatch(@idArg() id: string, @keyArg() idempotencyKey: string, @Ctx() context: FundsContext) {
    return cardBatchById.load(context, await releaseCardBatch(context, id, idempotencyKey));
  }

  @FieldResolver(() => CardLineConnection, { nullable: true, description: '各行 · Its lines' })
  async lines(
    @Root() { id }: CardBatch,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: FundsContext,
    @Arg('state', () => CardLineState, { nullable: true, description: '只要此状态 · Only this state' })
    state?: CardLineState,
  ): Promise<Connection<CardLine>> {
    return connect(await listCardLines(context, id, args, state ?? null), ({ ordinal }) => cursorOf(ordinal));
  }

  @FieldResolver(() => [CardBatchSum], {
    nullable: true,
    description: '各状态的笔数与金额 · Lines and amounts by state',
  })
  sums(@Root() { id }: CardBatch, @Ctx() context: FundsContext) {
    return sumsOfBatch.load(context, id);
  }

  @FieldResolver(() => [BankFile], {
    nullable: true,
    description: '银行文件，先付款后回盘 · The bank’s files, the order first',
  })
  files(@Root() { id }: CardBatch, @Ctx() context: FundsContext) {
    return filesOfBatch.load(context, id);
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · Its region' })
  region(@Root() { regionId }: CardBatch) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '造册人 · Who listed it' })
  madeBy(@Root() { madeBy }: CardBatch) {
    return personOf(madeBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '核对人 · Who verified it' })
  verifiedBy(@Root() { verifiedBy }: CardBatch) {
    return personOf(verifiedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '放款人 · Who released it' })
  releasedBy(@Root() { releasedBy }: CardBatch) {
    return personOf(releasedBy);
  }
}
