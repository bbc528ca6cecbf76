// Founds clearing between hospitals and payers (医疗清算): its lines fixed by hash, deductions with their objections, and lists of the two sides compared.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect, type Reach } from '#platform/database/protect';
import { isOfMyUnits } from '#platform/database/unit-heirs';

const between = `
  hospital_id uuid not null,
  payer_unit_id uuid not null,
  path text collate "C" not null`;

export const foundClearing = migration(1700000000501, 'FoundClearing', (names) => {
  const sides = `(${isOfMyUnits(names, 'hospital_id')} or ${isOfMyUnits(names, 'payer_unit_id')})`;
  const seen = { institution: sides, region: inRange('path') };
  const own = `(${isOfMyUnits(names, 'hospital_id')} and side = 'hospital' or ${isOfMyUnits(names, 'payer_unit_id')} and side = 'payer')`;
  const brought: Reach = { rows: sides, writes: own, verbs: ['select', 'insert'] };
  const explained: Reach = { rows: sides, verbs: ['select', 'insert', 'update'] };
  return `
create table funds.clearing (
  id uuid primary key,
  kind text not null constraint clearing_kind check (kind in ('month', 'year', 'prepayment')),
  period text collate "C" not null,
  region_id uuid not null,${between},
  pack_hash text not null,
  state text not null constraint clearing_state
    check (state in ('claimed', 'reviewed', 'disputed', 'reconciled', 'applied', 'approved', 'paid', 'withdrawn')),
  line_count int not null default 0,
  lines_hash text,
  claimed bigint not null default 0,
  deducted bigint not null default 0 constraint clearing_deducted_not_negative check (deducted >= 0),
  deposit bigint,
  set_off bigint,
  payable bigint,
  document text constraint clearing_document_length check (length(document) between 2 and 100),
  reason text,
  review_due_on date,
  pay_due_on date,
  claimed_by uuid,
  claimed_on date,
  reviewed_by uuid,
  reviewed_on date,
  reconciled_by uuid,
  reconciled_on date,
  made_by uuid,
  made_on date,
  checked_by uuid,
  checked_on date,
  paid_by uuid,
  paid_on date,
  withdrawn_on date,
  constraint clearing_period check (period ~ case kind when 'month' then '^20[0-9]{2}-(0[1-9]|1[0-2])$' else '^20[0-9]{2}$' end),
  constraint clearing_lines_fixed check ((kind = 'month') = (lines_hash is not null) and (kind = 'month') = (claimed_by is not null)),
  constraint clearing_adds_up check (claimed - deducted = deposit + set_off + payable),
  constraint clearing_applied_whole check ((made_by is null) = (payable is null) and (made_by is null) = (made_on is null) and (made_by is null) = (document is null)),
  constraint clearing_state_reached check (
    (state in ('claimed', 'withdrawn') or kind <> 'month' or reviewed_on is not null)
    and (state not in ('applied', 'approved', 'paid') or (made_on is not null and (kind <> 'month' or reconciled_on is not null)))
    and (state not in ('approved', 'paid') or checked_on is not null) and (state = 'paid') = (paid_on is not null)
    and (state = 'withdrawn') = (withdrawn_on is not null)),
  constraint clearing_days_in_order check (claimed_on <= reviewed_on and reviewed_on <= reconciled_on and reconciled_on <= made_on
    and made_on <= checked_on and checked_on <= paid_on),
  constraint clearing_two_sides check (hospital_id <> payer_unit_id),
  -- Whoever claimed does not review; maker, checker and payer of the money are three.
  constraint clearing_four_eyes check (reviewed_by <> claimed_by and checked_by <> made_by and paid_by <> made_by and paid_by <> checked_by)
);
create unique index clearing_once on funds.clearing (hospital_id, payer_unit_id, kind, period) where state <> 'withdrawn';
create index clearing_by_payer on funds.clearing (payer_unit_id, id);
create index clearing_by_path on funds.clearing (path, id);
alter table funds.claim_journal add constraint claim_journal_of_clearing foreign key (clearing_id) references funds.clearing (id);

create table funds.clearing_line (
  clearing_id uuid not null references funds.clearing (id),
  ordinal int not null,
  journal_id uuid not null references funds.claim_journal (id),
  item_id uuid not null references funds.claim_journal (id),
  settlement_id uuid not null references funds.settlement (id),
  settled_on date not null,
  amount bigint not null,
  deducted bigint not null default 0,
  withdrawn boolean not null default false,${between},
  primary key (clearing_id, ordinal),
  constraint clearing_line_deducted_within check (deducted between 0 and greatest(amount, 0))
);
create unique index clearing_line_once on funds.clearing_line (journal_id, payer_unit_id) where not withdrawn;

create table funds.clearing_deduction (
  id uuid primary key,
  clearing_id uuid not null,
  ordinal int not null,
  amount bigint not null constraint clearing_deduction_above_zero check (amount > 0),
  reason text not null constraint clearing_deduction_reason_length check (length(reason) between 2 and 300),
  deducted_by uuid not null,
  deducted_on date not null,
  objection text constraint clearing_deduction_objection_length check (length(objection) between 2 and 300),
  objected_by uuid,
  objected_on date,
  restored bigint constraint clearing_deduction_restored_within check (restored between 0 and amount),
  answer text constraint clearing_deduction_answer_length check (length(answer) between 2 and 300),
  decided_by uuid,
  decided_on date,${between},
  constraint clearing_deduction_once unique (clearing_id, ordinal),
  constraint clearing_deduction_of_line foreign key (clearing_id, ordinal) references funds.clearing_line (clearing_id, ordinal),
  constraint clearing_deduction_objected_whole check ((objection is null) = (objected_by is null) and (objection is null) = (objected_on is null)),
  constraint clearing_deduction_decided_whole check ((answer is null) = (decided_by is null) and (answer is null) = (restored is null)
    and (answer is null) = (decided_on is null) and (answer is null or objection is not null)),
  constraint clearing_deduction_four_eyes check (decided_by <> deducted_by and decided_by <> objected_by)
);

create table funds.clearing_list (
  id uuid primary key,
  clearing_id uuid not null references funds.clearing (id),
  side text not null constraint clearing_list_side check (side in ('hospital', 'payer')),
  name text not null constraint clearing_list_name_length check (length(name) between 2 and 120),
  content_hash text not null constraint clearing_list_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  lines jsonb not null,
  line_count int not null,
  total bigint not null,
  brought_by uuid not null,
  brought_at timestamptz not null default now(),${between}
);
create index clearing_list_by_clearing on funds.clearing_list (clearing_id, id);
create table funds.clearing_difference (
  id uuid primary key,
  list_id uuid not null references funds.clearing_list (id),
  outcome text not null constraint clearing_difference_outcome check (outcome in ('not-claimed', 'differs', 'duplicate', 'not-in-list')),
  reference text not null,
  ordinal int,
  ours bigint,
  theirs bigint,
  explanation text constraint clearing_difference_explanation_length check (length(explanation) between 2 and 300),
  explained_by uuid,
  explained_at timestamptz,${between},
  constraint clearing_difference_sides check (case outcome when 'differs' then ours <> theirs when 'not-in-list' then theirs is null and ours is not null
    else ours is null and theirs is not null end),
  constraint clearing_difference_explained_whole check ((explanation is null) = (explained_by is null) and (explanation is null) = (explained_at is null))
);
create index clearing_difference_by_list on funds.clearing_difference (list_id, id);

${protect('funds.clearing', names, seen)}
${protect('funds.clearing_line', names, seen)}
${protect('funds.clearing_deduction', names, seen)}
${protect('funds.clearing_list', names, { institution: brought, region: inRange('path') })}
${protect('funds.clearing_difference', names, { institution: explained, region: inRange('path') })}
${appendOnly('funds.clearing_line', 'funds', ['path', 'deducted', 'withdrawn'])}
${appendOnly('funds.clearing_deduction', 'funds', ['path', 'objection', 'objected_by', 'objected_on', 'restored', 'answer', 'decided_by', 'decided_on', 'hands'])}
${appendOnly('funds.clearing_list', 'funds', ['path'])}
${decidedOnce('funds.clearing_difference', 'explanation', ['explanation', 'explained_by', 'explained_at'], ['path'])}
create function funds.clearing_stands() returns trigger language plpgsql as $stands$
begin
  if tg_op = 'UPDATE' and (old.state not in ('paid', 'withdrawn') or to_jsonb(old) - array['region_id', 'path'] = to_jsonb(new) - array['region_id', 'path']) then
    return new;
  end if;
  raise exception 'a clearing that is paid or withdrawn stands' using errcode = 'integrity_constraint_violation', constraint = 'clearing_stands';
end $stands$;
create trigger clearing_stands before update or delete on funds.clearing for each row execute function funds.clearing_stands();
create trigger clearing_stands_truncate before truncate on funds.clearing for each statement execute function funds.clearing_stands();
`;
});
