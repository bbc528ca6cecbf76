// Which level, region and unit each post (职务) goes with: a post without its place would reach rows that it should not.
import type { Level, Post } from '#platform/vocabulary/caller';
import type { RegionKind } from '#platform/vocabulary/region';

export interface PostPlace {
  level: Level | null;
  /** a region of the kind of the level, or none at all */
  region: 'needed' | 'none';
  unit: 'needed' | 'allowed' | 'none';
  /** where the post is only for units of this kind */
  unitKind?: string;
}

const inRegion = (level: Level): PostPlace => ({ level, region: 'needed', unit: 'allowed' });
const officerOfThree: PostPlace = { level: null, region: 'none', unit: 'allowed' };

/** From the table of posts; city posts sit at the city only (assumed: districts name their own officers, not directors). */
export const placeOfPost: Readonly<Record<Post, PostPlace>> = {
  'office-director': inRegion('city'),
  'finance-officer': inRegion('city'),
  'office-officer': inRegion('city'),
  assessor: inRegion('city'),
  inspector: inRegion('city'),
  auditor: inRegion('city'),
  'district-officer': inRegion('district'),
  'zone-officer': inRegion('zone'),
  'town-officer': inRegion('town'),
  'village-clerk': inRegion('village'),
  'first-secretary': inRegion('village'),
  observer: inRegion('province'),
  reviewer: { level: 'city', region: 'none', unit: 'needed' },
  'unit-liaison': { level: null, region: 'none', unit: 'needed', unitKind: 'member-unit' },
  helper: { level: null, region: 'none', unit: 'allowed' },
  'hospital-clerk': { level: null, region: 'none', unit: 'needed', unitKind: 'hospital' },
  'payer-clerk': { level: null, region: 'none', unit: 'needed', unitKind: 'payer' },
  'log-auditor': officerOfThree,
  'system-administrator': officerOfThree,
  'security-administrator': officerOfThree,
  public: { level: null, region: 'none', unit: 'none' },
};

export interface GivenPlace {
  level: Level | null;
  regionKind: RegionKind | null;
  unitKind: string | null;
}

export interface Misfit {
  zh: string;
  en: string;
}

/** Why a post does not go with the place given, or null. */
export function misfitOf(post: Post, given: GivenPlace): Misfit | null {
  const place = placeOfPost[post];
  if (given.level !== place.level)
    return place.level === null
      ? { zh: '不设层级', en: 'has no level' }
      : { zh: `的层级须为 ${place.level}`, en: `is of the level ${place.level}` };
  if (place.region === 'none' && given.regionKind !== null) return { zh: '不设地区', en: 'has no region' };
  if (place.region === 'needed' && given.regionKind !== place.level)
    return { zh: `须有 ${place.level} 级的地区`, en: `needs a region of the kind ${place.level}` };
  if (place.unit === 'none' && given.unitKind !== null) return { zh: '不设单位', en: 'has no unit' };
  if (place.unit === 'needed' && given.unitKind === null) return { zh: '须有单位', en: 'needs a unit' };
  if (place.unitKind !== undefined && given.unitKind !== place.unitKind)
    return { zh: `的单位类别须为 ${place.unitKind}`, en: `needs a unit of the kind ${place.unitKind}` };
  return null;
}

/** Rights of past days can be asked for, so none is given or taken for a day that has gone by. */
export function isPeriodGrantable(validFrom: string, validTo: string | null, today: string): boolean {
  return validFrom >= today && (validTo === null || validTo > validFrom);
}

/** The day on which an appointment ended early is over; one that has not begun is over when it would begin. */
export function endOf(appointment: { validFrom: string }, on: string): string {
  return on < appointment.validFrom ? appointment.validFrom : on;
}
