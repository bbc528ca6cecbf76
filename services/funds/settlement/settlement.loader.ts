// Settlements by id, of stays, and by what they strike; shares of payers.
import { Any } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { DecidedSettlement } from './decided-settlement.entity';
import { Settlement, SettlementKind } from './settlement.entity';
import type { StoredOutcome } from './told-outcome.rules';

const BY_ID = 'where t.id = any($1::uuid[])';

export const settlementById = defineLoader<Settlement | null>(
  'settlement by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Settlement, BY_ID, [[...ids]]), ({ id }) => id),
);

export const decidedById = defineLoader<DecidedSettlement | null>(
  'settlement by id, with what decided it',
  () => null,
  async (rows, ids) => mapBy(await rows.select(DecidedSettlement, BY_ID, [[...ids]]), ({ id }) => id),
);

/** Of several, the last: what was struck before stays to be read from its strike. */
export const settlementOfStay = defineLoader<Settlement | null>(
  'settlement of a stay',
  () => null,
  async (rows, ids) => {
    const found = await rows.manager.find(Settlement, {
      where: { stayId: Any([...ids]), kind: SettlementKind.settlement },
      order: { attempt: 'ASC' },
    });
    return mapBy(found, ({ stayId }) => stayId);
  },
);

export const supplementsOf = defineLoader<Settlement[]>(
  'supplements of a settlement',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(Settlement, {
      where: { supplementsId: Any([...ids]), kind: SettlementKind.supplement },
      order: { id: 'ASC' },
    });
    return groupBy(found, ({ supplementsId }) => supplementsId ?? '');
  },
);

export const strikeOf = defineLoader<Settlement | null>(
  'strike of a settlement',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.manager.findBy(Settlement, { strikesId: Any([...ids]) }), ({ strikesId }) => strikesId ?? ''),
);

export const outcomeOf = async (context: Context, id: string): Promise<StoredOutcome | undefined> =>
  (await decidedById.load(context, id))?.outcome;
