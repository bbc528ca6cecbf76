// An observation tour (观摩): who may mark which site, and what the marks make by the pack's rule: a mean and a rank for each site.
import { contentHash } from '#platform/vocabulary/canonical';
import type { ProcedurePack } from '../procedure/procedure-pack.rules';

export type MarkingRule = NonNullable<ProcedurePack['marking']>;

export interface GivenMark {
  siteId: string;
  personId: string;
  points: number;
}

export interface SiteResult {
  siteId: string;
  /** marks that were given, and those that are left after the highest and lowest went out */
  given: number;
  counted: number;
  /** two decimals; null where fewer were given than the rule asks */
  mean: string | null;
  /** 1 is the best, equal means share a rank */
  rank: number | null;
}

/** Whom a site shows: a member unit, or a region of the managing tree. */
export interface Shown {
  unitId: string | null;
  path: string;
}

export interface Marker {
  /** where he works, and the unit under which he acts */
  unitIds: readonly (string | null)[];
  /** of the region under which he acts */
  path: string;
  /** whoever is of the whole city has no region of his own in it */
  ofCity: boolean;
}

/** Of a unit its own people, of a region those of it, above or below it short of the city: all of them have an interest. */
export function isOwnSite(marker: Marker, shown: Shown): boolean {
  if (shown.unitId !== null) return marker.unitIds.includes(shown.unitId);
  return !marker.ofCity && (marker.path.startsWith(shown.path) || shown.path.startsWith(marker.path));
}

/** In the order of the sites; the same whatever order the marks came in. */
export function resultsOf(
  siteIds: readonly string[],
  marks: readonly GivenMark[],
  { fewestMarks, trim }: MarkingRule,
): SiteResult[] {
  const means = siteIds.map((siteId) => {
    const points = marks
      .filter((mark) => mark.siteId === siteId)
      .map((mark) => mark.points)
      .sort((a, b) => a - b);
    const left = points.length >= trim.from ? points.slice(trim.each, points.length - trim.each) : points;
    const cents = points.length < fewestMarks ? null : meanInCents(left);
    return { siteId, given: points.length, counted: left.length, cents };
  });
  return means.map(({ cents, ...of }) => ({
    ...of,
    mean: cents === null ? null : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
    rank: cents === null ? null : 1 + means.filter((other) => other.cents !== null && other.cents > cents).length,
  }));
}

/** Half-up to the hundredth, in whole numbers: marks are whole points of at most a hundred. */
function meanInCents(points: readonly number[]): number {
  const sum = points.reduce((total, each) => total + each, 0);
  return Math.floor((sum * 200 + points.length) / (2 * points.length));
}

/** What is sealed: the rule, every mark and every result. */
export function tourHash(
  tourId: string,
  packHash: string,
  marks: readonly GivenMark[],
  results: readonly SiteResult[],
): string {
  const given = marks
    .map(({ siteId, personId, points }) => ({ siteId, personId, points }))
    .sort((a, b) => (`${a.siteId} ${a.personId}` < `${b.siteId} ${b.personId}` ? -1 : 1));
  return contentHash({ tourId, packHash, marks: given, results });
}
