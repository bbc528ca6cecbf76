// A trace of money (资金追溯) as it is told: up and down from its start, so many nodes of a kind and the rest as one, what lies outside the view as one, with sums that close at each.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';
import { labelOfNode } from './trace-node-labels';

/**
 * Merging nodes leaves sums closed: what flows within the merged is dropped. Fewer than five households outside would be told by the difference
 * between a whole and its parts, so that no node whose money went there tells a sum of it, and no flow between such nodes.
 */
const trace = `
#variable_conflict use_column
declare
  s record;
  lo text := nullif(current_setting('scope.lo', true), '');
  hi text := nullif(current_setting('scope.hi', true), '');
  list uuid;
  attempt uuid;
begin
  select * into s from funds.trace_start(p_kind, p_id, p_part);
  if not found or lo is null or hi is null then return; end if;
  if starts_with(s.start_key, 'cardBatch|') then list := split_part(s.start_key, '|', 2)::uuid; end if;
  if starts_with(s.start_key, 'bankLine|') then attempt := split_part(s.start_key, '|', 2)::uuid; end if;
  return query
  with recursive below as materialized (
    select d.* from (select 1 where p_down) asked cross join lateral
      funds.trace_down(s.start_key, s.lots, s.batches, s.lines, s.contracts, s.claims, s.fine, list, attempt, lo, hi) d
  ), above as materialized (
    select u.* from funds.trace_up(s.start_key, s.lots, s.batches, s.lines, s.contracts, s.claims, s.fine, list, attempt) u
  ), told as materialized (
    select coalesce((select b.n from below b where b.from_key = '#hidden'), 0) as hidden, coalesce((select a.fen from above a where a.from_key = '#opening'), 0) as opening
  ), flow as materialized (
    select b.from_key, b.to_key, b.fen, b.n from below b where b.from_key <> '#hidden'
    union all select a.from_key, a.to_key, a.fen, a.n from above a where p_up and a.from_key <> '#opening'
  ), sized as (
    select each.key, split_part(each.key, '|', 1) as kind, greatest(sum(each.brought), sum(each.taken))::bigint as size from (
      select f.from_key as key, 0::bigint as brought, f.fen as taken from flow f union all select f.to_key, f.fen, 0 from flow f where f.to_key is not null) each group by each.key
  ), paged as materialized (
    select z.key, z.kind, z.size, z.key in (s.start_key, 'outside') or z.key in (select a.from_key from above a where p_up) as kept,
      z.kind is distinct from p_page_kind or (-z.size, z.key) > (-p_page_fen, p_page_key) as ahead from sized z
  ), ranked as materialized (
    select p.*, row_number() over (partition by p.kind, p.kept, p.ahead order by p.size desc, p.key) as place from paged p
  ), shown as materialized (
    select r.key, r.kind, case when r.kept or r.ahead and r.place <= p_first then r.key else 'rest|' || r.kind end as display from ranked r
  ), link as materialized (
    select one.display as from_key, other.display as to_key, sum(f.fen)::bigint as fen, sum(f.n)::int as n from flow f
    join shown one on one.key = f.from_key join shown other on other.key = f.to_key where one.display <> other.display group by 1, 2
  ), node as materialized (
    select all_of.display as key, min(all_of.kind) as kind, count(*)::int as folded from shown all_of group by all_of.display
    union select s.start_key, split_part(s.start_key, '|', 1), 1 where not exists (select 1 from shown x where x.display = s.start_key)
  ), brought as materialized (
    select l.to_key as key, sum(l.fen)::bigint as fen, sum(l.n)::int as n from link l group by 1
  ), taken as materialized (
    select l.from_key as key, sum(l.fen)::bigint as fen from link l group by 1
  ), rested as materialized (
    select one.display as key, sum(f.fen)::bigint as fen from flow f join shown one on one.key = f.from_key where f.to_key is null group by 1
  ), summed as materialized (
    select n.key, n.kind, n.folded, i.n,
      -- A notice is where money begins: it has no flow into it, unless it was made out of other notices' lots and is asked about.
      case when n.kind = 'allotment' then case when n.key = s.start_key then told.opening else coalesce(o.fen, 0) end
        else coalesce(i.fen, 0) + case when n.key = s.start_key and not p_up then told.opening else 0 end end as came_in,
      coalesce(o.fen, 0) as went_on, coalesce(r.fen, 0) + case when n.key = s.start_key and not p_down then told.opening else 0 end as stays
    from node n cross join told left join brought i on i.key = n.key left join taken o on o.key = n.key left join rested r on r.key = n.key
  ), withheld (key) as (
    select 'outside'::text from told where told.hidden between 1 and 4
    union select l.from_key from withheld w join link l on l.to_key = w.key where not (starts_with(l.from_key, 'return|') and starts_with(l.to_key, 'lot|'))
  )
  select 'node'::text, n.key, null::text, n.kind, null::bigint,
    case when w.key is null then n.came_in end, case when w.key is null then n.went_on end, case when w.key is null then n.stays end,
    case when n.key = 'outside' then nullif(told.hidden, 0) * case when w.key is null then 1 end when starts_with(n.key, 'rest|') then n.folded else n.n end,
    w.key is not null, n.key = s.start_key,
    case when w.key is null or n.kind <> 'allotment' then label.whole end, label.number, label.title, label.detail, label.state, label.region_id, label.household_id, label.payee, label.card, coalesce(label.own, false)
  from summed n cross join told left join withheld w on w.key = n.key
  left join lateral (select split_part(n.key, '|', 2) as given where n.key <> 'outside' and not starts_with(n.key, 'rest|')) asked on true
  left join lateral ${labelOfNode} label on true
  union all
  select 'link', l.from_key, l.to_key, null, case when one.key is null or other.key is null then l.fen end, null, null, null,
    case when one.key is null or other.key is null then l.n end, one.key is not null and other.key is not null, false, null, null, null, null, null, null, null, null, null, false
  from link l left join withheld one on one.key = l.from_key left join withheld other on other.key = l.to_key
  union all
  select 'more', last.key, null, last.kind, last.size, null, null, null, left_over.n, false, false, null, null, null, null, null, null, null, null, null, false
  from ranked last cross join lateral (select count(*)::int as n from ranked r where r.kind = last.kind and r.ahead and not r.kept and r.place > p_first) left_over
  where last.ahead and not last.kept and last.place = p_first and left_over.n > 0;
end`;

export const traceMoney = migration(
  1700000000543,
  'TraceMoney',
  (names) => `
${definer(
  `funds.trace_money(p_kind text, p_id uuid, p_part text, p_down boolean, p_up boolean, p_first int, p_page_kind text, p_page_fen bigint, p_page_key text) returns table (item text, key text, to_key text, kind text, fen bigint, came_in bigint, went_on bigint, stays bigint, n int, withheld boolean, start boolean, whole bigint, number text, title text, detail text, state text, region_id uuid, household_id uuid, payee text, card text, own boolean)`,
  trace,
  names,
  'funds',
  ['region'],
)}
alter function funds.trace_money(text, uuid, text, boolean, boolean, int, text, bigint, text) set plan_cache_mode = force_custom_plan;
alter function funds.trace_money(text, uuid, text, boolean, boolean, int, text, bigint, text) set work_mem = '64MB';
`,
);
