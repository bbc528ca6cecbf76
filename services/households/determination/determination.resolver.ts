// What the graph answers about determinations.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { Person, personOf } from '../foreign/person';
import { QuestionedPayments, questionedPaymentsOf } from '../foreign/questioned-payments';
import { Region, regionOf } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { Determination } from './determination.entity';
import { DeterminationsArgs } from './determination.input';
import {
  determinationById,
  determinationsOfHousehold,
  evidenceOfDetermination,
  objectionsOfDetermination,
  stepsOfDetermination,
} from './determination.loader';
import { DeterminationStep, DeterminationStepDue } from './determination-step.entity';
import { listDeterminations } from './list-determinations';
import { Objection } from './objection.entity';
import { stepsDue, waitsFor } from './steps-due';

export const DeterminationConnection = connectionOf(Determination, 'Determination', '认定', 'determinations');

@Resolver(() => Determination)
export class DeterminationResolver {
  @Query(() => Determination, { nullable: true, description: '按标识查认定 · A determination by its id' })
  determination(
    @Arg('id', () => ID, { description: '认定标识 · Id of the determination' }) id: string,
    @Ctx() context: Context,
  ) {
    return determinationById.load(context, id);
  }

  @Query(() => DeterminationConnection, {
    nullable: true,
    description: '范围内的认定，按地区次序 · Determinations in scope, in the order of places',
  })
  async determinations(
    @Args(() => DeterminationsArgs) args: DeterminationsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Determination>> {
    return connect(await listDeterminations(context, args), placedCursor);
  }

  @FieldResolver(() => String, { description: '程序名称 · Title of the procedure' })
  title(@Root() { kindTitle: { zh, en } }: Determination) {
    return `${zh} · ${en}`;
  }

  @FieldResolver(() => Region, { description: '村（居）· The village' })
  region(@Root() { regionId }: Determination) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Household, {
    nullable: true,
    description: '贫困户；识别批准前为空 · The household; null until an identification is approved',
  })
  household(@Root() { householdId }: Determination, @Ctx() context: Context) {
    return householdId && householdById.load(context, householdId);
  }

  @FieldResolver(() => [DeterminationStepDue], { description: '程序各步 · The steps of its procedure' })
  steps(@Root() determination: Determination) {
    return stepsDue(determination);
  }

  @FieldResolver(() => DeterminationStepDue, {
    nullable: true,
    description:
      '现在应办的一步；公示期未满或有异议未答复时即公示 · The step that waits now; the posting while it stands or is objected to',
  })
  waitsFor(@Root() determination: Determination, @Ctx() context: Context) {
    return waitsFor(context, determination);
  }

  @FieldResolver(() => [DeterminationStep], { nullable: true, description: '办理记录 · Steps that were taken' })
  history(@Root() { id }: Determination, @Ctx() context: Context) {
    return stepsOfDetermination.load(context, id);
  }

  @FieldResolver(() => [Objection], { nullable: true, description: '异议 · Objections' })
  objections(@Root() { id }: Determination, @Ctx() context: Context) {
    return objectionsOfDetermination.load(context, id);
  }

  @FieldResolver(() => Int, { nullable: true, description: '未答复的异议数 · Objections that wait for their answer' })
  async openObjections(@Root() { id }: Determination, @Ctx() context: Context): Promise<number> {
    return (await objectionsOfDetermination.load(context, id)).filter(({ answeredAt }) => answeredAt === null).length;
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '佐证材料 · Evidence' })
  evidence(@Root() { id }: Determination, @Ctx() context: Context) {
    return evidenceOfDetermination.load(context, id);
  }

  @FieldResolver(() => Determination, {
    nullable: true,
    description: '所推翻的认定 · The determination that it opens again',
  })
  reopens(@Root() { reopensId }: Determination, @Ctx() context: Context) {
    return reopensId && determinationById.load(context, reopensId);
  }

  @FieldResolver(() => QuestionedPayments, {
    nullable: true,
    description: '如成立则存疑的已付待遇 · Payments that it would put in question',
  })
  questioned(@Root() { householdId, inQuestionFrom }: Determination) {
    return householdId && inQuestionFrom && questionedPaymentsOf(householdId, inQuestionFrom);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提出人 · Who proposed it' })
  proposedBy(@Root() { proposedBy }: Determination) {
    return personOf(proposedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '审批人 · Who approved it' })
  approvedBy(@Root() { approvedBy }: Determination) {
    return approvedBy && personOf(approvedBy);
  }
}

@Resolver(() => DeterminationStep)
export class DeterminationStepResolver {
  @FieldResolver(() => Person, { nullable: true, description: '办理人 · Who took it' })
  takenBy(@Root() { takenBy }: DeterminationStep) {
    return personOf(takenBy);
  }
}

@Resolver(() => Household)
export class HouseholdDeterminationsResolver {
  @FieldResolver(() => [Determination], {
    nullable: true,
    description: '该户的认定，新者在前，至多 50 件 · Determinations of the household, newest first, at most 50',
  })
  determinations(@Root() { id }: Household, @Ctx() context: Context) {
    return determinationsOfHousehold.load(context, id);
  }
}
