// What the graph answers about re-organisations, and how they are proposed, decided and carried out.
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Facts } from '#platform/graph/scalars';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { askProgress } from './ask-progress';
import { decideRegionChange } from './decide-region-change';
import { executeRegionChange } from './execute-region-change';
import { eventsAfter, listRegionChanges } from './list-region-changes';
import { proposeRegionChange } from './propose-region-change';
import { RegionChange } from './region-change.entity';
import {
  ApproveRegionChangeArgs,
  ProposeRegionChangeInput,
  RegionChangesArgs,
  RejectRegionChangeArgs,
} from './region-change.input';
import { regionChangeById } from './region-change.loader';
import { RegionChangeProgress } from './region-change-progress.entity';
import { RegionChangeStep } from './region-change-step.entity';

const RegionChangeConnection = connectionOf(RegionChange, 'RegionChange', '区划调整', 're-organisations');
const changeIs = { description: '区划调整 · The re-organisation' };

@Resolver(() => RegionChange)
export class RegionChangeResolver {
  @Query(() => RegionChange, { nullable: true, description: '按标识查区划调整 · A re-organisation by its id' })
  regionChange(@Arg('id', () => ID, changeIs) id: string, @Ctx() context: Context) {
    return regionChangeById.load(context, id);
  }

  @Query(() => RegionChangeConnection, {
    nullable: true,
    description: '区划调整，新者在前 · Re-organisations, newest first',
  })
  async regionChanges(
    @Args(() => RegionChangesArgs) args: RegionChangesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<RegionChange>> {
    return connect(await listRegionChanges(context, args), ({ id }) => cursorOf(id));
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => Facts, {
    nullable: true,
    description: '某版本之后的区划变动（仅供其他子图）· Moves of regions after an epoch, for the other subgraphs alone',
  })
  regionTreeEvents(
    @Arg('after', () => Int, { description: '区划版本 · Epoch of the region tree' }) after: number,
    @Ctx() context: Context,
  ) {
    return eventsAfter(context, after);
  }

  @Mutation(() => RegionChange, {
    nullable: true,
    description: '提出区划调整；方案即时算定 · Proposes a re-organisation; its plan is worked out at once',
  })
  proposeRegionChange(
    @Arg('input', () => ProposeRegionChangeInput, { description: '日期与步骤 · Day and steps' })
    input: ProposeRegionChangeInput,
    @Ctx() context: Context,
  ) {
    return proposeRegionChange(context, input);
  }

  @Mutation(() => RegionChange, {
    nullable: true,
    description: '批准区划调整（另一人，附文号）· Approves a re-organisation: another person, with a document',
  })
  approveRegionChange(
    @Args(() => ApproveRegionChangeArgs) { id, documentNumber }: ApproveRegionChangeArgs,
    @Ctx() context: Context,
  ) {
    return decideRegionChange(context, { id, state: 'approved', documentNumber });
  }

  @Mutation(() => RegionChange, { nullable: true, description: '退回区划调整 · Rejects a re-organisation' })
  rejectRegionChange(
    @Args(() => RejectRegionChangeArgs) { id, reason }: RejectRegionChangeArgs,
    @Ctx() context: Context,
  ) {
    return decideRegionChange(context, { id, state: 'rejected', remark: reason });
  }

  @Mutation(() => RegionChange, {
    nullable: true,
    description:
      '执行已批准的区划调整，仅一次；权限即刻转移 · Carries out what was approved, once; rights switch at that instant',
  })
  executeRegionChange(@Arg('id', () => ID, changeIs) id: string, @Ctx() context: Context) {
    return executeRegionChange(context, id);
  }

  @FieldResolver(() => [RegionChangeStep], { description: '步骤 · Steps' })
  steps(@Root() { steps }: RegionChange) {
    return steps;
  }

  @FieldResolver(() => Int, { description: '位置变动的地区数 · Number of regions that are renamed or lie elsewhere' })
  regionsConcerned(@Root() { plan }: RegionChange) {
    return plan.rows.length + plan.founded.length;
  }

  @FieldResolver(() => [RegionChangeProgress], {
    nullable: true,
    description: '各子图的进度 · How far each subgraph has come',
  })
  progress(@Root() { epoch, baseEpoch }: RegionChange, @Ctx() context: Context) {
    return askProgress(context, epoch ?? baseEpoch + 1);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提出人 · Who proposed it' })
  proposedBy(@Root() { proposedBy }: RegionChange, @Ctx() context: Context) {
    return personById.load(context, proposedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准或退回人 · Who approved or rejected it' })
  approvedBy(@Root() { approvedBy }: RegionChange, @Ctx() context: Context) {
    return approvedBy && personById.load(context, approvedBy);
  }
}
