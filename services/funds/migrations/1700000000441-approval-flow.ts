// The flow of a disbursement (拨付流程): the pack in force when it is applied for says how many approve; payers are others; nothing unposted is paid.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';

/** City, then district or zone, are the second and third label of a path. */
const DISTRICT = 'left(new.path, 15)';

/** The flow is frozen with the batch: a later pack changes nothing of what was applied for. */
const freezeFlow = `
declare
  held record;
  allotted bigint;
  spent bigint;
begin
  if new.state <> 'applied' then return new; end if;
  select p.content, p.hash into held from pack p
    where p.kind = 'disbursement-flow' and starts_with(new.path, p.path) and p.approved_at is not null and p.withdrawn_at is null
      and p.effective_from <= new.applied_on and (p.in_force_to is null or p.in_force_to > new.applied_on) order by p.path desc limit 1;
  if held.hash is null then return new; end if;
  new.flow_hash := held.hash;
  select band -> 'steps' into new.flow from jsonb_array_elements(held.content -> 'bands') with ordinality given(band, at)
    where band -> 'upToFen' = 'null' or new.total <= (band ->> 'upToFen')::bigint order by at limit 1;
  if exists (select 1 from jsonb_array_elements(held.content -> 'negativeList') item where item -> 'purposes' ? new.purpose) then
    raise exception 'the purpose is on the negative list' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_negative_list';
  end if;
  if new.applied_on < (select a.issued_on from allotment a join allotment_line line on line.allotment_id = a.id where line.id = new.lot_id) then
    raise exception 'applied for before it was allotted' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_after_allotment';
  end if;
  if new.purpose = held.content -> 'managementFee' ->> 'purpose' then
    -- Two towns of one district wait for each other here, and nobody else.
    perform pg_advisory_xact_lock(hashtextextended('management fee ' || ${DISTRICT} || new.year, 0));
    select coalesce(sum(line.amount), 0) into allotted from allotment_line line join allotment a on a.id = line.allotment_id
      where a.state = 'issued' and line.year = new.year and starts_with(line.path, ${DISTRICT});
    select coalesce(sum(d.total), 0) into spent from disbursement d
      where d.purpose = new.purpose and d.year = new.year and starts_with(d.path, ${DISTRICT}) and d.state not in ('rejected', 'withdrawn');
    if (spent + new.total) * 10000 > allotted * (held.content -> 'managementFee' ->> 'perTenThousand')::int then
      raise exception 'more than the share of the year''s allotments' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_management_fee';
    end if;
  end if;
  return new;
end`;

/** N of M: as many different people as the flow asks for, none of them the applicant; the payer is none of them. */
const keepFlow = `
declare
  wanted int := (select coalesce(sum((step ->> 'count')::int), 1) from jsonb_array_elements(coalesce(new.flow, '[]')) step);
begin
  if old.state = 'applied' and new.state = 'approved'
    and (select count(*) from disbursement_approval a where a.disbursement_id = new.id and a.person_id <> new.approved_by) + 1 < wanted then
    raise exception 'not all have approved' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_approved_by_all';
  end if;
  if new.paid_by is distinct from old.paid_by
    and exists (select 1 from disbursement_approval a where a.disbursement_id = new.id and a.person_id = new.paid_by) then
    raise exception 'whoever approved does not pay' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_four_eyes';
  end if;
  return new;
end`;

const noteApproval = `
declare
  batch disbursement;
  waiting text;
  missing int;
begin
  select * into batch from disbursement d where d.id = p_disbursement and funds.in_scope(d.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if batch.state <> 'applied' then return 'state ' || batch.state; end if;
  if exists (select 1 from disbursement_approval a where a.disbursement_id = p_disbursement and a.person_id = funds.scope_person()) then return 'twice'; end if;
  -- Under the lock: of two who approve at once the second finds the step that is waiting then.
  select part ->> 'code' into waiting from jsonb_array_elements(batch.flow) with ordinality given(part, at)
    where (part ->> 'count')::int > (select count(*) from disbursement_approval a where a.disbursement_id = p_disbursement and a.step = part ->> 'code')
    order by at limit 1;
  if batch.flow is not null and waiting is distinct from p_step then return 'step'; end if;
  select coalesce(sum((step ->> 'count')::int), 1) - (select count(*) from disbursement_approval a where a.disbursement_id = p_disbursement) into missing
    from jsonb_array_elements(coalesce(batch.flow, '[]')) step;
  insert into disbursement_approval (id, disbursement_id, step, post, person_id, applied_by, approved_on, region_id, path)
    values (p_id, p_disbursement, p_step, p_post, funds.scope_person(), batch.applied_by, funds.today(), batch.region_id, batch.path);
  return case when missing <= 1 then 'last' else 'done' end;
end`;

/**
 * A line is paid when it stood on a posting that has run its days, of its batch or of the card list that it is on, and no objection to it
 * or to the whole is open or upheld. For the owner too; what is loaded as paid was paid elsewhere.
 */
const paidAfterPosting = `
begin
  if exists (
    select 1 from fresh f join gone g on g.id = f.id
    where f.state = 'paid' and g.state <> 'paid' and not exists (
      select 1 from notice_line l join public_notice n on n.id = l.notice_id
      where l.household_id = f.household_id and n.type = 'posting' and n.state = 'posted' and n.until_on <= funds.today()
        and (n.subject_kind = 'disbursement' and n.subject_id = f.disbursement_id and l.line_id = f.id
          or n.subject_kind = 'card-batch' and l.amount = f.amount)
        and not exists (select 1 from notice_objection o where o.notice_id = n.id and o.upheld is not false and (o.line is null or o.line = l.line)))
  ) then
    raise exception 'a line is paid after its posting' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_line_posted';
  end if;
  return null;
end`;

const describe = `
begin
  insert into disbursement_use (disbursement_id, use, region_id, path)
    select d.id, p_use, d.region_id, d.path from disbursement d where d.id = p_disbursement and d.applied_by = funds.scope_person() and funds.in_scope(d.path);
  return found;
end`;

export const addApprovalFlow = migration(
  1700000000441,
  'AddApprovalFlow',
  (names) => `
alter table funds.disbursement add column flow jsonb, add column flow_hash text;

create table funds.disbursement_approval (
  id uuid primary key,
  disbursement_id uuid not null references funds.disbursement (id),
  step text not null,
  post text not null,
  person_id uuid not null,
  applied_by uuid not null,
  approved_on date not null,
  region_id uuid not null,
  path text collate "C" not null,
  constraint disbursement_approval_once unique (disbursement_id, person_id),
  constraint disbursement_approval_four_eyes check (person_id <> applied_by)
);
create index disbursement_approval_by_path on funds.disbursement_approval (path, disbursement_id);
${protect('funds.disbursement_approval', names, { region: inRange('path') })}
${appendOnly('funds.disbursement_approval', 'funds', ['region_id', 'path'])}

create table funds.disbursement_use (
  disbursement_id uuid primary key references funds.disbursement (id),
  use text not null constraint disbursement_use_length check (length(use) between 2 and 500),
  region_id uuid not null,
  path text collate "C" not null
);
${protect('funds.disbursement_use', names, { region: inRange('path') })}
${appendOnly('funds.disbursement_use', 'funds', ['region_id', 'path'])}

-- A helper reads the notices that have a line of his households, also when their days are over.
create policy paired on funds.public_notice to ${names.kind('paired')} using (exists (select 1 from funds.notice_line l where l.notice_id = public_notice.id));
grant select on funds.public_notice to ${names.kind('paired')};

${definer('funds.freeze_flow() returns trigger', freezeFlow, names, 'funds', [])}
create trigger freeze_flow before insert on funds.disbursement for each row execute function funds.freeze_flow();
${definer('funds.keep_flow() returns trigger', keepFlow, names, 'funds', [])}
create trigger keep_flow before update on funds.disbursement for each row execute function funds.keep_flow();
${definer('funds.note_approval(p_disbursement uuid, p_id uuid, p_step text, p_post text) returns text', noteApproval, names, 'funds', ['region'])}
${definer('funds.describe_disbursement(p_disbursement uuid, p_use text) returns boolean', describe, names, 'funds', ['region'])}
${definer('funds.paid_after_posting() returns trigger', paidAfterPosting, names, 'funds', [])}
create trigger paid_after_posting after update on funds.disbursement_line
  referencing old table as gone new table as fresh for each statement execute function funds.paid_after_posting();
`,
);
