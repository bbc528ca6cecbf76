// The peer of closing a quarter (封账): one statement by hand that counts every indicator live, scores, ranks and lights all peers, and keeps them.
// It knows one year's rule by heart: no packs, no evidence, no hashes of what was counted, nobody's rights.

const TABLE = `create temp table closed (id uuid, grp text, visits numeric, tasks numeric, paid numeric, progress numeric, overdue int, score numeric, rank int, light text) on commit drop`;

/** $1 first day of the quarter, $2 the day after its last, $3 the quarter, $4 and $5 the range of the city. */
const CLOSE = `
insert into closed
with r as materialized (
  select region_id as id, path as lo, left(path, -1) || '0' as hi, kind as grp from assessments.scope
  where kind in ('town', 'district', 'zone') and path >= $4 and path < $5
), months as (select m::date as first, (m + interval '1 month')::date as until from generate_series($1::date, $2::date - 1, interval '1 month') m),
owed as (
  select r.id, count(*) as n from r join households.household h on h.path >= r.lo and h.path < r.hi and h.state <> 'removed'
  join months on h.registered_on < months.until group by r.id
), done as (
  select r.id, count(distinct (v.household_id, date_trunc('month', v.visited_on))) as n
  from r join households.visit v on v.path >= r.lo and v.path < r.hi and v.visited_on >= $1 and v.visited_on < $2 group by r.id
), paid as (
  select r.id, sum(d.total) as approved, sum(d.total - d.returned) filter (where d.paid_on < $2) as paid
  from r join funds.disbursement d on d.path >= r.lo and d.path < r.hi and d.approved_on >= $1 and d.approved_on < $2
    and d.state in ('approved', 'paid', 'part-returned', 'returned') group by r.id
), reached as (
  select t.id, t.path, t.unit_id, t.region_id, t.weight, t.deadline, coalesce(max(p.percent) filter (where p.outcome = 'confirmed' and p.quarter <= $3), 0) as percent,
    coalesce(bool_or(p.outcome = 'confirmed' and p.quarter = $3), false) as confirmed,
    coalesce(bool_or(p.outcome = 'confirmed' and p.percent = 100 and p.quarter < $3), false) as over
  from assessments.task t left join assessments.progress p on p.task_id = t.id
  where t.year = left($3, 4)::int and t.path >= $4 and t.path < $5 group by t.id
), tasks as (
  select r.id, count(*) as n, count(*) filter (where t.confirmed) as confirmed
  from r join reached t on t.unit_id is null and not t.over and t.path >= r.lo and t.path < r.hi group by r.id
), own as (
  select t.region_id as id, sum(t.weight * t.percent) as reached, sum(t.weight * 100) as whole,
    count(*) filter (where t.deadline < $2 and t.percent < 100) as overdue
  from reached t where t.unit_id is null group by t.region_id
), figures as (
  select r.id, r.grp, done.n::numeric / nullif(owed.n, 0) as visits, tasks.confirmed::numeric / nullif(tasks.n, 0) as tasks,
    paid.paid::numeric / nullif(paid.approved, 0) as paid, own.reached::numeric / nullif(own.whole, 0) as progress, coalesce(own.overdue, 0)::int as overdue
  from r left join owed using (id) left join done using (id) left join paid using (id) left join tasks using (id) left join own using (id)
  union all
  select t.unit_id, 'unit', null, sum(t.weight) filter (where t.confirmed)::numeric / nullif(sum(t.weight), 0), null,
    sum(t.weight * t.percent)::numeric / nullif(sum(t.weight * 100), 0), count(*) filter (where t.deadline < $2 and t.percent < 100)::int
  from reached t where t.unit_id is not null group by t.unit_id
), scored as (
  select f.*, round(100 * (coalesce(40 * visits, 0) + coalesce(30 * tasks, 0) + coalesce(30 * paid, 0))
    / nullif((case when visits is null then 0 else 40 end) + (case when tasks is null then 0 else 30 end) + (case when paid is null then 0 else 30 end), 0), 2) as score
  from figures f
), ranked as (select s.*, rank() over (partition by grp order by score desc nulls last, id)::int as rank, count(*) over (partition by grp) as peers from scored s)
select id, grp, visits, tasks, paid, progress, overdue, score, rank,
  case when grp = 'unit' then null when score < 60 or overdue >= 3 then 'red' when peers >= 6 and rank > peers - 3 then 'yellow' else 'green' end
from ranked`;

export const rawClosing = { table: TABLE, close: CLOSE };
