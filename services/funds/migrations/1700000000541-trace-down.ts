// Where money went (资金去向): from lots, batches or lines down through projects, payments, the bank and cards to what came back and was issued again; each flow with its sum.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';
import { AT_BANK } from './1700000000540-trace-starts';

const LIVE = `d.state not in ('rejected', 'withdrawn')`;

/** How each step names its node: household by household near the start, else by village, list and batch. */
export const keys = {
  payment: (line: string) =>
    `case when p_fine then 'payment|' || ${line}.id else 'village|' || ${line}.batch || '/' || ${line}.region_id end`,
  bank: (id: string, batch: string) => `case when p_fine then 'bankLine|' || ${id} else 'cardBatch|' || ${batch} end`,
  card: (line: string) => `case when p_fine then 'card|' || ${line}.id else 'recipients|' || ${line}.region_id end`,
  back: (line: string) => `'return|' || case when p_fine then ${line}.id else ${line}.batch end`,
};

const seen = (path: string) => `${path} >= p_lo collate "C" and ${path} < p_hi collate "C"`;
/** Whatever lies outside the asker's view is one node. */
const shown = (path: string, key: string) =>
  `case when ${key} is null then null when ${seen(path)} then ${key} else 'outside' end`;

/** The lots below, each with what it was born with and what lies on it; what was reclaimed of a part is its parent's again. */
export const LOT = (ids: string) => `
  select l.id, l.parent_line_id as parent, l.allotment_id, l.path,
    b.born - case when l.parent_line_id is null then 0 else b.reclaimed end as born,
    b.idle + case when l.parent_line_id is null then b.reclaimed else 0 end as stays
  from (${ids}) each join allotment_line l on l.id = each.id
  cross join lateral (select coalesce(-sum(amount) filter (where account = 'issued'), 0)::bigint as born,
    coalesce(sum(amount) filter (where account = 'reclaimed'), 0)::bigint as reclaimed,
    coalesce(sum(amount) filter (where account in ('available', 'frozen')), 0)::bigint as idle from balance where lot_id = l.id) b`;

/**
 * Lots are walked level by level, so that their number is known before the rest is planned. Lines are summed by batch, village and the lists that they were on before
 * anything is named: near a notice there are a hundred thousand of them, and a few groups.
 */
const down = `
#variable_conflict use_column
declare
  parts uuid[] := '{}';
  level uuid[] := p_lots;
begin
  for depth in 1..32 loop
    level := array(select l.id from allotment_line l where l.parent_line_id = any (level));
    exit when cardinality(level) = 0;
    parts := parts || level;
  end loop;
  return query
  with recursive lot as materialized (
    select each.*, each.parent is not null and (cardinality(parts) > 0 and each.id = any (parts)) as is_part
    from (${LOT('select distinct given.id from unnest(p_lots || parts) as given(id)')}) each
  ), batch as materialized (
    select d.id, d.lot_id, d.path, d.total - d.released as fen,
      exists (select 1 from line_reissue r where r.disbursement_id = d.id) as again,
      coalesce('project|' || pp.project_id, 'distribution|' || ap.distribution_id) as used, coalesce(p.path, a.path) as used_path
    from (select d.id from disbursement d where d.lot_id = any (p_lots || parts) union select unnest(p_batches)) each
    join disbursement d on d.id = each.id and ${LIVE}
    left join project_payment pp on pp.disbursement_id = d.id left join project p on p.id = pp.project_id
    left join asset_payment ap on ap.disbursement_id = d.id left join asset_distribution a on a.id = ap.distribution_id
  ), held (id, whole) as (
    select l.id, true from unnest(p_batches) as named(id) join disbursement_line l on l.disbursement_id = named.id
    union select unnest(p_lines), false
    union select r.by_line_id, true from held join line_reissue r on r.line_id = held.id
  ), raw as materialized (
    select l.id, l.disbursement_id as batch, l.lot_id, l.region_id, l.path, l.household_id, l.amount, l.returned, l.state = 'paid' as paid, d.path as batch_path, true as whole
    from batch d join disbursement_line l on l.disbursement_id = d.id where cardinality(p_lots) > 0 and l.state <> 'released'
    union all
    select l.id, l.disbursement_id, l.lot_id, l.region_id, l.path, l.household_id, l.amount, l.returned, l.state = 'paid', d.path, each.whole
    from (select held.id, bool_or(held.whole) as whole from held group by held.id) each join disbursement_line l on l.id = each.id
    join disbursement d on d.id = l.disbursement_id where cardinality(p_lots) = 0 and l.state <> 'released' and ${LIVE}
  ), again as materialized (
    select case when p_fine then raw.id end as id, raw.batch, raw.region_id, raw.path, n.disbursement_id, d.path as again_path, sum(r.amount)::bigint as fen, count(*)::int as n
    from raw join line_reissue r on r.line_id = raw.id join disbursement_line n on n.id = r.by_line_id and n.state <> 'released'
    join disbursement d on d.id = n.disbursement_id where raw.returned > 0 group by 1, 2, 3, 4, 5, 6
  ), tried as materialized (
    select c.disbursement_line_id as line, array_agg(case when p_fine then c.id else c.batch_id end order by c.id) as chain
    from raw join card_line c on c.disbursement_line_id = raw.id and c.state in ${AT_BANK} group by c.disbursement_line_id
  ), line as materialized (
    select each.*, row_number() over () as mark, array_position(each.chain, case when p_fine then p_attempt else p_list end) as entry from (
      select case when p_fine then raw.id end as id, raw.batch, raw.lot_id, raw.region_id, raw.path, raw.batch_path, raw.whole, raw.paid, coalesce(tried.chain, '{}') as chain,
        sum(raw.amount)::bigint as fen, sum(raw.returned)::bigint as returned, count(*)::int as n, count(*) filter (where raw.returned > 0)::int as backs
      from raw left join tried on tried.line = raw.id group by 1, 2, 3, 4, 5, 6, 7, 8, 9) each
  ), attempt as materialized (
    select c.mark, c.nth, c.key, lead(c.key) over (partition by c.mark order by c.nth) as next_key from (
      select line.mark, step.nth, case when step.id in (p_list, p_attempt) then p_key else ${shown('line.path', keys.bank('step.id', 'step.id'))} end as key
      from line cross join lateral unnest(line.chain) with ordinality step(id, nth)) c
  ), bank as materialized (
    select a.*, line.fen, line.n, line.paid, coalesce(line.entry, 1) as entry from attempt a join line on line.mark = a.mark
  ), back as materialized (
    select line.id, line.batch, line.region_id, line.path, line.lot_id, sum(line.returned)::bigint as fen, sum(line.backs)::int as n from line where line.returned > 0 group by 1, 2, 3, 4, 5
  ), idle as materialized (
    select back.*, source.path as lot_path, back.fen - coalesce(gone.fen, 0) as rest from back join allotment_line source on source.id = back.lot_id
    left join (select again.id, again.batch, again.region_id, again.path, sum(again.fen)::bigint as fen from again group by 1, 2, 3, 4) gone
      on gone.batch = back.batch and gone.region_id = back.region_id and gone.path = back.path and gone.id is not distinct from back.id
  ), contract as materialized (
    select c.id, c.reimbursement_id, c.lot_id, c.path, c.amount as fen, r.path as contract_path, 'project|' || pc.project_id as used, p.path as used_path
    from (select c.id from stage_claim c where c.lot_id = any (p_lots || parts)
      union select c.id from stage_claim c where c.reimbursement_id = any (p_contracts) union select unnest(p_claims)) each
    join stage_claim c on c.id = each.id and c.state <> 'rejected' join reimbursement r on r.id = c.reimbursement_id
    left join project_contract pc on pc.reimbursement_id = r.id left join project p on p.id = pc.project_id
  ), given as materialized (
    select c.id, c.lot_id, c.path, c.amount as fen from (select c.id from charity_payment c where c.lot_id = any (p_lots || parts) union select unnest(p_claims)) each
    join charity_payment c on c.id = each.id and c.state = 'paid'
  ), flow (from_key, to_key, fen, n) as (
    select case when lot.is_part then ${shown('above.path', `'lot|' || lot.parent`)} when starts_with(p_key, 'allotment|') then p_key end,
        ${shown('lot.path', `'lot|' || lot.id`)}, lot.born, 1 from lot left join lateral (select l.path from allotment_line l where l.id = lot.parent) above on lot.is_part
    union all select ${shown('lot.path', `'lot|' || lot.id`)}, null, lot.stays, 0 from lot
    union all select ${shown('lot.path', `'lot|' || lot.id`)}, coalesce(${shown('b.used_path', 'b.used')}, ${shown('b.path', `'disbursement|' || b.id`)}), b.fen, 1
      from batch b join lot on lot.id = b.lot_id where not b.again
    union all select ${shown('b.used_path', 'b.used')}, ${shown('b.path', `'disbursement|' || b.id`)}, b.fen, 1 from batch b
      where b.used is not null and not b.again and (cardinality(p_lots) > 0 or b.used = p_key)
    union all select ${shown('lot.path', `'lot|' || lot.id`)}, coalesce(${shown('c.used_path', 'c.used')}, ${shown('c.contract_path', `'contract|' || c.reimbursement_id`)}), c.fen, 1
      from contract c join lot on lot.id = c.lot_id
    union all select ${shown('c.used_path', 'c.used')}, ${shown('c.contract_path', `'contract|' || c.reimbursement_id`)}, c.fen, 1 from contract c
      where c.used is not null and (cardinality(p_lots) > 0 or c.used = p_key)
    union all select ${shown('c.contract_path', `'contract|' || c.reimbursement_id`)}, ${shown('c.path', `'claim|' || c.id`)}, c.fen, 1 from contract c
      where cardinality(p_claims) = 0
    union all select ${shown('c.path', `'claim|' || c.id`)}, null, c.fen, 0 from contract c
    union all select ${shown('lot.path', `'lot|' || lot.id`)}, ${shown('g.path', `'fundPayment|' || g.id`)}, g.fen, 1 from given g join lot on lot.id = g.lot_id
    union all select ${shown('g.path', `'fundPayment|' || g.id`)}, null, g.fen, 0 from given g
    union all select ${shown('line.batch_path', `'disbursement|' || line.batch`)}, ${shown('line.path', keys.payment('line'))}, line.fen, line.n from line where line.whole
    union all select p_key, ${keys.payment('line')}, line.fen, line.n from line where starts_with(p_key, 'village|') and not line.whole
    union all select ${shown('line.path', keys.payment('line'))}, a.key, a.fen, a.n from line join bank a on a.mark = line.mark and a.nth = 1 where line.entry is null
    union all select ${shown('line.path', keys.payment('line'))}, null, line.fen, 0 from line where not line.paid and line.chain = '{}'
    union all select a.key, a.next_key, a.fen, a.n from bank a where a.next_key is not null and a.nth >= a.entry
    union all select a.key, null, a.fen, 0 from bank a where a.next_key is null and not a.paid
    union all select coalesce(a.key, ${shown('line.path', keys.payment('line'))}), ${shown('line.path', keys.card('line'))}, line.fen, line.n
      from line left join bank a on a.mark = line.mark and a.next_key is null where line.paid
    union all select ${shown('line.path', keys.card('line'))}, null, line.fen - line.returned, 0 from line where line.paid
    union all select ${shown('back.path', keys.card('back'))}, ${shown('back.path', keys.back('back'))}, back.fen, back.n from back
    union all select ${shown('again.path', keys.back('again'))}, ${shown('again.again_path', `'disbursement|' || again.disbursement_id`)}, again.fen, again.n from again
    union all select ${shown('idle.path', keys.back('idle'))}, ${shown('idle.lot_path', `'lot|' || idle.lot_id`)}, idle.rest, idle.n from idle
    union all select ${shown('idle.lot_path', `'lot|' || idle.lot_id`)}, null, idle.rest, 0 from idle where not idle.lot_id = any (p_lots || parts)
  )
  select flow.from_key, flow.to_key, sum(flow.fen)::bigint, sum(flow.n)::int from flow where flow.from_key is not null and flow.fen <> 0 group by 1, 2
  union all select '#hidden', null, 0::bigint, (select count(distinct raw.household_id)::int from raw where not (${seen('raw.path')}));
end`;

export const traceDownSignature =
  'funds.trace_down(p_key text, p_lots uuid[], p_batches uuid[], p_lines uuid[], p_contracts uuid[], p_claims uuid[], p_fine boolean, p_list uuid, p_attempt uuid, p_lo text, p_hi text) returns table (from_key text, to_key text, fen bigint, n int)';

export const traceDown = migration(
  1700000000541,
  'TraceDown',
  (names) => `
${definer(traceDownSignature, down, names, 'funds', [])}
alter function funds.trace_down(text, uuid[], uuid[], uuid[], uuid[], uuid[], boolean, uuid, uuid, text, text) set plan_cache_mode = force_custom_plan;
alter function funds.trace_down(text, uuid[], uuid[], uuid[], uuid[], uuid[], boolean, uuid, uuid, text, text) set work_mem = '64MB';
`,
);
