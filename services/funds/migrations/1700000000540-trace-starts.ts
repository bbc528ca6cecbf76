// Where a trace of money begins (资金追溯起点): what the start is made of, lots, batches, lines, attempts at the bank, contracts; nothing for whoever has no right to it.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** Lines of a list that went to the bank, or wait to; what was held, stopped or withdrawn never left. */
export const AT_BANK = `('listed', 'sent', 'paid', 'failed', 'bounced')`;

/** A bank's line stands for the attempt that it answers, a statement's for the payment that it was matched with. */
const start = `
#variable_conflict use_column
declare
  named uuid;
  batch uuid;
  paid uuid;
begin
  start_key := p_kind || '|' || p_id || coalesce('/' || p_part, '');
  lots := '{}'; batches := '{}'; lines := '{}'; contracts := '{}'; claims := '{}'; fine := false;
  if p_kind = 'statementLine' then
    select j.disbursement_id, j.line_id, j.allotment_id into batch, paid, named
      from statement_line s join reconciliation_item i on i.line_id = s.id and i.outcome in ('matched', 'differs') join journal j on j.id = i.journal_id
      where s.id = p_id and funds.in_scope(s.path) limit 1;
    if named is not null then p_kind := 'allotment'; p_id := named;
    elsif paid is not null then p_kind := 'payment'; p_id := paid;
    elsif batch is not null then p_kind := 'disbursement'; p_id := batch;
    else return; end if;
    start_key := p_kind || '|' || p_id;
  end if;
  if p_kind = 'bankFileLine' then
    select b.card_line_id into named from bank_file_line b where b.file_id = p_id and b.ordinal = p_part::int and funds.in_scope(b.path);
    p_kind := 'bankLine'; p_id := named;
    start_key := 'bankLine|' || named;
  end if;
  case p_kind
  when 'allotment' then
    perform 1 from allotment a where a.id = p_id and (funds.in_scope(a.path)
      or exists (select 1 from allotment_line l where l.allotment_id = a.id and funds.in_scope(l.path)));
    if not found then return; end if;
    lots := array(select l.id from allotment_line l where l.allotment_id = p_id);
  when 'lot' then
    lots := array(select l.id from allotment_line l where l.id = p_id and funds.in_scope(l.path));
  when 'project' then
    perform 1 from project p where p.id = p_id and funds.in_scope(p.path);
    if not found then return; end if;
    batches := array(select x.disbursement_id from project_payment x where x.project_id = p_id);
    contracts := array(select x.reimbursement_id from project_contract x where x.project_id = p_id);
    return next; return;
  when 'distribution' then
    perform 1 from asset_distribution d where d.id = p_id and funds.in_scope(d.path);
    if not found then return; end if;
    batches := array(select x.disbursement_id from asset_payment x where x.distribution_id = p_id);
    return next; return;
  when 'disbursement' then
    batches := array(select d.id from disbursement d where d.id = p_id and funds.in_scope(d.path));
  when 'village' then
    lines := array(select l.id from disbursement_line l where l.disbursement_id = p_id and l.region_id = p_part::uuid and funds.in_scope(l.path));
    fine := true;
  when 'payment' then
    lines := array(select l.id from disbursement_line l where l.id = p_id and funds.in_scope(l.path));
    fine := true;
  when 'cardBatch' then
    lines := array(select distinct c.disbursement_line_id from card_batch b join card_line c on c.batch_id = b.id
      where b.id = p_id and funds.in_scope(b.path) and c.state in ${AT_BANK});
  when 'bankLine' then
    lines := array(select c.disbursement_line_id from card_line c where c.id = p_id and funds.in_scope(c.path) and c.state in ${AT_BANK});
    fine := true;
  when 'contract' then
    contracts := array(select r.id from reimbursement r where r.id = p_id and funds.in_scope(r.path));
  when 'claim' then
    claims := array(select c.id from stage_claim c where c.id = p_id and funds.in_scope(c.path));
  when 'fundPayment' then
    claims := array(select c.id from charity_payment c where c.id = p_id and funds.in_scope(c.path));
  else return;
  end case;
  if cardinality(lots || batches || lines || contracts || claims) > 0 then return next; end if;
end`;

export const traceStarts = migration(
  1700000000540,
  'TraceStarts',
  (names) => `
${definer('funds.trace_start(p_kind text, p_id uuid, p_part text) returns table (start_key text, lots uuid[], batches uuid[], lines uuid[], contracts uuid[], claims uuid[], fine boolean)', start, names, 'funds', [])}
create index disbursement_line_by_village on funds.disbursement_line (disbursement_id, region_id);
create index stage_claim_of_contract on funds.stage_claim (reimbursement_id);
create index charity_payment_of_lot on funds.charity_payment (lot_id);
`,
);
