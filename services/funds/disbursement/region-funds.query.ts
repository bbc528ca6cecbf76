// The hot read of a region's sums: villages' sums and lots' balances under a range of paths, several regions in one statement.

export interface RegionFundsRow {
  key: string;
  allotted: bigint;
  available: bigint;
  reserved: bigint;
  paid: bigint;
  returned: bigint;
  lines: number;
}

/**
 * $1 what each sum is known by, $2 years, $3 lower and $4 upper bounds, which lie within the caller's own. In sub-selects, so that one plan serves any number of regions; a lot's balances are looked
 * up by its id: joined under bounds that the planner does not know, all of them were read for each lot. What was decomposed counts where it
 * lies now; what is carried over stays in what its year was allotted, so that no year looks better spent than it was.
 */
export const REGION_FUNDS = `
select asked.key, lots.allotted, lots.available, sums.reserved, sums.paid, sums.returned, sums.lines
from unnest((select $1::text[]), (select $2::int[]), (select $3::text[]), (select $4::text[])) as asked(key, year, lo, hi)
cross join lateral (
  select coalesce(-sum(b.issued) - coalesce(sum(b.elsewhere), 0), 0)::bigint as allotted, coalesce(sum(b.available), 0)::bigint as available
  from funds.allotment_line line cross join lateral (
    select sum(each.amount) filter (where each.account = 'issued') as issued,
      sum(each.amount) filter (where each.account in ('decomposed', 'reclaimed')) as elsewhere,
      sum(each.amount) filter (where each.account = 'available') as available
    from funds.balance each where each.lot_id = line.id
  ) b
  where line.path >= asked.lo collate "C" and line.path < asked.hi collate "C" and line.year = asked.year
) lots
cross join lateral (
  select coalesce(sum(v.reserved), 0)::bigint as reserved, coalesce(sum(v.paid), 0)::bigint as paid,
    coalesce(sum(v.returned), 0)::bigint as returned, coalesce(sum(v.lines), 0)::int as lines
  from funds.village_funds v
  where v.path >= asked.lo collate "C" and v.path < asked.hi collate "C" and v.year = asked.year
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
 * $1 region ids, $2 first day, $3 the day after the last, $4 and $5 the caller's own range. Of what was approved in the quarter.
 * Regions are found by id first: by the caller's range, all those of a province would be looked at.
 */
export const EXECUTION = `
with s as materialized (
  select asked.region_id, scope.path from unnest((select $1::uuid[])) as asked(region_id) join funds.scope on scope.region_id = asked.region_id
)
select s.region_id as "regionId", coalesce(sum(d.total - d.released), 0)::bigint as approved,
  coalesce(sum(d.total - d.released - d.returned) filter (where d.paid_on < $3), 0)::bigint as paid,
  count(d.id)::int as rows, coalesce(sum(d.line_count), 0)::int as payments, encode(sha256(convert_to(coalesce(string_agg(d.id || ':' || d.total || ':' || d.released || ':' || d.returned || ':' || coalesce(d.paid_on::text, ''), ','
    order by d.id) filter (where d.id is not null), ''), 'UTF8')), 'hex') as "rowsHash"
from s left join funds.disbursement d on d.path >= s.path and d.path < left(s.path, -1) || '0'
  and d.approved_on >= $2 and d.approved_on < $3 and d.state in ('approved', 'ordered', 'paid', 'part-returned', 'returned')
where s.path >= $4 and s.path < $5
group by s.region_id order by s.region_id`;

export interface DisbursedRow {
  key: string;
  inside: boolean;
  paid: bigint;
  returned: bigint;
  lines: number;
}

/** $1 region ids, $2 quarters, $3 and $4 the caller's own range: what reached households in a quarter, from the sums that villages keep. */
export const REGION_DISBURSED = `
select asked.region_id || ' ' || asked.quarter as key, s.path >= $3 and s.path < $4 as inside, sums.paid, sums.returned, sums.lines
from unnest((select $1::uuid[]), (select $2::text[])) as asked(region_id, quarter)
join funds.scope s on s.region_id = asked.region_id
cross join lateral (
  select coalesce(sum(v.paid), 0)::bigint as paid, coalesce(sum(v.returned), 0)::bigint as returned, coalesce(sum(v.lines), 0)::int as lines
  from funds.village_payments v
  where v.quarter = asked.quarter and v.path >= s.path and v.path < left(s.path, -1) || '0'
) sums`;
