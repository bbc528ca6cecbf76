// What is said when a report from the telephone, a letter or the press is registered, and when a report becomes a finding.
import { MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import { ReportChannel } from './public-report.entity';
import type { Channel } from './report-clock.rules';

const needed = { message: '请填写 · this is needed' };
const tooLong = { message: '至多 3000 字 · at most 3000 characters' };

@InputType({ description: '来电、来信、媒体反映的登记 · A report that came by telephone, letter or press' })
export class RegisterReportInput {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field(() => ReportChannel, { description: '渠道 · Channel' })
  channel: Channel;

  @Field({ description: '内容，勿填个人号码 · Content, without personal numbers' })
  @MinLength(1, needed)
  @MaxLength(3000, tooLong)
  content: string;

  @Field(() => String, {
    nullable: true,
    description:
      '举报人姓名与联系方式；加密保存，答复单位不可见 · Who told it and how to reach them; sealed, never shown to who answers',
  })
  @MaxLength(200, { message: '至多 200 字 · at most 200 characters' })
  reporter?: string | null;
}

@InputType({ description: '举报转为问题 · A report that becomes a finding' })
export class TurnReportInput {
  @Field(() => ID, { description: '举报标识 · Id of the report' })
  reportId: string;

  @Field({ description: '类别（规则包中的代码）· Category, a code of the pack' })
  category: string;

  @Field({
    description: '核实的问题，不含可识别举报人的内容 · What was found true, without what would tell who reported it',
  })
  @MinLength(1, needed)
  @MaxLength(3000, tooLong)
  content: string;

  @Field(() => CalendarDay, { description: '核实日期 · Day on which it was found true' })
  foundOn: string;
}
