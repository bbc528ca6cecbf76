// Whose hands moved the demo city's money: a town's officer applied, the director approved, finance paid; three people, as the law wants.
import type { City } from '../generate/city';
import type { RegionRow } from '../generate/rows';

export interface FundsHands {
  drafter: string;
  approver: string;
  payer: string;
  applicantOf(townId: string): string;
}

export function handsOf(city: City): FundsHands {
  const holder = (post: string, regionId?: string): string => {
    const found = city.appointments.find((each) => each.post === post && (!regionId || each.regionId === regionId));
    if (!found) throw new Error(`nobody is appointed ${post}${regionId ? ` of ${regionId}` : ''}`);
    return found.personId;
  };
  const applicants = new Map<string, string>();
  return {
    drafter: holder('office-officer'),
    approver: holder('office-director'),
    payer: holder('finance-officer'),
    applicantOf(townId) {
      const known = applicants.get(townId) ?? holder('town-officer', townId);
      applicants.set(townId, known);
      return known;
    },
  };
}

/** The city at the top of the tree's managed part: notices of the city and above are issued there. */
export function cityOf(city: City): RegionRow {
  const found = city.regions.find(({ kind }) => kind === 'city');
  if (!found) throw new Error('the tree has no city');
  return found;
}

export const SEED = 371_200;
export const yearOf = (day: string) => Number(day.slice(0, 4));
