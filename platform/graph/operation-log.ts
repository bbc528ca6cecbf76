// The operation log (操作日志) as a query of its own in each subgraph: for the log auditor alone.
import { Args, ArgsType, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { cursorOf, keysOf, pageOf, pageSize } from '../database/page';
import type { SubgraphName } from '../database/roles';
import { type Connection, ConnectionArgs, connect, connectionOf } from './connection';
import type { Context } from './context';
import { Facts } from './scalars';

@Directive('@shareable')
@ObjectType({ description: '操作日志的一行：谁、以何职务、何时、做了什么、结果如何 · One row of the operation log' })
export class OperationLogEntry {
  @Field(() => Int, { description: '序号 · Number of the row' })
  id: number;

  @Field(() => Date, { description: '时间 · When' })
  at: Date;

  @Field({
    description:
      '类别：effect 生效、refusal 拒绝、reveal 查看明文、sight 常设可见 · Kind: effect, refusal, reveal or sight',
  })
  kind: string;

  @Field({ description: '操作 · What was done or asked' })
  action: string;

  @Field(() => String, { nullable: true, description: '对象标识 · Id of what it was done to' })
  target: string | null;

  @Field({ description: '结果 · Result' })
  result: string;

  @Field(() => ID, { nullable: true, description: '操作人 · Id of the person' })
  personId: string | null;

  @Field(() => ID, { nullable: true, description: '代理何人 · For whom he acted, by delegation' })
  principalId: string | null;

  @Field({ description: '职务 · Acting post' })
  post: string;

  @Field({ description: '请求编号 · Operation id' })
  operationId: string;

  @Field(() => Facts, { description: '相关事实（无个人号码）· Facts, never a personal number' })
  facts: unknown;
}

@ArgsType()
export class OperationLogArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: '只要此操作 · Only this action' })
  action?: string;

  @Field(() => ID, { nullable: true, description: '只要此人 · Only this person' })
  personId?: string;

  @Field(() => ID, { nullable: true, description: '只要此对象 · Only this target' })
  target?: string;
}

export const OperationLogConnection = connectionOf(
  OperationLogEntry,
  'OperationLog',
  '操作日志',
  'operation log rows',
  true,
);

/** `Query.<subgraph>Log`, newest first. */
export function operationLogResolver(subgraph: SubgraphName): new () => object {
  @Resolver()
  class OperationLogResolver {
    @Query(() => OperationLogConnection, {
      name: `${subgraph}Log`,
      nullable: true,
      description: `${subgraph} 的操作日志，新者在前 · Operation log of ${subgraph}, newest first`,
    })
    async operationLog(
      @Args(() => OperationLogArgs) args: OperationLogArgs,
      @Ctx() { inScope }: Context,
    ): Promise<Connection<OperationLogEntry>> {
      const size = pageSize(args.first);
      const [before] = keysOf(args.after, 1) ?? [null];
      const rows = await inScope.read(({ query }) =>
        query<OperationLogEntry>(
          `select id::int, at, kind, action, target, result, person_id as "personId", principal_id as "principalId", post, operation_id as "operationId", facts from ${subgraph}.audit
           where ($1::bigint is null or id < $1) and ($2::text is null or action = $2) and ($3::uuid is null or person_id = $3) and ($4::text is null or target = $4)
           order by audit.id desc limit $5`,
          [before, args.action ?? null, args.personId ?? null, args.target ?? null, size + 1],
        ),
      );
      return connect(pageOf(rows, size), (row) => cursorOf(row.id));
    }
  }
  return OperationLogResolver;
}
