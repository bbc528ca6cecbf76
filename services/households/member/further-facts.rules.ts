// What the national form asks of a member beside the core (成员登记表其余栏目): schooling, work, insurance, dibao, the disability card.
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkCode, codes } from '../household/codes.rules';

/** Each may be missing: null is "not told", never "no". */
export interface FurtherFacts {
  schooling: string | null;
  workPlace: string | null;
  workMonths: number | null;
  dibao: boolean | null;
  criticalIllnessInsured: boolean | null;
  pensionInsured: boolean | null;
  disabilityKind: string | null;
  disabilityGrade: number | null;
}

export type FurtherForm = { [K in keyof FurtherFacts]?: FurtherFacts[K] };

export function checkFurther(form: FurtherForm, prefix: string): FurtherFacts {
  const code = (list: 'schooling' | 'workPlace' | 'disabilityKind') =>
    form[list] ? checkCode(list, form[list], `${prefix}${list}`) : null;
  const facts: FurtherFacts = {
    schooling: code('schooling'),
    workPlace: code('workPlace'),
    workMonths: checkWhole(form.workMonths, `${prefix}workMonths`, 0, 12),
    dibao: form.dibao ?? null,
    criticalIllnessInsured: form.criticalIllnessInsured ?? null,
    pensionInsured: form.pensionInsured ?? null,
    disabilityKind: code('disabilityKind'),
    disabilityGrade: checkWhole(form.disabilityGrade, `${prefix}disabilityGrade`, 1, 4),
  };
  checkTogether(facts, prefix);
  return facts;
}

/** What must fit together whichever of the two was told last. */
export function checkTogether(facts: FurtherFacts, prefix: string): void {
  if (facts.workPlace === 'none' && (facts.workMonths ?? 0) > 0)
    throw invalidInput(`${prefix}workMonths`, '未务工者务工月数须为 0', 'who does not work away has no months of it');
  if ((facts.disabilityKind === null) !== (facts.disabilityGrade === null))
    throw invalidInput(
      `${prefix}disabilityGrade`,
      '残疾类别与等级须同时填写',
      'kind and grade of a disability are told together',
    );
}

export function checkWhole(value: number | null | undefined, field: string, least: number, most: number) {
  if (value === null || value === undefined) return null;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalidInput(field, `须为 ${least} 至 ${most} 的整数`, `is a whole number from ${least} to ${most}`);
}

/** A disability card has 20 places: the identity number, then kind (1 to 7) and grade (1 to 4). */
const CARD = /^(\d{17}[\dX])([1-7])([1-4])$/;

/** The number of a disability card stands for the identity number in it; any other number is answered as it came. */
export function readCardNumber(
  number: string,
): { idNumber: string } & Pick<FurtherForm, 'disabilityKind' | 'disabilityGrade'> {
  const [, idNumber, kind, grade] = CARD.exec(number.trim().toUpperCase()) ?? [];
  if (!idNumber || identityCheckDigit(idNumber.slice(0, 17)) !== idNumber[17]) return { idNumber: number };
  return { idNumber, disabilityKind: codes.disabilityKind[Number(kind) - 1], disabilityGrade: Number(grade) };
}
