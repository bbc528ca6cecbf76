// What the register and the programmes know of a household and its members, as conditions ask of it: known is never asked again.
import type { FactsHeld } from './condition.rules';
import type { HouseholdHeld } from './smallest-change.rules';

export interface KnownHousehold {
  standard: string;
  type: string;
  mainCause: string;
  otherCauses: readonly string[];
  state: string;
}

export interface KnownMember {
  id: string;
  sex: string;
  birthday: string;
  relation: string;
  education: string;
  health: string;
  labour: string;
  insured: string;
  schooling: string | null;
  disabilityGrade: number | null;
  dibao: boolean | null;
}

/** What cases of programmes add: the grade of the house as it was last evaluated, and who has dibao. */
export interface KnownByCases {
  houseGrade: string | null;
  dibaoHousehold: boolean;
  dibaoMembers: ReadonlySet<string>;
  /** a head and year, in fen: the newest income that was confirmed, of this year or the last; null where there is none */
  perCapitaIncome: number | null;
}

export function heldOf(
  household: KnownHousehold,
  members: readonly KnownMember[],
  cases: KnownByCases,
  today: string,
): HouseholdHeld {
  const own: FactsHeld = {
    registered: household.state !== 'removed',
    state: household.state,
    type: household.type,
    standard: household.standard,
    causes: [household.mainCause, ...household.otherCauses],
    people: members.length,
    houseGrade: cases.houseGrade,
    perCapitaIncome: cases.perCapitaIncome,
    dibao: cases.dibaoHousehold || household.type === 'dibao' || household.type === 'dibao-poor',
  };
  return {
    facts: own,
    members: members.map((member) => ({ memberId: member.id, facts: ofMember(member, own, cases, today) })),
  };
}

function ofMember(member: KnownMember, own: FactsHeld, cases: KnownByCases, today: string): FactsHeld {
  const { sex, relation, education, health, labour, insured, schooling, disabilityGrade } = member;
  const dibao = own.dibao === true || member.dibao === true || cases.dibaoMembers.has(member.id);
  const age = ageOn(member.birthday, today);
  return { age, sex, relation, education, health, labour, insured, schooling, disabilityGrade, dibao };
}

/** Full years on a day. */
export function ageOn(birthday: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return Math.max(0, today.slice(5) < birthday.slice(5) ? years - 1 : years);
}
