// Personal numbers (个人号码) in free text, however they are spelt: what is written for others to read carries no identity, card or telephone number.
import { refusal } from './refusal';

const patterns = [
  /(?<!\d)\d{17}[\dXx](?!\d)/, // identity number
  /(?<!\d)(?:\d{15,19}|\d{4}(?: \d{4}){3}(?: \d{1,3})?)(?!\d)/, // bank card, also in groups of four
  /(?<!\d)1\d{2}[ -]?\d{4}[ -]?\d{4}(?!\d)/, // mobile telephone
  /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/, // fixed line with its area code
];

export function holdsPersonalNumber(text: string): boolean {
  // Full-width digits are how an input method writes the same number.
  const plain = text.normalize('NFKC');
  return patterns.some((pattern) => pattern.test(plain));
}

export const personalNumberRefusals = {
  personalNumber: refusal(
    'PERSONAL_NUMBER_IN_TEXT',
    '{field}：请勿填写身份证号、银行卡号或电话号码',
    '{field}: leave out identity numbers, card numbers and telephone numbers',
  ),
};

/** The number itself is not repeated in the refusal: refusals are logged. */
export function refusePersonalNumbers(field: string, text: string | null | undefined): void {
  if (text && holdsPersonalNumber(text)) throw personalNumberRefusals.personalNumber({ field });
}
