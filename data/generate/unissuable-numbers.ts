// Numbers that nobody holds (不可签发的号码): they pass every check digit, and no authority, bank or operator has given them out.
import { identityCheckDigit, isBankCard } from '#platform/vocabulary/identity-number';
import type { Prng } from './prng';

/** GB/T 2260 never gave an area 99 to city 3712, so no police station has issued a number that begins so. */
const area = '371299';
/** ISO/IEC 7812: a first 9 is followed by a country number, and 999 is no country. */
const issuer = '999900';
/** 154 was not known to be given to an operator for public mobile numbers in 2018 (assumed). */
const segment = '154';

/** Numbers of one day are counted up, odd for men and even for women, so that none is given twice. */
export function identityNumbers(): (birthday: string, sex: 'male' | 'female') => string {
  const given = new Map<string, number>();
  return (birthday, sex) => {
    const key = `${birthday}${sex}`;
    const serial = (given.get(key) ?? 0) + 1;
    if (serial > 499) throw new RangeError(`more than 499 people of one sex were born on ${birthday}`);
    given.set(key, serial);
    const order = String(sex === 'male' ? serial * 2 - 1 : serial * 2).padStart(3, '0');
    const first17 = `${area}${birthday.replaceAll('-', '')}${order}`;
    return `${first17}${identityCheckDigit(first17)}`;
  };
}

/** 19 places, the household's serial inside, Luhn at the end. */
export function bankCard(serial: number, random: Prng): string {
  const body = `${issuer}${String(random.below(1000)).padStart(3, '0')}${String(serial).padStart(9, '0')}`;
  for (let digit = 0; digit < 10; digit++) if (isBankCard(`${body}${digit}`)) return `${body}${digit}`;
  throw new Error(`no check digit makes ${body} valid`);
}

export function phone(random: Prng): string {
  return `${segment}${String(random.below(100_000_000)).padStart(8, '0')}`;
}
