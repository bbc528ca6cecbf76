// What the graph answers about exemptions of regions, and how they are asked for and decided.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { listExemptions } from '#platform/graph/exempt-obligation';
import { ExemptionInput, ExemptionOutcome, ExemptionsArgs } from '#platform/graph/exemption';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { decideRegionExemption, exemptRegion } from './exempt-region';
import { MeetingExemption } from './meeting-exemption.entity';

const MeetingExemptionConnection = connectionOf(
  MeetingExemption,
  'MeetingExemption',
  '地区事项豁免',
  'exemptions of regions',
);

@Resolver(() => MeetingExemption)
export class MeetingExemptionResolver {
  @Query(() => MeetingExemptionConnection, {
    nullable: true,
    description: '地区事项豁免，按地区次序 · Exemptions of regions, in the order of places',
  })
  async meetingExemptions(
    @Args(() => ExemptionsArgs) args: ExemptionsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<MeetingExemption>> {
    return connect(await listExemptions(context, MeetingExemption, args), placedCursor);
  }

  @Mutation(() => MeetingExemption, {
    nullable: true,
    description: '申请地区事项豁免 · Asks for an exemption of the own region',
  })
  requestMeetingExemption(
    @Arg('input', () => ExemptionInput, { description: '申请内容 · What is asked for' }) input: ExemptionInput,
    @Ctx() context: Context<never>,
  ) {
    return exemptRegion(context, input);
  }

  @Mutation(() => MeetingExemption, {
    nullable: true,
    description: '同意豁免（申请人以外的人）· Approves an exemption, by somebody else than who asked',
  })
  approveMeetingExemption(
    @Arg('id', () => ID, { description: '豁免标识 · Id of the exemption' }) id: string,
    @Ctx() context: Context<never>,
  ) {
    const decided = { id, outcome: ExemptionOutcome.approved, remark: null };
    return decideRegionExemption(context, 'approveMeetingExemption', decided);
  }

  @Mutation(() => MeetingExemption, {
    nullable: true,
    description: '不同意豁免，说明原因 · Refuses an exemption, saying why',
  })
  refuseMeetingExemption(
    @Arg('id', () => ID, { description: '豁免标识 · Id of the exemption' }) id: string,
    @Arg('remark', { description: '原因 · Why' }) remark: string,
    @Ctx() context: Context<never>,
  ) {
    const decided = { id, outcome: ExemptionOutcome.refused, remark };
    return decideRegionExemption(context, 'refuseMeetingExemption', decided);
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · The region' })
  region(@Root() { subjectId }: MeetingExemption, @Ctx() context: Context) {
    return regionById.load(context, subjectId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申请人 · Who asked for it' })
  requestedBy(@Root() exemption: MeetingExemption, @Ctx() context: Context) {
    return personById.load(context, exemption.requestedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '决定人 · Who decided' })
  decidedBy(@Root() exemption: MeetingExemption, @Ctx() context: Context) {
    return exemption.decidedBy && personById.load(context, exemption.decidedBy);
  }
}
