// What a registration (登记) must say before a household enters the register: the form's own rules A1 to A3.
import { isBankCard } from '#platform/vocabulary/identity-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkMember, type MemberFacts, type MemberForm } from '../member/member.rules';
import { refusals } from '../refusals';
import { checkCode, checkText } from './codes.rules';

export interface HouseholdForm {
  standard: string;
  type: string;
  mainCause: string;
  otherCauses: readonly string[];
  address: string;
  phone?: string | null;
  bankName?: string | null;
  bankCard?: string | null;
  registeredOn: string;
}

/** A3b of the national form: none to two further causes, and never the main one again. */
const MOST_OTHER_CAUSES = 2;
const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;

export const isPhone = (text: string): boolean => PHONE.test(text);

export function checkHousehold(form: HouseholdForm, today: string): HouseholdForm {
  const { otherCauses, mainCause, registeredOn } = form;
  if (new Set([mainCause, ...otherCauses]).size !== otherCauses.length + 1 || otherCauses.length > MOST_OTHER_CAUSES)
    throw invalidInput(
      'otherCauses',
      '其他致贫原因至多两项，互不重复，也不与主因重复',
      'at most two other causes, each once, and none the main one',
    );
  if (registeredOn > today)
    throw invalidInput('registeredOn', '登记日期不能晚于今天', 'the day of registration cannot lie after today');
  const phone = form.phone?.trim() || null;
  if (phone && !isPhone(phone))
    throw invalidInput('phone', '须为手机号或带区号的固定电话', 'is a mobile number or a land line with its area code');
  const bankCard = form.bankCard?.replaceAll(' ', '') || null;
  if (bankCard && !isBankCard(bankCard))
    throw invalidInput('bankCard', '银行卡号校验不通过', 'the check digit of the bank card is wrong');
  return {
    standard: checkCode('standard', form.standard, 'standard'),
    type: checkCode('type', form.type, 'type'),
    mainCause: checkCode('cause', mainCause, 'mainCause'),
    otherCauses: otherCauses.map((cause) => checkCode('cause', cause, 'otherCauses')),
    address: checkText(form.address, 'address', 2, 200),
    phone,
    bankName: form.bankName ? checkText(form.bankName, 'bankName', 2, 100) : null,
    bankCard,
    registeredOn,
  };
}

const MOST_MEMBERS = 30;

/** The members of a new household: one head, and no identity number twice. */
export function checkMembers(forms: readonly MemberForm[], today: string): MemberFacts[] {
  if (forms.length > MOST_MEMBERS)
    throw invalidInput('members', `一户至多 ${MOST_MEMBERS} 人`, `a household has at most ${MOST_MEMBERS} members`);
  const members = forms.map((form, at) => checkMember(form, `members[${at}].`, today));
  const heads = members.filter((member) => member.relation === 'head').length;
  if (heads !== 1) throw refusals.headNotOne({ heads });
  const seen = new Set<string>();
  members.forEach(({ idNumber }, at) => {
    if (seen.has(idNumber)) throw refusals.memberRepeated({ field: `members[${at}].idNumber` });
    seen.add(idNumber);
  });
  return members;
}

/** The serial inside a village is four places; the village's division code stands before it (assumed, as 户编号 are written). */
export function householdNumber(villageCode: string, serial: number): string {
  return `${villageCode}${String(serial).padStart(4, '0')}`;
}

/** An address without its numbers: for readers who need the village, not the door. */
export function maskAddress(address: string): string {
  return address.replace(/[0-9０-９一二三四五六七八九十]+(?=号|组|单元|室|栋|$)/g, '**');
}
