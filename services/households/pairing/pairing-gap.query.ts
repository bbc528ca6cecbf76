// No household-day without a helper (结对不断档): the days of the period that no pairing covers, as the database subtracts them.

/** $1 and $2 the range, $3 first day, $4 the day after the last. A household owes nothing before its registration, nor once removed. */
const gaps = `
select h.id as "householdId", h.path, lower(g.span) as "from", upper(g.span) as until, upper(g.span) - lower(g.span) as days
from households.household h
cross join lateral unnest(
  datemultirange(daterange(greatest(h.registered_on, $3::date), $4::date))
  - coalesce((select range_agg(daterange(p.valid_from, p.valid_to)) from households.pairing p
      where p.household_id = h.id and p.valid_from < $4::date and (p.valid_to is null or p.valid_to > $3::date)), '{}'::datemultirange)
) g(span)
where h.path >= $1 collate "C" and h.path < $2 collate "C" and h.state <> 'removed' and h.registered_on < $4::date`;

export const pairingGapsCounted = `select count(distinct g."householdId")::int as households, coalesce(sum(g.days), 0)::int as days from (${gaps}) g`;

/** $5 to $7 the last row seen, $8 rows. */
export const pairingGapsPage = `${gaps}
  and ($5::text is null or h.path >= $5 collate "C") and ($5::text is null or (h.path, h.id, lower(g.span)) > ($5 collate "C", $6::uuid, $7::date))
order by h.path, h.id, lower(g.span) limit $8`;
