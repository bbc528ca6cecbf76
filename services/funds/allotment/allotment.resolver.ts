// What the graph answers about allotment notices, and who drafts and approves them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Journal } from '../ledger/journal.entity';
import { journalsOfAllotment } from '../ledger/journal.loader';
import { Allotment, AllotmentLine } from './allotment.entity';
import { AllotmentsArgs, DraftAllotmentInput } from './allotment.input';
import { allotmentById, balanceOfLot, linesOfAllotment, lotById, partsOfLot } from './allotment.loader';
import { approveAllotment } from './approve-allotment';
import { draftAllotment } from './draft-allotment';
import { listAllotments } from './list-allotments';
import { LotBalance } from './lot-balance.entity';

const AllotmentConnection = connectionOf(Allotment, 'Allotment', '指标文', 'allotment notices');

@Resolver(() => Allotment)
export class AllotmentResolver {
  @Query(() => Allotment, { nullable: true, description: '按标识查指标文 · An allotment notice by its id' })
  allotment(
    @Arg('id', () => ID, { description: '指标文标识 · Id of the notice' }) id: string,
    @Ctx() context: Context,
  ) {
    return isId(id) ? allotmentById.load(context, id) : null;
  }

  @Query(() => AllotmentConnection, {
    nullable: true,
    description: '指标文列表（任一行在范围内）· Allotment notices with a line in scope',
  })
  async allotments(
    @Args(() => AllotmentsArgs) args: AllotmentsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Allotment>> {
    return connect(await listAllotments(context, args), placedCursor);
  }

  @Mutation(() => Allotment, { nullable: true, description: '起草指标文 · Drafts an allotment notice' })
  async draftAllotment(
    @Arg('input', () => DraftAllotmentInput, { description: '内容 · What it says' }) input: DraftAllotmentInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return allotmentById.load(context, await draftAllotment(context, input, idempotencyKey));
  }

  @Mutation(() => Allotment, {
    nullable: true,
    description: '批准并下达指标文（须为起草人之外的人）· Approves and issues a notice; not by whoever drafted it',
  })
  async approveAllotment(
    @Arg('id', () => ID, { description: '指标文标识 · Id of the notice' }) id: string,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return allotmentById.load(context, await approveAllotment(context, id, idempotencyKey));
  }

  @FieldResolver(() => [AllotmentLine], { nullable: true, description: '范围内的行 · Its lines in scope' })
  lines(@Root() { id }: Allotment, @Ctx() context: Context) {
    return linesOfAllotment.load(context, id);
  }

  @FieldResolver(() => [Journal], {
    nullable: true,
    description:
      '下达与冲销的记账凭证（印发地区可见）· The journals that issued and undid it, seen where it was issued',
  })
  journals(@Root() { id }: Allotment, @Ctx() context: Context) {
    return journalsOfAllotment.load(context, id);
  }

  @FieldResolver(() => Region, { nullable: true, description: '印发地区 · Region of the issuing office' })
  region(@Root() { regionId }: Allotment) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who drafted it' })
  draftedBy(@Root() { draftedBy }: Allotment) {
    return personOf(draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who approved it' })
  approvedBy(@Root() { approvedBy }: Allotment) {
    return personOf(approvedBy);
  }
}

@Resolver(() => AllotmentLine)
export class AllotmentLineResolver {
  @FieldResolver(() => Allotment, { nullable: true, description: '所属指标文 · Its notice' })
  allotment(@Root() { allotmentId }: AllotmentLine, @Ctx() context: Context) {
    return allotmentById.load(context, allotmentId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '资金下达到的地区 · Region that the money came to' })
  region(@Root() { regionId }: AllotmentLine) {
    return regionOf(regionId);
  }

  @FieldResolver(() => LotBalance, { nullable: true, description: '余额 · Where its money stands' })
  balance(@Root() { id }: AllotmentLine, @Ctx() context: Context) {
    return balanceOfLot.load(context, id);
  }

  @FieldResolver(() => AllotmentLine, {
    nullable: true,
    description: '上级指标行（本行自其分解或结转）· The line that this one is a part of',
  })
  parent(@Root() { parentLineId }: AllotmentLine, @Ctx() context: Context) {
    return parentLineId === null ? null : lotById.load(context, parentLineId);
  }

  @FieldResolver(() => [AllotmentLine], {
    nullable: true,
    description: '自本行分解、结转的各行（范围内）· Lines in scope that are parts of this one',
  })
  parts(@Root() { id }: AllotmentLine, @Ctx() context: Context) {
    return partsOfLot.load(context, id);
  }
}
