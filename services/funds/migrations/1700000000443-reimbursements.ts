// Payment of projects in stages (报账制): a contract with its frozen stages, and claims by stage through the ledger; three people, documents, and days in order.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';

const open = `
declare
  lot allotment_line;
  place text;
  held record;
begin
  select s.path into place from scope s where s.region_id = p_region;
  if place is null or not funds.in_scope(place) then return 'region-unknown'; end if;
  select line.* into lot from allotment_line line join allotment a on a.id = line.allotment_id
    where line.id = p_lot and funds.in_scope(line.path) and a.state = 'issued';
  if lot.id is null then return 'lot-unknown'; end if;
  select p.content, p.hash into held from pack p where p.kind = 'stage-payments' and starts_with(place, p.path) and p.approved_at is not null and p.withdrawn_at is null
    and p.effective_from <= funds.today() and (p.in_force_to is null or p.in_force_to > funds.today()) order by p.path desc limit 1;
  if held.hash is null then return 'no-pack'; end if;
  insert into reimbursement (id, number, lot_id, region_id, path, title, payee, contract_number, planned, contracted, stages, scale_limit, pack_hash, made_by, made_on)
    values (p_id, p_number, p_lot, p_region, place, p_title, p_payee, p_contract, p_planned, p_contracted, held.content -> 'stages',
      (held.content ->> 'scaleOverPlanPerTenThousand')::int, held.hash, funds.scope_person(), funds.today());
  return 'done';
end`;

const approveScale = `
begin
  update reimbursement r set scale_approved_by = funds.scope_person(), scale_approved_on = funds.today(), scale_document = p_document
    where r.id = p_id and funds.in_scope(r.path) and r.scale_approved_by is null;
  return found;
end`;

const accept = `
begin
  update reimbursement r set accepted_on = p_on, accepted_document = p_document, accepted_by = funds.scope_person()
    where r.id = p_id and funds.in_scope(r.path) and r.accepted_on is null;
  return found;
end`;

/** Stages in their order, each once; what rounding leaves goes to the last. */
const claim = `
declare
  held reimbursement;
  stage jsonb;
  place int;
  fen bigint;
  missing text;
  due date;
  available bigint;
begin
  select * into held from reimbursement r where r.id = p_reimbursement and funds.in_scope(r.path) for update;
  if held.id is null then return 'unknown'; end if;
  select given.value, given.at into stage, place from jsonb_array_elements(held.stages) with ordinality given(value, at) where given.value ->> 'code' = p_stage;
  if stage is null then return 'stage-unknown'; end if;
  if exists (select 1 from stage_claim c where c.reimbursement_id = held.id and c.stage = p_stage and c.state <> 'rejected') then return 'claimed'; end if;
  select given.value ->> 'code' into missing from jsonb_array_elements(held.stages) with ordinality given(value, at)
    where given.at < place and not exists (select 1 from stage_claim c where c.reimbursement_id = held.id and c.stage = given.value ->> 'code' and c.state = 'paid')
    order by given.at limit 1;
  if missing is not null then return 'before ' || missing; end if;
  if (held.contracted - held.planned) * 10000 > held.planned * held.scale_limit and held.scale_approved_by is null then return 'scale'; end if;
  if stage -> 'afterAcceptance' <> 'null' then
    if held.accepted_on is null then return 'not-accepted'; end if;
    due := held.accepted_on + (stage ->> 'afterAcceptance')::int;
    if funds.today() < due then return 'due ' || due; end if;
  end if;
  select string_agg(wanted.kind, ', ') into missing from jsonb_array_elements_text(stage -> 'documents') wanted(kind)
    where not exists (select 1 from jsonb_array_elements(p_documents) given where given ->> 'kind' = wanted.kind);
  if missing is not null then return 'documents ' || missing; end if;
  fen := held.contracted * (stage ->> 'perTenThousand')::int / 10000;
  if place = jsonb_array_length(held.stages) then
    fen := held.contracted - (select sum(held.contracted * (given ->> 'perTenThousand')::int / 10000) from jsonb_array_elements(held.stages) given where given ->> 'code' <> p_stage);
  end if;
  select b.amount into available from balance b where b.lot_id = held.lot_id and b.account = 'available' for update;
  if coalesce(available, 0) < fen then return 'short ' || (fen - coalesce(available, 0)); end if;
  insert into stage_claim (id, reimbursement_id, stage, lot_id, amount, documents, region_id, path, applied_by, applied_on)
    values (p_id, held.id, p_stage, held.lot_id, fen, p_documents, held.region_id, held.path, funds.scope_person(), funds.today());
  perform funds.post_journal(p_journal, 'reserve', held.number, null, held.region_id, held.path, null, null, null, null,
    array[held.lot_id, held.lot_id], array['available', 'reserved'], array[-fen, fen]);
  return 'done';
end`;

const decide = `
declare
  held stage_claim;
  number text;
begin
  select * into held from stage_claim c where c.id = p_id and funds.in_scope(c.path) for update;
  if held.id is null then return 'unknown'; end if;
  if held.state <> (case p_step when 'pay' then 'approved' else 'applied' end) then return 'state ' || held.state; end if;
  select r.number into number from reimbursement r where r.id = held.reimbursement_id;
  if p_step = 'approve' then
    update stage_claim set state = 'approved', approved_by = funds.scope_person(), approved_on = funds.today() where id = p_id;
    return 'done';
  end if;
  if p_step = 'reject' then
    update stage_claim set state = 'rejected', approved_by = funds.scope_person(), approved_on = funds.today(), reason = p_reason where id = p_id;
  else
    update stage_claim set state = 'paid', paid_by = funds.scope_person(), paid_on = funds.today() where id = p_id;
  end if;
  perform funds.post_journal(p_journal, case p_step when 'pay' then 'pay' else 'release' end, number, p_reason, held.region_id, held.path, null, null, null, null,
    array[held.lot_id, held.lot_id], array['reserved', case p_step when 'pay' then 'paid' else 'available' end], array[-held.amount, held.amount]);
  return 'done';
end`;

export const addReimbursements = migration(
  1700000000443,
  'AddReimbursements',
  (names) => `
create table funds.reimbursement (
  id uuid primary key,
  number text not null constraint reimbursement_number_once unique,
  lot_id uuid not null references funds.allotment_line (id),
  region_id uuid not null,
  path text collate "C" not null,
  title text not null constraint reimbursement_title_length check (length(title) between 2 and 200),
  payee text not null constraint reimbursement_payee_length check (length(payee) between 2 and 100),
  contract_number text not null constraint reimbursement_contract_length check (length(contract_number) between 2 and 100),
  planned bigint not null constraint reimbursement_planned_above_zero check (planned > 0),
  contracted bigint not null constraint reimbursement_contracted_above_zero check (contracted > 0),
  stages jsonb not null,
  scale_limit int not null,
  pack_hash text not null,
  made_by uuid not null,
  made_on date not null,
  scale_approved_by uuid,
  scale_approved_on date,
  scale_document text,
  accepted_on date,
  accepted_document text,
  accepted_by uuid,
  constraint reimbursement_four_eyes check (scale_approved_by <> made_by),
  constraint reimbursement_scale_whole check ((scale_approved_by is null) = (scale_document is null) and (scale_approved_by is null) = (scale_approved_on is null)),
  constraint reimbursement_accepted_whole check ((accepted_by is null) = (accepted_on is null) and (accepted_by is null) = (accepted_document is null))
);
create index reimbursement_by_path on funds.reimbursement (path, id);

create table funds.stage_claim (
  id uuid primary key,
  reimbursement_id uuid not null references funds.reimbursement (id),
  stage text not null,
  lot_id uuid not null references funds.allotment_line (id),
  amount bigint not null constraint stage_claim_above_zero check (amount > 0),
  documents jsonb not null,
  state text not null default 'applied' constraint stage_claim_state check (state in ('applied', 'approved', 'rejected', 'paid')),
  reason text,
  region_id uuid not null,
  path text collate "C" not null,
  applied_by uuid not null,
  applied_on date not null,
  approved_by uuid,
  approved_on date,
  paid_by uuid,
  paid_on date,
  constraint stage_claim_four_eyes check (approved_by <> applied_by and paid_by <> applied_by and paid_by <> approved_by),
  constraint stage_claim_dates_in_order check (approved_on >= applied_on and paid_on >= approved_on),
  constraint stage_claim_hands_of_state check ((state = 'applied') = (approved_by is null) and (state = 'paid') = (paid_by is not null) and (state = 'rejected') = (reason is not null))
);
create unique index stage_claim_once on funds.stage_claim (reimbursement_id, stage) where state <> 'rejected';
create index stage_claim_by_path on funds.stage_claim (path, id);
create index stage_claim_by_lot on funds.stage_claim (lot_id) where state <> 'rejected';
${protect('funds.reimbursement', names, { region: inRange('path') })}
${protect('funds.stage_claim', names, { region: inRange('path') })}
${appendOnly('funds.reimbursement', 'funds', ['region_id', 'path', 'scale_approved_by', 'scale_approved_on', 'scale_document', 'accepted_on', 'accepted_document', 'accepted_by', 'hands'])}
${appendOnly('funds.stage_claim', 'funds', ['region_id', 'path', 'state', 'reason', 'approved_by', 'approved_on', 'paid_by', 'paid_on', 'hands'])}
-- 申请日期不早于验收日期: acceptance is recorded once it was, and a stage that wants it is claimed after that.
create function funds.acceptance_in_order() returns trigger language plpgsql as $order$
begin
  if new.accepted_on > (now() at time zone 'Asia/Shanghai')::date then
    raise exception 'accepted on a day to come' using errcode = 'integrity_constraint_violation', constraint = 'reimbursement_accepted_by_today';
  end if;
  return new;
end $order$;
create trigger acceptance_in_order before update of accepted_on on funds.reimbursement for each row when (new.accepted_on is not null) execute function funds.acceptance_in_order();
${definer('funds.open_reimbursement(p_id uuid, p_number text, p_lot uuid, p_region uuid, p_title text, p_payee text, p_contract text, p_planned bigint, p_contracted bigint) returns text', open, names, 'funds', ['region'])}
${definer('funds.approve_scale(p_id uuid, p_document text) returns boolean', approveScale, names, 'funds', ['region'])}
${definer('funds.accept_reimbursement(p_id uuid, p_on date, p_document text) returns boolean', accept, names, 'funds', ['region'])}
${definer('funds.claim_stage(p_reimbursement uuid, p_id uuid, p_stage text, p_documents jsonb, p_journal uuid) returns text', claim, names, 'funds', ['region'])}
${definer('funds.decide_stage_claim(p_id uuid, p_step text, p_reason text, p_journal uuid) returns text', decide, names, 'funds', ['region'])}
`,
);
