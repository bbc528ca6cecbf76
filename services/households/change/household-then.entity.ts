// A household as it was known at a moment about a day (彼时所知): what we knew when we paid.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { CalendarDay, Facts } from '#platform/graph/scalars';

@ObjectType({ description: '一项事实 · One fact' })
export class FactThen {
  @Field({ description: '事实的名称（同字段名）· Which fact, by the name of its field' })
  field: string;

  @Field(() => Facts, { nullable: true, description: '值（按权限脱敏）· Its value, under its mask' })
  @Classified('personal')
  value: unknown;
}

@ObjectType({ description: '彼时所知的成员 · A member as it was known' })
export class MemberThen {
  @Field(() => ID, { description: '成员标识 · Id of the member' })
  id: string;

  @Field(() => [FactThen], { description: '各项事实 · Its facts' })
  facts: FactThen[];
}

@ObjectType({ description: '彼时所知的贫困户 · A household as it was known at a moment about a day' })
export class HouseholdThen {
  @Field(() => CalendarDay, { description: '所问之日 · The day that is asked about' })
  on: string;

  @Field(() => Date, { description: '所知截至何时 · What was known by this moment' })
  knownAt: Date;

  @Field(() => String, { nullable: true, description: '当年状态（代码）· State of that year, a code' })
  state: string | null;

  @Field(() => Int, { nullable: true, description: '该状态的年度 · Year of that state' })
  stateYear: number | null;

  @Field(() => [FactThen], { description: '各项事实 · Its facts' })
  facts: FactThen[];

  @Field(() => [MemberThen], { description: '当日的成员 · Its members of that day' })
  members: MemberThen[];
}
