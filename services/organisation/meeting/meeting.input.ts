// What is said when a meeting is recorded and its minutes are drafted, and how meetings are looked for.
import { ArrayMaxSize, Length, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { MeetingKind } from './meeting-kind.rules';

@InputType({ description: '议程一项 · An item of the agenda' })
export class AgendaItemInput {
  @Field({ description: '议题 · Subject' })
  @Length(2, 200, { message: '议题 2 至 200 个字 · a subject has 2 to 200 characters' })
  title: string;

  @Field(() => ID, { nullable: true, description: '汇报单位 · The unit that presents it' })
  presentedBy?: string;

  @Field(() => ID, { nullable: true, description: '已封存的晾晒表 · A sealed airing table' })
  airingId?: string;
}

@InputType({ description: '出席情况 · Attendance of a unit' })
export class AttendanceInput {
  @Field(() => ID, { description: '单位 · The unit' })
  unitId: string;

  @Field(() => ID, { nullable: true, description: '到会人员 · Who came' })
  personId?: string;

  @Field(() => Boolean, { nullable: true, description: '是否到会；空为仅通知 · Present; null while only invited' })
  present?: boolean;
}

@InputType({ description: '会议登记 · A meeting as it is recorded' })
export class MeetingInput {
  @Field(() => MeetingKind, { description: '类别 · Kind' })
  kind: MeetingKind;

  @Field(() => ID, { description: '召开地区（本人任职地区）· The region that holds it, which is one’s own' })
  regionId: string;

  @Field({ description: '会议名称 · Title' })
  @Length(2, 200, { message: '会议名称 2 至 200 个字 · a title has 2 to 200 characters' })
  title: string;

  @Field(() => CalendarDay, { description: '召开日期；可为将来，即召集 · Held on; a day to come calls the meeting' })
  heldOn: string;

  @Field(() => [AgendaItemInput], { description: '议程 · Agenda' })
  @ArrayMaxSize(50, { message: '议程至多 50 项 · an agenda has at most 50 items' })
  agenda: AgendaItemInput[];

  @Field(() => [AttendanceInput], {
    nullable: true,
    description:
      '参加单位；领导小组会议默认全体成员 · Units that take part; of a leading group’s meeting all members unless told',
  })
  @ArrayMaxSize(200, { message: '至多 200 个单位 · at most 200 units' })
  attendance?: AttendanceInput[];
}

@InputType({ description: '议定事项 · A resolution' })
export class ResolutionInput {
  @Field({ description: '内容 · What was resolved' })
  @Length(4, 1000, { message: '议定事项 4 至 1000 个字 · a resolution has 4 to 1000 characters' })
  content: string;

  @Field(() => ID, { nullable: true, description: '责任单位 · The unit that owns it' })
  ownerUnitId?: string;

  @Field(() => ID, { nullable: true, description: '责任地区 · The region that owns it' })
  ownerRegionId?: string;

  @Field(() => CalendarDay, { nullable: true, description: '完成时限 · Deadline' })
  deadline?: string;
}

@InputType({ description: '会议纪要 · Minutes' })
export class MinutesInput {
  @Field(() => ID, { description: '会议标识 · Id of the meeting' })
  meetingId: string;

  @Field({ description: '纪要文号 · Number of the minutes' })
  @Length(2, 100, { message: '纪要文号 2 至 100 个字 · a number of minutes has 2 to 100 characters' })
  number: string;

  @Field({ description: '纪要正文 · Text' })
  @Length(10, 20_000, { message: '纪要 10 至 20000 个字 · minutes have 10 to 20000 characters' })
  text: string;

  @Field(() => Int, { description: '实到人数 · People present' })
  @Min(1, { message: '人数为 1 至 5000 · people are 1 to 5000' })
  @Max(5000, { message: '人数为 1 至 5000 · people are 1 to 5000' })
  headcount: number;

  @Field(() => [AttendanceInput], {
    nullable: true,
    description: '出席情况，取代已登记的 · Attendance, in the place of what was recorded',
  })
  @ArrayMaxSize(200, { message: '至多 200 个单位 · at most 200 units' })
  attendance?: AttendanceInput[];

  @Field(() => [ResolutionInput], { description: '议定事项 · Resolutions' })
  @ArrayMaxSize(100, { message: '至多 100 项 · at most 100 resolutions' })
  resolutions: ResolutionInput[];
}

@ArgsType()
export class MeetingsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此地区的（不含下级）· Only those of this very region' })
  regionId?: string;

  @Field(() => MeetingKind, { nullable: true, description: '只要此类别 · Only this kind' })
  kind?: MeetingKind;

  @Field(() => CalendarDay, { nullable: true, description: '自此日起 · From this day' })
  from?: string;

  @Field(() => CalendarDay, { nullable: true, description: '至此日（不含）· Until this day, exclusive' })
  until?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: '只要已批准（真）或未批准（假）的 · Only approved ones (true), or only the others (false)',
  })
  approved?: boolean;
}
