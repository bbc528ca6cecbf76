// The hands on a claim (清算申报、审核、异议、核对): the hospital claims what is open, the payer reviews, and what is deducted is the hospital's and never the patient's.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** Two claims of one hospital on one payer are made one after the other. */
export const lockPair = (hospital: string, payer: string) =>
  `perform pg_advisory_xact_lock(hashtextextended('funds.clearing ' || ${hospital}::text || ${payer}::text, 0));`;

/** The pack that holds for a place on a day, into `rules`. */
export const findRules = (path: string, day: string) => `
  select p.* into rules from pack p where p.kind = 'clearing-rules' and p.approved_at is not null and p.withdrawn_at is null and starts_with(${path}, p.path)
    and p.effective_from <= ${day} and (p.in_force_to is null or p.in_force_to > ${day}) order by p.path desc, p.effective_from desc limit 1;
  if rules.id is null then return 'no-pack'; end if;`;

/** Everything that is owed by the end of the month and stands in no other claim: what is late is in it too, what was struck stands against it. */
const submit = `
declare
  rules pack;
  month_end date := (p_month || '-01')::date + interval '1 month' - interval '1 day';
  place text;
  found uuid[];
begin
  if funds.heir_of(p_hospital) is distinct from funds.scope_unit() then return 'unknown'; end if;
  if to_char(funds.today(), 'YYYY-MM') < p_month then return 'future'; end if;
  ${lockPair('p_hospital', 'p_payer')}
  select array_agg(j.id), min(p.path) into found, place from claim_posting p join claim_journal j on j.id = p.journal_id
    where p.hospital_id = p_hospital and p.payer_unit_id = p_payer and p.account = 'owed' and j.settlement_id is not null and j.value_date <= month_end
      and not exists (select 1 from clearing_line l where l.journal_id = j.id and l.payer_unit_id = p_payer and not l.withdrawn);
  if place is null then return 'empty'; end if;
  ${findRules('place', 'month_end')}
  insert into clearing (id, kind, period, region_id, hospital_id, payer_unit_id, path, pack_hash, state, line_count, lines_hash, claimed, review_due_on, claimed_by, claimed_on)
    select p_id, 'month', p_month, rules.region_id, p_hospital, p_payer, rules.path, rules.hash, 'claimed', count(*),
      encode(sha256(convert_to(string_agg(j.settlement_id || ' ' || p.amount, E'\\n' order by j.value_date, j.id), 'UTF8')), 'hex'), sum(p.amount),
      funds.today() + (rules.content -> 'days' ->> 'review')::int, funds.scope_person(), funds.today()
    from claim_posting p join claim_journal j on j.id = p.journal_id where j.id = any (found) and p.payer_unit_id = p_payer and p.account = 'owed';
  insert into clearing_line (clearing_id, ordinal, journal_id, item_id, settlement_id, settled_on, amount, hospital_id, payer_unit_id, path)
    select p_id, row_number() over (order by j.value_date, j.id), j.id, p.item_id, j.settlement_id, j.value_date, p.amount, p_hospital, p_payer, rules.path
    from claim_posting p join claim_journal j on j.id = p.journal_id where j.id = any (found) and p.payer_unit_id = p_payer and p.account = 'owed';
  return 'done';
end`;

/** All is looked at before anything is written. A line whose settlement was struck meanwhile is not deducted from: its strike stands against it. */
const review = `
declare
  told clearing;
  line record;
  made uuid := gen_random_uuid();
begin
  select * into told from clearing c where c.id = p_id and funds.heir_of(c.payer_unit_id) = funds.scope_unit() for update;
  if told.id is null then return 'unknown'; end if;
  if told.state <> 'claimed' then return 'state ' || told.state; end if;
  for line in select given.*, l.item_id, l.amount from unnest(p_ordinals, p_amounts) as given(ordinal, fen)
      left join clearing_line l on l.clearing_id = p_id and l.ordinal = given.ordinal order by l.item_id loop
    if line.item_id is null then return 'line ' || line.ordinal; end if;
    if line.fen <= 0 or line.fen > line.amount then return 'amount ' || line.ordinal; end if;
    perform 1 from claim_journal j where j.id = line.item_id for update;
    if exists (select 1 from claim_journal k where k.reverses_id = line.item_id) then return 'struck ' || line.ordinal; end if;
  end loop;
  if cardinality(p_ordinals) > 0 then
    insert into clearing_deduction (id, clearing_id, ordinal, amount, reason, deducted_by, deducted_on, hospital_id, payer_unit_id, path)
      select gen_random_uuid(), p_id, given.ordinal, given.fen, given.why, funds.scope_person(), funds.today(), told.hospital_id, told.payer_unit_id, told.path
      from unnest(p_ordinals, p_amounts, p_reasons) as given(ordinal, fen, why);
    update clearing_line l set deducted = given.fen from unnest(p_ordinals, p_amounts) as given(ordinal, fen) where l.clearing_id = p_id and l.ordinal = given.ordinal;
    insert into claim_journal (id, kind, clearing_id, hospital_id, value_date, posted_by, path)
      values (made, 'deduct', p_id, told.hospital_id, funds.today(), funds.scope_person(), told.path);
    insert into claim_posting (journal_id, hospital_id, payer_unit_id, account, item_id, item_on, amount, path)
      select made, told.hospital_id, told.payer_unit_id, given.account, l.item_id, l.settled_on, given.sign * l.deducted, told.path
      from clearing_line l, (values ('owed', -1), ('deducted', 1)) as given(account, sign) where l.clearing_id = p_id and l.deducted > 0;
  end if;
  update clearing set state = 'reviewed', deducted = (select coalesce(sum(l.deducted), 0) from clearing_line l where l.clearing_id = p_id),
    reviewed_by = funds.scope_person(), reviewed_on = funds.today() where id = p_id;
  return 'done';
end`;

const object = `
declare
  told clearing_deduction;
  whole clearing;
begin
  select * into told from clearing_deduction d where d.id = p_id and funds.heir_of(d.hospital_id) = funds.scope_unit();
  select * into whole from clearing c where c.id = told.clearing_id for update;
  if whole.id is null then return 'unknown'; end if;
  if whole.state not in ('reviewed', 'disputed') then return 'state ' || whole.state; end if;
  select * into told from clearing_deduction d where d.id = p_id for update;
  if told.objection is not null then return 'objected'; end if;
  if funds.today() > whole.reviewed_on + (select (p.content -> 'days' ->> 'objection')::int from pack p where p.kind = 'clearing-rules' and p.hash = whole.pack_hash
    order by p.approved_at limit 1) then return 'late'; end if;
  update clearing_deduction set objection = p_objection, objected_by = funds.scope_person(), objected_on = funds.today() where id = p_id;
  update clearing set state = 'disputed' where id = whole.id;
  return 'done';
end`;

const decide = `
declare
  told clearing_deduction;
  whole clearing;
  line clearing_line;
  made uuid := gen_random_uuid();
begin
  select * into told from clearing_deduction d where d.id = p_id and funds.heir_of(d.payer_unit_id) = funds.scope_unit();
  select * into whole from clearing c where c.id = told.clearing_id for update;
  if whole.id is null then return 'unknown'; end if;
  if whole.state <> 'disputed' then return 'state ' || whole.state; end if;
  select * into told from clearing_deduction d where d.id = p_id for update;
  if told.objection is null or told.answer is not null then return 'decided'; end if;
  if p_restored < 0 or p_restored > told.amount then return 'amount ' || told.ordinal; end if;
  select * into line from clearing_line l where l.clearing_id = told.clearing_id and l.ordinal = told.ordinal;
  if p_restored > 0 then
    perform 1 from claim_journal j where j.id = line.item_id for update;
    if exists (select 1 from claim_journal k where k.reverses_id = line.item_id) then return 'struck ' || told.ordinal; end if;
    insert into claim_journal (id, kind, clearing_id, hospital_id, value_date, posted_by, path)
      values (made, 'restore', whole.id, whole.hospital_id, funds.today(), funds.scope_person(), whole.path);
    insert into claim_posting (journal_id, hospital_id, payer_unit_id, account, item_id, item_on, amount, path)
      select made, whole.hospital_id, whole.payer_unit_id, given.account, line.item_id, line.settled_on, given.sign * p_restored, whole.path
      from (values ('owed', 1), ('deducted', -1)) as given(account, sign);
    update clearing_line set deducted = deducted - p_restored where clearing_id = told.clearing_id and ordinal = told.ordinal;
  end if;
  update clearing_deduction set restored = p_restored, answer = p_answer, decided_by = funds.scope_person(), decided_on = funds.today() where id = p_id;
  update clearing c set deducted = c.deducted - p_restored, state = case when exists (
    select 1 from clearing_deduction d where d.clearing_id = c.id and d.objection is not null and d.answer is null) then 'disputed' else 'reviewed' end where c.id = whole.id;
  return 'done';
end`;

/** Of each side the last list that it brought counts; one of the two there must be. */
const reconcile = `
declare
  told clearing;
  open int;
begin
  select * into told from clearing c where c.id = p_id and funds.scope_unit() in (funds.heir_of(c.hospital_id), funds.heir_of(c.payer_unit_id)) for update;
  if told.id is null then return 'unknown'; end if;
  if told.state <> 'reviewed' then return 'state ' || told.state; end if;
  if not exists (select 1 from clearing_list l where l.clearing_id = p_id) then return 'no-list'; end if;
  select count(*) into open from clearing_difference d join clearing_list l on l.id = d.list_id
    where l.clearing_id = p_id and d.explanation is null and not exists (select 1 from clearing_list n where n.clearing_id = p_id and n.side = l.side and n.id > l.id);
  if open > 0 then return 'open ' || open; end if;
  update clearing set state = 'reconciled', reconciled_by = funds.scope_person(), reconciled_on = funds.today() where id = p_id;
  return 'done';
end`;

export const clearingFunctions = migration(
  1700000000502,
  'ClearingFunctions',
  (names) => `
${definer('funds.submit_clearing(p_id uuid, p_hospital uuid, p_payer uuid, p_month text) returns text', submit, names, 'funds', ['institution'])}
${definer('funds.review_clearing(p_id uuid, p_ordinals int[], p_amounts bigint[], p_reasons text[]) returns text', review, names, 'funds', ['institution'])}
${definer('funds.object_to_deduction(p_id uuid, p_objection text) returns text', object, names, 'funds', ['institution'])}
${definer('funds.decide_deduction(p_id uuid, p_restored bigint, p_answer text) returns text', decide, names, 'funds', ['institution'])}
${definer('funds.reconcile_clearing(p_id uuid) returns text', reconcile, names, 'funds', ['institution'])}
`,
);
