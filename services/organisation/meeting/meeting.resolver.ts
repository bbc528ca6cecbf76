// What the graph answers about meetings, and how they are recorded, minuted, approved, returned and withdrawn.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { LeadingGroup } from '../leading-group/leading-group.entity';
import { groupById } from '../leading-group/leading-group.loader';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { Resolution } from '../resolution/resolution.entity';
import { resolutionsOfMeeting } from '../resolution/resolution.loader';
import { AgendaItem } from './agenda-item.entity';
import { approveMinutes } from './approve-minutes';
import { draftMinutes } from './draft-minutes';
import { listMeetings } from './list-meetings';
import { Meeting } from './meeting.entity';
import { MeetingInput, MeetingsArgs, MinutesInput } from './meeting.input';
import { agendaOfMeeting, attendanceOfMeeting, meetingById } from './meeting.loader';
import { MeetingAttendance } from './meeting-attendance.entity';
import { MeetingState, stateOf } from './meeting-kind.rules';
import { putAiringOnAgenda } from './put-airing-on-agenda';
import { recordMeeting } from './record-meeting';
import { returnMinutes } from './return-minutes';
import { withdrawMeeting } from './withdraw-meeting';

const MeetingConnection = connectionOf(Meeting, 'Meeting', '会议', 'meetings');
const meetingId = { description: '会议标识 · Id of the meeting' };

async function pageOfMeetings(context: Context, args: MeetingsArgs): Promise<Connection<Meeting>> {
  return connect(await listMeetings(context, args), ({ heldOn, id }) => cursorOf(heldOn, id));
}

@Resolver(() => Meeting)
export class MeetingResolver {
  @Query(() => Meeting, { nullable: true, description: '按标识查会议 · A meeting by its id' })
  meeting(@Arg('id', () => ID, meetingId) id: string, @Ctx() context: Context) {
    return meetingById.load(context, id);
  }

  @Query(() => MeetingConnection, { nullable: true, description: '会议列表，新者在前 · Meetings, newest first' })
  meetings(@Args(() => MeetingsArgs) args: MeetingsArgs, @Ctx() context: Context) {
    return pageOfMeetings(context, args);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: '登记会议或学习研究；日期在后即为召集 · Records a meeting or study, or calls one for a day to come',
  })
  recordMeeting(
    @Arg('input', () => MeetingInput, { description: '会议 · The meeting' }) input: MeetingInput,
    @Ctx() context: Context<never>,
  ) {
    return recordMeeting(context, input);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: '把已封存的晾晒表列入议程 · Puts a sealed airing table on the agenda',
  })
  putAiringOnAgenda(
    @Arg('meetingId', () => ID, meetingId) id: string,
    @Arg('airingId', () => ID, { description: '晾晒表标识 · Id of the airing table' }) airingId: string,
    @Ctx() context: Context<never>,
  ) {
    return putAiringOnAgenda(context, id, airingId);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: '拟写纪要，可重拟 · Drafts the minutes, and drafts them anew',
  })
  draftMinutes(
    @Arg('input', () => MinutesInput, { description: '纪要 · The minutes' }) input: MinutesInput,
    @Ctx() context: Context<never>,
  ) {
    return draftMinutes(context, input);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description:
      '批准纪要（登记人、拟稿人以外的人），此后不再变动，议定事项随之公布 · Approves minutes, by another person than recorded or drafted; they are frozen and the resolutions published',
  })
  approveMinutes(@Arg('id', () => ID, meetingId) id: string, @Ctx() context: Context<never>) {
    return approveMinutes(context, id);
  }

  @Mutation(() => Meeting, { nullable: true, description: '退回纪要，说明原因 · Returns minutes, saying why' })
  returnMinutes(
    @Arg('id', () => ID, meetingId) id: string,
    @Arg('remark', { description: '退回意见 · Why they are returned' }) remark: string,
    @Ctx() context: Context<never>,
  ) {
    return returnMinutes(context, id, remark);
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: '撤销误登的会议，留痕 · Withdraws a meeting recorded by mistake, which stays as a trace',
  })
  withdrawMeeting(
    @Arg('id', () => ID, meetingId) id: string,
    @Arg('reason', { description: '撤销原因 · Why it is withdrawn' }) reason: string,
    @Ctx() context: Context<never>,
  ) {
    return withdrawMeeting(context, id, reason);
  }

  @FieldResolver(() => MeetingState, { description: '状态 · State' })
  state(@Root() meeting: Meeting) {
    return stateOf(meeting);
  }

  @FieldResolver(() => Region, { description: '召开地区 · The region that held it' })
  region(@Root() { regionId }: Meeting, @Ctx() context: Context) {
    return regionById.load(context, regionId);
  }

  @FieldResolver(() => LeadingGroup, { nullable: true, description: '领导小组 · The leading group' })
  group(@Root() { groupId }: Meeting, @Ctx() context: Context) {
    return groupId && groupById.load(context, groupId);
  }

  @FieldResolver(() => [AgendaItem], { description: '议程 · Agenda' })
  agenda(@Root() { id }: Meeting, @Ctx() context: Context) {
    return agendaOfMeeting.load(context, id);
  }

  @FieldResolver(() => [MeetingAttendance], {
    description: '出席情况；参加单位只见本单位的 · Attendance; a unit or region that took part sees its own alone',
  })
  attendance(@Root() { id }: Meeting, @Ctx() context: Context) {
    return attendanceOfMeeting.load(context, id);
  }

  @FieldResolver(() => [Resolution], {
    description: '议定事项；参加者只见交办给自己的 · Resolutions; who took part sees those that charge oneself',
  })
  resolutions(@Root() { id }: Meeting, @Ctx() context: Context) {
    return resolutionsOfMeeting.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记人 · Who recorded it' })
  recordedBy(@Root() meeting: Meeting, @Ctx() context: Context) {
    return personById.load(context, meeting.recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '纪要拟稿人 · Who drafted the minutes' })
  minutesBy(@Root() { minutesBy }: Meeting, @Ctx() context: Context) {
    return minutesBy && personById.load(context, minutesBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '纪要批准人 · Who approved the minutes' })
  approvedBy(@Root() { approvedBy }: Meeting, @Ctx() context: Context) {
    return approvedBy && personById.load(context, approvedBy);
  }
}

@Resolver(() => Region)
export class RegionMeetingsResolver {
  @FieldResolver(() => MeetingConnection, {
    nullable: true,
    description: '该地区的会议和学习研究，新者在前 · Meetings and studies of the region, newest first',
  })
  meetings(@Root() { id }: Region, @Args(() => MeetingsArgs) args: MeetingsArgs, @Ctx() context: Context) {
    return pageOfMeetings(context, { ...args, regionId: id });
  }
}
