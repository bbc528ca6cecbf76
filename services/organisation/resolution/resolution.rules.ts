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

/** A unit or region at or below the region that holds the meeting; a resolution without owner is recorded and becomes no task. */
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
    if (!isWithin(place.path, range))
      throw invalidInput(
        'resolutions',
        '只能交办本地区及以下的单位和地区',
        'charge units and regions at or below one’s own',
      );
  }
}
