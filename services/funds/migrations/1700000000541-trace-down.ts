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

const down = `
#variable_conflict use_column
begin
  return query
  with recursive tree (id, depth) as (
    select unnest(p_lots), 0
    union select l.id, tree.depth + 1 from tree join allotment_line l on l.parent_line_id = tree.id where tree.depth < 32
  ), lot as materialized (
    select distinct on (each.id) each.*, tree.depth from (${LOT('select tree.id from tree')}) each join tree on tree.id = each.id order by each.id, tree.depth desc
  ), batch as materialized (
    select d.id, d.lot_id, d.path, d.total - d.released as fen,
      exists (select 1 from line_reissue r where r.disbursement_id = d.id) as again,
      coalesce('project|' || pp.project_id, 'distribution|' || ap.distribution_id) as used, coalesce(p.path, a.path) as used_path
    from (select d.id from lot join disbursement d on d.lot_id = lot.id where ${LIVE}
      union select d.id from disbursement d where d.id = any (p_batches) and ${LIVE}) each join disbursement d on d.id = each.id
    left join project_payment pp on pp.disbursement_id = d.id left join project p on p.id = pp.project_id
    left join asset_payment ap on ap.disbursement_id = d.id left join asset_distribution a on a.id = ap.distribution_id
  ), held (id, whole) as (
    select l.id, true from batch join disbursement_line l on l.disbursement_id = batch.id
    union select unnest(p_lines), false
    union select r.by_line_id, true from held join line_reissue r on r.line_id = held.id where cardinality(p_lots) = 0
  ), line as materialized (
    select l.id, l.disbursement_id as batch, l.lot_id, l.region_id, l.path, l.household_id, l.amount as fen, l.returned, l.state = 'paid' as paid, d.path as batch_path, each.whole
    from (select held.id, bool_or(held.whole) as whole from held group by held.id) each
    join disbursement_line l on l.id = each.id join disbursement d on d.id = l.disbursement_id where l.state <> 'released' and ${LIVE}
  ), attempt as materialized (
    select c.id, c.disbursement_line_id as line, c.batch_id, row_number() over w as nth, c.begins, c.key, lead(c.key) over w as next_key
    from (select c.*, c.batch_id = p_list or c.id = p_attempt as begins,
        case when c.batch_id = p_list or c.id = p_attempt then p_key else ${shown('line.path', keys.bank('c.id', 'c.batch_id'))} end as key
      from line join card_line c on c.disbursement_line_id = line.id and c.state in ${AT_BANK}) c
    window w as (partition by c.disbursement_line_id order by c.id)
  ), entry as (
    select a.line, min(a.nth) as nth from attempt a where a.begins group by a.line
  ), again as materialized (
    select r.line_id, n.disbursement_id, d.path, sum(r.amount)::bigint as fen from line join line_reissue r on r.line_id = line.id
    join disbursement_line n on n.id = r.by_line_id and n.state <> 'released' join disbursement d on d.id = n.disbursement_id group by 1, 2, 3
  ), at_end as materialized (
    select line.id, coalesce(a.key, ${shown('line.path', keys.payment('line'))}) as key from line left join attempt a on a.line = line.id and a.next_key is null
  ), contract as materialized (
    select c.id, c.reimbursement_id, c.lot_id, c.path, c.amount as fen, r.path as contract_path, 'project|' || pc.project_id as used, p.path as used_path
    from (select c.id from lot join stage_claim c on c.lot_id = lot.id
      union select c.id from stage_claim c where c.reimbursement_id = any (p_contracts) union select unnest(p_claims)) each
    join stage_claim c on c.id = each.id and c.state <> 'rejected' join reimbursement r on r.id = c.reimbursement_id
    left join project_contract pc on pc.reimbursement_id = r.id left join project p on p.id = pc.project_id
  ), given as materialized (
    select c.id, c.lot_id, c.path, c.amount as fen from (select c.id from lot join charity_payment c on c.lot_id = lot.id union select unnest(p_claims)) each
    join charity_payment c on c.id = each.id and c.state = 'paid'
  ), flow (from_key, to_key, fen, n) as (
    select case when lot.depth > 0 then ${shown('above.path', `'lot|' || lot.parent`)} when starts_with(p_key, 'allotment|') then p_key end,
        ${shown('lot.path', `'lot|' || lot.id`)}, lot.born, 1 from lot left join allotment_line above on above.id = lot.parent
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
    union all select ${shown('line.batch_path', `'disbursement|' || line.batch`)}, ${shown('line.path', keys.payment('line'))}, line.fen, 1 from line where line.whole
    union all select p_key, ${keys.payment('line')}, line.fen, 1 from line where starts_with(p_key, 'village|') and not line.whole
    union all select ${shown('line.path', keys.payment('line'))}, a.key, line.fen, 1
      from line join attempt a on a.line = line.id and a.nth = 1 where not exists (select 1 from entry where entry.line = line.id)
    union all select ${shown('line.path', keys.payment('line'))}, null, line.fen, 0
      from line where not line.paid and not exists (select 1 from attempt a where a.line = line.id)
    union all select a.key, a.next_key, line.fen, 1
      from attempt a join line on line.id = a.line left join entry on entry.line = a.line where a.next_key is not null and a.nth >= coalesce(entry.nth, 1)
    union all select a.key, null, line.fen, 0
      from attempt a join line on line.id = a.line where a.next_key is null and not line.paid
    union all select at_end.key, ${shown('line.path', keys.card('line'))}, line.fen, 1 from line join at_end on at_end.id = line.id where line.paid
    union all select ${shown('line.path', keys.card('line'))}, null, line.fen - line.returned, 0 from line where line.paid
    union all select ${shown('line.path', keys.card('line'))}, ${shown('line.path', keys.back('line'))}, line.returned, 1 from line where line.returned > 0
    union all select ${shown('line.path', keys.back('line'))}, ${shown('again.path', `'disbursement|' || again.disbursement_id`)}, again.fen, 1 from again join line on line.id = again.line_id
    union all select ${shown('line.path', keys.back('line'))}, ${shown('source.path', `'lot|' || line.lot_id`)}, back.fen, 1 from line join allotment_line source on source.id = line.lot_id
      cross join lateral (select line.returned - coalesce((select sum(again.fen) from again where again.line_id = line.id), 0)::bigint as fen) back where back.fen > 0
    union all select ${shown('source.path', `'lot|' || line.lot_id`)}, null, back.fen, 0 from line join allotment_line source on source.id = line.lot_id
      cross join lateral (select line.returned - coalesce((select sum(again.fen) from again where again.line_id = line.id), 0)::bigint as fen) back
      where back.fen > 0 and not exists (select 1 from lot where lot.id = line.lot_id)
  )
  select flow.from_key, flow.to_key, sum(flow.fen)::bigint, sum(flow.n)::int from flow where flow.from_key is not null and flow.fen <> 0 group by 1, 2
  union all select '#hidden', null, 0::bigint, (select count(distinct line.household_id)::int from line where not (${seen('line.path')}));
end`;

export const traceDownSignature =
  'funds.trace_down(p_key text, p_lots uuid[], p_batches uuid[], p_lines uuid[], p_contracts uuid[], p_claims uuid[], p_fine boolean, p_list uuid, p_attempt uuid, p_lo text, p_hi text) returns table (from_key text, to_key text, fen bigint, n int)';

export const traceDown = migration(
  1700000000541,
  'TraceDown',
  (names) => `
${definer(traceDownSignature, down, names, 'funds', [])}
alter function funds.trace_down(text, uuid[], uuid[], uuid[], uuid[], uuid[], boolean, uuid, uuid, text, text) set plan_cache_mode = force_custom_plan;
`,
);
