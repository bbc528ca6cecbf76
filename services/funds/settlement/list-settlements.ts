// Lists settlements: a hospital its own, a payer those that it shares in, each by an index of its own.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Settlement } from './settlement.entity';

/** The own unit and whoever it succeeds. */
const MINE =
  'any (array(select :unit::uuid union all select h.unit_id from funds.unit_heir h where h.heir_id = :unit::uuid))';

export async function listSettlements({ caller, inScope }: Context, args: PageArgs): Promise<Page<Settlement>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Settlement, 's')
      .orderBy('s.id')
      .limit(size + 1);
    if (caller.post === 'hospital-clerk') found.where(`s.hospitalId = ${MINE}`, { unit: caller.unitId });
    else if (caller.post === 'payer-clerk')
      found.where(
        `s.id in (select share.settlement_id from funds.settlement_share share where share.payer_unit_id = ${MINE})`,
        {
          unit: caller.unitId,
        },
      );
    if (after) found.andWhere('s.id > :id::uuid', { id: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
