// Where money came from (资金来源): from what is asked about up to its notice, by the share that is asked about alone; through what came back and was issued again.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';
import { AT_BANK } from './1700000000540-trace-starts';
import { keys, LOT } from './1700000000541-trace-down';

/** The way up is one for each fen, so that sums close; what it tells of notices above is what the notice itself announces. */
const up = `
#variable_conflict use_column
begin
  return query
  with recursive share (id, root, fen, level) as (
    select l.id, l.id, l.amount, 0 from disbursement_line l join disbursement d on d.id = l.disbursement_id
      where (l.id = any (p_lines) or (starts_with(p_key, 'disbursement|') and l.disbursement_id = any (p_batches) and exists (select 1 from line_reissue r where r.by_line_id = l.id)))
        and l.state <> 'released' and d.state not in ('rejected', 'withdrawn')
    union all select r.line_id, share.root, share.fen, share.level + 1 from share join line_reissue r on r.by_line_id = share.id where share.level < 64
  ), line as materialized (
    select share.root, share.level, share.fen, l.id, l.disbursement_id as batch, l.region_id, l.amount,
      exists (select 1 from line_reissue r where r.by_line_id = l.id) as again
    from share join disbursement_line l on l.id = share.id
  ), attempt as materialized (
    select line.id as line, line.root, line.level, line.fen, row_number() over w as nth, c.batch_id = p_list or c.id = p_attempt as begins,
      case when c.batch_id = p_list or c.id = p_attempt then p_key else ${keys.bank('c.id', 'c.batch_id')} end as key, lead(${keys.bank('c.id', 'c.batch_id')}) over w as next_key
    from line join card_line c on c.disbursement_line_id = line.id and c.state in ${AT_BANK} where line.level > 0 or p_list is not null or p_attempt is not null
    window w as (partition by line.root, line.level order by c.id)
  ), entry as (
    select a.line, min(a.nth) as nth from attempt a where a.begins and a.level = 0 group by a.line
  ), part as materialized (
    select d.lot_id as lot, d.id as batch, d.fen, coalesce('project|' || pp.project_id, 'distribution|' || ap.distribution_id) as used
    from (select line.batch as id, sum(line.fen)::bigint as fen, line.batch from line where not line.again group by line.batch
      union all select d.id, d.total - d.released, null from disbursement d where d.id = any (p_batches) and d.state not in ('rejected', 'withdrawn')
        and not exists (select 1 from line_reissue r where r.disbursement_id = d.id)) each
    join lateral (select d.id, d.lot_id, each.fen from disbursement d where d.id = each.id) d on true
    left join project_payment pp on pp.disbursement_id = d.id left join asset_payment ap on ap.disbursement_id = d.id
  ), contract as materialized (
    select c.lot_id as lot, c.id, c.reimbursement_id, c.amount as fen, 'project|' || pc.project_id as used
    from stage_claim c left join project_contract pc on pc.reimbursement_id = c.reimbursement_id
    where c.state <> 'rejected' and (c.id = any (p_claims) or c.reimbursement_id = any (p_contracts))
  ), drawn (lot, fen, to_key) as (
    select part.lot, part.fen, coalesce(part.used, 'disbursement|' || part.batch) from part
    union all select contract.lot, contract.fen, coalesce(contract.used, 'contract|' || contract.reimbursement_id) from contract
    union all select c.lot_id, c.amount, 'fundPayment|' || c.id from charity_payment c where c.id = any (p_claims) and c.state = 'paid'
    union all select lot.id, lot.born, case when starts_with(p_key, 'allotment|') then p_key else 'lot|' || lot.id end
      from (${LOT('select unnest(p_lots) as id')}) lot
  ), rising (lot, fen, to_key, level) as (
    select case when cardinality(p_lots) > 0 then l.parent_line_id else l.id end, drawn.fen, drawn.to_key, 0 from drawn join allotment_line l on l.id = drawn.lot
    union all select l.parent_line_id, rising.fen, 'lot|' || l.id, rising.level + 1 from rising join allotment_line l on l.id = rising.lot where l.parent_line_id is not null and rising.level < 32
  ), flow (from_key, to_key, fen, n) as (
    select 'lot|' || rising.lot, rising.to_key, rising.fen, 1 from rising where rising.lot is not null
    union all select 'allotment|' || l.allotment_id, 'lot|' || l.id, rising.fen, 1 from rising join allotment_line l on l.id = rising.lot where l.parent_line_id is null
    union all select 'allotment|' || l.allotment_id, 'lot|' || l.id, drawn.fen, 1 from drawn join allotment_line l on l.id = drawn.lot
      where starts_with(p_key, 'lot|') and l.parent_line_id is null
    union all select part.used, 'disbursement|' || part.batch, part.fen, 1 from part where part.used is not null and part.used <> p_key
    union all select contract.used, 'contract|' || contract.reimbursement_id, contract.fen, 1 from contract where contract.used is not null and contract.used <> p_key
    union all select 'contract|' || contract.reimbursement_id, 'claim|' || contract.id, contract.fen, 1 from contract where cardinality(p_claims) > 0
    union all select 'disbursement|' || line.batch, case when line.level = 0 and starts_with(p_key, 'village|') then p_key else ${keys.payment('line')} end, line.fen, 1
      from line where line.level > 0 or cardinality(p_lines) > 0
    union all select ${keys.payment('line')}, a.key, a.fen, 1 from attempt a join line on line.root = a.root and line.level = a.level where a.nth = 1
    union all select a.key, a.next_key, a.fen, 1 from attempt a left join entry on entry.line = a.line and a.level = 0
      where a.next_key is not null and (a.level > 0 or a.nth < entry.nth)
    union all select coalesce(a.key, ${keys.payment('line')}), ${keys.card('line')}, line.fen, 1
      from line left join attempt a on a.root = line.root and a.level = line.level and a.next_key is null where line.level > 0
    union all select ${keys.card('line')}, ${keys.back('line')}, line.fen, 1 from line where line.level > 0
    union all select ${keys.back('line')}, 'disbursement|' || n.disbursement_id, line.fen, 1 from line join share below on below.root = line.root and below.level = line.level - 1
      join disbursement_line n on n.id = below.id where line.level > 0
  )
  select flow.from_key, flow.to_key, sum(flow.fen)::bigint, sum(flow.n)::int from flow where flow.from_key is not null and flow.from_key <> flow.to_key and flow.fen <> 0 group by 1, 2
  union all select '#opening', null, (case when cardinality(p_lots) > 0 or starts_with(p_key, 'fundPayment|') then (select sum(drawn.fen) from drawn)
      when cardinality(p_lines) > 0 then (select sum(line.fen) from line where line.level = 0)
      when cardinality(p_contracts || p_claims) > 0 and cardinality(p_batches) = 0 then (select sum(contract.fen) from contract)
      else coalesce((select sum(line.fen) from line where line.level = 0), coalesce((select sum(part.fen) from part), 0) + coalesce((select sum(contract.fen) from contract), 0)) end)::bigint, 0;
end`;

export const traceUp = migration(
  1700000000542,
  'TraceUp',
  (names) => `
${definer('funds.trace_up(p_key text, p_lots uuid[], p_batches uuid[], p_lines uuid[], p_contracts uuid[], p_claims uuid[], p_fine boolean, p_list uuid, p_attempt uuid) returns table (from_key text, to_key text, fen bigint, n int)', up, names, 'funds', [])}
alter function funds.trace_up(text, uuid[], uuid[], uuid[], uuid[], uuid[], boolean, uuid, uuid) set plan_cache_mode = force_custom_plan;
`,
);
