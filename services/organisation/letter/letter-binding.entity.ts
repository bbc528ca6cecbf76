// For which days a signed letter binds its region to which lines (责任书约束), for the funds service alone.
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@Directive('@inaccessible')
@ObjectType({
  description:
    '责任书约束的地区、期间与事项（仅供资金服务）· Which region a letter binds, when and to what, for the funds service alone',
})
export class LetterBinding {
  @Field(() => ID, { description: '地区 · The region' })
  regionId: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day' })
  boundFrom: string;

  @Field(() => CalendarDay, { description: '至何日止（不含）· Until this day, exclusive' })
  boundUntil: string;

  @Field(() => [String], { description: '应尽事项（代码）· Codes of obligations' })
  lines: string[];
}
