// Resolutions (议定事项): whom a meeting may charge, and that what is charged has a deadline after the meeting.
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { isWithin, subtreeOf } from '#platform/vocabulary/region';
import { refusals } from '../refusals';

export interface DraftedResolution {
  content: string;
  ownerUnitId?: string | null;
  ownerRegionId?: string | null;
  deadline?: string | null;
}

export interface OwnerPlace {
  kind: 'unit' | 'region';
  path: string;
}

/**
 * A unit of the region that holds the meeting, or a region at or below it: what concerns a town is the town's, not its office's.
 * A resolution without owner is recorded and becomes no task.
 */
export function checkOwners(
  meeting: { path: string; heldOn: string },
  resolutions: readonly DraftedResolution[],
  places: ReadonlyMap<string, OwnerPlace>,
): void {
  const range = subtreeOf(meeting.path);
  for (const { ownerUnitId, ownerRegionId, deadline } of resolutions) {
    if (ownerUnitId && ownerRegionId) throw refusals.resolutionOneOwner();
    const owner = ownerUnitId ?? ownerRegionId;
    if (!owner) {
      if (deadline) throw refusals.resolutionDeadline();
      continue;
    }
    if (!deadline || deadline <= meeting.heldOn) throw refusals.resolutionDeadline();
    const place = places.get(owner);
    if (!place || place.kind !== (ownerUnitId ? 'unit' : 'region'))
      throw commonRefusals.notFound({ what: ownerUnitId ? '单位 unit' : '地区 region' });
    if (ownerUnitId ? place.path !== meeting.path : !isWithin(place.path, range))
      throw invalidInput(
        'resolutions',
        '只能交办本级单位和本级及以下的地区',
        'charge units of the own level, and regions at or below it',
      );
  }
}
