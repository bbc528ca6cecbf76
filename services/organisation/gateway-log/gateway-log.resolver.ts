// The log of the gateway's own refusals, for the log auditor.
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { GatewayRefusal } from './gateway-refusal.entity';
import { listGatewayRefusals } from './list-gateway-refusals';

const GatewayRefusalConnection = connectionOf(GatewayRefusal, 'GatewayRefusal', '网关拒绝', 'refusals of the gateway');

@Resolver()
export class GatewayLogResolver {
  @Query(() => GatewayRefusalConnection, {
    nullable: true,
    description: '网关拒绝的计数，新者在前 · What the gateway refused, newest first',
  })
  async gatewayLog(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<GatewayRefusal>> {
    return connect(await listGatewayRefusals(context, args), ({ minute, code, address, operationName }) =>
      cursorOf(minute.toISOString(), code, address, operationName),
    );
  }
}
