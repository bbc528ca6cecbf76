// The hands on uses of gifts (捐赠使用计划): drafted on named lots, resolved by the council with its quorum, carried out as parts of those lots, paid where no household is.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const draft = `
declare
  told charity_use := jsonb_populate_record(null::charity_use, p_told);
  fund charity_fund;
  place text;
begin
  select * into fund from charity_fund f where f.id = told.fund_id and funds.in_scope(f.path);
  if fund.id is null then return 'unknown'; end if;
  if fund.state <> 'registered' then return 'state ' || fund.state; end if;
  select s.path into place from scope s where s.region_id = told.use_region_id;
  if place is null or not starts_with(place, fund.path) then return 'region'; end if;
  if exists (select 1 from unnest(p_lots) as given(lot) left join allotment_line l on l.id = given.lot and funds.in_scope(l.path) where l.gift_id is null) then return 'lot'; end if;
  insert into charity_use (id, fund_id, number, year, kind, purpose, target_group, use_region_id, description, amount, region_id, path, drafted_by)
    values (told.id, fund.id, told.number, extract(year from funds.today()), told.kind, told.purpose, told.target_group, told.use_region_id, told.description,
      (select sum(fen) from unnest(p_amounts) as given(fen)), fund.region_id, fund.path, funds.scope_person());
  insert into charity_use_source (use_id, lot_id, gift_id, amount, path)
    select told.id, given.lot, l.gift_id, given.fen, fund.path from unnest(p_lots, p_amounts) as given(lot, fen) join allotment_line l on l.id = given.lot;
  return 'done';
end`;

const withdraw = `
declare
  held charity_use;
begin
  select * into held from charity_use u where u.id = p_id and funds.in_scope(u.path) for update;
  if held.id is null then return 'unknown'; end if;
  if held.state <> 'drafted' then return 'state ' || held.state; end if;
  if held.drafted_by <> funds.scope_person() then return 'not-the-maker'; end if;
  update charity_use set state = 'withdrawn' where id = p_id;
  return 'done';
end`;

/** The quorum is that of the pack in force; who voted were members on that day. Approved, each source becomes a part of its gift's lot, cash along with it. */
const resolve = `
declare
  held charity_use;
  rule jsonb;
  seats int;
  present int := cardinality(p_members);
  ayes int := (select count(*) from unnest(p_votes) as given(vote) where vote = 'for');
  source record;
  notice uuid;
  line uuid;
  passed boolean;
begin
  select * into held from charity_use u where u.id = p_id and funds.in_scope(u.path) for update;
  if held.id is null then return 'unknown'; end if;
  if held.state <> 'drafted' then return 'state ' || held.state; end if;
  if p_met_on > funds.today() or p_met_on < (held.drafted_at at time zone 'Asia/Shanghai')::date then return 'day'; end if;
  select p.content -> 'council' into rule from pack p
    where p.kind = 'charity-rules' and p.approved_at is not null and p.withdrawn_at is null and starts_with(held.path, p.path)
      and p.effective_from <= p_met_on and (p.in_force_to is null or p.in_force_to > p_met_on) order by length(p.path) desc limit 1;
  if rule is null then return 'no-pack'; end if;
  if exists (
    select 1 from unnest(p_members) as given(member) left join council_member m on m.id = given.member and m.fund_id = held.fund_id
      and m.from_on <= p_met_on and (m.until_on is null or m.until_on > p_met_on)
    left join founding_step s on s.id = m.step_id where s.outcome is distinct from 'confirmed'
  ) then return 'member'; end if;
  select count(*) into seats from council_member m join founding_step s on s.id = m.step_id and s.outcome = 'confirmed'
    where m.fund_id = held.fund_id and m.from_on <= p_met_on and (m.until_on is null or m.until_on > p_met_on);
  passed := ayes * (rule ->> 'majorityOf')::int > present * (rule ->> 'majority')::int;
  insert into council_resolution (use_id, met_on, seats, present, ayes, quorum, quorum_of, majority, majority_of, minutes_hash, passed, path)
    values (p_id, p_met_on, seats, present, ayes, (rule ->> 'quorum')::int, (rule ->> 'quorumOf')::int, (rule ->> 'majority')::int, (rule ->> 'majorityOf')::int,
      p_minutes_hash, passed, held.path);
  insert into council_vote (use_id, member_id, vote, path) select p_id, given.member, given.vote, held.path from unnest(p_members, p_votes) as given(member, vote);
  update charity_use set state = case when passed then 'approved' else 'refused' end, decided_by = funds.scope_person(), decided_at = now() where id = p_id;
  if not passed then return 'refused'; end if;
  for source in
    select s.lot_id, s.amount, a.year, a.source_level, row_number() over (order by s.lot_id) as at
    from charity_use_source s join allotment_line l on l.id = s.lot_id join allotment a on a.id = l.allotment_id where s.use_id = p_id order by s.lot_id
  loop
    notice := gen_random_uuid();
    line := gen_random_uuid();
    insert into allotment (id, number, issued_on, year, source_level, purpose, region_id, path, drafted_by, book, kind)
      values (notice, held.number || '-' || source.at, funds.today(), extract(year from funds.today()), source.source_level, held.purpose, held.region_id, held.path,
        held.drafted_by, 'donation', case when source.year < extract(year from funds.today()) then 'carry-over' else 'decompose' end);
    insert into allotment_line (id, allotment_id, purpose, year, region_id, path, amount, book, parent_line_id, use_id)
      select line, notice, held.purpose, extract(year from funds.today()), held.use_region_id, s.path, source.amount, 'donation', source.lot_id, p_id
      from scope s where s.region_id = held.use_region_id;
    perform funds.issue_allotment(notice, gen_random_uuid());
  end loop;
  return 'done';
end`;

/** What goes to no household (管理费、采购): out of a part that the council approved, by another hand than who applied and who recorded the resolution. */
const payUse = `
declare
  told charity_payment;
  line allotment_line;
  used charity_use;
begin
  select * into told from charity_payment p where p.id = p_id and funds.in_scope(p.path) for update;
  if told.id is null then return 'unknown'; end if;
  if told.state <> 'applied' then return 'state ' || told.state; end if;
  select * into line from allotment_line l where l.id = told.lot_id;
  select * into used from charity_use u where u.id = told.use_id;
  update charity_payment set state = 'paid', decided_by = used.decided_by, paid_by = funds.scope_person(), paid_on = funds.today(), journal_id = p_journal where id = p_id;
  perform funds.post_journal(p_journal, 'pay', told.voucher, told.item, told.region_id, told.path, line.allotment_id, null, null, null,
    array[told.lot_id, told.lot_id], array['available', 'paid'], array[-told.amount, told.amount]);
  return 'done';
end`;

const applyPayment = `
declare
  line allotment_line;
begin
  select l.* into line from allotment_line l join charity_use u on u.id = l.use_id and u.state = 'approved'
    where l.id = p_lot and funds.in_scope(l.path) and funds.in_scope(u.path);
  if line.id is null then return 'unknown'; end if;
  insert into charity_payment (id, use_id, lot_id, payee, item, voucher, amount, region_id, path, applied_by)
    select p_id, u.id, p_lot, p_payee, p_item, p_voucher, p_amount, u.region_id, u.path, funds.scope_person() from charity_use u where u.id = line.use_id;
  return 'done';
end`;

export const charityUseFunctions = migration(
  1700000000533,
  'CharityUseFunctions',
  (names) => `
${definer('funds.draft_charity_use(p_told jsonb, p_lots uuid[], p_amounts bigint[]) returns text', draft, names, 'funds', ['region'])}
${definer('funds.withdraw_charity_use(p_id uuid) returns text', withdraw, names, 'funds', ['region'])}
${definer('funds.resolve_charity_use(p_id uuid, p_met_on date, p_minutes_hash text, p_members uuid[], p_votes text[]) returns text', resolve, names, 'funds', ['region'])}
${definer('funds.apply_charity_payment(p_id uuid, p_lot uuid, p_payee text, p_item text, p_voucher text, p_amount bigint) returns text', applyPayment, names, 'funds', ['region'])}
${definer('funds.pay_charity_use(p_id uuid, p_journal uuid) returns text', payUse, names, 'funds', ['region'])}
`,
);
