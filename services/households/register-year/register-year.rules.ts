// When the register of a year may be frozen: the yearly adjustment begins after 30 September (income period); a year before it has no data.
import { registerRefusals } from '../register-refusals.rules';

/** Records begin with the first registration under the national form, in 2014. */
const FIRST_YEAR = 2014;

export function checkYear(year: number, today: string): { on: string } {
  if (year < FIRST_YEAR || today <= `${year}-09-30`)
    throw registerRefusals.yearNotFrozenYet({ year, first: FIRST_YEAR });
  return { on: `${year}-12-31` };
}
