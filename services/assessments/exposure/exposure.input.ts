// What is said when an exposure is drafted.
import { IsUrl, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

const needed = { message: '请填写 · this is needed' };

@InputType({ description: '曝光草稿 · The draft of an exposure' })
export class DraftExposureInput {
  @Field(() => ID, { description: '所曝光的问题标识 · Id of the finding' })
  findingId: string;

  @Field({ description: '媒体 · Medium' })
  @MinLength(1, needed)
  @MaxLength(100, { message: '至多 100 字 · at most 100 characters' })
  medium: string;

  @Field(() => CalendarDay, { description: '曝光日期 · Day of the exposure' })
  exposedOn: string;

  @Field({ description: '标题 · Title' })
  @MinLength(1, needed)
  @MaxLength(200, { message: '至多 200 字 · at most 200 characters' })
  title: string;

  @Field({ description: '正文，不含个人信息 · Text, without personal data' })
  @MinLength(1, needed)
  @MaxLength(5000, { message: '至多 5000 字 · at most 5000 characters' })
  text: string;

  @Field(() => String, { nullable: true, description: '链接 · Link' })
  @ValidateIf(({ link }) => link != null)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true }, { message: '须为网址 · must be an address' })
  link?: string | null;

  @Field(() => [ID], { nullable: true, description: '剪报等佐证材料标识 · Ids of clippings' })
  clippingIds?: string[] | null;
}
