// Where the money of a year stands in a region (资金流向): cells of source, book, direction, place, way of paying and outcome, so that whatever is summed of them closes.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** What came back and still lies on its lot is told by the way that it came back of; what was issued again counts where it was issued. */
const flow = `
#variable_conflict use_column
begin
  if not funds.in_scope(p_path) then
    raise exception 'a range beyond the scope' using errcode = 'insufficient_privilege';
  end if;
  return query
  with lot as materialized (
    select l.id, a.source_level, a.book, a.direction, left(l.path, length(p_path) + 5) as place, b.idle, b.carried, b.reclaimed,
      coalesce((select sum(-each.amount) from allotment_line part join balance each on each.lot_id = part.id and each.account in ('issued', 'reclaimed')
        where part.parent_line_id = l.id and part.year = l.year and not starts_with(part.path, p_path)), 0)::bigint as passed
    from allotment_line l join allotment a on a.id = l.allotment_id and a.state = 'issued'
    cross join lateral (select coalesce(sum(amount) filter (where account in ('available', 'frozen')), 0)::bigint as idle,
      coalesce(sum(amount) filter (where account = 'carried'), 0)::bigint as carried,
      case when l.parent_line_id is null then coalesce(sum(amount) filter (where account = 'reclaimed'), 0) else 0 end::bigint as reclaimed from balance where lot_id = l.id) b
    where l.path >= p_path and l.path < left(p_path, -1) || '0' and l.year = p_year and (p_book is null or l.book = p_book)
  ), batch as materialized (
    select d.lot_id, case when exists (select 1 from asset_payment p where p.disbursement_id = d.id) then 'asset'
        when exists (select 1 from card_line c where c.disbursement_id = d.id and c.state in ('listed', 'sent', 'paid', 'failed', 'bounced')) then 'card' else 'order' end as way,
      d.total - d.released - arrived.fen as waiting, arrived.fen - d.returned as spent, d.returned - again.fen as back
    from lot join disbursement d on d.lot_id = lot.id and d.state not in ('rejected', 'withdrawn')
    cross join lateral (select case when d.paid_by is not null then d.total - d.released
      else coalesce((select sum(l.amount) from disbursement_line l where l.disbursement_id = d.id and l.state = 'paid'), 0) end::bigint as fen) arrived
    cross join lateral (select case when d.returned = 0 then 0 else coalesce((select sum(r.amount) from disbursement_line l join line_reissue r on r.line_id = l.id
      join disbursement_line n on n.id = r.by_line_id and n.state <> 'released' where l.disbursement_id = d.id), 0) end::bigint as fen) again
  ), used as materialized (
    select each.lot_id, each.way, sum(each.waiting)::bigint as waiting, sum(each.spent)::bigint as spent, sum(each.back)::bigint as back from (
      select * from batch
      union all select c.lot_id, 'stages', case c.state when 'paid' then 0 else c.amount end, case c.state when 'paid' then c.amount else 0 end, 0
        from lot join stage_claim c on c.lot_id = lot.id and c.state <> 'rejected'
      union all select c.lot_id, 'fund', 0, c.amount, 0 from lot join charity_payment c on c.lot_id = lot.id and c.state = 'paid') each group by each.lot_id, each.way
  ), back as materialized (
    -- What was spent anew lies there no more.
    select u.lot_id, u.way, greatest(0, least(u.back, lot.idle - (sum(u.back) over (partition by u.lot_id order by u.way) - u.back)))::bigint as fen from used u join lot on lot.id = u.lot_id where u.back > 0
  ), cell as (
    select u.lot_id as lot, u.way, 'spent' as outcome, u.spent as fen from used u
    union all select u.lot_id, u.way, 'waiting', u.waiting from used u
    union all select b.lot_id, b.way, 'returned', b.fen from back b
    union all select lot.id, null, 'left', lot.idle - coalesce((select sum(b.fen) from back b where b.lot_id = lot.id), 0) from lot
    union all select lot.id, null, 'carried', lot.carried from lot
    union all select lot.id, null, 'reclaimed', lot.reclaimed from lot
    union all select lot.id, null, 'passed', lot.passed from lot
  )
  select lot.source_level, lot.book, lot.direction, s.region_id, cell.way, cell.outcome, sum(cell.fen)::bigint
  from cell join lot on lot.id = cell.lot left join scope s on s.path = lot.place where cell.fen <> 0 group by 1, 2, 3, 4, 5, 6;
end`;

export const fundFlow = migration(
  1700000000544,
  'FundFlow',
  (names) => `
${definer('funds.fund_flow(p_path text, p_year int, p_book text) returns table (source_level text, book text, direction text, region_id uuid, way text, outcome text, fen bigint)', flow, names, 'funds', ['region'])}
alter function funds.fund_flow(text, int, text) set plan_cache_mode = force_custom_plan;
create index allotment_line_of_year on funds.allotment_line (year, path);
`,
);
