// When a layer or one of its figures holds (适用条件): every key that is named must fit the encounter.
import { z } from 'zod';
import {
  areas,
  type EncounterFacts,
  encounterKinds,
  hospitalGrades,
  hospitalLevels,
  insuredKinds,
} from './encounter-facts.rules';

const some = <T extends z.ZodType>(value: T) => z.array(value).min(1).optional();

export const conditionSchema = z
  .strictObject({
    grades: some(z.enum(hospitalGrades)),
    levels: some(z.enum(hospitalLevels)),
    encounters: some(z.enum(encounterKinds)),
    insured: some(z.enum(insuredKinds)),
    areas: some(z.enum(areas)),
    referred: z.boolean().optional(),
    /** inclusive on both sides: the second stay of the year and all later ones is `stayFrom: 2` */
    stayFrom: z.number().int().min(1).optional(),
    stayTo: z.number().int().min(1).optional(),
    diseases: some(z.string().min(1)),
    /** any of these */
    tags: some(z.string().min(1)),
  })
  .refine((when) => Object.keys(when).length > 0, '条件不得为空 · a condition names something');

export type LayerCondition = z.infer<typeof conditionSchema>;

export function fits(when: LayerCondition | undefined, facts: EncounterFacts): boolean {
  if (when === undefined) return true;
  const among = <T>(wanted: readonly T[] | undefined, is: T | null) =>
    wanted === undefined || (is !== null && wanted.includes(is));
  return (
    among(when.grades, facts.hospitalGrade) &&
    among(when.levels, facts.hospitalLevel) &&
    among(when.encounters, facts.encounter) &&
    among(when.insured, facts.insured) &&
    among(when.areas, facts.area) &&
    (when.referred === undefined || when.referred === facts.referred) &&
    facts.stayOfYear >= (when.stayFrom ?? 1) &&
    (when.stayTo === undefined || facts.stayOfYear <= when.stayTo) &&
    among(when.diseases, facts.disease) &&
    (when.tags === undefined || when.tags.some((tag) => facts.tags.includes(tag)))
  );
}
