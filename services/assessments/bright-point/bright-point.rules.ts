// Bright points (亮点): verified by a second person, adopted by another region than they come from, followed up where they were adopted.
import { refusals } from '../refusals';

export function checkVerification(
  point: { outcome: string | null; reportedBy: string },
  personId: string | null,
): void {
  if (point.outcome !== null) throw refusals.brightPointDecided();
  if (point.reportedBy === personId) throw refusals.samePerson();
}

export function checkAdoption(point: { regionId: string; verifiedOn: string }, regionId: string, on: string): void {
  if (point.regionId === regionId) throw refusals.brightPointOwn();
  if (on < point.verifiedOn) throw refusals.brightPointNotYet({ verifiedOn: point.verifiedOn });
}
