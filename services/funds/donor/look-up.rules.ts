// How a donor shows that a gift is his (捐赠查询凭据): the number of the receipt and its code, as they stand there.
import { createHash } from 'node:crypto';

/**
 * Wrong tries in an hour: for one receipt, and from one address, behind which a whole office may sit. A guard against trying out codes and no
 * rule of the city: a code has eighty bits, so that none is found in any number of hours.
 */
export const giftLookUpLimits = { mostOfNumber: 10, mostOfPlace: 30 } as const;

/** Copied from paper: spaces around it and capital letters are not what makes a code wrong. */
export function codeHash(code: string): string {
  return createHash('sha256').update(code.trim().toLowerCase()).digest('hex');
}

const MOST_LETTERS = 40;

/** Whatever is longer is no receipt's number and no code, and is not kept whole. */
export const asShown = (text: string): string => text.trim().slice(0, MOST_LETTERS);
