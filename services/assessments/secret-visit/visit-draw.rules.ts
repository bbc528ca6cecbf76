// The draw of a secret visit (暗访抽样): from a committed seed, a frozen list and a public number that came later; anybody can draw it again.
import { contentHash } from '#platform/vocabulary/canonical';
import type { BilingualText } from '#platform/vocabulary/refusal';

export interface FrameVillage {
  regionId: string;
  path: string;
  /** households in the register */
  householdIds: readonly string[];
}

export interface DrawInputs {
  seed: string;
  frame: readonly FrameVillage[];
  numberSource: string;
  numberDay: string;
  number: string;
}

export interface SampleSizes {
  villagesPerMonth: number;
  registeredHouseholds: number;
  otherHouseholds: number;
  rosterPlaces: number;
}

export interface SampledVillage {
  regionId: string;
  path: string;
  /** in the order in which they were drawn */
  householdIds: string[];
  /** places in the village's own roster, as parts of `rosterPlaces`, for households that are not in the register */
  otherPlaces: number[];
}

export const algorithm: BilingualText = {
  zh: '散列为 SHA-256（十六进制），对象先写成规范化 JSON（键按序、无空格）。seedHash = 散列(seed)；frameHash = 散列(按村标识排序的 [{householdIds 按序, regionId}])；key = 散列([seed, frameHash, numberSource, numberDay, number])；村的签 = 散列([key,"village",regionId])，按签由小到大取前 villagesPerMonth 个；村内户的签 = 散列([key,"household",户标识])，取前 registeredHouseholds 户，不足则全取；其他户：依次 n=1,2,…，散列([key,"place",regionId,n]) 前 12 位十六进制数除以 rosterPlaces 的余数加 1，去重取 otherHouseholds 个',
  en: 'A hash is SHA-256 in hexadecimal of canonical JSON (keys sorted, no spaces). seedHash = hash(seed); frameHash = hash of [{householdIds sorted, regionId}] sorted by village id; key = hash([seed, frameHash, numberSource, numberDay, number]); the ticket of a village = hash([key,"village",regionId]), the first villagesPerMonth by ticket are drawn; the ticket of a household = hash([key,"household",id]), the first registeredHouseholds of the village, all where there are fewer; other households: for n = 1, 2, …, the first 12 hexadecimal digits of hash([key,"place",regionId,n]) modulo rosterPlaces, plus 1, without repeats, until there are otherHouseholds',
};

export const seedHashOf = (seed: string): string => contentHash(seed);

export function frameHashOf(frame: readonly FrameVillage[]): string {
  return contentHash(
    [...frame]
      .sort((a, b) => compare(a.regionId, b.regionId))
      .map(({ regionId, householdIds }) => ({ regionId, householdIds: [...householdIds].sort(compare) })),
  );
}

export function drawVillages(inputs: DrawInputs, sizes: SampleSizes): SampledVillage[] {
  const { seed, frame, numberSource, numberDay, number } = inputs;
  const key = contentHash([seed, frameHashOf(frame), numberSource, numberDay, number]);
  const first = <T>(items: readonly T[], kind: string, idOf: (item: T) => string, count: number): T[] =>
    items
      .map((item) => ({ item, ticket: contentHash([key, kind, idOf(item)]) }))
      .sort((a, b) => compare(a.ticket, b.ticket))
      .slice(0, count)
      .map(({ item }) => item);
  return first(frame, 'village', ({ regionId }) => regionId, sizes.villagesPerMonth).map(
    ({ regionId, path, householdIds }) => ({
      regionId,
      path,
      householdIds: first(householdIds, 'household', (id) => id, sizes.registeredHouseholds),
      otherPlaces: placesIn(key, regionId, sizes),
    }),
  );
}

function placesIn(key: string, regionId: string, { otherHouseholds, rosterPlaces }: SampleSizes): number[] {
  const places = new Set<number>();
  for (let n = 1; places.size < Math.min(otherHouseholds, rosterPlaces); n++)
    places.add((Number.parseInt(contentHash([key, 'place', regionId, n]).slice(0, 12), 16) % rosterPlaces) + 1);
  return [...places];
}

/** The first month of the round that a month lies in: `2018-05` in a round of 12 months is `2018-01`. */
export function roundOf(month: string, roundMonths: number): string {
  const [year = '', part = ''] = month.split('-');
  const first = Math.floor((Number(part) - 1) / roundMonths) * roundMonths + 1;
  return `${year}-${String(first).padStart(2, '0')}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
