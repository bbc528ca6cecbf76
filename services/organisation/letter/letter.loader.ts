// Letters by id, by region and year, and all that bind regions of a range: each told with its state beside the other versions.
import type { Rows } from '#platform/database/in-scope';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { LETTERS_BY_ID, LETTERS_IN_RANGE, LETTERS_OF_YEAR } from './letter.query';
import { bindingOf, stateOf } from './letter.rules';
import { ResponsibilityLetter } from './responsibility-letter.entity';

export const letterById = defineLoader<ResponsibilityLetter | null>(
  'letter by id',
  () => null,
  async (rows, ids) =>
    mapBy(withStates(await rows.query(LETTERS_BY_ID, [ids], ResponsibilityLetter)), (letter) => letter.id),
);

export const regionYear = (regionId: string, year: number) => `${regionId} ${year}`;

/** All versions, newest first. */
export const lettersOfRegion = defineLoader<ResponsibilityLetter[]>(
  'letters of a region and year',
  () => [],
  async (rows, keys) => {
    const asked = keys.map((key) => key.split(' '));
    const parameters = [asked.map(([id]) => id), asked.map(([, year]) => Number(year))];
    const found = withStates(await rows.query(LETTERS_OF_YEAR, parameters, ResponsibilityLetter)).reverse();
    return groupBy(found, ({ regionId, year }) => regionYear(regionId, year));
  },
);

export async function lettersInRange(
  rows: Rows,
  range: { lo: string; hi: string },
  years: readonly [number, number],
): Promise<ResponsibilityLetter[]> {
  return withStates(await rows.query(LETTERS_IN_RANGE, [range.lo, range.hi, ...years], ResponsibilityLetter));
}

/** Needs all versions of each region and year that it is given any of. */
export function withStates(letters: ResponsibilityLetter[]): ResponsibilityLetter[] {
  for (const versions of groupBy(letters, ({ regionId, year }) => regionYear(regionId, year)).values()) {
    const all = versions.map((letter) => ({
      year: letter.year,
      version: letter.version,
      inForceOn: letter.superiorSignedAt && beijingDay(letter.superiorSignedAt),
      signed: [letter.regionSignedAt, letter.superiorSignedAt].filter((at) => at !== null).length,
    }));
    all.forEach((each, at) => {
      const bound = bindingOf(all, each);
      const derived = { state: stateOf(all, each), boundFrom: bound?.from ?? null, boundUntil: bound?.until ?? null };
      Object.assign(versions[at] as ResponsibilityLetter, derived);
    });
  }
  return letters;
}
