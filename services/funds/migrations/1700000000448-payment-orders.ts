// Payment orders (支付令): between approval and payment finance orders the treasury to pay an amount, which leaves out what an objection stops; recalled, the batch is approved as before.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { definer, inRange, protect, redefined } from '#platform/database/protect';

const issue = `
declare
  batch disbursement;
  stopped uuid[];
  due int;
  fen bigint;
begin
  select * into batch from disbursement d where d.id = p_id and funds.in_scope(d.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if batch.state <> 'approved' then return 'state ' || batch.state; end if;
  if not funds.notice_cleared('disbursement', p_id, funds.today()) then return 'not-posted'; end if;
  select array_agg(l.id order by l.id) filter (where l.stops), count(*) filter (where not l.stops), sum(l.amount) filter (where not l.stops) into stopped, due, fen
    from (select each.id, each.amount, funds.notice_stops('disbursement', p_id, each.id) as stops from disbursement_line each
      where each.disbursement_id = p_id and each.state = 'reserved') l;
  if due = 0 then return 'stopped'; end if;
  if stopped is not null then
    perform funds.release_lines(stopped, array(select gen_random_uuid() from unnest(stopped)), '公示异议停发 · stopped by an objection to its posting');
  end if;
  insert into payment_order (id, number, disbursement_id, amount, line_count, issued_by, issued_on, region_id, path)
    values (p_order, p_number, p_id, fen, due, funds.scope_person(), funds.today(), batch.region_id, batch.path);
  update disbursement set state = 'ordered', ordered_by = funds.scope_person(), ordered_on = funds.today() where id = p_id;
  return 'done';
end`;

const recall = `
declare
  batch disbursement;
begin
  select * into batch from disbursement d where d.id = p_id and funds.in_scope(d.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if batch.state <> 'ordered' then return 'state ' || batch.state; end if;
  update payment_order o set recalled_by = funds.scope_person(), recalled_on = funds.today(), reason = p_reason where o.disbursement_id = p_id and o.recalled_on is null;
  update disbursement set state = 'approved', ordered_by = null, ordered_on = null where id = p_id;
  return 'done';
end`;

const pay = `
declare
  batch disbursement;
  due uuid[];
  fen bigint;
begin
  select * into batch from disbursement d where d.id = p_id and funds.in_scope(d.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if batch.state <> 'ordered' then return 'state ' || batch.state; end if;
  select array_agg(l.id), sum(l.amount) into due, fen from disbursement_line l where l.disbursement_id = p_id and l.state = 'reserved';
  if fen is distinct from (select o.amount from payment_order o where o.disbursement_id = p_id and o.recalled_on is null) then return 'changed'; end if;
  update disbursement set state = 'paid', paid_by = funds.scope_person(), paid_on = funds.today() where id = p_id;
  update disbursement_line set state = 'paid', paid_on = funds.today() where id = any (due);
  perform funds.post_journal(p_journal, 'pay', batch.document_number, null, batch.region_id, batch.path, null, p_id, null, null,
    array[batch.lot_id, batch.lot_id], array['reserved', 'paid'], array[-fen, fen]);
  perform funds.move_line_sums(due, -1, 1);
  return 'done';
end`;

/** Whoever approved does not order; and what no card was paid of is paid by an order that stands, for the owner too. */
const keep = `
begin
  if new.ordered_by is distinct from old.ordered_by
    and exists (select 1 from disbursement_approval a where a.disbursement_id = new.id and a.person_id = new.ordered_by) then
    raise exception 'whoever approved does not order' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_order_four_eyes';
  end if;
  if old.paid_by is null and new.paid_by is not null
    and not exists (select 1 from payment_order o where o.disbursement_id = new.id and o.recalled_on is null)
    and not exists (select 1 from card_line c where c.disbursement_id = new.id and c.state = 'paid') then
    raise exception 'a batch is paid by an order' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_paid_by_order';
  end if;
  return new;
end`;

export const paymentOrders = migration(
  1700000000448,
  'PaymentOrders',
  (names) => `
create table funds.payment_order (
  id uuid primary key,
  number text not null constraint payment_order_number_once unique,
  disbursement_id uuid not null references funds.disbursement (id),
  amount bigint not null constraint payment_order_above_zero check (amount > 0),
  line_count int not null constraint payment_order_has_lines check (line_count > 0),
  issued_by uuid not null,
  issued_on date not null,
  recalled_by uuid,
  recalled_on date,
  reason text constraint payment_order_reason_length check (length(reason) between 2 and 300),
  region_id uuid not null,
  path text collate "C" not null,
  constraint payment_order_recalled_whole check (num_nulls(recalled_by, recalled_on, reason) in (0, 3))
);
create unique index payment_order_standing_once on funds.payment_order (disbursement_id) where recalled_on is null;
create index payment_order_of_disbursement on funds.payment_order (disbursement_id, id);
${protect('funds.payment_order', names, { region: inRange('path') })}
${decidedOnce('funds.payment_order', 'recalled_on', ['recalled_by', 'recalled_on', 'reason'])}

alter table funds.disbursement add column ordered_by uuid, add column ordered_on date;
alter table funds.disbursement drop constraint disbursement_state, add constraint disbursement_state
  check (state in ('applied', 'approved', 'ordered', 'rejected', 'withdrawn', 'paid', 'part-returned', 'returned'));
alter table funds.disbursement add constraint disbursement_order_four_eyes check (ordered_by <> applied_by and ordered_by <> approved_by),
  add constraint disbursement_ordered_whole check ((ordered_by is null) = (ordered_on is null) and (state <> 'ordered' or ordered_by is not null)),
  add constraint disbursement_ordered_in_order check (ordered_on >= approved_on and paid_on >= ordered_on);
do $append$
begin
  execute replace(pg_get_functiondef('funds.disbursement_is_appended()'::regprocedure), '''paid_on'']', '''paid_on'', ''ordered_by'', ''ordered_on'']');
end $append$;
${definer('funds.issue_payment_order(p_id uuid, p_order uuid, p_number text) returns text', issue, names, 'funds', ['region'])}
${definer('funds.recall_payment_order(p_id uuid, p_reason text) returns text', recall, names, 'funds', ['region'])}
${redefined('funds.pay_disbursement(p_id uuid, p_journal uuid) returns text', pay, names, 'funds', [])}
${definer('funds.keep_payment_order() returns trigger', keep, names, 'funds', [])}
create trigger keep_order before update on funds.disbursement for each row execute function funds.keep_payment_order();
`,
);
