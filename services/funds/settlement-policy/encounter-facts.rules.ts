// What a settlement policy may key its figures on (就医要素): the hospital, the kind of encounter, and how the patient stands.

/** 一级 (township health centres, 乡镇卫生院, count here), 二级, 三级. */
export const hospitalGrades = ['grade-1', 'grade-2', 'grade-3'] as const;
export type HospitalGrade = (typeof hospitalGrades)[number];

/** By whom a hospital is run (乡镇、县级、市级、省级): some limits go by this and not by the grade. */
export const hospitalLevels = ['township', 'county', 'city', 'province'] as const;
export type HospitalLevel = (typeof hospitalLevels)[number];

/** 住院; 门诊慢特病. */
export const encounterKinds = ['stay', 'outpatient'] as const;
export type EncounterKind = (typeof encounterKinds)[number];

/** 居民医保, 职工医保, 未参保. */
export const insuredKinds = ['resident', 'employee', 'none'] as const;
export type InsuredKind = (typeof insuredKinds)[number];

/** In or out of the area of the policy (统筹区内、外). */
export const areas = ['in', 'out'] as const;
export type Area = (typeof areas)[number];

/** What a bill consists of: 甲类, 乙类 in policy; 先行自付, above a limit (超限价), 丙类 out of it. */
export const feeParts = ['class-a', 'class-b', 'above-limit', 'first-borne', 'class-c'] as const;
export type FeePart = (typeof feeParts)[number];
export const inPolicyParts: readonly FeePart[] = ['class-a', 'class-b'];
export const outOfPolicyParts: readonly FeePart[] = ['above-limit', 'first-borne', 'class-c'];

export interface EncounterFacts {
  hospitalGrade: HospitalGrade;
  hospitalLevel: HospitalLevel | null;
  encounter: EncounterKind;
  insured: InsuredKind;
  area: Area;
  /** transferred along the grades (转诊), as out-of-area and higher hospitals may require */
  referred: boolean;
  /** this stay is the patient's nth of the insurance year, 1 the first */
  stayOfYear: number;
  /** the listed disease of a chronic or special outpatient encounter */
  disease: string | null;
  tags: readonly string[];
}

/** The first stay of a year in the own area, of somebody insured as a resident. */
export const ordinaryStay: Omit<EncounterFacts, 'hospitalGrade' | 'tags'> = {
  hospitalLevel: null,
  encounter: 'stay',
  insured: 'resident',
  area: 'in',
  referred: false,
  stayOfYear: 1,
  disease: null,
};
