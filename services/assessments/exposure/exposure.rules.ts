// Public exposure (公开曝光): what of a text would tell about a person, place by place; and which quarters still owe one.
import { refusals } from '../refusals';
import { exposureRefusals } from './exposure-refusals.rules';

export type PlaceKind = 'identity-number' | 'bank-card' | 'telephone' | 'name';

/** Where something personal stands, never what it is. */
export interface PersonalPlace {
  field: string;
  kind: PlaceKind;
  at: number;
  length: number;
}

const patterns: readonly (readonly [PlaceKind, RegExp])[] = [
  ['identity-number', /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/g],
  ['bank-card', /(?<!\d)(?:\d{16,17}|\d{19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?!\d)/g],
  ['telephone', /(?<!\d)1\d{2}[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g],
];

/** Full-width digits are the same numbers; each character by itself, so that places stay what they are in the text as written. */
const plain = (text: string) =>
  text
    .split('')
    .map((char) => (char.normalize('NFKC').length === 1 ? char.normalize('NFKC') : char))
    .join('');

export function numbersIn(field: string, text: string): PersonalPlace[] {
  const read = plain(text);
  return patterns.flatMap(([kind, pattern]) =>
    [...read.matchAll(pattern)].map((match) => ({ field, kind, at: match.index, length: match[0].length })),
  );
}

export function checkPublishable(places: readonly PersonalPlace[]): void {
  if (places.length > 0) throw exposureRefusals.exposureHoldsPersonalData({ count: places.length, places });
}

export interface StandingExposure {
  draftedBy: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
}

/** Who publishes did not draft. */
export function checkPublication(
  { draftedBy, publishedAt, withdrawnAt }: StandingExposure,
  personId: string | null,
): void {
  if (publishedAt !== null || withdrawnAt !== null) throw exposureRefusals.exposureSettled();
  if (draftedBy === personId) throw refusals.samePerson();
}

export function checkWithdrawal({ publishedAt, withdrawnAt }: StandingExposure): void {
  if (publishedAt === null || withdrawnAt !== null) throw exposureRefusals.exposureSettled();
}

export interface QuarterDuty {
  quarter: string;
  published: number;
  overdue: boolean;
}

/** Each quarter of a year that has begun owes one; a quarter that is over without any is overdue. */
export function dutiesOf(year: number, counts: ReadonlyMap<string, number>, today: string): QuarterDuty[] {
  return [1, 2, 3, 4].flatMap((number) => {
    const quarter = `${year}Q${number}`;
    const from = `${year}-${String(number * 3 - 2).padStart(2, '0')}-01`;
    const until = number === 4 ? `${year + 1}-01-01` : `${year}-${String(number * 3 + 1).padStart(2, '0')}-01`;
    const published = counts.get(quarter) ?? 0;
    return from <= today ? [{ quarter, published, overdue: published === 0 && until <= today }] : [];
  });
}
