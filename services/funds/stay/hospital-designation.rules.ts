// Designated hospitals (定点医疗机构): which hospital is one on which days, of which grade and level, and for which encounters.
import { z } from 'zod';
import { holdsOn, type PackKind } from '#platform/vocabulary/pack';
import { day, packHead } from '#platform/vocabulary/pack-shape';
import { encounterKinds, hospitalGrades, hospitalLevels } from '../settlement-policy/encounter-facts.rules';

const designated = z.strictObject({
  /** code of the hospital's unit */
  unit: z.string().min(1),
  grade: z.enum(hospitalGrades),
  level: z.enum(hospitalLevels),
  encounters: z.array(z.enum(encounterKinds)).min(1),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
});

const schema = z.strictObject({ ...packHead, hospitals: z.array(designated).min(1) });

export type HospitalDesignation = z.infer<typeof schema>;
export type DesignatedHospital = HospitalDesignation['hospitals'][number];

const checked = schema.superRefine(({ hospitals }, context) => {
  hospitals.forEach((hospital, at) => {
    const clash = hospitals.findIndex(
      (other) =>
        other.unit === hospital.unit &&
        other.effectiveFrom < (hospital.effectiveTo ?? '9999-12-31') &&
        hospital.effectiveFrom < (other.effectiveTo ?? '9999-12-31'),
    );
    if (clash === at) return;
    context.addIssue({
      code: 'custom',
      path: ['hospitals', at, 'effectiveFrom'],
      message: '同一医疗机构的定点期间重叠 · a hospital is designated twice at a time',
    });
  });
});

export const hospitalDesignationKind: PackKind<HospitalDesignation> = {
  subgraph: 'funds',
  kind: 'hospital-designation',
  title: { zh: '定点医疗机构', en: 'designated hospitals' },
  schema: checked,
  startsOn: 'day',
};

export function designatedOn({ hospitals }: HospitalDesignation, unit: string, on: string): DesignatedHospital | null {
  return hospitals.find((each) => each.unit === unit && holdsOn(each, on)) ?? null;
}
