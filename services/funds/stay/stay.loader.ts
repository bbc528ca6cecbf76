// Stays and their fees, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Stay } from './stay.entity';
import { StayFee } from './stay-fee.entity';

export const stayById = defineLoader<Stay | null>(
  'stay by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Stay, { id: Any([...ids]) }), ({ id }) => id),
);

export const feesOfStay = defineLoader<StayFee[]>(
  'fees of a stay',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(StayFee, { where: { stayId: Any([...ids]) }, order: { ordinal: 'ASC' } });
    return groupBy(found, ({ stayId }) => stayId);
  },
);
