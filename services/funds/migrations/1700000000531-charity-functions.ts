// The hands on a charity fund and its gifts: steps of a founding in their order, a gift promised, arrived, accepted as a lot or declined, and its receipt once.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const ORDER = `array['initiation', 'charter', 'startup-money', 'council', 'account', 'registration', 'dissolution']`;

/** Each step follows the one before it, confirmed and not later; a council is elected anew (换届) while the fund stands. */
const recordStep = `
declare
  fund charity_fund;
  told founding_step := jsonb_populate_record(null::founding_step, p_told);
  at int := array_position(${ORDER}, told.kind);
  before founding_step;
begin
  select * into fund from charity_fund f where f.id = told.fund_id and funds.in_scope(f.path) for update;
  if fund.id is null then return 'unknown'; end if;
  if fund.state = 'dissolved' or (fund.state = 'registered' and told.kind not in ('council', 'dissolution')) then return 'state ' || fund.state; end if;
  if told.happened_on > funds.today() then return 'day'; end if;
  if exists (select 1 from founding_step s where s.fund_id = fund.id and s.kind = told.kind and (s.outcome is null or (s.outcome = 'confirmed' and (s.kind <> 'council' or fund.state = 'preparing'))))
    then return 'told'; end if;
  if told.kind = 'dissolution' and exists (
    select 1 from gift g join allotment_line l on l.gift_id = g.id join balance b on b.lot_id = l.id
    where g.fund_id = fund.id and b.account in ('available', 'frozen', 'reserved') and b.amount > 0
  ) then return 'money-left'; end if;
  if at > 1 then
    select s.* into before from founding_step s where s.fund_id = fund.id and s.outcome = 'confirmed' and s.kind = (${ORDER})[at - 1]
      order by s.happened_on desc limit 1;
    if before.id is null then return 'order ' || (${ORDER})[at - 1]; end if;
    if told.happened_on < before.happened_on then return 'before ' || before.happened_on; end if;
  end if;
  if told.kind = 'council' and coalesce(cardinality(p_names), 0) = 0 then return 'council-empty'; end if;
  insert into founding_step (id, fund_id, kind, happened_on, document_number, document_hash, organ, amount, initiators, account_number, region_id, path, recorded_by)
    values (told.id, fund.id, told.kind, told.happened_on, told.document_number, told.document_hash, told.organ, told.amount, coalesce(told.initiators, '{}'),
      told.account_number, fund.region_id, fund.path, funds.scope_person());
  if told.kind = 'council' then
    insert into council_member (id, step_id, fund_id, ordinal, name, post, from_on, region_id, path)
      select gen_random_uuid(), told.id, fund.id, given.ordinal, given.name, given.post, told.happened_on, fund.region_id, fund.path
      from unnest(p_names, p_posts) with ordinality as given(name, post, ordinal);
  end if;
  return 'done';
end`;

const decideStep = `
declare
  told founding_step;
begin
  select * into told from founding_step s where s.id = p_id and funds.in_scope(s.path) for update;
  if told.id is null then return 'unknown'; end if;
  if told.outcome is not null then return 'decided'; end if;
  update founding_step set outcome = p_outcome, reason = p_reason, confirmed_by = funds.scope_person(), confirmed_at = now() where id = p_id;
  if p_outcome = 'confirmed' then
    if told.kind = 'council' then
      update council_member m set until_on = told.happened_on from founding_step s
        where s.id = m.step_id and m.fund_id = told.fund_id and s.outcome = 'confirmed' and m.step_id <> told.id and m.until_on is null;
    elsif told.kind = 'registration' then
      update charity_fund set state = 'registered', registered_on = told.happened_on where id = told.fund_id;
    elsif told.kind = 'dissolution' then
      update charity_fund set state = 'dissolved', dissolved_on = told.happened_on where id = told.fund_id;
    end if;
  end if;
  return 'done';
end`;

/** What the gift is for is a purpose of the donation book by the pack in force, and its region lies under the fund's. */
const promiseGift = `
declare
  told gift := jsonb_populate_record(null::gift, p_told);
  fund charity_fund;
  uses jsonb;
begin
  select * into fund from charity_fund f where f.id = told.fund_id and funds.in_scope(f.path);
  if fund.id is null then return 'unknown'; end if;
  if fund.state <> 'registered' then return 'state ' || fund.state; end if;
  if told.promised_on > funds.today() then return 'day'; end if;
  if told.purpose is not null then
    select p.content into uses from pack p
      where p.kind = 'fund-use' and p.approved_at is not null and p.withdrawn_at is null and starts_with(fund.path, p.path)
        and p.effective_from <= funds.today() and (p.in_force_to is null or p.in_force_to > funds.today()) order by length(p.path) desc limit 1;
    if not exists (select 1 from jsonb_array_elements(uses -> 'purposes') u where u ->> 'code' = told.purpose and u -> 'books' ? 'donation') then return 'purpose'; end if;
  end if;
  if exists (
    select 1 from unnest(array[told.restricted_region_id, told.kept_region_id]) as named(region) left join scope s on s.region_id = named.region
    where named.region is not null and (s.path is null or not starts_with(s.path, fund.path))
  ) then return 'region'; end if;
  insert into gift (id, fund_id, number, kind, donor_kind, donor_name, anonymous, voluntary, campaign, agreement_number, agreement_hash, purpose, restricted_region_id,
      target_group, promised, kept_region_id, promised_on, recorded_by, region_id, path)
    values (told.id, fund.id, told.number, told.kind, told.donor_kind, told.donor_name, told.anonymous, told.voluntary, told.campaign, told.agreement_number,
      told.agreement_hash, told.purpose, told.restricted_region_id, told.target_group, told.promised, told.kept_region_id, told.promised_on, funds.scope_person(),
      fund.region_id, fund.path);
  return 'done';
end`;

/** Of goods what arrived is counted and valued piece by piece; of money it is what the bank's voucher says. */
const arrive = `
declare
  held gift;
  whole bigint := p_received;
begin
  select * into held from gift g where g.id = p_id and funds.in_scope(g.path) for update;
  if held.id is null then return 'unknown'; end if;
  if held.state <> 'promised' then return 'state ' || held.state; end if;
  if p_on > funds.today() or p_on < held.promised_on then return 'day'; end if;
  if (held.kind = 'goods') <> (jsonb_array_length(p_items) > 0) or (held.kind = 'money') <> (p_received is not null) then return 'kind ' || held.kind; end if;
  insert into gift_item (id, gift_id, good, unit, quantity, value, valued_by, valuation_document, region_id, path)
    select i.id, p_id, i.good, i.unit, i.quantity, i.value, i.valued_by, i.valuation_document, held.region_id, held.path
    from jsonb_populate_recordset(null::gift_item, p_items) i;
  if held.kind = 'goods' then select sum(i.value) into whole from gift_item i where i.gift_id = p_id; end if;
  update gift set state = 'arrived', received = whole, arrived_on = p_on, arrival_voucher = p_voucher, arrived_by = funds.scope_person() where id = p_id;
  return 'done';
end`;

/** A lot that was given: the gift is its notice, its authority and its cash are born together, and no other money stands behind it. */
const bearLot = `
declare
  held gift;
  source text;
begin
  select * into held from gift g where g.id = p_gift;
  select case s.kind when 'city' then 'city' else 'district' end into source from scope s where s.region_id = held.region_id;
  insert into allotment (id, number, issued_on, year, source_level, purpose, region_id, path, state, drafted_by, approved_by, approved_at, book)
    values (p_notice, p_number, funds.today(), extract(year from funds.today()), source, coalesce(held.purpose, p_purpose), held.region_id, held.path, 'issued', p_maker,
      funds.scope_person(), now(), 'donation');
  insert into allotment_line (id, allotment_id, purpose, year, region_id, path, amount, book, gift_id)
    values (p_lot, p_notice, coalesce(held.purpose, p_purpose), extract(year from funds.today()), held.region_id, held.path, p_amount, 'donation', p_gift);
  insert into cash_receipt (id, allotment_id, book, kind, voucher, amount, value_date, journal_id, recorded_by, region_id, path)
    values (gen_random_uuid(), p_notice, 'donation', 'receive', p_voucher, p_amount, p_on, p_cash, p_maker, held.region_id, held.path);
  perform funds.post_journal(p_journal, 'allot', p_number, null, held.region_id, held.path, p_notice, null, null, null,
    array[p_lot, p_lot], array['issued', 'available'], array[-p_amount, p_amount]);
  perform funds.post_dated_journal(p_cash, 'receive', p_on, p_voucher, null, held.region_id, held.path, p_notice, null, null, null,
    array[p_lot, p_lot], array['cash-received', 'cash-held'], array[-p_amount, p_amount]);
end`;

const accept = `
declare
  held gift;
begin
  select * into held from gift g where g.id = p_id and funds.in_scope(g.path) for update;
  if held.id is null then return 'unknown'; end if;
  if held.state <> 'arrived' then return 'state ' || held.state; end if;
  update gift set state = 'accepted', accepted_by = funds.scope_person(), accepted_on = funds.today() where id = p_id;
  if held.kind = 'money' then
    perform funds.bear_gift_lot(p_id, p_notice, p_lot, held.received, held.number, p_purpose, held.arrived_on, held.arrival_voucher, held.arrived_by, p_journal, p_cash);
  end if;
  return 'done';
end`;

const decline = `
declare
  held gift;
begin
  select * into held from gift g where g.id = p_id and funds.in_scope(g.path) for update;
  if held.id is null then return 'unknown'; end if;
  if held.state not in ('promised', 'arrived') then return 'state ' || held.state; end if;
  update gift set state = 'declined', reason = p_reason where id = p_id;
  return 'done';
end`;

/** 捐赠票据: only after acceptance, and once. */
const receipt = `
declare
  held gift;
begin
  select * into held from gift g where g.id = p_id and funds.in_scope(g.path) for update;
  if held.id is null then return 'unknown'; end if;
  if held.state <> 'accepted' then return 'state ' || held.state; end if;
  if held.receipt_number is not null then return 'receipted'; end if;
  update gift set receipt_number = p_number, receipt_code_hash = p_code_hash, receipted_on = funds.today(), receipted_by = funds.scope_person() where id = p_id;
  return 'done';
end`;

export const charityFunctions = migration(
  1700000000531,
  'CharityFunctions',
  (names) => `
${definer('funds.record_founding_step(p_told jsonb, p_names text[], p_posts text[]) returns text', recordStep, names, 'funds', ['region'])}
${definer('funds.decide_founding_step(p_id uuid, p_outcome text, p_reason text) returns text', decideStep, names, 'funds', ['region'])}
${definer('funds.promise_gift(p_told jsonb) returns text', promiseGift, names, 'funds', ['region'])}
${definer('funds.arrive_gift(p_id uuid, p_on date, p_voucher text, p_received bigint, p_items jsonb) returns text', arrive, names, 'funds', ['region'])}
${definer('funds.bear_gift_lot(p_gift uuid, p_notice uuid, p_lot uuid, p_amount bigint, p_number text, p_purpose text, p_on date, p_voucher text, p_maker uuid, p_journal uuid, p_cash uuid) returns void', bearLot, names, 'funds', [])}
${definer('funds.accept_gift(p_id uuid, p_purpose text, p_notice uuid, p_lot uuid, p_journal uuid, p_cash uuid) returns text', accept, names, 'funds', ['region'])}
${definer('funds.decline_gift(p_id uuid, p_reason text) returns text', decline, names, 'funds', ['region'])}
${definer('funds.receipt_gift(p_id uuid, p_number text, p_code_hash text) returns text', receipt, names, 'funds', ['region'])}
`,
);
