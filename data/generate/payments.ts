// Payment lines (发放明细): one a household and quarter, and a short supplementary list in the second, in whole fen.
import { maskFromTail } from '#platform/vocabulary/identity-number';
import type { Households } from './households';
import { idStream } from './ids';
import type { BatchRow, PaymentRow } from './money-rows';
import { prng } from './prng';
import type { RegionRow } from './rows';

export const quarters = 4;

export interface PayList {
  town: RegionRow;
  quarter: 1 | 2 | 3 | 4;
  supplementary: boolean;
  /** places of the households, and what each gets */
  lines: { at: number; fen: number }[];
}

/** 50 to 1,200 yuan a line; most are round sums, interest subsidies are not. */
export function payLists(seed: number, households: Households, total: number): PayList[] {
  const random = prng(seed, 'amounts');
  const amount = (quarter: number) => (quarter === 3 ? random.between(5_000, 60_000) : random.between(10, 120) * 1_000);
  const places = new Map<RegionRow, number[]>();
  households.towns.forEach((town, at) => {
    const inTown = places.get(town);
    if (inTown) inTown.push(at);
    else places.set(town, [at]);
  });
  const lists: PayList[] = [];
  for (const quarter of [1, 2, 3, 4] as const) {
    for (const [town, inTown] of places)
      lists.push({ town, quarter, supplementary: false, lines: inTown.map((at) => ({ at, fen: amount(quarter) })) });
  }
  // One list names a household once, so what four lists a year do not reach stands on a supplementary one of the largest town.
  const left = total - households.rows.length * quarters;
  const [town, inTown] = [...places].reduce((most, each) => (each[1].length > most[1].length ? each : most));
  if (left < 0 || left > inTown.length)
    throw new RangeError(`${total} payment lines do not fit ${households.rows.length} households`);
  if (left > 0)
    lists.push({
      town,
      quarter: 2,
      supplementary: true,
      lines: inTown.slice(0, left).map((at) => ({ at, fen: amount(2) })),
    });
  return lists;
}

export function* payments(
  seed: number,
  households: Households,
  lists: readonly PayList[],
  batches: readonly BatchRow[],
): Generator<PaymentRow> {
  const nextId = idStream(seed, 'payment');
  for (const [place, list] of lists.entries()) {
    const batchId = batches[place]?.id ?? '';
    for (const { at, fen } of list.lines) {
      const household = households.rows[at];
      const payee = households.heads[at];
      if (!household || !payee) throw new Error(`payment line without a household: ${at}`);
      const { id: householdId, regionId, path, bankCard } = household;
      yield {
        id: nextId(),
        batchId,
        householdId,
        regionId,
        path,
        amountFen: BigInt(fen),
        payee,
        maskedCard: maskFromTail(bankCard.slice(-4)),
      };
    }
  }
}
