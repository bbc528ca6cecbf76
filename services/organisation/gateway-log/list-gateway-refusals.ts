// Lists what the gateway refused, newest minute first, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { ConnectionArgs } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { GatewayRefusal } from './gateway-refusal.entity';

export function listGatewayRefusals({ inScope }: Context, args: ConnectionArgs): Promise<Page<GatewayRefusal>> {
  const size = pageSize(args.first);
  const [minute, code, address, operation] = keysOf(args.after, 4) ?? [];
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(GatewayRefusal, 'r')
      .orderBy({ 'r.minute': 'DESC', 'r.code': 'DESC', 'r.address': 'DESC', 'r.operationName': 'DESC' })
      .limit(size + 1);
    if (minute)
      found.andWhere(
        '(r.minute, r.code, r.address, r.operation_name) < (:minute::timestamptz, :code, :address, :operation)',
        {
          minute,
          code,
          address,
          operation,
        },
      );
    return pageOf(await found.getMany(), size);
  });
}
