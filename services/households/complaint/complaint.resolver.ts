// What the graph answers about complaints about wrong data, and how they are filed, examined and answered.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { Member } from '../member/member.entity';
import { memberById } from '../member/member.loader';
import { householdReaders } from '../permission/posts.permissions';
import type { HouseholdsContext } from '../tools';
import { answerComplaint } from './answer-complaint';
import { DataComplaintInput, DataComplaintsArgs, OwnDataComplaintInput } from './complaint.input';
import { CorrectionEffect, FigureStep } from './correction-effect.entity';
import { ComplaintOutcome, DataComplaint } from './data-complaint.entity';
import { examineComplaint, weighCorrection } from './examine-complaint';
import { explainFigure } from './explain-figure';
import { fileComplaint, fileOwnComplaint } from './file-complaint';
import { listComplaints, listOwnComplaints } from './list-complaints';

const DataComplaintConnection = connectionOf(
  DataComplaint,
  'DataComplaint',
  '数据有误反映',
  'complaints about wrong data',
);
const idIs = { description: '标识 · Id' };

@Resolver(() => DataComplaint)
export class DataComplaintResolver {
  @Query(() => DataComplaintConnection, {
    nullable: true,
    description: '辖区内（或结对户）的数据有误反映 · Complaints about wrong data in range, or of paired households',
  })
  async dataComplaints(
    @Args(() => DataComplaintsArgs) args: DataComplaintsArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<DataComplaint>> {
    return connect(await listComplaints(context, args), placedCursor);
  }

  @Query(() => DataComplaintConnection, {
    nullable: true,
    description: '本人的反映，新者在前 · What the caller filed, newest first',
  })
  async myDataComplaints(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<DataComplaint>> {
    return connect(await listOwnComplaints(context, args), ({ id }) => cursorOf(id));
  }

  @Query(() => CorrectionEffect, {
    nullable: true,
    description:
      '测算：若更正为此值，资金、合计、亮灯有何变化 · What this value in its place would change in money, sums and lights',
  })
  correctionEffect(
    @Arg('id', () => ID, { description: '反映标识 · Id of the complaint' }) id: string,
    @Arg('to', { description: '更正为 · The value that is right' }) to: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return weighCorrection(context, id, to);
  }

  @Mutation(() => DataComplaint, {
    nullable: true,
    description:
      '反映数据有误（户的，或镇村的异议）· Files a complaint about wrong data, of a household or an objection of the town',
  })
  fileDataComplaint(
    @Arg('input', () => DataComplaintInput, { description: '反映内容 · What is told' }) input: DataComplaintInput,
    @Ctx() context: HouseholdsContext,
  ) {
    return fileComplaint(context, input);
  }

  @Mutation(() => ID, {
    nullable: true,
    description:
      '群众反映本人数据有误，得标识；是否在册，答复相同 · A citizen’s complaint about the own data; answered with its id, in the register or not',
  })
  fileOwnDataComplaint(
    @Arg('input', () => OwnDataComplaintInput, { description: '反映内容 · What is told' }) input: OwnDataComplaintInput,
    @Ctx() context: HouseholdsContext,
  ) {
    return fileOwnComplaint(context, input);
  }

  @Mutation(() => DataComplaint, {
    nullable: true,
    description:
      '核查：说明来历，提出更正，记下影响 · Examines it: explains the figure, proposes what is right, keeps what that changes',
  })
  examineDataComplaint(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('finding', { description: '核查情况 · What was found' }) finding: string,
    @Arg('proposed', () => String, {
      nullable: true,
      description: '应更正为；不填为数据无误 · What is right; without it the figure stands',
    })
    proposed: string | null,
    @Ctx() context: HouseholdsContext,
  ) {
    return examineComplaint(context, id, { finding, proposed: proposed ?? null });
  }

  @Mutation(() => DataComplaint, { nullable: true, description: '答复（第三人）· Answers it: a third person' })
  answerDataComplaint(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('outcome', () => ComplaintOutcome, { description: '结果 · Outcome' }) outcome: ComplaintOutcome,
    @Arg('answer', { description: '答复 · Answer' }) answer: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return answerComplaint(context, id, outcome, answer);
  }

  @FieldResolver(() => Region, { description: '所在村（居）· The village' })
  region(@Root() { regionId }: DataComplaint) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: DataComplaint, @Ctx() context: HouseholdsContext) {
    return householdId && householdReaders.admits(context.caller) ? householdById.load(context, householdId) : null;
  }

  @FieldResolver(() => Member, { nullable: true, description: '成员 · The member' })
  member(@Root() { memberId }: DataComplaint, @Ctx() context: HouseholdsContext) {
    return memberId && householdReaders.admits(context.caller) ? memberById.load(context, memberId) : null;
  }

  @FieldResolver(() => [FigureStep], {
    nullable: true,
    description: '该数据的来历，旧者在前 · Where the figure comes from, oldest first',
  })
  explanation(@Root() complaint: DataComplaint, @Ctx() context: HouseholdsContext) {
    return explainFigure(context, complaint);
  }

  @FieldResolver(() => String, { nullable: true, description: '核查情况 · What was found' })
  finding(@Root() { finding }: DataComplaint) {
    return finding;
  }

  @FieldResolver(() => String, { nullable: true, description: '应更正为 · What is right' })
  @Classified('personal')
  proposed(@Root() { proposed }: DataComplaint) {
    return proposed;
  }

  @FieldResolver(() => CorrectionEffect, {
    nullable: true,
    description: '核查时测算的影响 · What it would change, as weighed when examined',
  })
  effect(@Root() { effect }: DataComplaint) {
    return effect && { ...effect, asOf: new Date(effect.asOf) };
  }

  @FieldResolver(() => Person, { nullable: true, description: '反映人 · Who filed it' })
  filedBy(@Root() { filedBy }: DataComplaint) {
    return personOf(filedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '核查人 · Who examined it' })
  examinedBy(@Root() { examinedBy }: DataComplaint) {
    return examinedBy && personOf(examinedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '答复人 · Who answered it' })
  answeredBy(@Root() { answeredBy }: DataComplaint) {
    return answeredBy && personOf(answeredBy);
  }
}

@Resolver(() => FigureStep)
export class FigureStepResolver {
  @FieldResolver(() => Person, { nullable: true, description: '经办人 · By whom' })
  by(@Root() { by }: FigureStep) {
    return by && personOf(by);
  }
}
