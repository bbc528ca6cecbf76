// Resolutions by id and by meeting.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Resolution } from './resolution.entity';

export const resolutionById = defineLoader<Resolution | null>(
  'resolution by id',
  () => null,
  async (rows, ids) =>
    mapBy(
      await rows.select(Resolution, 'where t.id = any($1::uuid[])', [ids.filter(isId)]),
      (resolution) => resolution.id,
    ),
);

export const resolutionsOfMeeting = defineLoader<Resolution[]>(
  'resolutions of a meeting',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(Resolution, 'where t.meeting_id = any($1::uuid[]) order by t.position', [ids]),
      (resolution) => resolution.meetingId,
    ),
);
