// Assets that projects built (扶贫资产), their yearly income, and its distribution by shares: each registered by one and confirmed by another.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect, type Reach } from '#platform/database/protect';

const region: Reach = { rows: inRange('path'), verbs: ['select', 'insert', 'update'] };

const whole = `
declare
  pool bigint;
begin
  select d.pool into pool from asset_distribution d where d.id = coalesce(to_jsonb(new) ->> 'distribution_id', to_jsonb(new) ->> 'id')::uuid;
  if pool is distinct from (select sum(s.amount) from asset_share s where s.distribution_id = coalesce(to_jsonb(new) ->> 'distribution_id', to_jsonb(new) ->> 'id')::uuid) then
    raise exception 'the shares are the whole of what is distributed' using errcode = 'integrity_constraint_violation', constraint = 'asset_shares_whole';
  end if;
  return null;
end`;

/** Approval asks that the list was posted its days without an open objection, and that the income is there. */
const cleared = `
begin
  if new.approved_at is not null and old.approved_at is null then
    if not funds.notice_cleared('asset-distribution', new.id, funds.today()) or funds.notice_stops('asset-distribution', new.id, null) then
      raise exception 'a distribution is posted first' using errcode = 'integrity_constraint_violation', constraint = 'asset_distribution_cleared';
    end if;
    if new.income > (select coalesce(sum(i.amount), 0) from asset_income i where i.asset_id = new.asset_id and i.year = new.year and i.confirmed_at is not null) then
      raise exception 'only what came in is distributed' using errcode = 'integrity_constraint_violation', constraint = 'asset_distribution_of_income';
    end if;
  end if;
  return new;
end`;

/** The batch pays the approved list, household by household. */
const matching = `
begin
  if not exists (select 1 from asset_distribution d where d.id = new.distribution_id and d.approved_at is not null)
    or exists (
      select 1 from (select s.household_id, s.amount from asset_share s where s.distribution_id = new.distribution_id) s
      full join (select l.household_id, l.amount from disbursement_line l where l.disbursement_id = new.disbursement_id) l using (household_id)
      where s.amount is distinct from l.amount
    ) then
    raise exception 'a batch pays what was approved' using errcode = 'integrity_constraint_violation', constraint = 'asset_payment_as_approved';
  end if;
  return new;
end`;

export const assets = migration(
  1700000000424,
  'Assets',
  (names) => `
create table funds.asset (
  id uuid primary key,
  number text not null constraint asset_number_unique unique,
  name text not null,
  kind text not null constraint asset_kind check (kind in ('operating', 'public', 'household')),
  project_id uuid references funds.project (id),
  region_id uuid not null,
  path text collate "C" not null,
  value bigint not null constraint asset_value_above_zero check (value > 0),
  owner text not null,
  operator text not null,
  contract_number text not null,
  contract_from date not null,
  contract_to date not null,
  yearly_yield bigint not null constraint asset_yield_not_negative check (yearly_yield >= 0),
  registered_by uuid not null,
  registered_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint asset_contract_period check (contract_to > contract_from),
  constraint asset_four_eyes check (confirmed_by <> registered_by),
  constraint asset_confirmed_whole check ((confirmed_at is null) = (confirmed_by is null)),
  constraint asset_place unique (id, region_id, path)
);
create index asset_in_order on funds.asset (path, id);
${protect('funds.asset', names, { region })}
${decidedOnce('funds.asset', 'confirmed_at', ['confirmed_by', 'confirmed_at'])}

create table funds.asset_income (
  id uuid primary key,
  asset_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null constraint asset_income_year check (year between 2000 and 2100),
  amount bigint not null constraint asset_income_above_zero check (amount > 0),
  received_on date not null,
  document_number text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint asset_income_once unique (asset_id, document_number),
  constraint asset_income_four_eyes check (confirmed_by <> recorded_by),
  constraint asset_income_confirmed_whole check ((confirmed_at is null) = (confirmed_by is null)),
  constraint asset_income_received check (received_on <= (recorded_at at time zone 'Asia/Shanghai')::date),
  constraint asset_income_of foreign key (asset_id, region_id, path) references funds.asset (id, region_id, path) on update cascade
);
create index asset_income_of_asset on funds.asset_income (asset_id, year, id);
${protect('funds.asset_income', names, { region })}
${decidedOnce('funds.asset_income', 'confirmed_at', ['confirmed_by', 'confirmed_at'])}

create table funds.asset_distribution (
  id uuid primary key,
  asset_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  pack_hash text not null,
  income bigint not null constraint asset_distribution_above_zero check (income > 0),
  retained bigint not null constraint asset_distribution_retained check (retained >= 0),
  pool bigint not null constraint asset_distribution_pool check (pool > 0),
  voted_on date not null,
  present int not null constraint asset_distribution_present check (present > 0),
  agreed int not null constraint asset_distribution_agreed check (agreed between 0 and present),
  document_number text not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  constraint asset_distribution_once unique (asset_id, year),
  constraint asset_distribution_parts check (income = retained + pool),
  constraint asset_distribution_four_eyes check (approved_by <> drafted_by),
  constraint asset_distribution_approved_whole check ((approved_at is null) = (approved_by is null)),
  constraint asset_distribution_of foreign key (asset_id, region_id, path) references funds.asset (id, region_id, path) on update cascade
);
create index asset_distribution_in_order on funds.asset_distribution (path, id);
${protect('funds.asset_distribution', names, { region })}
create table funds.asset_share (
  distribution_id uuid not null references funds.asset_distribution (id),
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  category text not null,
  weight int not null constraint asset_share_weight check (weight > 0),
  amount bigint not null constraint asset_share_above_zero check (amount > 0),
  payee text not null,
  constraint asset_share_once primary key (distribution_id, household_id)
);
${protect('funds.asset_share', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('funds.asset_share', 'funds', ['region_id', 'path'])}
${decidedOnce('funds.asset_distribution', 'approved_at', ['approved_by', 'approved_at'])}
create table funds.asset_payment (
  distribution_id uuid constraint asset_payment_once primary key references funds.asset_distribution (id),
  disbursement_id uuid not null constraint asset_payment_of_one unique references funds.disbursement (id),
  region_id uuid not null,
  path text collate "C" not null
);
${protect('funds.asset_payment', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('funds.asset_payment', 'funds', ['region_id', 'path'])}
${definer('funds.check_asset_payment() returns trigger', matching, names, 'funds', [])}
create trigger is_as_approved before insert on funds.asset_payment for each row execute function funds.check_asset_payment();
${definer('funds.check_asset_shares() returns trigger', whole, names, 'funds', [])}
create constraint trigger shares_whole after insert on funds.asset_distribution deferrable initially deferred for each row execute function funds.check_asset_shares();
create constraint trigger shares_whole after insert on funds.asset_share deferrable initially deferred for each row execute function funds.check_asset_shares();
${definer('funds.check_asset_distribution() returns trigger', cleared, names, 'funds', [])}
create trigger checks_its_posting before update on funds.asset_distribution for each row execute function funds.check_asset_distribution();
`,
);
