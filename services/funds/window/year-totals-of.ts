// The running totals of a patient's year as the window shows them (窗口所见年度累计): sums from the definer function, and no stay behind them.
import type { Context } from '#platform/graph/context';
import type { RunningTotal } from '../settlement/settlement-layer.entity';
import { yearOf } from '../settlement/two-years.rules';
import type { Stay } from '../stay/stay.entity';

export async function yearTotalsOf({ inScope }: Context, stay: Stay): Promise<RunningTotal[] | null> {
  const year = yearOf(stay.dischargedOn ?? stay.admittedOn);
  const [found] = await inScope.read((rows) =>
    rows.query<{ year: { totals: Record<string, string> } | null }>(
      'select funds.member_year_facts($1, $2, false) as year',
      [stay.id, year],
    ),
  );
  if (!found?.year) return null;
  return Object.entries(found.year.totals).map(([name, amount]) => ({ name, amount: BigInt(amount) }));
}
