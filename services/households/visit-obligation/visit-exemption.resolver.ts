// What the graph answers about exemptions from visits, and how they are asked for and decided.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { decideExemption, listExemptions } from '#platform/graph/exempt-obligation';
import { ExemptionInput, ExemptionOutcome, ExemptionsArgs } from '#platform/graph/exemption';
import { Person, personOf } from '../foreign/person';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { exemptVisit } from './exempt-visit';
import { VisitExemption } from './visit-exemption.entity';

const VisitExemptionConnection = connectionOf(VisitExemption, 'VisitExemption', '走访豁免', 'exemptions from visits');

@Resolver(() => VisitExemption)
export class VisitExemptionResolver {
  @Query(() => VisitExemptionConnection, {
    nullable: true,
    description: '走访豁免，按地区次序 · Exemptions from visits, in the order of places',
  })
  async visitExemptions(
    @Args(() => ExemptionsArgs) args: ExemptionsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<VisitExemption>> {
    return connect(await listExemptions(context, VisitExemption, args), placedCursor);
  }

  @Mutation(() => VisitExemption, { nullable: true, description: '申请走访豁免 · Asks for an exemption from a visit' })
  requestVisitExemption(
    @Arg('input', () => ExemptionInput, { description: '申请内容 · What is asked for' }) input: ExemptionInput,
    @Ctx() context: Context<never>,
  ) {
    return exemptVisit(context, input);
  }

  @Mutation(() => VisitExemption, {
    nullable: true,
    description: '同意豁免（申请人以外的人）· Approves an exemption, by somebody else than who asked',
  })
  approveVisitExemption(
    @Arg('id', () => ID, { description: '豁免标识 · Id of the exemption' }) id: string,
    @Ctx() context: Context<never>,
  ) {
    const decided = { id, outcome: ExemptionOutcome.approved, remark: null };
    return decideExemption(context, VisitExemption, 'approveVisitExemption', decided);
  }

  @Mutation(() => VisitExemption, {
    nullable: true,
    description: '不同意豁免，说明原因 · Refuses an exemption, saying why',
  })
  refuseVisitExemption(
    @Arg('id', () => ID, { description: '豁免标识 · Id of the exemption' }) id: string,
    @Arg('remark', { description: '原因 · Why' }) remark: string,
    @Ctx() context: Context<never>,
  ) {
    const decided = { id, outcome: ExemptionOutcome.refused, remark };
    return decideExemption(context, VisitExemption, 'refuseVisitExemption', decided);
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { subjectId }: VisitExemption, @Ctx() context: Context) {
    return householdById.load(context, subjectId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申请人 · Who asked for it' })
  requestedBy(@Root() exemption: VisitExemption) {
    return personOf(exemption.requestedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '决定人 · Who decided' })
  decidedBy(@Root() exemption: VisitExemption) {
    return exemption.decidedBy && personOf(exemption.decidedBy);
  }
}
