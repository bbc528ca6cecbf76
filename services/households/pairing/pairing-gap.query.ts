// No household-day without a helper (结对不断档): the days of the period that no pairing covers, as the database subtracts them.
import { inRegion, REGIONS } from '../region-summary/region-summary.query';

/** First day, and the day after the last. A household owes nothing before its registration, nor once removed. */
const gaps = (within: string, from: string, until: string) => `
select h.id as "householdId", h.path, lower(g.span) as "from", upper(g.span) as until, upper(g.span) - lower(g.span) as days
from households.household h
cross join lateral unnest(
  datemultirange(daterange(greatest(h.registered_on, ${from}::date), ${until}::date))
  - coalesce((select range_agg(daterange(p.valid_from, p.valid_to)) from households.pairing p
      where p.household_id = h.id and p.valid_from < ${until}::date and (p.valid_to is null or p.valid_to > ${from}::date)), '{}'::datemultirange)
) g(span)
where ${within} and h.state <> 'removed' and h.registered_on < ${until}::date`;

/** $1 to $3 the regions, $4 and $5 the days. */
export const pairingGapsCounted = `select r.id, count(distinct g."householdId")::int as households, sum(g.days)::int as days
from ${REGIONS} cross join lateral (${gaps(inRegion('h.path'), '$4', '$5')}) g group by r.id`;

/** $1 and $2 the range, $3 and $4 the days, $5 to $7 the last row seen, $8 rows. */
export const pairingGapsPage = `${gaps(`h.path >= $1 collate "C" and h.path < $2 collate "C"`, '$3', '$4')}
  and ($5::text is null or h.path >= $5 collate "C") and ($5::text is null or (h.path, h.id, lower(g.span)) > ($5 collate "C", $6::uuid, $7::date))
order by h.path, h.id, lower(g.span) limit $8`;
