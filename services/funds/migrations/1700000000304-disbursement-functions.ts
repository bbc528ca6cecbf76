// The hands on disbursements: each function locks the batch, changes its state, posts its journal and moves the villages' sums.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** Adds to the villages' sums, villages in order, so that two batches of one town never wait for each other in a ring. */
const moveSums = `
begin
  insert into village_funds (region_id, year, path)
    select distinct l.region_id, l.year, l.path from disbursement_line l where l.disbursement_id = p_disbursement order by l.region_id
    on conflict (region_id, year) do nothing;
  with moved as (
    select l.region_id, l.year, sum(l.amount) as fen, count(*) as lines from disbursement_line l
    where l.disbursement_id = p_disbursement group by l.region_id, l.year
  ), locked as (
    select s.region_id, s.year from village_funds s join moved m using (region_id, year) order by s.region_id for update of s
  )
  update village_funds s set reserved = s.reserved + m.fen * p_reserved, paid = s.paid + m.fen * p_paid, lines = s.lines + m.lines * p_paid
    from moved m join locked using (region_id, year) where s.region_id = m.region_id and s.year = m.year;
end`;

const apply = `
declare
  lot allotment_line;
  whole bigint := (select sum(fen) from unnest(p_amounts) as given(fen));
  held bigint;
  town text;
begin
  select s.path into town from scope s where s.region_id = p_region;
  if town is null or not funds.in_scope(town) then return 'region-unknown'; end if;
  select line.* into lot from allotment_line line join allotment a on a.id = line.allotment_id
    where line.id = p_lot and funds.in_scope(line.path) and a.state = 'issued';
  if lot.id is null then return 'lot-unknown'; end if;
  if lot.purpose <> p_purpose then return 'purpose ' || lot.purpose; end if;
  if exists (
    select 1 from unnest(p_regions, p_paths) as given(region, path) left join scope s on s.region_id = given.region and s.path = given.path collate "C"
    where s.path is null or not funds.in_scope(s.path) or not starts_with(s.path, town)
  ) then return 'household-unknown'; end if;
  select b.amount into held from balance b where b.lot_id = p_lot and b.account = 'available' for update;
  if coalesce(held, 0) < whole then return 'short ' || (whole - coalesce(held, 0)); end if;
  insert into disbursement (id, number, lot_id, purpose, year, document_number, region_id, path, total, line_count, applied_by, applied_on)
    values (p_id, p_number, p_lot, lot.purpose, lot.year, p_document, p_region, town, whole, cardinality(p_lines), funds.scope_person(), funds.today());
  insert into disbursement_line (id, disbursement_id, lot_id, purpose, year, household_id, region_id, path, amount, payee, masked_card)
    select given.id, p_id, p_lot, lot.purpose, lot.year, given.household, given.region, given.path, given.fen, given.payee, given.card
    from unnest(p_lines, p_households, p_regions, p_paths, p_amounts, p_payees, p_cards) as given(id, household, region, path, fen, payee, card);
  perform funds.post_journal(p_journal, 'reserve', p_document, null, p_region, town, null, p_id, null, null,
    array[p_lot, p_lot], array['available', 'reserved'], array[-whole, whole]);
  perform funds.move_sums(p_id, 1, 0);
  return 'done';
end`;

const decide = `
declare
  batch disbursement;
begin
  select * into batch from disbursement d where d.id = p_id and funds.in_scope(d.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if p_step = 'approve' and batch.state = 'applied' then
    update disbursement set state = 'approved', approved_by = funds.scope_person(), approved_on = funds.today() where id = p_id;
    return 'done';
  end if;
  if not ((p_step = 'reject' and batch.state = 'applied') or (p_step = 'withdraw' and batch.state = 'applied') or (p_step = 'revoke' and batch.state = 'approved'))
    then return 'state ' || batch.state; end if;
  if (p_step = 'withdraw') is distinct from (batch.applied_by = funds.scope_person()) then
    raise exception 'whoever applied withdraws, and nobody else' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_four_eyes';
  end if;
  update disbursement set state = case p_step when 'reject' then 'rejected' else 'withdrawn' end, reason = p_reason where id = p_id;
  update disbursement_line set state = 'released' where disbursement_id = p_id;
  perform funds.post_journal(p_journal, 'release', batch.document_number, p_reason, batch.region_id, batch.path, null, p_id, null, null,
    array[batch.lot_id, batch.lot_id], array['reserved', 'available'], array[-batch.total, batch.total]);
  perform funds.move_sums(p_id, -1, 0);
  return 'done';
end`;

const pay = `
declare
  batch disbursement;
begin
  select * into batch from disbursement d where d.id = p_id and funds.in_scope(d.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if batch.state <> 'approved' then return 'state ' || batch.state; end if;
  update disbursement set state = 'paid', paid_by = funds.scope_person(), paid_on = funds.today() where id = p_id;
  update disbursement_line set state = 'paid', paid_on = funds.today() where disbursement_id = p_id;
  perform funds.post_journal(p_journal, 'pay', batch.document_number, null, batch.region_id, batch.path, null, p_id, null, null,
    array[batch.lot_id, batch.lot_id], array['reserved', 'paid'], array[-batch.total, batch.total]);
  perform funds.move_sums(p_id, -1, 1);
  return 'done';
end`;

/** A return and its undoing differ in sign only: the fen go back to, or come again from, the very lot that paid. */
const moveReturn = `
begin
  update disbursement_line set returned = returned + p_amount where id = p_line;
  update disbursement d set returned = d.returned + p_amount,
    state = case d.returned + p_amount when 0 then 'paid' when d.total then 'returned' else 'part-returned' end
    from disbursement_line l where l.id = p_line and d.id = l.disbursement_id;
  update village_funds s set returned = s.returned + p_amount
    from disbursement_line l where l.id = p_line and s.region_id = l.region_id and s.year = l.year;
end`;

const returnPayment = `
declare
  line disbursement_line;
  batch disbursement;
begin
  select * into line from disbursement_line l where l.id = p_line and funds.in_scope(l.path);
  if line.id is null then return 'unknown'; end if;
  select * into batch from disbursement d where d.id = line.disbursement_id for update;
  if batch.state not in ('paid', 'part-returned') then return 'state ' || batch.state; end if;
  select * into line from disbursement_line l where l.id = p_line;
  if p_amount > line.amount - line.returned then return 'open ' || (line.amount - line.returned); end if;
  perform funds.post_journal(p_journal, 'return', batch.document_number, p_reason, batch.region_id, batch.path, null, batch.id, p_line, null,
    array[line.lot_id, line.lot_id], array['paid', 'available'], array[-p_amount, p_amount]);
  insert into payment_return (id, line_id, journal_id, amount, reason, returned_by, returned_on, path)
    values (p_id, p_line, p_journal, p_amount, p_reason, funds.scope_person(), funds.today(), line.path);
  perform funds.move_return(p_line, p_amount);
  return 'done';
end`;

const reverse = `
declare
  undone journal;
  back payment_return;
begin
  select * into undone from journal j where j.id = p_id and funds.in_scope(j.path);
  if undone.id is null then return 'unknown'; end if;
  if undone.kind not in ('allot', 'return') then return 'kind ' || undone.kind; end if;
  if undone.kind = 'allot' then
    perform 1 from allotment a where a.id = undone.allotment_id for update;
    update allotment set state = 'withdrawn' where id = undone.allotment_id;
  else
    perform 1 from disbursement d where d.id = undone.disbursement_id for update;
  end if;
  perform funds.post_journal(p_new, 'reverse', undone.document, p_reason, undone.region_id, undone.path, undone.allotment_id, undone.disbursement_id,
    undone.line_id, undone.id, array_agg(p.lot_id order by p.lot_id, p.account), array_agg(p.account order by p.lot_id, p.account),
    array_agg(-p.amount order by p.lot_id, p.account)) from posting p where p.journal_id = undone.id;
  if undone.kind = 'return' then
    select * into back from payment_return r where r.journal_id = undone.id;
    perform funds.move_return(back.line_id, -back.amount);
  end if;
  return 'done';
end`;

export const disbursementFunctions = migration(
  1700000000304,
  'DisbursementFunctions',
  (names) => `
${definer('funds.move_sums(p_disbursement uuid, p_reserved int, p_paid int) returns void', moveSums, names, 'funds', [])}
${definer('funds.move_return(p_line uuid, p_amount bigint) returns void', moveReturn, names, 'funds', [])}
${definer('funds.apply_disbursement(p_id uuid, p_number text, p_lot uuid, p_purpose text, p_document text, p_region uuid, p_lines uuid[], p_households uuid[], p_regions uuid[], p_paths text[], p_amounts bigint[], p_payees text[], p_cards text[], p_journal uuid) returns text', apply, names, 'funds', ['region'])}
${definer('funds.decide_disbursement(p_id uuid, p_step text, p_reason text, p_journal uuid) returns text', decide, names, 'funds', ['region'])}
${definer('funds.pay_disbursement(p_id uuid, p_journal uuid) returns text', pay, names, 'funds', ['region'])}
${definer('funds.return_payment(p_line uuid, p_id uuid, p_amount bigint, p_reason text, p_journal uuid) returns text', returnPayment, names, 'funds', ['region'])}
${definer('funds.reverse_journal(p_id uuid, p_new uuid, p_reason text) returns text', reverse, names, 'funds', ['region'])}
`,
);
