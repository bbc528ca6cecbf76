// The incomes of a region in a year (地区收入合计): how many were told and confirmed, what they come to a head, and how many lie below the line.
import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '地区年收入合计（以已审核者计）· Incomes of a region in a year, of those confirmed' })
export class RegionIncomes {
  @Field(() => Int, { description: '年度（周期截止之年）· Year in which the period ends' })
  year: number;

  @Field(() => Int, { description: '在册户数（今日）· Households in the register today' })
  households: number;

  @Field(() => Int, { description: '待审核户数 · Households whose income waits to be checked' })
  waiting: number;

  @Field(() => Int, { description: '已审核户数 · Households whose income is confirmed' })
  confirmed: number;

  @Field(() => Int, { description: '已审核各户人数 · People of these' })
  people: number;

  @Field(() => Money, { nullable: true, description: '纯收入合计 · Net income of these in all' })
  net: bigint;

  @Field(() => Money, {
    nullable: true,
    description:
      '人均纯收入（四舍五入到分）；无已审核者为空 · Net income a head, half up to the fen; null where none is confirmed',
  })
  perHead: bigint | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '低于当年当地扶贫标准的户数；该年没有标准则为空 · Households below the line of their year and place; null where no line of the year is known',
  })
  belowLine: number | null;
}
