// What is told of a catalogue beside its sheet: its name, its days, and where it comes from.
import { Length, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '医保目录的名称、期间与来源 · Name, days and source of a catalogue' })
export class CatalogueHeadInput {
  @Matches(/^[a-z0-9][a-z0-9-]{1,60}$/, {
    message: '名称须为小写字母、数字与连字符 · a name is lower case, digits and hyphens',
  })
  @Field({ description: '名称，如 laiwu-2019 · Name, such as laiwu-2019' })
  name: string;

  @Length(2, 100, { message: '标题须为 2 至 100 个字符 · a title has 2 to 100 characters' })
  @Field({ description: '标题 · Title in Chinese' })
  titleZh: string;

  @Length(2, 100, { message: '标题须为 2 至 100 个字符 · a title has 2 to 100 characters' })
  @Field({ description: '英文标题 · Title in English' })
  titleEn: string;

  @Field({ description: '区划代码，如 371200 · Code of the region' })
  region: string;

  @Field(() => CalendarDay, { description: '自何日起 · In effect from' })
  effectiveFrom: string;

  @Field(() => CalendarDay, { nullable: true, description: '至何日止（不含）· Until, exclusive' })
  effectiveTo: string | null;

  @Length(2, 200, { message: '来源须为 2 至 200 个字符 · a source has 2 to 200 characters' })
  @Field({ description: '来源（文件名与文号）· Source: title and number of the document' })
  source: string;

  @Field(() => String, { nullable: true, description: '来源网址 · Address of the source' })
  sourceAddress: string | null;
}
