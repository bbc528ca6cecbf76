// Money paid to households in a part of a year by purpose (用途), of many regions in one statement: what a job of the office spends.

/** $1 region ids, $2 first day, $3 the day after the last, $4 and $5 the caller's own range. Less what came back. */
export const JOB_MONEY = `
with s as materialized (
  select asked.region_id, scope.path from unnest((select $1::uuid[])) as asked(region_id) join funds.scope on scope.region_id = asked.region_id
)
select s.region_id as "regionId", b.purpose, sum(b.total - b.released - b.returned)::bigint as paid
from s join funds.disbursement b on b.path >= s.path and b.path < left(s.path, -1) || '0'
where s.path >= $4 and s.path < $5 and b.paid_on >= $2 and b.paid_on < $3
group by s.region_id, b.purpose order by s.region_id, b.purpose`;
