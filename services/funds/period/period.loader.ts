// Months of the books and what they came to, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { rangesOf } from '../region-day/region-ranges.query';
import { type AccountSums, byBook, toldSums } from './basis-sums.rules';
import { FundPeriod, MonthBook } from './fund-period.entity';

export const periodById = defineLoader<FundPeriod | null>(
  'period by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(FundPeriod, { id: Any([...ids]) }), ({ id }) => id),
);

/** As they were when closing was proposed. */
export const sumsOfPeriod = defineLoader<AccountSums[]>(
  'sums of a period',
  () => [],
  async (rows, ids) => {
    const found = await rows.query<AccountSums & { id: string }>(
      'select period_id as id, book, account, booked, valued from funds.period_sum where period_id = any($1::uuid[]) order by book, account',
      [ids],
    );
    return groupBy(found, ({ id }) => id);
  },
);

/** `<region id> <first day after the month> -`: as the books say now; null where a region is not wholly in scope. */
export const booksOfRegionMonth = defineLoader<MonthBook[] | null>(
  'books of a region at the end of a month',
  () => null,
  async (rows, keys, context) => {
    const found = new Map<string, MonthBook[]>();
    for (const { key, period, lo, hi } of await rangesOf(context, keys)) {
      const sums = await rows.query<AccountSums>(
        'select book, account, booked, valued from funds.month_books($1, $2, $3) order by book, account',
        [lo, hi, period],
      );
      found.set(key, monthBooksOf(sums));
    }
    return found;
  },
);

export function monthBooksOf(sums: readonly AccountSums[]): MonthBook[] {
  return [...byBook(sums)].map(([book, rows]) =>
    Object.assign(new MonthBook(), { book, booked: toldSums(rows, 'booked'), valued: toldSums(rows, 'valued') }),
  );
}
