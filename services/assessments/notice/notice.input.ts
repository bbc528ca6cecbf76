// How notices are listed.
import { ArgsType, Field } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';

@ArgsType()
export class NoticesArgs extends ConnectionArgs {
  @Field(() => Boolean, { nullable: true, description: '只要未读（true）或已读（false）· Only unread, or only read' })
  unread?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '旧者在前，游标之后为其后发生的 · Oldest first: after a cursor comes what happened since',
  })
  oldestFirst?: boolean | null;
}
