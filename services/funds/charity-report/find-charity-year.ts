// Finds what a year of a charity fund came to and what the rules make of it (基金年度收支与判定).
import type { Context } from '#platform/graph/context';
import { todayInBeijing } from '#platform/graph/today';
import type { CharityFund } from '../charity-fund/charity-fund.entity';
import { CharityYear } from './charity-year.entity';
import { judgeCharityYear } from './judge-charity-year';

export async function findCharityYear(context: Context, fund: CharityFund, year: number): Promise<CharityYear> {
  const today = await todayInBeijing.load(context, 'today');
  const judged = await context.inScope.read((rows) => judgeCharityYear(rows, fund, year, today));
  return Object.assign(new CharityYear(), judged);
}
