// Responsibility letters (责任书): who drafts and signs which side, when a version is in force, and for which days it binds.
import type { CalendarDay, Period } from '#platform/vocabulary/calendar-day';
import type { Post } from '#platform/vocabulary/caller';
import { mayCheck } from '#platform/vocabulary/hands';
import type { RegionKind } from '#platform/vocabulary/region';
import { letterRefusals as refusals } from './letter-refusals.rules';

export type Side = 'region' | 'superior';

export enum LetterState {
  awaitsRegion = 'awaits-region',
  awaitsSuperior = 'awaits-superior',
  inForce = 'in-force',
  superseded = 'superseded',
}

export interface Place {
  id: string;
  kind: RegionKind;
  /** the region that manages it */
  parentId: string | null;
}

export interface Hand {
  personId: string | null;
  post: Post;
  regionId: string | null;
  principalId: string | null;
  standsFor: readonly string[];
}

/** Which regions sign a letter with the one above; Laiwu's districts and zones with the city, towns with those (assumed). */
const signing: Partial<Record<RegionKind, Post>> = {
  district: 'district-officer',
  zone: 'zone-officer',
  town: 'town-officer',
};
const above: readonly Post[] = ['office-director', 'district-officer', 'zone-officer'];
const drafting: readonly Post[] = [...above, 'office-officer'];

export function checkDrafter(place: Place, hand: Hand): void {
  if (!signing[place.kind]) throw refusals.letterNotForKind({ kind: place.kind });
  if (hand.regionId !== place.parentId || !drafting.includes(hand.post)) throw refusals.letterNotYours();
}

export interface Signed {
  signedBy: string;
  /** for whom, under a delegation */
  principalId: string | null;
  side: Side;
}

/** The side that this hand signs now: the region first, then the superior, two people, and never a version with a newer one beside it. */
export function sideToSign(place: Place, hand: Hand, signed: readonly Signed[], newest: boolean): Side {
  const side = sideOf(place, hand);
  if (!side) throw refusals.letterNotYours();
  if (signed.some((each) => each.side === side)) throw refusals.letterSigned();
  if (!newest) throw refusals.letterSuperseded();
  if (side === 'superior' && signed.length === 0) throw refusals.letterRegionFirst();
  const checker = { ...hand, personId: hand.personId ?? '' };
  const allowed = signed.every(({ signedBy, principalId }) => mayCheck(checker, { personId: signedBy, principalId }));
  if (!allowed) throw refusals.letterTwoHands();
  return side;
}

function sideOf(place: Place, { regionId, post }: Hand): Side | null {
  if (regionId === place.id && signing[place.kind] === post) return 'region';
  return regionId !== null && regionId === place.parentId && above.includes(post) ? 'superior' : null;
}

export interface Version {
  year: number;
  version: number;
  /** Beijing's day of the second signature */
  inForceOn: CalendarDay | null;
}

/** For which days each version of a region's year binds: from its second signature, or the new year, until the next version's. */
export function bindingOf(versions: readonly Version[], of: Version): Period | null {
  if (of.inForceOn === null) return null;
  const [first, end] = [`${of.year}-01-01`, `${of.year + 1}-01-01`];
  const next = versions
    .filter(({ version, inForceOn }) => version > of.version && inForceOn !== null)
    .map(({ inForceOn }) => inForceOn as CalendarDay)
    .reduce((earliest, day) => (day < earliest ? day : earliest), end);
  const from = of.inForceOn > first ? of.inForceOn : first;
  return from < next ? { from, until: next } : null;
}

export function stateOf(
  versions: readonly (Version & { signed: number })[],
  of: Version & { signed: number },
): LetterState {
  const newer = versions.filter(({ version }) => version > of.version);
  if (of.inForceOn !== null)
    return newer.some(({ inForceOn }) => inForceOn !== null) ? LetterState.superseded : LetterState.inForce;
  if (newer.length > 0) return LetterState.superseded;
  return of.signed === 0 ? LetterState.awaitsRegion : LetterState.awaitsSuperior;
}
