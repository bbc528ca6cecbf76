// `<subgraph>Todo` and `<subgraph>TodoCounts` (待办): what waits for whoever asks in this subgraph; one query asks all four at once.
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { cursorOf } from '../../database/page';
import type { SubgraphName } from '../../database/roles';
import { type Connection, connect } from '../connection';
import type { Context } from '../context';
import { countTodo, keysOfTodo, listTodo, type TodoDesk } from './list-todo';
import { TodoArgs, TodoCount, type TodoItem, TodoItemConnection } from './todo-item';

export function todoResolver(subgraph: SubgraphName, desk: TodoDesk): new () => object {
  @Resolver()
  class TodoResolver {
    @Query(() => TodoItemConnection, {
      name: `${subgraph}Todo`,
      nullable: true,
      description: `${subgraph} 中待我办理的事项，先到期者在前 · What waits for the caller in ${subgraph}, soonest due first`,
    })
    async todo(@Args(() => TodoArgs) args: TodoArgs, @Ctx() context: Context<never>): Promise<Connection<TodoItem>> {
      return connect(await listTodo(desk, context, args), (item) => cursorOf(...keysOfTodo(item)));
    }

    @Query(() => [TodoCount], {
      name: `${subgraph}TodoCounts`,
      nullable: true,
      description: `${subgraph} 中待我办理的事项，按类别计数（每日摘要）· The same counted by kind: the digest of today`,
    })
    todoCounts(@Ctx() context: Context<never>) {
      return countTodo(desk, context);
    }
  }
  return TodoResolver;
}
