// Exposures by id, and their clippings: as the caller's own scope shows them, or as the public sees them.
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Exposure } from './exposure.entity';

export const exposureById = defineLoader<Exposure | null>(
  'exposure by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Exposure, 'where t.id = any ($1)', [ids]), ({ id }) => id),
);

export const clippingsOfExposure = evidenceLoader('assessments', 'exposure', 'public');
