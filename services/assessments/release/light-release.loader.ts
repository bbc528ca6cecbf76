// Releases and carried-out consequences by light; that a light is released is public, what was asked and done stays in range.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { LightRelease } from './light-release.entity';

export const releasesOfLight = defineLoader<LightRelease[]>(
  'releases of light',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(LightRelease, { where: { lightId: Any([...ids]) }, order: { askedAt: 'ASC', id: 'ASC' } }),
      ({ lightId }) => lightId,
    ),
);

export const grantedRelease = defineLoader<LightRelease | null>(
  'granted release of light',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(LightRelease, { lightId: Any([...ids]) }), ({ lightId }) => lightId),
  'public',
);

export interface DoneConsequence {
  lightId: string;
  consequence: string;
  doneOn: string;
  documentNumber: string;
}

export const consequencesDone = defineLoader<DoneConsequence[]>(
  'consequences done',
  () => [],
  async ({ query }, ids) =>
    groupBy(
      await query<DoneConsequence>(
        `select light_id as "lightId", consequence, done_on as "doneOn", document_number as "documentNumber"
         from assessments.light_consequence where light_id = any ($1::uuid[])`,
        [ids],
      ),
      ({ lightId }) => lightId,
    ),
);
