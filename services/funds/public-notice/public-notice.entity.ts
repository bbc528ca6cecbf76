// A public notice of funds (资金公示、公告): its text was made from the batch or plan; a root stands for its lines.
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';

export enum NoticeType {
  posting = 'posting',
  announcement = 'announcement',
}
registerEnumType(NoticeType, {
  name: 'FundNoticeType',
  description: '公示或公告 · Posting or announcement',
  valuesConfig: {
    posting: { description: '公示（事前，可提异议）· Posting: before the act, open to objections' },
    announcement: { description: '公告（事后，长期公开）· Announcement: after the act, kept' },
  },
});

export enum NoticeState {
  posted = 'posted',
  withdrawn = 'withdrawn',
}
registerEnumType(NoticeState, {
  name: 'FundNoticeState',
  description: '公示公告状态 · State of a notice',
  valuesConfig: {
    posted: { description: '已张贴 · Posted' },
    withdrawn: { description: '已撤下 · Withdrawn' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType('FundNotice', { description: '资金公示、公告 · A public notice of funds' })
@Entity('public_notice')
export class PublicNotice {
  @Field(() => ID, { description: '公示公告标识 · Id of the notice' })
  @IdColumn()
  id: string;

  @Field(() => NoticeType, { description: '公示或公告 · Posting or announcement' })
  @TextColumn()
  type: NoticeType;

  @Field({ description: '事项类别（代码），如 disbursement · Kind of what it is about, a code' })
  @TextColumn()
  subjectKind: string;

  @Field(() => ID, { description: '事项标识 · Id of what it is about' })
  @RefColumn()
  subjectId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '正文 · Text' })
  @TextColumn()
  body: string;

  @Field(() => Money, { nullable: true, description: '金额合计 · Total' })
  @FenColumn(true)
  total: bigint | null;

  @Field(() => Int, { description: '行数 · Number of lines' })
  @WholeColumn()
  lineCount: number;

  @Field(() => Int, {
    nullable: true,
    description: '公示天数；公告为空 · Days of the posting; none for an announcement',
  })
  @WholeColumn(true)
  days: number | null;

  @Field(() => String, { nullable: true, description: '计日：days 自然日，workdays 工作日 · How days are counted' })
  @TextColumn(true)
  counted: string | null;

  @Field({
    description:
      '是否有年份尚无节假日安排、按周一至周五计 · Whether a year without its holidays was counted Monday to Friday',
  })
  @FlagColumn()
  daysAssumed: boolean;

  @Field(() => CalendarDay, { description: '张贴日 · Day of posting' })
  @DayColumn()
  fromOn: string;

  @Field(() => CalendarDay, { nullable: true, description: '届满日（不含）；公告为空 · The day on which it is over' })
  @DayColumn(true)
  untilOn: string | null;

  @Field({ description: '所依规则包 · Pack that it was posted by' })
  @TextColumn()
  packName: string;

  @TextColumn()
  packHash: string;

  @Field({
    description: '各行的默克尔根：可核对某一行在名单内 · Merkle root of its lines, against which a line is proved',
  })
  @TextColumn()
  root: string;

  @Field(() => NoticeState, { description: '状态 · State' })
  @TextColumn()
  state: NoticeState;

  @RefColumn()
  postedBy: string;

  @Field(() => Date, { description: '张贴时间 · Posted at' })
  @InstantColumn()
  postedAt: Date;

  @RefColumn(true)
  withdrawnBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '撤下日期 · Day of withdrawal' })
  @DayColumn(true)
  withdrawnOn: string | null;

  @Field(() => String, { nullable: true, description: '撤下原因 · Why it was withdrawn' })
  @TextColumn(true)
  withdrawalReason: string | null;
}

export const NoticeConnection = connectionOf(PublicNotice, 'FundNotice', '公示公告', 'notices');
