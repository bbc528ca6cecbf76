// Payment orders of stages (报账支付令): as for a disbursement, finance orders the treasury between the approval of a claim and its payment; recalled, the claim is approved as before.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const order = `
declare
  claim stage_claim;
begin
  select * into claim from stage_claim c where c.id = p_id and funds.in_scope(c.path) for update;
  if claim.id is null then return 'unknown'; end if;
  if claim.state <> 'approved' then return 'state ' || claim.state; end if;
  insert into payment_order (id, number, stage_claim_id, amount, line_count, issued_by, issued_on, region_id, path)
    values (p_order, p_number, p_id, claim.amount, 1, funds.scope_person(), funds.today(), claim.region_id, claim.path);
  update stage_claim set state = 'ordered', ordered_by = funds.scope_person(), ordered_on = funds.today() where id = p_id;
  return 'done';
end`;

const recall = `
declare
  claim stage_claim;
begin
  select * into claim from stage_claim c where c.id = p_id and funds.in_scope(c.path) for update;
  if claim.id is null then return 'unknown'; end if;
  if claim.state <> 'ordered' then return 'state ' || claim.state; end if;
  update payment_order o set recalled_by = funds.scope_person(), recalled_on = funds.today(), reason = p_reason where o.stage_claim_id = p_id and o.recalled_on is null;
  update stage_claim set state = 'approved', ordered_by = null, ordered_on = null where id = p_id;
  return 'done';
end`;

/** For the owner too: what is loaded as paid was paid elsewhere. */
const keep = `
begin
  if old.paid_by is null and new.paid_by is not null
    and not exists (select 1 from payment_order o where o.stage_claim_id = new.id and o.recalled_on is null and o.amount = new.amount) then
    raise exception 'a claim is paid by an order' using errcode = 'integrity_constraint_violation', constraint = 'stage_claim_paid_by_order';
  end if;
  return new;
end`;

export const ordersOfStages = migration(
  1700000000552,
  'OrdersOfStages',
  (names) => `
alter table funds.payment_order alter column disbursement_id drop not null,
  add column stage_claim_id uuid references funds.stage_claim (id),
  add constraint payment_order_of_one check (num_nonnulls(disbursement_id, stage_claim_id) = 1);
create unique index payment_order_standing_once_of_claim on funds.payment_order (stage_claim_id) where recalled_on is null;
create index payment_order_of_claim on funds.payment_order (stage_claim_id, id) where stage_claim_id is not null;

alter table funds.stage_claim add column ordered_by uuid, add column ordered_on date,
  drop constraint stage_claim_state, add constraint stage_claim_state check (state in ('applied', 'approved', 'ordered', 'rejected', 'paid')),
  add constraint stage_claim_order_four_eyes check (ordered_by <> applied_by and ordered_by <> approved_by),
  add constraint stage_claim_ordered_whole check ((ordered_by is null) = (ordered_on is null) and (state <> 'ordered' or ordered_by is not null)),
  add constraint stage_claim_ordered_in_order check (ordered_on >= approved_on and paid_on >= ordered_on);
do $ordered$
declare
  hand record;
begin
  execute replace(pg_get_functiondef('funds.stage_claim_is_appended()'::regprocedure), 'array[''ground''', 'array[''ordered_by'', ''ordered_on'', ''ground''');
  execute replace(pg_get_functiondef('funds.decide_stage_claim(uuid, text, text, uuid)'::regprocedure), 'when ''pay'' then ''approved'' else', 'when ''pay'' then ''ordered'' else');
  -- What is ordered is reserved as before.
  for hand in select p.oid from pg_proc p where p.pronamespace = 'funds'::regnamespace and p.prosrc like '%state in (''applied'', ''approved'')%' and p.prosrc like '%stages_reserved%' loop
    execute replace(pg_get_functiondef(hand.oid), 'state in (''applied'', ''approved'')', 'state in (''applied'', ''approved'', ''ordered'')');
  end loop;
end $ordered$;
${definer('funds.order_stage_claim(p_id uuid, p_order uuid, p_number text) returns text', order, names, 'funds', ['region'])}
${definer('funds.recall_stage_order(p_id uuid, p_reason text) returns text', recall, names, 'funds', ['region'])}
${definer('funds.keep_stage_order() returns trigger', keep, names, 'funds', [])}
create trigger keep_order before update on funds.stage_claim for each row execute function funds.keep_stage_order();
`,
);
