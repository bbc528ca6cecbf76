// Identity numbers (身份证号, GB 11643) and bank card numbers: check digits, and the masks that lists show.
import { invalidInput } from './refusal';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** Check digit of the first 17 digits (ISO 7064 mod 11-2, as GB 11643 says): '11010519491231002' -> 'X'. */
export function identityCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return checkDigits[sum % 11] ?? '';
}

export function isIdentityNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && identityCheckDigit(text.slice(0, 17)) === text[17];
}

export function parseIdentityNumber(text: string, field = 'idNumber'): string {
  const number = text.trim().toUpperCase();
  if (!isIdentityNumber(number))
    throw invalidInput(
      field,
      '身份证号须为 18 位且校验位正确',
      'an identity number has 18 places and a right check digit',
    );
  return number;
}

/** Luhn: '6228480402564890018' is well formed. */
export function isBankCard(text: string): boolean {
  if (!/^\d{12,19}$/.test(text)) return false;
  const sum = [...text].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The survey of 2019 exports names as first character + stars; compound surnames show one character like the rest. */
export function maskName(name: string): string {
  return name.length === 0 ? '' : `${name[0]}${'*'.repeat(Math.max(1, name.length - 1))}`;
}

/** A mask made from the stored tail alone, so that the whole number need not be decrypted for a list. */
export function maskFromTail(tail: string): string {
  return `**** ${tail}`;
}
