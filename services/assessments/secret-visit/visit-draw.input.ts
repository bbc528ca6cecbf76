// What is said when a draw is committed and a public number is written down.
import { IsUrl, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '抽样承诺 · The commitment of a draw' })
export class CommitVisitDrawInput {
  @Field(() => ID, { description: '抽样地区标识 · Id of the region whose villages are drawn from' })
  regionId: string;

  @Field({ description: '暗访月份，如 2018-05 · Month of the visits, such as 2018-05' })
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/, { message: '月份须为 2018-05 的形式 · a month is written like 2018-05' })
  month: string;

  @Field({ description: '公开号码的来源 · Source of the public number' })
  numberSource: string;

  @Field(() => CalendarDay, {
    description: '用哪一日的公开号码，须晚于今天 · Day of the public number, later than today',
  })
  numberDay: string;
}

@InputType({ description: '公开号码 · A public number' })
export class PublicNumberInput {
  @Field({ description: '来源（规则包所列）· Source, as the pack lists it' })
  source: string;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  day: string;

  @Field({ description: '号码 · Number' })
  @MaxLength(40, { message: '至多 40 字 · at most 40 characters' })
  number: string;

  @Field({ description: '可核对的地址 · Address where it can be checked' })
  @IsUrl({}, { message: '须为网址 · is an address' })
  @MaxLength(500, { message: '至多 500 字 · at most 500 characters' })
  address: string;
}
