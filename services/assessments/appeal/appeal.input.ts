// How appeals are looked for: all, or those that wait for a decision.
import { ArgsType, Field } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';

@ArgsType()
export class AppealsArgs extends ConnectionArgs {
  @Field(() => Boolean, { nullable: true, description: '只要待裁定或已裁定的 · Only open ones, or only decided ones' })
  open?: boolean | null;
}
