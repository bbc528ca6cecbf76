// Facts of the register (台账事实): under which name each is told, in which column it stands, and how it is shown to whom.
import { maskFromTail, maskName } from '#platform/vocabulary/identity-number';
import { maskAddress } from '../household/household.rules';

/** Field of the graph -> column. Of a number only the tail is told here; the number itself stays sealed. */
export const householdFacts = {
  standard: 'standard',
  type: 'type',
  mainCause: 'main_cause',
  otherCauses: 'other_causes',
  address: 'address',
  phone: 'phone_tail',
  bankName: 'bank_name',
  bankCard: 'bank_card_tail',
  registeredOn: 'registered_on',
} as const;

export const livingFacts = {
  hamlet: 'hamlet',
  dangerousHouse: 'dangerous_house',
  houseArea: 'house_area',
  houseStructure: 'house_structure',
  houseYear: 'house_year',
  safeWater: 'safe_water',
  waterDifficulty: 'water_difficulty',
  electricity: 'electricity',
  fuel: 'fuel',
  sanitaryToilet: 'sanitary_toilet',
  road: 'road',
  roadMetres: 'road_metres',
  inCooperative: 'in_cooperative',
  arableMu: 'arable_mu',
  irrigatedMu: 'irrigated_mu',
  forestMu: 'forest_mu',
  orchardMu: 'orchard_mu',
  waterMu: 'water_mu',
} as const;

export const memberFacts = {
  name: 'name',
  idNumber: 'id_number_tail',
  sex: 'sex',
  birthday: 'birthday',
  relation: 'relation',
  ethnicity: 'ethnicity',
  education: 'education',
  health: 'health',
  labour: 'labour',
  insured: 'insured',
  schooling: 'schooling',
  workPlace: 'work_place',
  workMonths: 'work_months',
  dibao: 'dibao',
  criticalIllnessInsured: 'critical_illness_insured',
  pensionInsured: 'pension_insured',
  disabilityKind: 'disability_kind',
  disabilityGrade: 'disability_grade',
} as const;

/** Told by deeds of their own, and no column: who is the head, which household a member belongs to, into which one it went. */
const ties = { household: ['head', 'mergedInto'], member: ['household'] } as const;

export type Owner = 'household' | 'member';
export type Told = Readonly<Record<string, unknown>>;
/** How the permission table shows a field of a type to whoever asks. */
export type Sees = (type: string, field: string) => 'plain' | 'masked' | 'hidden';

function sightOf(sees: Sees, owner: Owner, field: string) {
  if (owner === 'member') return sees('Member', field);
  return field in livingFacts ? sees('Household', 'living') : sees('Household', field);
}

/** The fields that whoever asks may see of a household and of its members. */
export function seenFacts(sees: Sees, owner: Owner): string[] {
  const fields = owner === 'member' ? memberFacts : { ...householdFacts, ...livingFacts };
  return [...Object.keys(fields).filter((field) => sightOf(sees, owner, field) !== 'hidden'), ...ties[owner]];
}

/** A value under its mask; numbers are never told beyond their tail, whoever asks. */
export function shownFact(sees: Sees, owner: Owner, field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (field === 'idNumber' || field === 'phone' || field === 'bankCard') return maskFromTail(value);
  if (ties[owner].some((tie) => tie === field) || sightOf(sees, owner, field) === 'plain') return value;
  return field === 'address' ? maskAddress(value) : maskName(value);
}

/** All that whoever asks may see of some facts, as it is told and under its mask; what is not told is left out. */
export function shownFacts(sees: Sees, owner: Owner, facts: Told): { field: string; value: unknown }[] {
  const told = seenFacts(sees, owner).filter((field) => facts[field] !== null && facts[field] !== undefined);
  return told.map((field) => ({ field, value: shownFact(sees, owner, field, facts[field]) }));
}
