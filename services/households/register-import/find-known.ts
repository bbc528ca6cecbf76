// Finds what a sheet cannot know of itself (范围内比对): villages, and people and households that the caller's scope has already.
import type { Rows } from '#platform/database/in-scope';
import type { SheetVillage, VillageFinder } from './find-villages';
import type { CellFlaw, SealedHousehold } from './sheet-batch.rules';

export interface PlacedHousehold extends SealedHousehold {
  village: SheetVillage;
}

/** A person whom another scope has is not told of: that becomes a task above (待核), whoever writes. */
export async function findKnown(
  rows: Rows,
  households: readonly SealedHousehold[],
  villageOf: VillageFinder,
): Promise<{ placed: PlacedHousehold[]; flaws: CellFlaw[] }> {
  const flaws: CellFlaw[] = [];
  const tell = (line: number, at: number, title: string, code: CellFlaw['code']) =>
    flaws.push({ line, cell: `${columnLetters(at)}${line}`, title, code });
  const placed: PlacedHousehold[] = [];
  for (const household of households) {
    const village = villageOf(household.place);
    if (village) placed.push({ ...household, village });
    else tell(household.line, household.villageAt, '行政村', 'VILLAGE_UNKNOWN');
  }
  if (households.length === 0) return { placed, flaws };
  const members = households.flatMap((household) => household.members);
  const [people, numbers] = await Promise.all([
    rows.query<{ index: string }>('select known as index from households.known_people($1) known', [
      members.map(({ idNumber }) => idNumber.index),
    ]),
    rows.query<{ number: string }>('select known as number from households.known_numbers($1) known', [
      households.map(({ number }) => number),
    ]),
  ]);
  const knownPeople = new Set(people.map(({ index }) => index));
  const knownNumbers = new Set(numbers.map(({ number }) => number));
  for (const { line, idAt, idNumber } of members)
    if (knownPeople.has(idNumber.index)) tell(line, idAt, '证件号码', 'ID_KNOWN');
  for (const { line, numberAt, number } of households)
    if (knownNumbers.has(number)) tell(line, numberAt, '户编号', 'NUMBER_KNOWN');
  return { placed, flaws };
}

/** A is 0; sheets of the register have fewer columns than two letters can name. */
function columnLetters(at: number): string {
  const [first, last] = [Math.floor(at / 26) - 1, at % 26];
  return [first, last].map((place) => (place < 0 ? '' : String.fromCharCode(65 + place))).join('');
}
