// Judges a year of a charity fund (判定基金年度): by the pack that holds on its last day, or today while it runs.
import type { Rows } from '#platform/database/in-scope';
import { packOn } from '#platform/graph/pack/pack-in-force';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { CharityFund } from '../charity-fund/charity-fund.entity';
import { charityPackKind } from '../charity-fund/charity-pack.rules';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { type CharityYearSums, type JudgedYear, judgeYear, standardFor } from '../charity-fund/charity-year.rules';
import { findCharityYears } from './charity-year.query';

export async function judgeCharityYear(
  rows: Rows,
  fund: CharityFund,
  year: number,
  today: string,
): Promise<CharityYearSums & JudgedYear> {
  if (year < 2000 || year > 2100) throw charityRefusals.charityReportYear();
  const [sums, ...before] = await findCharityYears(rows, fund.id, year);
  if (!sums) throw charityRefusals.charityReportYear();
  const lastDay = `${year}-12-31`;
  const pack = await packOn(rows, charityPackKind, lastDay < today ? lastDay : today);
  const standard = pack && standardFor(pack.content, fund, before[0]?.netAssets ?? sums.netAssets);
  if (!pack || !standard) throw commonRefusals.notFound({ what: '扶贫基金规则包 pack of charity rules' });
  return { ...sums, ...judgeYear(pack.content, standard, sums, before) };
}
