// Of whom, of which node and field, and of which day an explanation is asked.
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

@ArgsType()
export class ExplainAccessArgs {
  @Field(() => ID, { description: '何人 · Whose access' })
  personId: string;

  @Field({ description: '对象类型，如 Household · Type of the node, such as Household' })
  type: string;

  @Field(() => ID, { description: '对象标识 · Id of the node' })
  id: string;

  @Field({ description: '字段，如 phone · Field, such as phone' })
  field: string;

  @Field(() => CalendarDay, { nullable: true, description: '何日，默认今日 · On which day, today unless told' })
  at?: string;
}

@ArgsType()
export class WhoCanSeeArgs extends ConnectionArgs {
  @Field({ description: '对象类型，如 Household · Type of the node, such as Household' })
  type: string;

  @Field(() => ID, { description: '对象标识 · Id of the node' })
  id: string;

  @Field({ description: '字段，如 phone · Field, such as phone' })
  field: string;

  @Field(() => CalendarDay, { nullable: true, description: '何日，默认今日 · On which day, today unless told' })
  at?: string;
}

@ArgsType()
export class WhoSawArgs extends ConnectionArgs {
  @Field({ description: '对象类型，如 Household · Type of the node, such as Household' })
  type: string;

  @Field(() => ID, { description: '对象标识 · Id of the node' })
  id: string;

  @Field({ nullable: true, description: '只要显示过此字段的 · Only what showed this field' })
  field?: string;

  @Field(() => CalendarDay, { description: '自何日起 · From which day' })
  from: string;

  @Field(() => CalendarDay, { description: '至何日止（不含）· Until which day, exclusive' })
  to: string;
}
