// Free text about people of the register carries no personal number (个人号码): it is read by many and kept for long.
import { holdsPersonalNumber } from '#platform/vocabulary/personal-number';
import { searchRefusals } from './search-refusals.rules';

/** The number itself is not repeated in the refusal: refusals are logged. */
export function refusePersonalNumbers(field: string, text: string | null | undefined): void {
  if (text && holdsPersonalNumber(text)) throw searchRefusals.personalNumber({ field });
}
