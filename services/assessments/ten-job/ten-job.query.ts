// Sums of what regions reported and another person confirmed on each job: of each region the last word of the year up to the quarter.

export interface JobSum {
  regionId: string;
  quarter: string;
  path: string;
  job: string | null;
  target: number;
  done: number;
  amount: bigint | null;
  regions: number;
}

/** $1 region ids, $2 quarters; reports are cumulative within a year, so that the last of a year stands for all of it. */
export const JOB_SUMS = `
select k.id as "regionId", k.quarter, s.path, r.job, coalesce(sum(r.target), 0)::int as target, coalesce(sum(r.done), 0)::int as done,
  sum(r.amount)::bigint as amount, count(r.job)::int as regions
from unnest($1::uuid[], $2::text[]) as k (id, quarter) join assessments.scope s on s.region_id = k.id
left join lateral (
  select distinct on (p.region_id, p.job) p.job, p.target, p.done, p.amount from assessments.ten_job_report p
  where p.outcome = 'confirmed' and p.path >= s.path and p.path < (left(s.path, -1) || '0') collate "C"
    and p.quarter <= k.quarter and left(p.quarter, 4) = left(k.quarter, 4)
  order by p.region_id, p.job, p.quarter desc, p.confirmed_at desc
) r on true
group by k.id, k.quarter, s.path, r.job`;
