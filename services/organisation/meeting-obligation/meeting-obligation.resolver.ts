// What the graph answers about meetings, studies and outings owed.
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { ObligationCounts, ObligationLineCounts, shownLines, shownSum } from '#platform/graph/obligation-shape';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { MeetingObligation, MeetingObligations } from './meeting-obligation.entity';
import { countsOfMeetings, listOverdueMeetings, meetingObligationsOf } from './meeting-obligation.loader';

const MeetingObligationConnection = connectionOf(
  MeetingObligation,
  'MeetingObligation',
  '地区应尽事项',
  'what regions owe',
);

@Resolver(() => Region)
export class RegionMeetingObligationsResolver {
  @FieldResolver(() => MeetingObligations, {
    nullable: true,
    description:
      '期间内到期的会议、研究与活动；地区不全在您的范围内则为空 · Meetings, studies and outings that fall due in the period; null when the region is not wholly in your scope',
  })
  meetingObligations(
    @Root() { id }: Region,
    @Arg('period', { description: '期间，如 2018、2018Q2、2018-05 · Period, such as 2018, 2018Q2 or 2018-05' })
    period: string,
    @Ctx() context: Context,
  ) {
    return meetingObligationsOf(context, id, period);
  }
}

@Resolver(() => MeetingObligations)
export class MeetingObligationsResolver {
  @FieldResolver(() => [ObligationLineCounts], { nullable: true, description: '按事项 · By line' })
  async lines(@Root() { range, period }: MeetingObligations, @Ctx() context: Context) {
    return shownLines(await countsOfMeetings(context, range, period));
  }

  @FieldResolver(() => ObligationCounts, { nullable: true, description: '合计 · All lines together' })
  async counts(@Root() { range, period }: MeetingObligations, @Ctx() context: Context) {
    return shownSum(await countsOfMeetings(context, range, period));
  }

  @FieldResolver(() => MeetingObligationConnection, {
    nullable: true,
    description: '逾期未完成，按地区次序 · What is overdue, in the order of places',
  })
  async overdue(
    @Root() owed: MeetingObligations,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<MeetingObligation>> {
    return connect(await listOverdueMeetings(context, owed, args), ({ path, line, from }) =>
      cursorOf(path, line, from),
    );
  }
}

@Resolver(() => MeetingObligation)
export class MeetingObligationResolver {
  @FieldResolver(() => Region, { nullable: true, description: '责任地区 · The region that owes it' })
  region(@Root() { subjectId }: MeetingObligation, @Ctx() context: Context) {
    return regionById.load(context, subjectId);
  }
}
