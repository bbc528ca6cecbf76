// The money of clearing (付款、预付、年终清算): made, checked and paid by three people; deposits and prepayments are amounts of rows and packs, never of whoever asks.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';
import { findRules, lockPair } from './1700000000502-clearing-functions';

/** What was prepaid and is neither set off nor waiting to be. */
const prepaidOf = (hospital: string, payer: string) => `(
    select greatest(0, -coalesce((select sum(p.amount) from claim_posting p where p.hospital_id = ${hospital} and p.payer_unit_id = ${payer} and p.account = 'prepaid'), 0)
      - coalesce((select sum(c.set_off) from clearing c where c.hospital_id = ${hospital} and c.payer_unit_id = ${payer} and c.state in ('applied', 'approved') and c.set_off > 0), 0)))`;

/** Claimed less deducted is held as deposit, set off against what was prepaid, and paid. A claim that comes out negative is paid back whole. */
const apply = `
declare
  told clearing;
  rules pack;
  net bigint;
  held bigint;
  used bigint;
begin
  select * into told from clearing c where c.id = p_id and funds.heir_of(c.payer_unit_id) = funds.scope_unit() for update;
  if told.id is null then return 'unknown'; end if;
  if told.state <> 'reconciled' then return 'state ' || told.state; end if;
  ${lockPair('told.hospital_id', 'told.payer_unit_id')}
  select p.* into rules from pack p where p.kind = 'clearing-rules' and p.hash = told.pack_hash order by p.approved_at limit 1;
  net := told.claimed - told.deducted;
  held := round(greatest(net, 0) * (rules.content -> 'deposit' ->> 'rate')::numeric);
  used := least(greatest(net, 0) - held, ${prepaidOf('told.hospital_id', 'told.payer_unit_id')});
  update clearing set state = 'applied', document = p_document, deposit = held, set_off = used, payable = net - held - used, made_by = funds.scope_person(),
    made_on = funds.today(), pay_due_on = funds.today() + (rules.content -> 'days' ->> 'payment')::int, reason = null where id = p_id;
  return 'done';
end`;

const prepay = `
declare
  rules pack;
  most bigint;
begin
  if p_amount <= 0 or not exists (select 1 from stay s where s.hospital_id = p_hospital)
    or not exists (select 1 from settlement_payer m where m.unit_id = funds.scope_unit()) then return 'unknown'; end if;
  if p_year <> extract(year from funds.today())::int then return 'year'; end if;
  ${lockPair('p_hospital', 'funds.scope_unit()')}
  ${findRules(`(select p.path from claim_posting p where p.hospital_id = p_hospital order by p.path limit 1)`, 'funds.today()')}
  select round(sum(p.amount) / 12 * (rules.content -> 'prepayment' ->> 'shareOfMonth')::numeric) into most from claim_posting p join claim_journal j on j.id = p.journal_id
    where p.hospital_id = p_hospital and p.payer_unit_id = funds.scope_unit() and p.account = 'owed' and j.settlement_id is not null
      and extract(year from j.value_date) = p_year - 1;
  most := coalesce(most, ((rules.content -> 'prepayment' ->> 'firstYear')::numeric * 100)::bigint);
  if p_amount > most then return 'above ' || most; end if;
  insert into clearing (id, kind, period, region_id, hospital_id, payer_unit_id, path, pack_hash, state, document, deposit, set_off, payable, made_by, made_on, pay_due_on)
    values (p_id, 'prepayment', p_year::text, rules.region_id, p_hospital, funds.scope_unit(), rules.path, rules.hash, 'applied', p_document, 0, -p_amount, p_amount,
      funds.scope_person(), funds.today(), funds.today() + (rules.content -> 'days' ->> 'payment')::int);
  return 'done';
end`;

/** A year is cleared when it is over, everything settled in it is claimed, and every claim of it is paid. */
const clearYear = `
declare
  rules pack;
  held bigint;
  used bigint;
  months text := p_year::text || '-%';
begin
  if p_year >= extract(year from funds.today())::int then return 'year'; end if;
  ${lockPair('p_hospital', 'p_payer')}
  if funds.heir_of(p_payer) is distinct from funds.scope_unit() then return 'unknown'; end if;
  if exists (select 1 from clearing c where c.hospital_id = p_hospital and c.payer_unit_id = p_payer and (c.period like months or c.kind = 'prepayment' and c.period = p_year::text)
    and c.state not in ('paid', 'withdrawn')) then return 'open'; end if;
  if exists (select 1 from claim_posting p join claim_journal j on j.id = p.journal_id where p.hospital_id = p_hospital and p.payer_unit_id = p_payer and p.account = 'owed'
      and j.settlement_id is not null and extract(year from j.value_date) = p_year
      and not exists (select 1 from clearing_line l where l.journal_id = j.id and l.payer_unit_id = p_payer and not l.withdrawn)) then return 'unclaimed'; end if;
  select coalesce(sum(c.deposit), 0) into held from clearing c
    where c.hospital_id = p_hospital and c.payer_unit_id = p_payer and c.kind = 'month' and c.state = 'paid' and c.period like months;
  used := ${prepaidOf('p_hospital', 'p_payer')};
  if held = 0 and used = 0 then return 'empty'; end if;
  ${findRules(`(select p.path from claim_posting p where p.hospital_id = p_hospital order by p.path limit 1)`, 'make_date(p_year, 12, 31)')}
  insert into clearing (id, kind, period, region_id, hospital_id, payer_unit_id, path, pack_hash, state, document, deposit, set_off, payable, made_by, made_on, pay_due_on)
    values (p_id, 'year', p_year::text, rules.region_id, p_hospital, p_payer, rules.path, rules.hash, 'applied', p_document, -held, used, held - used,
      funds.scope_person(), funds.today(), funds.today() + (rules.content -> 'days' ->> 'payment')::int);
  return 'done';
end`;

const step = `
declare
  told clearing;
begin
  if p_step not in ('approve', 'return', 'pay', 'withdraw') then return 'unknown'; end if;
  select * into told from clearing c where c.id = p_id and funds.scope_unit() = funds.heir_of(
    case when p_step = 'withdraw' and c.kind = 'month' then c.hospital_id else c.payer_unit_id end) for update;
  if told.id is null then return 'unknown'; end if;
  if told.state <> (case p_step when 'pay' then 'approved' when 'withdraw' then case told.kind when 'month' then 'claimed' else 'applied' end else 'applied' end)
    then return 'state ' || told.state; end if;
  if p_step = 'approve' then
    update clearing set state = 'approved', checked_by = funds.scope_person(), checked_on = funds.today() where id = p_id;
  elsif p_step = 'withdraw' then
    if funds.scope_person() <> coalesce(told.made_by, told.claimed_by) then return 'not-the-maker'; end if;
    update clearing set state = 'withdrawn', withdrawn_on = funds.today(), reason = p_reason where id = p_id;
    update clearing_line set withdrawn = true where clearing_id = p_id;
  elsif p_step = 'return' then
    if told.kind <> 'month' then update clearing set state = 'withdrawn', withdrawn_on = funds.today(), reason = p_reason where id = p_id;
    else
      update clearing set state = 'reconciled', reason = p_reason, document = null, deposit = null, set_off = null, payable = null, made_by = null, made_on = null,
        pay_due_on = null where id = p_id;
    end if;
  else
    update clearing set state = 'paid', paid_by = funds.scope_person(), paid_on = funds.today() where id = p_id;
    perform funds.post_clearing(p_id);
  end if;
  return 'done';
end`;

/** What is owed goes, item by item, to the deposit, against what was prepaid, and into payment. */
const post = `
declare
  told clearing;
  made uuid := gen_random_uuid();
begin
  select * into told from clearing c where c.id = p_id;
  if told.deposit = 0 and told.set_off = 0 and told.payable = 0
    and not exists (select 1 from clearing_line l where l.clearing_id = p_id group by l.item_id having sum(l.amount - l.deducted) <> 0) then return; end if;
  insert into claim_journal (id, kind, clearing_id, hospital_id, value_date, posted_by, path)
    values (made, 'pay', p_id, told.hospital_id, told.paid_on, told.paid_by, told.path);
  insert into claim_posting (journal_id, hospital_id, payer_unit_id, account, item_id, item_on, amount, path)
    select made, told.hospital_id, told.payer_unit_id, 'owed', l.item_id, i.value_date, -sum(l.amount - l.deducted), told.path
    from clearing_line l join claim_journal i on i.id = l.item_id where l.clearing_id = p_id group by l.item_id, i.value_date having sum(l.amount - l.deducted) <> 0;
  insert into claim_posting (journal_id, hospital_id, payer_unit_id, account, item_id, item_on, amount, path)
    select made, told.hospital_id, told.payer_unit_id, leg.account, made, told.paid_on, leg.fen, told.path
    from (values ('deposit', told.deposit), ('prepaid', told.set_off), ('paid', told.payable)) as leg(account, fen) where leg.fen <> 0;
end`;

export const clearingMoney = migration(
  1700000000503,
  'ClearingMoney',
  (names) => `
${definer('funds.post_clearing(p_id uuid) returns void', post, names, 'funds', [])}
${definer('funds.apply_clearing(p_id uuid, p_document text) returns text', apply, names, 'funds', ['institution'])}
${definer('funds.draft_prepayment(p_id uuid, p_hospital uuid, p_year int, p_amount bigint, p_document text) returns text', prepay, names, 'funds', ['institution'])}
${definer('funds.draft_year_clearing(p_id uuid, p_hospital uuid, p_payer uuid, p_year int, p_document text) returns text', clearYear, names, 'funds', ['institution'])}
${definer('funds.step_clearing(p_id uuid, p_step text, p_reason text) returns text', step, names, 'funds', ['institution'])}
`,
);
