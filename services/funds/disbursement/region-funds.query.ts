// The hot read of a region's sums: villages' sums and lots' balances under a range of paths, several regions in one statement.

export interface RegionFundsRow {
  key: string;
  allotted: bigint;
  available: bigint;
  reserved: bigint;
  paid: bigint;
  returned: bigint;
  lines: number;
  stagesReserved: bigint;
  stagesPaid: bigint;
}

/**
 * $1 what each sum is known by, $2 years, $3 lower and $4 upper bounds, which lie within the caller's own, $5 books, null for all. In sub-selects, so that one plan serves any number of regions; a lot's balances are looked
 * up by its id: joined under bounds that the planner does not know, all of them were read for each lot. What was decomposed counts where it
 * lies now; what is carried over stays in what its year was allotted, so that no year looks better spent than it was.
 */
export const REGION_FUNDS = `
select asked.key, lots.allotted, lots.available, sums.reserved, sums.paid, sums.returned, sums.lines, sums.stages_reserved as "stagesReserved", sums.stages_paid as "stagesPaid"
from unnest((select $1::text[]), (select $2::int[]), (select $3::text[]), (select $4::text[]), (select $5::text[])) as asked(key, year, lo, hi, book)
cross join lateral (
  select coalesce(-sum(b.issued) - coalesce(sum(b.elsewhere), 0), 0)::bigint as allotted, coalesce(sum(b.available), 0)::bigint as available
  from funds.allotment_line line cross join lateral (
    select sum(each.amount) filter (where each.account = 'issued') as issued,
      sum(each.amount) filter (where each.account in ('decomposed', 'reclaimed')) as elsewhere,
      sum(each.amount) filter (where each.account = 'available') as available
    from funds.balance each where each.lot_id = line.id
  ) b
  where line.path >= asked.lo collate "C" and line.path < asked.hi collate "C" and line.year = asked.year
    and (asked.book is null or line.book = asked.book)
) lots
cross join lateral (
  select coalesce(sum(v.reserved), 0)::bigint as reserved, coalesce(sum(v.paid), 0)::bigint as paid,
    coalesce(sum(v.returned), 0)::bigint as returned, coalesce(sum(v.lines), 0)::int as lines,
    coalesce(sum(v.stages_reserved), 0)::bigint as stages_reserved, coalesce(sum(v.stages_paid), 0)::bigint as stages_paid
  from funds.village_funds v
  where v.path >= asked.lo collate "C" and v.path < asked.hi collate "C" and v.year = asked.year
    and (asked.book is null or v.book = asked.book)
) sums`;

export interface ExecutionRow {
  regionId: string;
  approved: bigint;
  paid: bigint;
  rows: number;
  payments: number;
  rowsHash: string;
}

/**
 * $1 region ids, $2 first day, $3 the day after the last, $4 and $5 the caller's own range. Of what was approved in the quarter, batches and stages of contracts.
 * Regions are found by id first: by the caller's range, all those of a province would be looked at. Lines are looked at only of batches that were not paid whole by then.
 */
export const EXECUTION = `
with s as materialized (
  select asked.region_id, scope.path from unnest((select $1::uuid[])) as asked(region_id) join funds.scope on scope.region_id = asked.region_id
)
select s.region_id as "regionId", coalesce(sum(d.approved), 0)::bigint as approved, coalesce(sum(d.paid), 0)::bigint as paid,
  count(d.id)::int as rows, coalesce(sum(d.lines), 0)::int as payments,
  encode(sha256(convert_to(coalesce(string_agg(d.id || ':' || d.approved || ':' || d.paid, ',' order by d.id) filter (where d.id is not null), ''), 'UTF8')), 'hex') as "rowsHash"
from s left join lateral (
  select b.id, b.total - b.released as approved, coalesce(case when b.paid_on < $3 then b.total - b.released - b.returned else arrived.fen end, 0) as paid, b.line_count as lines
  from funds.disbursement b left join lateral (
    select sum(l.amount - l.returned) as fen from funds.disbursement_line l where l.disbursement_id = b.id and l.paid_on < $3 and (b.paid_on < $3) is not true
  ) arrived on true
  where b.path >= s.path and b.path < left(s.path, -1) || '0' and b.approved_on >= $2 and b.approved_on < $3 and b.state in ('approved', 'ordered', 'paid', 'part-returned', 'returned')
  union all
  select c.id, c.amount, case when c.paid_on < $3 then c.amount else 0 end, 1
  from funds.stage_claim c where c.path >= s.path and c.path < left(s.path, -1) || '0' and c.approved_on >= $2 and c.approved_on < $3 and c.state in ('approved', 'ordered', 'paid')
) d on true
where s.path >= $4 and s.path < $5
group by s.region_id order by s.region_id`;

export interface DisbursedRow {
  key: string;
  inside: boolean;
  paid: bigint;
  returned: bigint;
  lines: number;
}

/** $1 region ids, $2 quarters, $3 a month of each, $4 and $5 the caller's own range: what reached households in a quarter, from the sums that villages keep. */
export const REGION_DISBURSED = `
select asked.region_id || ' ' || asked.quarter as key, s.path >= $4 and s.path < $5 as inside, coalesce(sum(v.paid), 0)::bigint as paid,
  coalesce(sum(v.returned), 0)::bigint as returned, coalesce(sum(v.lines), 0)::int as lines
from unnest((select $1::uuid[]), (select $2::text[]), (select $3::text[])) as asked(region_id, quarter, month)
join funds.scope s on s.region_id = asked.region_id
left join funds.village_payments v on v.month = asked.month and v.path >= s.path and v.path < left(s.path, -1) || '0'
group by asked.region_id, asked.quarter, s.path`;
