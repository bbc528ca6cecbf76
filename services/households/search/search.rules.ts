// What somebody types to find a household or a member (搜索词), and by which key it is looked up.
import { isIdentityNumber } from '#platform/vocabulary/identity-number';
import { invalidInput } from '#platform/vocabulary/refusal';

export type SearchKind = 'name' | 'initials' | 'id-tail' | 'id-number' | 'household-number';

export interface SearchTerm {
  kind: SearchKind;
  /** normalised: digits in half width, letters of initials small, of numbers capital */
  text: string;
}

/** The village's twelve places at least: fewer would be a list of towns and districts, which has a filter of its own. */
const LEAST_OF_NUMBER = 12;
const WHOLE_NUMBER = 16;
const MOST_LETTERS = 8;
/** 少数民族姓名 keep their middle dot. */
const NAME = /^\p{Script=Han}[\p{Script=Han}·A-Za-z]{1,49}$/u;

export function readTerm(typed: string): SearchTerm {
  const text = typed.normalize('NFKC').replace(/\s+/g, '');
  const upper = text.toUpperCase();
  if (isIdentityNumber(upper)) return { kind: 'id-number', text: upper };
  if (/^\d{3}[\dX]$/.test(upper)) return { kind: 'id-tail', text: upper };
  if (/^\d+$/.test(text) && text.length >= LEAST_OF_NUMBER && text.length <= WHOLE_NUMBER)
    return { kind: 'household-number', text };
  if (/^[a-z]+$/i.test(text) && text.length >= 2 && text.length <= MOST_LETTERS)
    return { kind: 'initials', text: text.toLowerCase() };
  if (NAME.test(text)) return { kind: 'name', text };
  throw invalidInput(
    'text',
    '请输入姓名前两字以上、拼音首字母 2 至 8 个、身份证后四位或全号，或户编号前 12 位以上',
    'give two characters of a name at least, 2 to 8 initials, the last four or all of an identity number, or 12 places of a household number',
  );
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** The initials typed, and with one letter more: whoever types a surname and one character means the third as well. */
export function initialsAsked(text: string): string[] {
  return [text, ...LETTERS.map((letter) => text + letter)];
}
