// Masks the numbers in a difference (差异中的号码): whoever uploaded a number has it, and who looks on need not.
import { maskFromTail } from '#platform/vocabulary/identity-number';

export interface ThreeTexts {
  exported: string;
  current: string;
  uploaded: string;
}

const NUMBERS = new Set(['household.phone', 'member.idNumber']);

export function maskedDifference(key: string, texts: ThreeTexts): ThreeTexts {
  return NUMBERS.has(key) ? { ...texts, uploaded: texts.uploaded && maskFromTail(texts.uploaded.slice(-4)) } : texts;
}
