// What the graph answers about fund reports owed.
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import {
  ObligationCounts,
  ObligationFact,
  ObligationLineCounts,
  obligationFacts,
  shownLines,
  shownSum,
} from '#platform/graph/obligation-shape';
import { Region, regionOf } from '../foreign/region';
import { ReportObligation, ReportObligations } from './report-obligation.entity';
import { countsOfReports, listOverdueReports, reportObligationsOf } from './report-obligation.loader';

const ReportObligationConnection = connectionOf(ReportObligation, 'ReportObligation', '应报月报', 'fund reports owed');

@Resolver(() => Region)
export class RegionReportObligationsResolver {
  @FieldResolver(() => ReportObligations, {
    nullable: true,
    description:
      '期间内到期的资金月报；地区不全在您的范围内则为空 · Fund reports that fall due in the period; null when the region is not wholly in your scope',
  })
  reportObligations(
    @Root() { id }: Region,
    @Arg('period', { description: '期间，如 2018、2018Q2、2018-05 · Period, such as 2018, 2018Q2 or 2018-05' })
    period: string,
    @Ctx() context: Context,
  ) {
    return reportObligationsOf(context, id, period);
  }
}

@Resolver(() => ReportObligations)
export class ReportObligationsResolver {
  @FieldResolver(() => [ObligationLineCounts], { nullable: true, description: '按事项 · By line' })
  async lines(@Root() { range, period }: ReportObligations, @Ctx() context: Context) {
    return shownLines(await countsOfReports(context, range, period));
  }

  @FieldResolver(() => ObligationCounts, { nullable: true, description: '合计 · All lines together' })
  async counts(@Root() { range, period }: ReportObligations, @Ctx() context: Context) {
    return shownSum(await countsOfReports(context, range, period));
  }

  @FieldResolver(() => ReportObligationConnection, {
    nullable: true,
    description: '逾期未完成，按地区次序 · What is overdue, in the order of places',
  })
  async overdue(
    @Root() owed: ReportObligations,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ReportObligation>> {
    return connect(await listOverdueReports(context, owed, args), ({ path, line, from }) => cursorOf(path, line, from));
  }
}

@Resolver(() => ReportObligation)
export class ReportObligationResolver {
  @FieldResolver(() => Region, { nullable: true, description: '责任地区 · The region that owes it' })
  region(@Root() { subjectId }: ReportObligation) {
    return regionOf(subjectId);
  }
}

@Resolver()
export class ReportObligationFactsResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [ObligationFact], {
    nullable: true,
    description:
      '各地区应报月报事实（仅供组织、考核服务）· Fund reports owed of regions, for the services organisation and assessments',
  })
  async reportObligationFacts(
    @Arg('regionIds', () => [ID], { description: '地区 · Regions' }) regionIds: string[],
    @Arg('period', { description: '期间 · Period' }) period: string,
    @Ctx() context: Context,
  ): Promise<ObligationFact[]> {
    const facts = regionIds.map(async (id) => {
      const { range } = await reportObligationsOf(context, id, period);
      return obligationFacts(id, await countsOfReports(context, range, period));
    });
    return (await Promise.all(facts)).flat();
  }
}
