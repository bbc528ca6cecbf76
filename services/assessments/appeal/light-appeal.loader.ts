// Appeals by the light that they are against, within the caller's range.
import { Any } from 'typeorm';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { LightAppeal } from './light-appeal.entity';

export const appealOfLight = defineLoader<LightAppeal | null>(
  'appeal of light',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(LightAppeal, { lightId: Any([...ids]) }), ({ lightId }) => lightId),
);
