// Numbers to plant (植入号码): well-formed identity and card numbers of nobody in the city, each remembered.
import { identityCheckDigit, isBankCard } from '#platform/vocabulary/identity-number';

let serial = 0;
export const planted = new Set<string>();
export function idNumber(): string {
  // Of a county that is none in this province, so that no number of the city is the same.
  const first17 = `65${String(3101 + (++serial % 20))}${1950 + (serial % 50)}0${1 + (serial % 9)}1${serial % 10}${String(serial % 1000).padStart(3, '0')}`;
  const number = `${first17}${identityCheckDigit(first17)}`;
  planted.add(number);
  return number;
}
export function bankCard(): string {
  const body = `62284804${String(7_000_000_000 + ++serial * 7919)}`;
  const card = [...'0123456789'].map((digit) => `${body}${digit}`).find(isBankCard) as string;
  planted.add(card);
  return card;
}
export const person = (number: string, relation: string) => ({
  name: `王${'秀国建志明'[serial % 5]}${'英芳强军兰'[(serial >> 2) % 5]}`,
  idNumber: number,
  relation,
  ethnicity: 'han',
  education: 'primary',
  health: 'healthy',
  labour: 'ordinary',
  insured: 'resident',
});
