// Where the registered poor households live: more in the mountain towns, few in streets, hardly any under a neighbourhood committee.
import { prng } from './prng';
import { known, type Regions } from './regions';
import type { RegionRow } from './rows';

/** The north and east of Laiwu are mountains (assumed weights; the count per town was not published). */
const mountainTowns = new Set([
  '371202105',
  '371202106',
  '371202107',
  '371202110',
  '371202111',
  '371202103',
  '371203103',
]);

export interface VillageCount {
  village: RegionRow;
  town: RegionRow;
  households: number;
}

/** Whole numbers that add up exactly; a village named in `atLeast` is filled from the largest villages of its town first. */
export function householdCounts(
  seed: number,
  regions: Regions,
  households: number,
  atLeast: { code: string; households: number },
): VillageCount[] {
  const villages = regions.rows
    .filter((region) => region.kind === 'village')
    .map((village) => ({
      village,
      town: known(regions.byId, village.parentId ?? ''),
      households: 0,
      weight: weightOf(seed, village),
    }));
  const towns = [...new Set(villages.map((each) => each.town))];
  const ofTown = (town: RegionRow) => villages.filter((each) => each.town === town);
  const townShares = shares(
    households,
    towns.map((town) => ofTown(town).reduce((sum, each) => sum + each.weight, 0)),
  );
  towns.forEach((town, at) => {
    const inside = ofTown(town);
    const counts = shares(
      townShares[at] ?? 0,
      inside.map((each) => each.weight),
    );
    inside.forEach((each, index) => {
      each.households = counts[index] ?? 0;
    });
  });

  const filled = villages.find((each) => each.village.code === atLeast.code);
  if (!filled) throw new Error(`demo-accounts.json names village ${atLeast.code}, which villages.csv does not list`);
  const donors = villages.filter((each) => each !== filled);
  while (filled.households < atLeast.households) {
    const near = donors.filter((each) => each.town === filled.town && each.households > 0);
    const donor = (near.length > 0 ? near : donors).reduce((most, each) =>
      each.households > most.households ? each : most,
    );
    donor.households -= 1;
    filled.households += 1;
  }
  return villages.map(({ village, town, households }) => ({ village, town, households }));
}

function weightOf(seed: number, village: RegionRow): number {
  const random = prng(seed, 'village-weight', village.code ?? '');
  const size = random.between(40, 180);
  if (village.name.endsWith('居委会')) return Math.ceil(size / 12);
  const town = village.code?.slice(0, 9) ?? '';
  if (mountainTowns.has(town)) return size * 2;
  return town[6] === '0' ? Math.ceil(size / 2) : size;
}

/** Largest remainders; ties go to the earlier one. */
function shares(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight, at) => ({
    at,
    whole: Math.floor((total * weight) / sum),
    rest: (total * weight) % sum,
  }));
  let left = total - parts.reduce((a, part) => a + part.whole, 0);
  for (const part of [...parts].sort((a, b) => b.rest - a.rest || a.at - b.at)) {
    if (left === 0) break;
    part.whole += 1;
    left -= 1;
  }
  return parts.map((part) => part.whole);
}
