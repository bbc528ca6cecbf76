// Personal numbers (个人号码) in free text: what is written for others to read carries no identity, card or telephone number.
import { holdsPersonalNumber } from '#platform/vocabulary/personal-number';
import { refusals } from './refusals';

/** The number itself is not repeated in the refusal: refusals are logged. */
export function refusePersonalNumbers(field: string, text: string | null | undefined): void {
  if (text && holdsPersonalNumber(text)) throw refusals.personalNumber({ field });
}
