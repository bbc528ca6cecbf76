// Batches and settlements of regions in a part of a year, several regions in one statement.

/** $1 region ids, $2 first day, $3 the day after the last, $4 and $5 the caller's own range. A strike counts against the stay that it strikes. */
export const JOB_FACTS = `
with s as materialized (
  select asked.region_id, scope.path from unnest((select $1::uuid[])) as asked(region_id) join funds.scope on scope.region_id = asked.region_id
)
select s.region_id as "regionId", d.approved as "batchesApproved", d.batches_paid as "batchesPaid", d.paid, t.stays, t.borne as "borneByPayers"
from s cross join lateral (
  select count(*)::int as approved, (count(*) filter (where b.paid_on < $3))::int as batches_paid,
    coalesce(sum(b.total - b.released - b.returned) filter (where b.paid_on < $3), 0)::bigint as paid
  from funds.disbursement b where b.path >= s.path and b.path < left(s.path, -1) || '0'
    and b.approved_on >= $2 and b.approved_on < $3 and b.state in ('approved', 'ordered', 'paid', 'part-returned', 'returned')
) d cross join lateral (
  select coalesce(sum(sign(x.bill)), 0)::int as stays, coalesce(sum(x.bill - x.patient_pays), 0)::bigint as borne
  from funds.settlement x where x.path >= s.path and x.path < left(s.path, -1) || '0' and x.settled_on >= $2 and x.settled_on < $3
) t
where s.path >= $4 and s.path < $5 order by s.region_id`;
