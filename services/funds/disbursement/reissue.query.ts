// How much of a line is re-issued and stands, and whether it is recovered: asked alike by whoever re-issues, reads, or is reminded.

/** Of the line `l`. A batch that was rejected or withdrawn has let all its lines go. */
export const REISSUED = `(select coalesce(sum(r.amount), 0)::bigint from funds.line_reissue r join funds.disbursement_line n on n.id = r.by_line_id and n.state <> 'released'
  where r.line_id = l.id)`;

/** Given up after part of it was received, a recovery stands for that part. */
export const RECOVERED = `exists (select 1 from funds.recovery v where v.line_id = l.id and (v.state <> 'withdrawn' or v.received > 0))`;

export const CAME_BACK = `select l.id as "lineId", l.household_id as "householdId", l.returned::text, ${REISSUED}::text as reissued, ${RECOVERED} as recovered
  from funds.disbursement_line l where l.disbursement_id = $1 and (l.returned > 0 or l.id = any ($2::uuid[])) order by l.id`;

/** Paid, and what came back was paid anew, however often it came back: all along the chain of re-issues nothing waits and nothing is open. */
export const COMPLETE = `with recursive chain as (
    select d.id as root, l.id, l.state, l.returned from funds.disbursement d join funds.disbursement_line l on l.disbursement_id = d.id and l.returned > 0
      where d.id = any ($1::uuid[]) and d.returned > 0
    union all
    select c.root, n.id, n.state, n.returned from chain c join funds.line_reissue r on r.line_id = c.id join funds.disbursement_line n on n.id = r.by_line_id and n.state <> 'released'
  )
  select d.id from funds.disbursement d where d.id = any ($1::uuid[]) and d.state in ('paid', 'part-returned', 'returned')
    and not exists (select 1 from chain l where l.root = d.id and (l.state <> 'paid' or (l.returned > ${REISSUED} and not ${RECOVERED})))`;
