// What the graph answers about exemptions from fund reports, and how they are asked for and decided.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { decideExemption, listExemptions } from '#platform/graph/exempt-obligation';
import { ExemptionInput, ExemptionOutcome, ExemptionsArgs } from '#platform/graph/exemption';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { exemptReport } from './exempt-report';
import { ReportExemption } from './report-exemption.entity';

const ReportExemptionConnection = connectionOf(
  ReportExemption,
  'ReportExemption',
  '资金月报豁免',
  'exemptions from fund reports',
);

@Resolver(() => ReportExemption)
export class ReportExemptionResolver {
  @Query(() => ReportExemptionConnection, {
    nullable: true,
    description: '资金月报豁免，按地区次序 · Exemptions from fund reports, in the order of places',
  })
  async reportExemptions(
    @Args(() => ExemptionsArgs) args: ExemptionsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ReportExemption>> {
    return connect(await listExemptions(context, ReportExemption, args), placedCursor);
  }

  @Mutation(() => ReportExemption, {
    nullable: true,
    description: '申请资金月报豁免 · Asks for an exemption from a fund report',
  })
  requestReportExemption(
    @Arg('input', () => ExemptionInput, { description: '申请内容 · What is asked for' }) input: ExemptionInput,
    @Ctx() context: Context<never>,
  ) {
    return exemptReport(context, input);
  }

  @Mutation(() => ReportExemption, {
    nullable: true,
    description: '同意豁免（申请人以外的人）· Approves an exemption, by somebody else than who asked',
  })
  approveReportExemption(
    @Arg('id', () => ID, { description: '豁免标识 · Id of the exemption' }) id: string,
    @Ctx() context: Context<never>,
  ) {
    const decided = { id, outcome: ExemptionOutcome.approved, remark: null };
    return decideExemption(context, ReportExemption, 'approveReportExemption', decided);
  }

  @Mutation(() => ReportExemption, {
    nullable: true,
    description: '不同意豁免，说明原因 · Refuses an exemption, saying why',
  })
  refuseReportExemption(
    @Arg('id', () => ID, { description: '豁免标识 · Id of the exemption' }) id: string,
    @Arg('remark', { description: '原因 · Why' }) remark: string,
    @Ctx() context: Context<never>,
  ) {
    const decided = { id, outcome: ExemptionOutcome.refused, remark };
    return decideExemption(context, ReportExemption, 'refuseReportExemption', decided);
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · The region' })
  region(@Root() { subjectId }: ReportExemption) {
    return regionOf(subjectId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申请人 · Who asked for it' })
  requestedBy(@Root() exemption: ReportExemption) {
    return personOf(exemption.requestedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '决定人 · Who decided' })
  decidedBy(@Root() exemption: ReportExemption) {
    return exemption.decidedBy && personOf(exemption.decidedBy);
  }
}
