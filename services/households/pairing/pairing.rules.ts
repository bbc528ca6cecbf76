// Pairing (结对帮扶): one helper (帮扶责任人) a household at a time; a change ends the present pairing the day before.
import type { RegionKind } from '#platform/vocabulary/region';
import { pairingRefusals as refusals } from './pairing-refusals.rules';

/** Level of the helper's unit as the handbook has it: 省直、市直、县直、乡镇、村级. */
export enum UnitLevel {
  province = 'province',
  city = 'city',
  county = 'county',
  town = 'town',
  village = 'village',
}

/** A functional zone stands at the level of a district, which is a county's. */
const levelOfRegion: Readonly<Record<string, UnitLevel>> = {
  province: UnitLevel.province,
  city: UnitLevel.city,
  district: UnitLevel.county,
  zone: UnitLevel.county,
  town: UnitLevel.town,
  village: UnitLevel.village,
} satisfies Partial<Record<RegionKind | 'province', UnitLevel>>;

export const unitLevelOf = (region: string | null | undefined): UnitLevel | null =>
  (region && levelOfRegion[region]) || null;

export interface PresentPairing {
  helperId: string;
  validFrom: string;
}

export function checkPairing(
  household: { registeredOn: string },
  present: PresentPairing | null,
  next: { helperId: string; from: string },
): void {
  const { registeredOn } = household;
  if (next.from < registeredOn) throw refusals.pairingBeforeRegistration({ from: next.from, registeredOn });
  if (!present) return;
  if (present.helperId === next.helperId) throw refusals.alreadyPaired();
  // A period is half-open, so a new one on the first day of the present one would leave that one without a day.
  if (next.from <= present.validFrom) throw refusals.pairingTooEarly({ from: next.from, present: present.validFrom });
}

export interface AbsenceAsked {
  helperId: string;
  standInId: string;
  from: string;
  /** the first day on which the helper is back */
  until: string;
}

export function checkAbsence(
  asked: AbsenceAsked,
  { post, personId, today, longestDays }: { post: string; personId: string | null; today: string; longestDays: number },
): void {
  if (post === 'helper' && asked.helperId !== personId) throw refusals.absenceOfAnother();
  if (asked.standInId === asked.helperId) throw refusals.standInForOneself();
  const days = (Date.parse(asked.until) - Date.parse(asked.from)) / 86_400_000;
  if (asked.from < today || days < 1 || days > longestDays) throw refusals.absencePeriod({ today, days: longestDays });
}
