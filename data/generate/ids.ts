// Ids (编号) of seeded rows: shaped like uuid v7 with days of 2018, and derived, so that a second seeding finds the same rows.
import { type Prng, prng } from './prng';

const hex = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));
const start2018 = Date.UTC(2018, 0, 1);

/** The id of one named thing (a region by its code, a unit by its key): the same at every size of the city. */
export function idOf(seed: number, kind: string, key: string): string {
  return uuidAt(start2018, prng(seed, 'id', kind, key));
}

/** Ids of a long run of rows; later rows sort after earlier ones, as those that an application makes do. */
export function idStream(seed: number, kind: string): () => string {
  const random = prng(seed, 'ids', kind);
  let instant = start2018;
  return () => {
    instant += 1;
    return uuidAt(instant, random);
  };
}

function uuidAt(instant: number, random: Prng): string {
  const high = Math.floor(instant / 65_536);
  const first = random.next();
  const second = random.next();
  const third = random.next();
  const version = 0x7000 | (first & 0xfff);
  const variant = 0x8000 | ((first >>> 12) & 0x3fff);
  return `${h(high >>> 16)}${h(high)}-${h(instant % 65_536)}-${h(version)}-${h(variant)}-${h(second >>> 16)}${h(second)}${h(third)}`;
}

function h(value: number): string {
  return hex[value & 0xffff] ?? '0000';
}
