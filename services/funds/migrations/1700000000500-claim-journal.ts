// The book of medical claims (医疗垫付账): what hospitals advanced and payers owe them, double entry over open items, posted in the transaction of the settlement itself.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';
import { isOfMyUnits } from '#platform/database/unit-heirs';

/**
 * An item is a settlement, or what supplemented it; a strike belongs to the item that it strikes, so that the two close one another. What
 * was deducted from a struck item is given back with it: the hospital returns no more than it was paid.
 */
const postClaims = `
declare
  told settlement;
  struck claim_journal;
  pool text;
  made uuid := gen_random_uuid();
begin
  select * into told from settlement s where s.id = p_settlement;
  select p.path into pool from pack p where p.id = told.policy_id;
  if told.strikes_id is not null then
    select * into struck from claim_journal j where j.settlement_id = told.strikes_id for update;
    if struck.id is null then return; end if;
  elsif not exists (select 1 from settlement_share s where s.settlement_id = told.id group by s.payer_unit_id having sum(s.amount) <> 0) then return;
  end if;
  insert into claim_journal (id, kind, settlement_id, reverses_id, hospital_id, value_date, posted_by, path)
    values (made, told.kind, told.id, struck.id, told.hospital_id, told.settled_on, told.settled_by, pool);
  if struck.id is not null then
    insert into claim_posting (journal_id, hospital_id, payer_unit_id, account, item_id, item_on, amount, path)
      select made, struck.hospital_id, leg.payer_unit_id, leg.account, struck.id, struck.value_date, sum(leg.amount), pool from (
        select p.payer_unit_id, p.account, -p.amount as amount from claim_posting p where p.journal_id = struck.id
        union all
        select p.payer_unit_id, given.account, given.sign * p.amount from claim_posting p, (values ('owed', 1), ('deducted', -1)) as given(account, sign)
          where p.item_id = struck.id and p.account = 'deducted'
      ) leg group by leg.payer_unit_id, leg.account having sum(leg.amount) <> 0;
    return;
  end if;
  insert into claim_posting (journal_id, hospital_id, payer_unit_id, account, item_id, item_on, amount, path)
    with leg as (
      select s.payer_unit_id, case when s.payer = 'hospital' then case s.layer when 'without-consent' then 'unconsented' else 'reduced' end
          when coalesce(told.input -> 'given' ? s.layer, false) then 'elsewhere' else 'owed' end as account, sum(s.amount) as amount
      from settlement_share s where s.settlement_id = told.id group by 1, 2 having sum(s.amount) <> 0)
    select made, told.hospital_id, all_legs.payer_unit_id, all_legs.account, made, told.settled_on, all_legs.amount, pool from (
      select * from leg union all select l.payer_unit_id, 'advanced', -sum(l.amount) from leg l group by l.payer_unit_id having sum(l.amount) <> 0
    ) all_legs;
end`;

const postAtOnce = `
begin
  perform funds.post_claims(new.id);
  return null;
end`;

const checkClaims = `
declare
  checked uuid := coalesce(to_jsonb(new) ->> 'journal_id', to_jsonb(new) ->> 'id')::uuid;
begin
  if not exists (select 1 from claim_posting p where p.journal_id = checked)
    or exists (select 1 from claim_posting p where p.journal_id = checked group by p.payer_unit_id having sum(p.amount) <> 0) then
    raise exception 'claim journal % does not balance', checked using errcode = 'integrity_constraint_violation', constraint = 'claim_journal_balances';
  end if;
  return null;
end`;

export const claimJournal = migration(
  1700000000500,
  'ClaimJournal',
  (names) => `
create table funds.claim_journal (
  id uuid primary key,
  kind text not null constraint claim_journal_kind check (kind in ('settlement', 'supplement', 'strike', 'deduct', 'restore', 'pay')),
  settlement_id uuid constraint claim_posted_once unique references funds.settlement (id),
  clearing_id uuid,
  reverses_id uuid constraint claim_reversed_once unique references funds.claim_journal (id),
  hospital_id uuid not null,
  value_date date not null,
  booked_at timestamptz not null default clock_timestamp(),
  posted_by uuid not null,
  path text collate "C" not null,
  constraint claim_journal_of_one check (num_nonnulls(settlement_id, clearing_id) = 1),
  constraint claim_journal_of_settlement check ((settlement_id is not null) = (kind in ('settlement', 'supplement', 'strike'))),
  constraint claim_journal_reverses check ((kind = 'strike') = (reverses_id is not null)),
  constraint claim_journal_of_hospital unique (id, hospital_id)
);
create index claim_journal_by_clearing on funds.claim_journal (clearing_id) where clearing_id is not null;
create table funds.claim_posting (
  journal_id uuid not null,
  hospital_id uuid not null,
  payer_unit_id uuid not null,
  account text not null constraint claim_posting_account
    check (account in ('advanced', 'owed', 'unconsented', 'reduced', 'elsewhere', 'deducted', 'deposit', 'prepaid', 'paid')),
  -- What no single settlement stands behind, such as a prepayment, is an item of its own.
  item_id uuid not null references funds.claim_journal (id),
  item_on date not null,
  amount bigint not null constraint claim_posting_not_zero check (amount <> 0),
  path text collate "C" not null,
  primary key (journal_id, payer_unit_id, account, item_id),
  constraint claim_posting_of_journal foreign key (journal_id, hospital_id) references funds.claim_journal (id, hospital_id)
);
create index claim_posting_by_pair on funds.claim_posting (hospital_id, payer_unit_id, account, item_id) include (amount, item_on);
create index claim_posting_by_payer on funds.claim_posting (payer_unit_id, hospital_id);
create index claim_posting_by_item on funds.claim_posting (item_id, account);

${protect('funds.claim_posting', names, { institution: `(${isOfMyUnits(names, 'hospital_id')} or ${isOfMyUnits(names, 'payer_unit_id')})`, region: inRange('path') })}
${protect('funds.claim_journal', names, {
  institution: `(${isOfMyUnits(names, 'hospital_id')} or exists (select 1 from funds.claim_posting p where p.journal_id = claim_journal.id and ${isOfMyUnits(names, 'p.payer_unit_id')}))`,
  region: inRange('path'),
})}
${appendOnly('funds.claim_journal', 'funds', ['path'])}
${appendOnly('funds.claim_posting', 'funds', ['path'])}
${definer('funds.check_claims() returns trigger', checkClaims, names, 'funds', [])}
create constraint trigger claim_journal_balances after insert on funds.claim_journal deferrable initially deferred
  for each row execute function funds.check_claims();
create constraint trigger claim_posting_balances after insert on funds.claim_posting deferrable initially deferred
  for each row execute function funds.check_claims();
${definer('funds.post_claims(p_settlement uuid) returns void', postClaims, names, 'funds', [])}
${definer('funds.post_claims_at_once() returns trigger', postAtOnce, names, 'funds', [])}
-- Whichever function settles, strikes, supplements or puts a year right: its shares stand by the end of the transaction, and are posted in it.
create constraint trigger settlement_posts after insert on funds.settlement deferrable initially deferred
  for each row execute function funds.post_claims_at_once();
select funds.post_claims(told.id) from (select s.id from funds.settlement s order by s.kind = 'strike', s.id) told;
set constraints all immediate;
set constraints all deferred;
`,
);
