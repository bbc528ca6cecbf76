// What the graph answers about reforms of bureaus, and how they are proposed, decided and carried out.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { askProgress } from '../region-change/ask-progress';
import { RegionChangeProgress } from '../region-change/region-change-progress.entity';
import { decideUnitChange } from './decide-unit-change';
import { executeUnitChange } from './execute-unit-change';
import { listUnitChanges } from './list-unit-changes';
import { proposeUnitChange } from './propose-unit-change';
import { UnitChange } from './unit-change.entity';
import {
  ApproveUnitChangeArgs,
  ProposeUnitChangeInput,
  RejectUnitChangeArgs,
  UnitChangesArgs,
} from './unit-change.input';
import { unitChangeById } from './unit-change.loader';
import { UnitChangeStep } from './unit-change-step.entity';

const UnitChangeConnection = connectionOf(UnitChange, 'UnitChange', '机构改革', 'reforms of bureaus');
const changeIs = { description: '机构改革 · The reform' };

@Resolver(() => UnitChange)
export class UnitChangeResolver {
  @Query(() => UnitChange, { nullable: true, description: '按标识查机构改革 · A reform of bureaus by its id' })
  unitChange(@Arg('id', () => ID, changeIs) id: string, @Ctx() context: Context) {
    return unitChangeById.load(context, id);
  }

  @Query(() => UnitChangeConnection, {
    nullable: true,
    description: '机构改革，新者在前 · Reforms of bureaus, newest first',
  })
  async unitChanges(
    @Args(() => UnitChangesArgs) args: UnitChangesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<UnitChange>> {
    return connect(await listUnitChanges(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => UnitChange, {
    nullable: true,
    description: '提出机构改革；方案即时算定 · Proposes a reform of bureaus; its plan is worked out at once',
  })
  proposeUnitChange(
    @Arg('input', () => ProposeUnitChangeInput, { description: '日期与步骤 · Day and steps' })
    input: ProposeUnitChangeInput,
    @Ctx() context: Context,
  ) {
    return proposeUnitChange(context, input);
  }

  @Mutation(() => UnitChange, {
    nullable: true,
    description: '批准机构改革（另一人，附文号）· Approves a reform: another person, with a document',
  })
  approveUnitChange(
    @Args(() => ApproveUnitChangeArgs) { id, documentNumber }: ApproveUnitChangeArgs,
    @Ctx() context: Context,
  ) {
    return decideUnitChange(context, { id, state: 'approved', documentNumber });
  }

  @Mutation(() => UnitChange, { nullable: true, description: '退回机构改革 · Rejects a reform' })
  rejectUnitChange(@Args(() => RejectUnitChangeArgs) { id, reason }: RejectUnitChangeArgs, @Ctx() context: Context) {
    return decideUnitChange(context, { id, state: 'rejected', remark: reason });
  }

  @Mutation(() => UnitChange, {
    nullable: true,
    description:
      '执行已批准的机构改革，仅一次；未结事项即刻由承继单位承担 · Carries out what was approved, once; open matters are the successor’s at that instant',
  })
  executeUnitChange(@Arg('id', () => ID, changeIs) id: string, @Ctx() context: Context) {
    return executeUnitChange(context, id);
  }

  @FieldResolver(() => [UnitChangeStep], { description: '步骤 · Steps' })
  steps(@Root() { steps }: UnitChange) {
    return steps;
  }

  @FieldResolver(() => [RegionChangeProgress], {
    nullable: true,
    description: '各子图的进度；执行且有合并后才有 · How far each subgraph has come, once a merger was carried out',
  })
  progress(@Root() { epoch }: UnitChange, @Ctx() context: Context) {
    return epoch === null ? null : askProgress(context, epoch);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提出人 · Who proposed it' })
  proposedBy(@Root() { proposedBy }: UnitChange, @Ctx() context: Context) {
    return personById.load(context, proposedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准或退回人 · Who approved or rejected it' })
  approvedBy(@Root() { approvedBy }: UnitChange, @Ctx() context: Context) {
    return approvedBy && personById.load(context, approvedBy);
  }
}
