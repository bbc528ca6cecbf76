// What is posted or announced, and how notices are looked for.
import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { NoticeType } from './public-notice.entity';

@InputType({ description: '张贴公示或公告 · A notice to be posted' })
export class PostFundNoticeInput {
  @Field(() => NoticeType, { description: '公示或公告 · Posting or announcement' })
  type: NoticeType;

  @MaxLength(41, { message: '事项类别须为规则包所列代码 · a kind is a code of the pack' })
  @Field({ description: '事项类别（规则包所列代码）· Kind of what it is about, a code of the pack' })
  subjectKind: string;

  @Field(() => ID, { description: '事项标识 · Id of what it is about' })
  subjectId: string;
}

@ArgsType()
export class FundNoticesArgs extends ConnectionArgs {
  @Field(() => ID, {
    nullable: true,
    description: '只要涉及此地区（含下级）的 · Only those about this region and below',
  })
  regionId?: string | null;

  @Field(() => NoticeType, { nullable: true, description: '只要公示或只要公告 · Only postings, or only announcements' })
  type?: NoticeType | null;
}
