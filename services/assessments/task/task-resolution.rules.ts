// Which resolutions become tasks (议定事项转任务), whose they are, and in which year they are owed.
import { refusals } from '../refusals';

/** As organisation tells it, through the caller's own scope. */
export interface PublishedResolution {
  id: string;
  /** the region whose meeting took it */
  regionId: string;
  position: number;
  content: string;
  ownerUnitId: string | null;
  ownerRegionId: string | null;
  deadline: string | null;
  heldOn: string;
  minutesNumber: string;
  publishedAt: string | null;
}

export interface Charge {
  unitId: string | null;
  /** the region that owns it; of a unit's task the one that met, as the units of a checklist hang on the city */
  regionId: string;
  year: number;
  code: string;
  deadline: string;
}

export function chargeOf(resolution: PublishedResolution, officeOf: string | null): Charge {
  const { regionId, ownerUnitId: unitId, ownerRegionId, deadline, minutesNumber, position } = resolution;
  if (regionId !== officeOf) throw refusals.resolutionNotYours();
  if (resolution.publishedAt === null) throw refusals.resolutionNotPublished();
  if (deadline === null || (unitId === null && ownerRegionId === null)) throw refusals.resolutionWithoutOwner();
  const code = `${minutesNumber}-${position}`;
  return { unitId, regionId: ownerRegionId ?? regionId, year: Number(deadline.slice(0, 4)), code, deadline };
}
