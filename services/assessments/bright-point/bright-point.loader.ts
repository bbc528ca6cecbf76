// Bright points by id, their adoptions, and what was seen of these: verified ones are known to all offices, so read under the kind `public`.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Adoption, FollowUp } from './adoption.entity';
import { BrightPoint } from './bright-point.entity';

export const publishedPointById = defineLoader<BrightPoint | null>(
  'verified bright point by id',
  () => null,
  async ({ select }, ids) => mapBy(await select(BrightPoint, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
  'public',
);

export const adoptionsOfPoint = defineLoader<Adoption[]>(
  'adoptions of bright point',
  () => [],
  async ({ select }, ids) =>
    groupBy(
      await select(Adoption, 'where t.point_id = any($1::uuid[]) order by t.adopted_on, t.id', [ids]),
      ({ pointId }) => pointId,
    ),
  'public',
);

export const followUpsOfAdoption = defineLoader<FollowUp[]>(
  'follow-ups of adoption',
  () => [],
  async ({ select }, ids) =>
    groupBy(
      await select(FollowUp, 'where t.adoption_id = any($1::uuid[]) order by t.id', [ids]),
      ({ adoptionId }) => adoptionId,
    ),
  'public',
);
