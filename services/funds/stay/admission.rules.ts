// What an admission must tell (入院登记): a disease for outpatient care and no other, a diagnosis by its code, and where the patient was treated.
import { invalidInput } from '#platform/vocabulary/refusal';
import {
  type Area,
  type EncounterKind,
  type HospitalGrade,
  type HospitalLevel,
  hospitalGrades,
  hospitalLevels,
} from '../settlement-policy/encounter-facts.rules';
import { checkTreatFirst, type TreatFirst } from './treat-first.rules';

export interface Outside {
  name: string;
  grade: number;
  level: string;
}

export interface AdmissionForm extends TreatFirst {
  encounter: EncounterKind;
  disease: string | null;
  diagnoses: readonly string[];
  outside: Outside | null;
}

export interface AdmissionPlace {
  grade: HospitalGrade;
  level: HospitalLevel;
  area: Area;
  outside: string | null;
}

const DIAGNOSIS = /^[A-Z]\d{2}(\.[0-9A-Za-z]{1,4})?$/;
const MOST_DIAGNOSES = 20;

export function checkAdmission(form: AdmissionForm): void {
  checkTreatFirst(form);
  if ((form.encounter === 'outpatient') !== (form.disease !== null))
    throw invalidInput('disease', '门诊慢特病且仅此须填病种', 'outpatient care, and nothing else, names its disease');
  if (form.diagnoses.length > MOST_DIAGNOSES)
    throw invalidInput('diagnoses', `诊断至多 ${MOST_DIAGNOSES} 项`, `at most ${MOST_DIAGNOSES} diagnoses`);
  const wrong = form.diagnoses.findIndex((code) => !DIAGNOSIS.test(code));
  if (wrong >= 0) throw invalidInput(`diagnoses.${wrong}`, '诊断须为 ICD-10 编码', 'a diagnosis is a code of ICD-10');
}

/** Out of the area the other hospital's grade and level count, as the papers that the patient brings say. */
export function placeOf(outside: Outside | null, own: { grade: HospitalGrade; level: HospitalLevel }): AdmissionPlace {
  if (outside === null) return { grade: own.grade, level: own.level, area: 'in', outside: null };
  const grade = hospitalGrades.find((each) => each === `grade-${outside.grade}`);
  const level = hospitalLevels.find((each) => each === outside.level);
  if (!grade) throw invalidInput('outside.grade', '医院等级须为 1 至 3', 'a grade lies between 1 and 3');
  if (!level)
    throw invalidInput('outside.level', '层级须为 township、county、city 或 province', 'no such level of a hospital');
  return { grade, level, area: 'out', outside: outside.name };
}
