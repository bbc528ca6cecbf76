// Medical insurance of a member in one year (年度参保状态), with the ground on which it stands.
import { Field, Int, ObjectType } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({
  description: '年度参保状态：年末（当年为今日）所参加的医疗保险 · Medical insurance at the end of a year, or today',
})
export class InsuredYear {
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field(() => String, { nullable: true, description: '参加的医疗保险（代码）· Medical insurance, a code' })
  @Classified('personal')
  insured: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自何日起；登记时即如此的没有 · Since this day; none where it was registered so',
  })
  since: string | null;

  @Field(() => String, { nullable: true, description: '来源与理由 · Source and reason' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: '依据文号 · Document' })
  documentNumber: string | null;
}
