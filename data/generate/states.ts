// Yearly states (年度状态) of households: lifted in 2016, lifted in 2017, or left, in the province's proportions 60 / 33 / 7 (assumed).
import { prng } from './prng';
import type { HouseholdRow, HouseholdStateRow } from './rows';

/** The state of 2018 is the present one. Nobody is returned or newly identified: the register is that of the end of 2015. */
export function states(seed: number, households: HouseholdRow[]): HouseholdStateRow[] {
  const random = prng(seed, 'states');
  const order = households.map((_, at) => at);
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  const rank = new Int32Array(order.length);
  order.forEach((household, place) => {
    rank[household] = place;
  });
  const lifted2016 = Math.round(households.length * 0.6);
  const left = Math.round(households.length * 0.07);
  return households.flatMap((household, at) => {
    const place = rank[at] ?? 0;
    const row = (year: number, state: string) => ({ householdId: household.id, year, state });
    if (place < lifted2016) {
      const now = random.perMille(60) ? 'lifted-policies-ended' : 'lifted-with-policies';
      return [row(2016, 'lifted-with-policies'), row(2017, 'lifted-with-policies'), row(2018, now)];
    }
    if (place < households.length - left) {
      return [row(2016, 'not-lifted'), row(2017, 'lifted-with-policies'), row(2018, 'lifted-with-policies')];
    }
    return [
      row(2016, 'not-lifted'),
      row(2017, 'not-lifted'),
      row(2018, random.perMille(300) ? 'planned-exit' : 'not-lifted'),
    ];
  });
}
