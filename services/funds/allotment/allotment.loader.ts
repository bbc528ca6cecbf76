// Notices, their lines and what is left of each, batched for every place that names one.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Allotment, AllotmentLine, type LotBalance } from './allotment.entity';

export const allotmentById = defineLoader<Allotment | null>(
  'allotment by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Allotment, { id: Any([...ids]) }), ({ id }) => id),
);

export const lotById = defineLoader<AllotmentLine | null>(
  'lot by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(AllotmentLine, { id: Any([...ids]) }), ({ id }) => id),
);

export const linesOfAllotment = defineLoader<AllotmentLine[]>(
  'lines of an allotment',
  () => [],
  async (rows, ids) => {
    const lines = await rows.manager.find(AllotmentLine, {
      where: { allotmentId: Any([...ids]) },
      order: { path: 'ASC', id: 'ASC' },
    });
    return groupBy(lines, ({ allotmentId }) => allotmentId);
  },
);

export const balanceOfLot = defineLoader<LotBalance>(
  'balance of a lot',
  () => ({ available: 0n, reserved: 0n, paid: 0n }),
  async (rows, ids) => {
    const found = await rows.query<LotBalance & { lotId: string }>(
      `select lot_id as "lotId",
         coalesce(sum(amount) filter (where account = 'available'), 0)::bigint as available,
         coalesce(sum(amount) filter (where account = 'reserved'), 0)::bigint as reserved,
         coalesce(sum(amount) filter (where account = 'paid'), 0)::bigint as paid
       from funds.balance where lot_id = any($1::uuid[]) group by lot_id`,
      [ids],
    );
    return mapBy(found, ({ lotId }) => lotId);
  },
);
