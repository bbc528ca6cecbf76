// What the graph answers to other subgraphs about what funds told them.
import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { Facts } from '#platform/graph/scalars';
import { listEvents } from './list-events';

@Resolver()
export class OutboxResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => Facts, {
    nullable: true,
    description:
      '某序号之后资金子图告知的事件（仅供其他子图）· What funds told after an epoch, for other subgraphs alone',
  })
  fundsEvents(
    @Arg('after', () => Int, { description: '已读到的序号 · The epoch that was read last' }) after: number,
    @Arg('first', () => Int, { description: '至多几条 · How many at most' }) first: number,
    @Ctx() context: Context,
  ) {
    return listEvents(context, after, first);
  }
}
