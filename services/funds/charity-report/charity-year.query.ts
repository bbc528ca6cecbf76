// What the years of a charity fund came to (基金年度收支): gifts by the day of their acceptance, spending by the day on which it was paid.
import type { Rows } from '#platform/database/in-scope';
import type { CharityYearSums } from '../charity-fund/charity-year.rules';

const paidFor = (kind: string, when: string) => `coalesce((select sum(p.amount) from funds.charity_use u
    join funds.allotment_line l on l.use_id = u.id join funds.posting p on p.lot_id = l.id and p.account = 'paid' join funds.journal j on j.id = p.journal_id
    where u.fund_id = f.id and u.kind ${kind} and ${when}), 0)::bigint`;
const given = (kind: string, when: string) =>
  `coalesce((select sum(g.received) from funds.gift g where g.fund_id = f.id and g.state = 'accepted' and g.kind = '${kind}' and ${when}), 0)::bigint`;
const inYear = (day: string) => `${day} >= make_date(y.year, 1, 1) and ${day} < make_date(y.year + 1, 1, 1)`;
const untilYear = (day: string) => `${day} < make_date(y.year + 1, 1, 1)`;
const auctioned = (what: string, when: string) => `coalesce((select sum(${what}) from funds.gift_auction a
    join funds.gift g on g.id = a.gift_id join funds.gift_item i on i.id = a.item_id where g.fund_id = f.id and a.outcome = 'approved' and ${when}), 0)::bigint`;

/** Goods count as used when they are handed over to the stock of packages; what was auctioned of them does not. Net assets are money. */
const SUMS = `select y.year, ${given('money', inYear('g.accepted_on'))} as "moneyIncome", ${given('goods', inYear('g.accepted_on'))} as "goodsIncome",
    ${paidFor(`= 'charity'`, inYear('j.value_date'))} as "spentMoney", ${paidFor(`= 'administration'`, inYear('j.value_date'))} as administration,
    ${given('goods', inYear('g.accepted_on'))} - ${auctioned('i.value * a.quantity / i.quantity', inYear('g.accepted_on'))} as "goodsUsed",
    coalesce((select s.amount from funds.founding_step s where s.fund_id = f.id and s.kind = 'startup-money' and s.outcome = 'confirmed'), 0)::bigint
      + ${given('money', untilYear('g.accepted_on'))} + ${auctioned('a.proceeds', untilYear('a.auctioned_on'))}
      - ${paidFor(`in ('charity', 'administration')`, untilYear('j.value_date'))} as "netAssets"
  from funds.charity_fund f, generate_series(extract(year from f.registered_on)::int, $2::int) as y(year)
  where f.id = $1 order by y.year desc`;

/** From the year of its registration to the one that is asked for, the latest first. */
export const findCharityYears = (rows: Pick<Rows, 'query'>, fundId: string, year: number): Promise<CharityYearSums[]> =>
  rows.query<CharityYearSums>(SUMS, [fundId, year]);
