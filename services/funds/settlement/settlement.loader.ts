// Settlements by id, of stays, and by what they strike; shares of payers.
import { Any } from 'typeorm';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Settlement, SettlementKind } from './settlement.entity';

export const settlementById = defineLoader<Settlement | null>(
  'settlement by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Settlement, { id: Any([...ids]) }), ({ id }) => id),
);

export const settlementOfStay = defineLoader<Settlement | null>(
  'settlement of a stay',
  () => null,
  async (rows, ids) => {
    const found = await rows.manager.findBy(Settlement, { stayId: Any([...ids]), kind: SettlementKind.settlement });
    return mapBy(found, ({ stayId }) => stayId);
  },
);

export const strikeOf = defineLoader<Settlement | null>(
  'strike of a settlement',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.manager.findBy(Settlement, { strikesId: Any([...ids]) }), ({ strikesId }) => strikesId ?? ''),
);
