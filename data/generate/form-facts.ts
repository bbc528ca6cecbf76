// The rest of the national form (贫困户登记表): each is made from the member or the household alone, so that the city's other rows stay as they are.
import { type Prng, prng } from './prng';
import type { HouseholdRow, MemberRow } from './rows';

const YEAR = 2018;
const seed = 3712;

export interface FormFactsRow {
  schooling: string;
  workPlace: string;
  workMonths: number;
  dibao: boolean;
  criticalIllnessInsured: boolean;
  pensionInsured: boolean;
  disabilityKind: string | null;
  disabilityGrade: number | null;
}

export function formFactsOf(member: MemberRow, household: Pick<HouseholdRow, 'type'>): FormFactsRow {
  const random = prng(seed, 'form facts', member.id);
  const age = YEAR - Number(member.birthday.slice(0, 4));
  const works = member.labour === 'ordinary' || member.labour === 'skilled';
  const workPlace =
    works && random.perMille(age > 55 ? 120 : 420)
      ? random.weighted([
          ['in-town', 45],
          ['in-county', 30],
          ['in-province', 18],
          ['outside-province', 7],
        ] as const)
      : 'none';
  const disabled = member.health === 'disabled';
  return {
    schooling: schoolingOf(age, random),
    workPlace,
    workMonths: workPlace === 'none' ? 0 : random.between(3, 11),
    dibao: household.type === 'dibao' || household.type === 'dibao-poor',
    criticalIllnessInsured: member.insured !== 'none',
    pensionInsured: age >= 16 && member.insured !== 'employee' && random.perMille(930),
    disabilityKind: disabled ? random.pick(['sight', 'hearing', 'limbs', 'limbs', 'intellect', 'mental']) : null,
    disabilityGrade: disabled ? random.between(1, 4) : null,
  };
}

function schoolingOf(age: number, random: Prng): string {
  if (age >= 3 && age < 6) return 'pre-school';
  if (age >= 6 && age < 12) return 'primary';
  if (age >= 12 && age < 15) return (['grade-seven', 'grade-eight', 'grade-nine'] as const)[age - 12] as string;
  if (age >= 15 && age < 18) {
    const year = (['one', 'two', 'three'] as const)[age - 15] as string;
    return random.perMille(550) ? `senior-${year}` : random.perMille(800) ? `vocational-${year}` : 'not-in-school';
  }
  if (age >= 18 && age < 22) return random.perMille(350) ? 'university' : 'not-in-school';
  return 'not-in-school';
}

/** In the order of `livingColumns` in data/load. */
export function livingOf(household: HouseholdRow): unknown[] {
  const random = prng(seed, 'living', household.id);
  const arable = random.between(4, 70) / 10;
  return [
    `${random.between(1, 6)}组`,
    random.perMille(45),
    random.between(28, 130),
    random.weighted([
      ['brick-timber', 55],
      ['brick-concrete', 33],
      ['earth', 8],
      ['reinforced-concrete', 4],
    ] as const),
    random.between(1972, 2016),
    random.perMille(960),
    random.perMille(35),
    true,
    random.weighted([
      ['firewood', 45],
      ['coal', 33],
      ['clean', 22],
    ] as const),
    random.perMille(380),
    random.weighted([
      ['concrete', 62],
      ['earth', 22],
      ['gravel', 10],
      ['asphalt', 6],
    ] as const),
    random.between(5, 800),
    random.perMille(210),
    arable,
    Math.round(arable * random.between(0, 9)) / 10,
    random.perMille(300) ? random.between(1, 40) / 10 : 0,
    random.perMille(350) ? random.between(1, 25) / 10 : 0,
    0,
  ];
}
