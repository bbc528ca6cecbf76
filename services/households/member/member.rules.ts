// What is told of a member (家庭成员) and what follows from the identity number: birthday and sex are read from it, never asked.
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkCode, checkText } from '../household/codes.rules';
import { checkFurther, type FurtherFacts, type FurtherForm, readCardNumber } from './further-facts.rules';

export interface MemberForm extends FurtherForm {
  name: string;
  idNumber: string;
  relation: string;
  ethnicity: string;
  education: string;
  health: string;
  labour: string;
  insured: string;
}

export interface MemberFacts extends Omit<MemberForm, keyof FurtherFacts>, FurtherFacts {
  sex: 'male' | 'female';
  birthday: string;
}

/** `prefix` is put before the field's name in a refusal, such as `members[1].`. */
export function checkMember(form: MemberForm, prefix: string, today: string): MemberFacts {
  const field = (name: keyof MemberForm) => `${prefix}${name}`;
  const { idNumber: told, ...card } = readCardNumber(form.idNumber);
  const idNumber = parseIdentityNumber(told, field('idNumber'));
  const birthday = birthdayOf(idNumber, field('idNumber'));
  if (birthday > today)
    throw invalidInput(field('idNumber'), '出生日期晚于今天', 'the day of birth in it lies after today');
  return {
    ...checkFurther({ ...form, ...card }, prefix),
    name: checkText(form.name, field('name'), 1, 50),
    idNumber,
    birthday,
    sex: sexOf(idNumber),
    relation: checkCode('relation', form.relation, field('relation')),
    ethnicity: checkCode('ethnicity', form.ethnicity, field('ethnicity')),
    education: checkCode('education', form.education, field('education')),
    health: checkCode('health', form.health, field('health')),
    labour: checkCode('labour', form.labour, field('labour')),
    insured: checkCode('insured', form.insured, field('insured')),
  };
}

/** Places 7 to 14 of an identity number (GB 11643). */
function birthdayOf(idNumber: string, field: string): string {
  const day = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  try {
    return parseCalendarDay(day, field);
  } catch {
    throw invalidInput(field, '身份证号中的出生日期不存在', 'the day of birth in it does not exist');
  }
}

/** Place 17 is odd for men. */
function sexOf(idNumber: string): 'male' | 'female' {
  return Number(idNumber[16]) % 2 === 1 ? 'male' : 'female';
}

/** What a settlement asks of a person's household: the tags (身份标识) that policy packs name. */
export function tagsOf({ type, state }: { type: string; state: string }): string[] {
  const tags: string[] = [];
  // 脱贫享受政策 is still helped; 脱贫不再享受政策 is not.
  if (state !== 'removed' && state !== 'lifted-policies-ended') tags.push('registered-poor');
  if (type === 'dibao' || type === 'dibao-poor') tags.push('dibao');
  // 五保 became 特困供养 (tekun) with 国发〔2016〕14号; the form of 2015 still says 五保.
  if (type === 'wubao') tags.push('tekun');
  return tags;
}

const MANY_DIGITS = /\d[\d\s-]{6,}\d/;

/** A reason to see numbers in the plain: told in words, because it stands in the operation log, where no number may stand. */
export function checkReason(reason: string): string {
  const told = checkText(reason, 'reason', 6, 200);
  if (MANY_DIGITS.test(told))
    throw invalidInput(
      'reason',
      '理由中不得写入证件号、卡号或电话',
      'a reason holds no identity, card or phone number',
    );
  return told;
}
