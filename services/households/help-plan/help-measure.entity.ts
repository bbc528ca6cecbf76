// A measure (帮扶措施) of a help plan, with what it brought once it was carried out and the household signed.
import { Field, ID, ObjectType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '帮扶措施 · A measure of a help plan' })
export class HelpMeasure {
  @Field(() => ID, { description: '措施标识 · Id of the measure' })
  id: string;

  planId: string;

  householdId: string;

  @Field({ description: '针对的致贫原因（代码）· The cause that it answers, a code' })
  cause: string;

  @Field({ description: '措施类别（代码）· Kind of measure, a code' })
  kind: string;

  @Field({ description: '内容 · What is to be done' })
  content: string;

  @Field(() => CalendarDay, { description: '应于何日前完成 · To be done by this day' })
  dueOn: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '落实日期；空为未完成 · Carried out on; null while it is open',
  })
  carriedOn: string | null;

  @Field(() => String, { nullable: true, description: '成效 · What it brought' })
  effect: string | null;

  signedBy: string | null;

  carriedBy: string | null;
}
