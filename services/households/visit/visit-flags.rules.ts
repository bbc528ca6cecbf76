// What is odd about a visit (走访疑点): flagged for whoever reads it and before lights are drawn, never hidden and never a verdict.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import type { VisitPack } from './visit-pack.rules';

export enum VisitFlagKind {
  duplicatePhoto = 'duplicate-photo',
  impossibleTravel = 'impossible-travel',
  writtenLate = 'written-late',
  clockOff = 'clock-off',
  copiedText = 'copied-text',
}

/** Degrees in millionths, so that no float is kept: a millionth is a tenth of a metre. */
export interface Spot {
  latitude: number;
  longitude: number;
  /** in metres, as the phone told it */
  accuracy: number;
}

export interface ToldVisit {
  visitedOn: string;
  /** by the phone's clock */
  visitedAt: Date | null;
  spot: Spot | null;
  content: string;
  photos: readonly string[];
}

export interface KnownBefore {
  /** the database's clock */
  now: Date;
  /** the phone's clock when the batch was sent */
  sentAt: Date | null;
  /** other visits with one of the photos */
  photosElsewhere: readonly string[];
  /** a visit, of anybody, with the very same text */
  sameText: string | null;
  /** the visitor's own earlier texts */
  texts: readonly { id: string; content: string }[];
  /** the visitor's own visits near in time that have a place */
  places: readonly ({ id: string; at: Date } & Spot)[];
}

export interface VisitFlagFound {
  kind: VisitFlagKind;
  /** never who or where: whoever reads the visit may not see the other one */
  facts: Readonly<Record<string, number>>;
  otherVisitId: string | null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function flagsOf(told: ToldVisit, before: KnownBefore, pack: VisitPack): VisitFlagFound[] {
  const flag = (kind: VisitFlagKind, facts: VisitFlagFound['facts'], otherVisitId: string | null = null) => [
    { kind, facts, otherVisitId },
  ];
  const [other] = before.photosElsewhere;
  const days = Math.round((Date.parse(beijingDay(before.now)) - Date.parse(told.visitedOn)) / DAY);
  const travel = hastiest(told, before.places, pack);
  const off = minutesOff(told, before);
  const copied = likestText(told.content, before, pack);
  return [
    ...(other ? flag(VisitFlagKind.duplicatePhoto, { photos: before.photosElsewhere.length }, other) : []),
    ...(travel ? flag(VisitFlagKind.impossibleTravel, { km: travel.km, minutes: travel.minutes }, travel.id) : []),
    ...(days > pack.late.days ? flag(VisitFlagKind.writtenLate, { days }) : []),
    ...(off > pack.clock.minutes ? flag(VisitFlagKind.clockOff, { minutes: off }) : []),
    ...(copied ? flag(VisitFlagKind.copiedText, { sharePerMille: copied.share }, copied.id) : []),
  ];
}

/** How far the phone's clock is from ours, or the moment of the visit from its day or after now; by the worst of them. */
function minutesOff({ visitedOn, visitedAt }: ToldVisit, { now, sentAt }: KnownBefore): number {
  const skew = sentAt ? Math.abs(sentAt.getTime() - now.getTime()) : 0;
  if (!visitedAt) return Math.round(skew / MINUTE);
  const ahead = Math.max(0, visitedAt.getTime() - now.getTime());
  const apart = Math.abs(Date.parse(beijingDay(visitedAt)) - Date.parse(visitedOn));
  return Math.round(Math.max(skew, ahead, apart) / MINUTE);
}

function hastiest({ visitedAt, spot }: ToldVisit, places: KnownBefore['places'], { travel }: VisitPack) {
  if (!visitedAt || !spot) return null;
  const found = places.flatMap((place) => {
    // What the phones may be wrong by is taken off before anybody is called too fast.
    const metres = Math.max(0, metresBetween(spot, place) - spot.accuracy - place.accuracy);
    const minutes = Math.abs(visitedAt.getTime() - place.at.getTime()) / MINUTE;
    const tooFast = metres > travel.leastKm * 1000 && metres > (travel.kmPerHour * 1000 * minutes) / 60;
    return tooFast ? [{ id: place.id, km: Math.round(metres / 1000), minutes: Math.round(minutes), metres }] : [];
  });
  return found.sort((a, b) => a.minutes - b.minutes || b.metres - a.metres)[0] ?? null;
}

const EARTH_METRES = 6_371_000;
const radians = (millionths: number) => (millionths / 1e6 / 180) * Math.PI;

export function metresBetween(one: Spot, other: Spot): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const chord = half(b - a) + Math.cos(a) * Math.cos(b) * half(radians(other.longitude - one.longitude));
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Letters and digits alone, full and half width alike: a comma more does not make another text. */
export function plainText(content: string): string {
  return content
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function likestText(content: string, { sameText, texts }: KnownBefore, { copied }: VisitPack) {
  const own = plainText(content);
  if ([...own].length < copied.leastCharacters) return null;
  if (sameText) return { id: sameText, share: 1000 };
  const shares = texts.map(({ id, content: earlier }) => ({ id, share: sharePerMille(own, plainText(earlier)) }));
  const likest = shares.sort((a, b) => b.share - a.share)[0];
  return likest && likest.share >= copied.sharePerMille ? likest : null;
}

/** Groups of three that two texts share, of all that either has, in a thousand. */
export function sharePerMille(one: string, other: string): number {
  const [a, b] = [groupsOf(one), groupsOf(other)];
  const shared = [...a].filter((group) => b.has(group)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : Math.floor((shared * 1000) / all);
}

function groupsOf(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')));
}
