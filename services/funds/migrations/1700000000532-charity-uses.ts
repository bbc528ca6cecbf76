// Uses of gifts (捐赠使用计划) with the resolutions of the council, and the walls that keep a gift to what it was given for.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';

/** What a gift allows, told as it is refused: its number, purpose, region and target group. */
const refuseRestriction = `
declare
  held gift;
begin
  select * into held from gift g where g.id = p_gift;
  raise exception 'outside what gift % was given for', held.number using errcode = 'integrity_constraint_violation', constraint = 'gift_restriction',
    detail = jsonb_build_object('gift', held.number, 'purpose', held.purpose, 'regionId', held.restricted_region_id, 'targetGroup', held.target_group)::text;
end`;

/** A use draws on whole gifts of its own fund, each within its restriction; a restricted gift never pays for administration. */
const sourceWithin = `
declare
  used charity_use;
  held gift;
  place text;
begin
  select * into used from charity_use u where u.id = new.use_id;
  select g.* into held from allotment_line l join gift g on g.id = l.gift_id
    where l.id = new.lot_id and l.parent_line_id is null and g.id = new.gift_id and g.fund_id = used.fund_id;
  if held.id is null then
    raise exception 'a use draws on lots of gifts of its own fund' using errcode = 'integrity_constraint_violation', constraint = 'charity_use_of_gift';
  end if;
  select s.path into place from scope s where s.region_id = used.use_region_id;
  if (held.purpose is not null and held.purpose <> used.purpose)
    or (used.kind = 'administration' and (held.purpose is not null or held.restricted_region_id is not null or held.target_group is not null))
    or (held.target_group is not null and held.target_group is distinct from used.target_group)
    or (held.restricted_region_id is not null and not coalesce(starts_with(place, (select s.path from scope s where s.region_id = held.restricted_region_id)), false)) then
    perform funds.refuse_restriction(held.id);
  end if;
  return new;
end`;

/** A part of a given lot: of the whole's gift; out of the gift itself only what a use that was approved names, further down within place and purpose of the part above. */
const partOfGift = `
declare
  whole allotment_line;
begin
  select * into whole from allotment_line l where l.id = new.parent_line_id;
  if whole.gift_id is null then
    if new.gift_id is not null or new.use_id is not null then
      raise exception 'what was not given is no part of a gift' using errcode = 'integrity_constraint_violation', constraint = 'gift_use_plan';
    end if;
    return new;
  end if;
  new.gift_id := whole.gift_id;
  if whole.parent_line_id is null then
    if not exists (
      select 1 from charity_use u join charity_use_source s on s.use_id = u.id
      where u.id = new.use_id and u.state = 'approved' and s.lot_id = whole.id and s.amount = new.amount and u.purpose = new.purpose and u.use_region_id = new.region_id
    ) then
      raise exception 'a gift is used by a plan that the council approved' using errcode = 'integrity_constraint_violation', constraint = 'gift_use_plan';
    end if;
  else
    new.use_id := whole.use_id;
    if new.purpose <> whole.purpose or not starts_with(new.path, whole.path) then perform funds.refuse_restriction(whole.gift_id); end if;
  end if;
  return new;
end`;

/** Neither a gift that no use was approved of nor what is for administration is ever reserved for households. */
const reservedByPlan = `
begin
  if exists (
    select 1 from allotment_line l left join charity_use u on u.id = l.use_id
    where l.id = new.lot_id and l.gift_id is not null and (l.use_id is null or u.kind = 'administration')
  ) then
    raise exception 'a gift is used by a plan that the council approved' using errcode = 'integrity_constraint_violation', constraint = 'gift_use_plan';
  end if;
  return new;
end`;

/** Who is paid out of a given lot lives where its use was approved for. */
const paidWithin = `
declare
  strayed uuid;
begin
  select l.gift_id into strayed from (select distinct n.lot_id, n.path from newly n) n join allotment_line l on l.id = n.lot_id
    where l.gift_id is not null and not starts_with(n.path, l.path) limit 1;
  if strayed is not null then perform funds.refuse_restriction(strayed); end if;
  return null;
end`;

/** A gift is as large as it was given: nothing is added to it or cut, and its lot is never withdrawn. */
const giftStaysWhole = `
begin
  raise exception 'a gift is as large as it was given' using errcode = 'integrity_constraint_violation', constraint = 'gift_lot_whole';
end`;

export const charityUses = migration(
  1700000000532,
  'CharityUses',
  (names) => `
create table funds.charity_use (
  id uuid primary key,
  fund_id uuid not null references funds.charity_fund (id),
  number text not null constraint charity_use_number_once unique,
  year int not null,
  kind text not null constraint charity_use_kind check (kind in ('charity', 'administration')),
  purpose text not null constraint charity_use_purpose_length check (length(purpose) between 2 and 60),
  target_group text constraint charity_use_target_length check (length(target_group) between 2 and 30),
  use_region_id uuid not null,
  description text not null constraint charity_use_description_length check (length(description) between 2 and 300),
  amount bigint not null constraint charity_use_above_zero check (amount > 0),
  state text not null default 'drafted' constraint charity_use_state check (state in ('drafted', 'approved', 'refused', 'withdrawn')),
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  region_id uuid not null,
  path text collate "C" not null,
  constraint charity_use_four_eyes check (decided_by <> drafted_by),
  constraint charity_use_decided_whole check ((state in ('approved', 'refused')) = (decided_by is not null) and (decided_by is null) = (decided_at is null))
);
create index charity_use_by_path on funds.charity_use (path, id);
create index charity_use_of_fund on funds.charity_use (fund_id, year, id);
create table funds.charity_use_source (
  use_id uuid not null references funds.charity_use (id),
  lot_id uuid not null references funds.allotment_line (id),
  gift_id uuid not null references funds.gift (id),
  amount bigint not null constraint charity_use_source_above_zero check (amount > 0),
  path text collate "C" not null, primary key (use_id, lot_id)
);
create table funds.council_resolution (
  use_id uuid primary key references funds.charity_use (id),
  met_on date not null,
  seats int not null, present int not null, ayes int not null,
  quorum int not null, quorum_of int not null,
  majority int not null, majority_of int not null,
  minutes_hash text not null constraint council_resolution_minutes check (minutes_hash ~ '^[0-9a-f]{64}$'),
  passed boolean not null,
  path text collate "C" not null,
  constraint council_resolution_quorum check (present > 0 and present * quorum_of >= seats * quorum),
  constraint council_resolution_majority check (passed = (ayes * majority_of > present * majority))
);
create table funds.council_vote (
  use_id uuid not null references funds.council_resolution (use_id),
  member_id uuid not null references funds.council_member (id),
  vote text not null constraint council_vote_word check (vote in ('for', 'against', 'abstain')),
  path text collate "C" not null,
  constraint council_vote_once primary key (use_id, member_id)
);
create table funds.charity_payment (
  id uuid primary key,
  use_id uuid not null references funds.charity_use (id),
  lot_id uuid not null references funds.allotment_line (id),
  payee text not null constraint charity_payment_payee_length check (length(payee) between 2 and 60),
  item text not null constraint charity_payment_item_length check (length(item) between 2 and 100),
  voucher text not null constraint charity_payment_voucher_length check (length(voucher) between 2 and 100),
  amount bigint not null constraint charity_payment_above_zero check (amount > 0),
  state text not null default 'applied' constraint charity_payment_state check (state in ('applied', 'paid')),
  applied_by uuid not null,
  applied_at timestamptz not null default now(),
  decided_by uuid,
  paid_by uuid,
  paid_on date,
  journal_id uuid constraint charity_payment_journal_once unique references funds.journal (id) deferrable initially deferred,
  region_id uuid not null,
  path text collate "C" not null,
  constraint charity_payment_voucher_once unique (region_id, voucher),
  constraint charity_payment_four_eyes check (paid_by <> applied_by and paid_by <> decided_by),
  constraint charity_payment_paid_whole check ((state = 'paid') = (paid_by is not null) and (paid_by is null) = (paid_on is null) and (paid_by is null) = (journal_id is null))
);
create index charity_payment_of_use on funds.charity_payment (use_id, id);
alter table funds.allotment_line add constraint allotment_line_of_use foreign key (use_id) references funds.charity_use (id),
  add constraint allotment_line_use_of_part check (use_id is null or (gift_id is not null and parent_line_id is not null));
create index allotment_line_of_use on funds.allotment_line (use_id) where use_id is not null;

${['charity_use', 'charity_use_source', 'council_resolution', 'council_vote', 'charity_payment'].map((table) => protect(`funds.${table}`, names, { region: inRange('path') })).join('\n')}
${appendOnly('funds.charity_use', 'funds', ['region_id', 'path', 'state', 'decided_by', 'decided_at', 'hands'])}
${['charity_use_source', 'council_resolution', 'council_vote'].map((table) => appendOnly(`funds.${table}`, 'funds', ['path'])).join('\n')}
${appendOnly('funds.charity_payment', 'funds', ['region_id', 'path', 'state', 'decided_by', 'paid_by', 'paid_on', 'journal_id', 'hands'])}

${definer('funds.refuse_restriction(p_gift uuid) returns void', refuseRestriction, names, 'funds', [])}
${definer('funds.charity_source_within() returns trigger', sourceWithin, names, 'funds', [])}
create trigger within_gift before insert on funds.charity_use_source for each row execute function funds.charity_source_within();
${definer('funds.part_of_gift() returns trigger', partOfGift, names, 'funds', [])}
create trigger part_of_gift before insert on funds.allotment_line for each row when (new.parent_line_id is not null) execute function funds.part_of_gift();
${definer('funds.reserved_by_plan() returns trigger', reservedByPlan, names, 'funds', [])}
create trigger reserved_by_plan before insert on funds.balance for each row when (new.account = 'reserved') execute function funds.reserved_by_plan();
${definer('funds.paid_within_gift() returns trigger', paidWithin, names, 'funds', [])}
create trigger paid_within_gift after insert on funds.disbursement_line referencing new table as newly for each statement execute function funds.paid_within_gift();
create trigger paid_within_gift after insert on funds.reimbursement referencing new table as newly for each statement execute function funds.paid_within_gift();
create function funds.gift_stays_whole() returns trigger language plpgsql as $whole$${giftStaysWhole}$whole$;
create function funds.is_gift_lot(p_lot uuid) returns boolean language sql stable as $$
  select exists (select 1 from funds.allotment_line l where l.id = p_lot and l.gift_id is not null and l.parent_line_id is null) $$;
create function funds.is_gift_notice(p_notice uuid) returns boolean language sql stable as $$
  select exists (select 1 from funds.allotment_line l where l.allotment_id = p_notice and l.gift_id is not null and l.parent_line_id is null) $$;
create trigger gift_stays_whole before insert on funds.authority_change for each row
  when (new.kind in ('add', 'cut', 'reclaim') and funds.is_gift_lot(new.lot_id)) execute function funds.gift_stays_whole();
create trigger gift_stays_whole before update of state on funds.allotment for each row
  when (new.state = 'withdrawn' and funds.is_gift_notice(new.id)) execute function funds.gift_stays_whole();
`,
);
