// Founds one-stop settlement: adopted policies, stays with their fees, settlements with what each payer bears, a person's running year.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isMyUnit, isOpen, protect } from '#platform/database/protect';

const payerReach = `(${isMyUnit('hospital_id')} or exists (select 1 from funds.settlement_share share where share.settlement_id = settlement.id and ${isMyUnit('share.payer_unit_id')}))`;

export const foundSettlement = migration(
  1700000000305,
  'FoundSettlement',
  (names) => `
create table funds.settlement_policy (
  id uuid primary key,
  name text not null,
  pack jsonb not null,
  hash text not null,
  region_id uuid not null,
  path text collate "C" not null,
  effective_from date not null,
  effective_to date,
  adopted_by uuid not null,
  approved_by uuid not null,
  adopted_on date not null,
  constraint settlement_policy_four_eyes check (adopted_by <> approved_by),
  constraint settlement_policy_period check (effective_to > effective_from),
  constraint settlement_policy_once unique (region_id, effective_from)
);
create table funds.settlement_payer (
  payer text primary key,
  unit_id uuid not null
);

create table funds.stay (
  id uuid primary key,
  hospital_id uuid not null,
  hospital_grade text not null constraint stay_hospital_grade check (hospital_grade in ('grade-1', 'grade-2', 'grade-3')),
  member_id uuid not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  patient_name text not null,
  tags text[] not null,
  household_state text,
  insured text not null,
  register_version text not null,
  treat_first boolean not null,
  admitted_on date not null,
  discharged_on date,
  status text not null default 'admitted' constraint stay_status check (status in ('admitted', 'discharged', 'settled', 'struck')),
  admitted_by uuid not null,
  constraint stay_period check (discharged_on >= admitted_on),
  constraint stay_discharged_has_day check ((status = 'admitted') = (discharged_on is null)),
  constraint stay_with_hospital unique (id, hospital_id)
);
create unique index stay_one_open on funds.stay (member_id) where status in ('admitted', 'discharged');
create index stay_by_hospital on funds.stay (hospital_id, id);
create index stay_by_member on funds.stay (member_id);

create table funds.stay_fee (
  stay_id uuid not null,
  ordinal int not null,
  hospital_id uuid not null,
  name text not null constraint stay_fee_name_length check (length(name) between 1 and 100),
  fee_class text not null constraint stay_fee_class check (fee_class in ('a', 'b', 'c')),
  amount bigint not null constraint stay_fee_above_zero check (amount > 0),
  out_of_policy bigint not null constraint stay_fee_out_of_policy_within check (out_of_policy between 0 and amount),
  primary key (stay_id, ordinal),
  constraint stay_fee_class_c_is_out_of_policy check (fee_class <> 'c' or out_of_policy = amount),
  constraint stay_fee_of_stay foreign key (stay_id, hospital_id) references funds.stay (id, hospital_id)
);

create table funds.settlement (
  id uuid primary key,
  kind text not null constraint settlement_kind check (kind in ('settlement', 'strike')),
  strikes_id uuid constraint settlement_struck_once unique,
  strikes_kind text constraint settlement_strike_not_struck check (strikes_kind = 'settlement'),
  reason text,
  stay_id uuid not null,
  hospital_id uuid not null,
  hospital_grade text not null,
  member_id uuid not null,
  patient_name text not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  policy_id uuid not null references funds.settlement_policy (id),
  pack_hash text not null,
  engine_version text not null,
  bill bigint not null,
  in_policy bigint not null,
  out_of_policy bigint not null,
  patient_pays bigint not null,
  outcome jsonb not null,
  settled_by uuid not null,
  settled_on date not null,
  constraint settlement_strike_points_back check ((kind = 'strike') = (strikes_id is not null and strikes_kind is not null and reason is not null)),
  constraint settlement_parts_of_bill check (in_policy + out_of_policy = bill),
  constraint settlement_sign check (case kind when 'settlement' then bill > 0 and patient_pays >= 0 else bill < 0 and patient_pays <= 0 end),
  constraint settlement_with_kind unique (id, kind),
  constraint settlement_strikes_known foreign key (strikes_id, strikes_kind) references funds.settlement (id, kind),
  constraint settlement_of_stay foreign key (stay_id, hospital_id) references funds.stay (id, hospital_id)
);
create unique index settlement_stay_once on funds.settlement (stay_id) where kind = 'settlement';
create index settlement_by_hospital on funds.settlement (hospital_id, id);
create index settlement_by_path on funds.settlement (path, year);

create table funds.settlement_share (
  settlement_id uuid not null references funds.settlement (id),
  ordinal int not null,
  layer text not null,
  payer text not null,
  payer_unit_id uuid not null,
  hospital_id uuid not null,
  path text collate "C" not null,
  amount bigint not null,
  primary key (settlement_id, ordinal)
);
create index settlement_share_by_payer on funds.settlement_share (payer_unit_id, settlement_id);

create table funds.member_year (
  member_id uuid not null,
  year int not null,
  primary key (member_id, year)
);
create table funds.member_year_total (
  settlement_id uuid not null references funds.settlement (id),
  member_id uuid not null,
  year int not null,
  name text not null,
  amount bigint not null,
  primary key (settlement_id, name),
  constraint member_year_total_locked foreign key (member_id, year) references funds.member_year (member_id, year)
);
create index member_year_total_by_member on funds.member_year_total (member_id, year);

${protect('funds.settlement_policy', names, { institution: isOpen(), region: isOpen() })}
${protect('funds.settlement_payer', names, { institution: isOpen(), region: isOpen() })}
${protect('funds.stay', names, { institution: isMyUnit('hospital_id') })}
${protect('funds.stay_fee', names, { institution: isMyUnit('hospital_id') })}
${protect('funds.settlement_share', names, { institution: `(${isMyUnit('payer_unit_id')} or ${isMyUnit('hospital_id')})`, region: inRange('path') })}
${protect('funds.settlement', names, { institution: payerReach, region: inRange('path') })}
${protect('funds.member_year', names, {})}
${protect('funds.member_year_total', names, {})}
${appendOnly('funds.settlement_policy', 'funds', ['region_id', 'path', 'effective_to'])}
${appendOnly('funds.settlement', 'funds', ['region_id', 'path'])}
${appendOnly('funds.settlement_share', 'funds', ['path'])}
${appendOnly('funds.member_year_total', 'funds')}
`,
);
