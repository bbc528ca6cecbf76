// What a session says about itself.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Session } from './session.entity';

@Resolver(() => Session)
export class SessionResolver {
  @FieldResolver(() => Boolean, { description: '是否为当前会话 · Whether it is the session in use' })
  current(@Root() { id }: Session, @Ctx() { caller }: Context) {
    return id === caller.sessionId;
  }
}
