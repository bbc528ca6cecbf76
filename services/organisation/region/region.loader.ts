// Regions by id, for every place that names one.
import { Any } from 'typeorm';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Region } from './region.entity';

export const regionById = defineLoader<Region | null>(
  'region by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Region, { id: Any([...ids]) }), (region) => region.id),
);
