// How a donor shows that a gift is his (捐赠查询凭据): the number of the receipt and its code, as they stand there.
/**
 * Wrong tries in an hour: for one receipt, and from one address, behind which a whole office may sit. A guard against trying out codes and no
 * rule of the city: a code has eighty bits, so that none is found in any number of hours.
 */
export const giftLookUpLimits = { mostOfNumber: 10, mostOfPlace: 30 } as const;

const MOST_LETTERS = 40;

/** Whatever is longer is no receipt's number and no code, and is not kept whole. */
export const asShown = (text: string): string => text.trim().slice(0, MOST_LETTERS);

/** Copied from paper: capital letters are not what makes a code wrong. */
export const codeAsPrinted = (code: string): string => asShown(code).toLowerCase();
