// Makes what the report of a year tells (编制公开报告内容) out of the rows; names of places are asked for before.
import type { Rows } from '#platform/database/in-scope';
import type { CharityFund } from '../charity-fund/charity-fund.entity';
import { type GivenBy, type PaidUse, type ReportContent, reportDonors, reportUses } from './charity-report.rules';
import { judgeCharityYear } from './judge-charity-year';

const IN_YEAR = (day: string) => `${day} >= make_date($2, 1, 1) and ${day} < make_date($2 + 1, 1, 1)`;

const PAID = `select u.kind, l.purpose, u.use_region_id as "regionId", sum(p.amount)::bigint as fen,
    (select nullif(count(distinct d.household_id), 0)::int from funds.disbursement_line d join funds.allotment_line dl on dl.id = d.lot_id
      join funds.charity_use du on du.id = dl.use_id where du.fund_id = $1 and du.kind = u.kind and dl.purpose = l.purpose and du.use_region_id = u.use_region_id
        and ${IN_YEAR('d.paid_on')}) as households
  from funds.charity_use u join funds.allotment_line l on l.use_id = u.id join funds.posting p on p.lot_id = l.id and p.account = 'paid'
  join funds.journal j on j.id = p.journal_id where u.fund_id = $1 and ${IN_YEAR('j.value_date')}
  group by u.kind, l.purpose, u.use_region_id having sum(p.amount) <> 0 order by 1, 2, 3`;
const DONORS = `select g.donor_kind as "donorKind", g.donor_name as "donorName", g.anonymous, count(*)::int as gifts, sum(g.received)::bigint as fen
  from funds.gift g where g.fund_id = $1 and g.state = 'accepted' and ${IN_YEAR('g.accepted_on')} group by 1, 2, 3 order by 1, 2, 3`;
const GOODS = `select i.good, i.unit, sum(i.quantity)::int as quantity, sum(i.value)::text as fen
  from funds.gift g join funds.gift_item i on i.gift_id = g.id where g.fund_id = $1 and g.state = 'accepted' and ${IN_YEAR('g.accepted_on')}
  group by 1, 2 order by 1, 2`;
/** Who sat in it at the end of the year. */
const COUNCIL = `select m.name, m.post from funds.council_member m join funds.founding_step s on s.id = m.step_id and s.outcome = 'confirmed'
  where m.fund_id = $1 and m.from_on <= make_date($2, 12, 31) and (m.until_on is null or m.until_on > make_date($2, 12, 31)) order by m.ordinal`;
const REGISTRATION = `select s.document_number as number from funds.founding_step s
  where s.fund_id = $1 and s.kind = 'registration' and s.outcome = 'confirmed'`;
const PLACES = 'select distinct u.use_region_id as id from funds.charity_use u where u.fund_id = $1';

export const findUsedPlaces = async (rows: Pick<Rows, 'query'>, fundId: string): Promise<string[]> =>
  (await rows.query<{ id: string }>(PLACES, [fundId])).map(({ id }) => id);

export async function makeReportContent(
  rows: Rows,
  fund: CharityFund,
  { year, today, names }: { year: number; today: string; names: ReadonlyMap<string, string> },
): Promise<ReportContent> {
  const judged = await judgeCharityYear(rows, fund, year, today);
  const asked = [fund.id, year];
  const paid = await rows.query<PaidUse>(PAID, asked);
  const given = await rows.query<GivenBy>(DONORS, asked);
  const goods = await rows.query<ReportContent['goods'][number]>(GOODS, asked);
  const council = await rows.query<ReportContent['council'][number]>(COUNCIL, asked);
  const [registered] = await rows.query<{ number: string }>(REGISTRATION, [fund.id]);
  const { spendingRatio, administrationRatio, verdict, year: _, ...sums } = judged;
  return {
    fund: { name: fund.name, legalForm: fund.legalForm, registration: registered?.number ?? null },
    ...{ year, spendingRatio, administrationRatio, verdict },
    sums: Object.fromEntries(Object.entries(sums).map(([key, fen]) => [key, String(fen)])),
    uses: reportUses(paid, (id) => names.get(id) ?? ''),
    donors: reportDonors(given),
    ...{ goods, council },
  };
}
