// A public report (群众举报): what a citizen tells the office, followed by its receipt number, answered without his name.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import type { Channel } from './report-clock.rules';

export enum ReportChannel {
  online = 'online',
  hotline = 'hotline',
  letter = 'letter',
  media = 'media',
}
registerEnumType(ReportChannel, {
  name: 'ReportChannel',
  description: '举报渠道 · Channel of a report',
  valuesConfig: {
    online: { description: '网上 · Online' },
    hotline: { description: '12317 热线 · Hotline 12317' },
    letter: { description: '来信 · Letter' },
    media: { description: '媒体反映 · Media' },
  },
});

/** Who filed it has no field and, for officials, no column either. */
@ObjectType({ description: '群众举报 · A public report' })
export class PublicReport {
  @Field(() => ID, { description: '举报标识 · Id of the report' })
  id: string;

  @Field({ description: '受理编号 · Receipt number' })
  receipt: string;

  regionId: string;
  path: string;

  @Field(() => ReportChannel, { description: '渠道 · Channel' })
  channel: Channel;

  @Field(() => CalendarDay, {
    nullable: true,
    description:
      '应答复日期（按工作日计）；收到时无时限规则的为空 · To be answered by, in working days; null where no clock was in force when it came in',
  })
  replyDueOn: string | null;

  @Field({
    description:
      '当年放假安排未公布，按周一至周五计 · Counted from Monday to Friday, the year’s holidays not being known',
  })
  dueAssumed: boolean;

  @Field({ description: '内容 · Content' })
  content: string;

  @Field(() => Date, { description: '提交时间 · Filed at' })
  filedAt: Date;

  @Field(() => String, { nullable: true, description: '答复；空为未答复 · Reply, null before' })
  reply: string | null;

  @Field(() => Date, { nullable: true, description: '答复时间 · Replied at' })
  repliedAt: Date | null;
}
