// Journals are judged together (凭证合并校验): what a statement wrote is judged as a whole when its transaction ends, or at once if constraints are immediate, and not anew for each posting.
import { migration } from '#platform/database/migration';
import { definer, protect, redefined } from '#platform/database/protect';

/** The first of them that breaks a rule names it; what is judged is the whole journal as it stands, whoever wrote its parts. */
const judge = `
declare
  bent record;
  rich uuid[];
begin
  with lot as (
    select told.id, p.lot_id, line.book, coalesce(sum(p.amount) filter (where not funds.is_cash(p.account)), 0) as authority,
      coalesce(sum(p.amount) filter (where funds.is_cash(p.account)), 0) as cash, coalesce(sum(p.amount) filter (where p.account = 'paid'), 0) as paid,
      coalesce(sum(p.amount) filter (where p.account = 'cash-paid'), 0) as spent, coalesce(sum(p.amount) filter (where p.account = 'cash-passed'), 0) as passed
    from (select distinct id from unnest(p_journals) given(id)) told
    left join posting p on p.journal_id = told.id left join allotment_line line on line.id = p.lot_id group by told.id, p.lot_id, line.book
  ), whole as (
    select id, case when bool_or(lot_id is null or authority <> 0 or cash <> 0) then 'journal_balances' when bool_or(paid <> spent) then 'journal_pays_in_both_books'
      when count(distinct book) > 1 then 'journal_of_one_book' when sum(passed) <> 0 then 'journal_cash_passed_on' end as broken from lot group by id
  )
  select id, broken, case broken when 'journal_balances' then 'does not balance' when 'journal_pays_in_both_books' then 'pays in one book only'
    when 'journal_of_one_book' then 'crosses books' else 'passes cash to nobody' end as says into bent from whole where broken is not null order by id limit 1;
  if bent.id is null then
    select array_agg(b.lot_id) into rich from (
      select b.lot_id from balance b where b.lot_id = any (array(select distinct p.lot_id from posting p where p.journal_id = any (p_journals))) group by b.lot_id
      having coalesce(sum(b.amount) filter (where b.account = 'cash-held'), 0) > coalesce(sum(b.amount) filter (where b.account in ('available', 'frozen', 'reserved')), 0)
    ) b;
    if rich is not null then
      select p.journal_id as id, 'balance_cash_within_authority' as broken, 'leaves more cash than there is authority for' as says into bent
        from posting p where p.journal_id = any (p_journals) and p.lot_id = any (rich) order by p.journal_id limit 1;
    end if;
  end if;
  if bent.id is null then
    select j.id, 'journal_reversal_exact' as broken, 'does not undo exactly what it reverses' as says into bent from journal j
      where j.id = any (p_journals) and j.reverses_id is not null and exists (
        select 1 from posting p where p.journal_id in (j.id, j.reverses_id) group by p.lot_id, p.account having sum(p.amount) <> 0) order by j.id limit 1;
  end if;
  if bent.id is not null then
    raise exception 'journal % %', bent.id, bent.says using errcode = 'integrity_constraint_violation', constraint = bent.broken;
  end if;
end`;

/** Of a journal alone it is asked whether it has postings: these bring the rest with them. */
const judgeKept = `
begin
  delete from journal_judgement k where k.id = new.id;
  if not new.is_opened then
    perform funds.judge_journals(new.journals);
  elsif exists (select 1 from unnest(new.journals) given(id) where not exists (select 1 from posting p where p.journal_id = given.id)) then
    raise exception 'a journal without postings does not balance' using errcode = 'integrity_constraint_violation', constraint = 'journal_balances';
  end if;
  return null;
end`;

const keep = (column: 'id' | 'journal_id', isOpened: boolean) => `
begin
  insert into journal_judgement (journals, is_opened) select array_agg(distinct f.${column}), ${isOpened} from fresh f having count(*) > 0;
  return null;
end`;

/** As before, of all journals of a statement at once. */
const openForBooking = `
begin
  if exists (
    select 1 from (select distinct to_char(f.booked_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, f.path from fresh f) booked
    join period p on p.month = booked.month and p.closed_at is not null and starts_with(booked.path, p.path)
  ) then
    raise exception 'the month of this booking is closed' using errcode = 'integrity_constraint_violation', constraint = 'journal_in_open_period';
  end if;
  return null;
end`;

const judgeChanged = `
begin
  perform funds.judge_journals(array[new.journal_id, old.journal_id]);
  return null;
end`;

export const journalsJudgedTogether = migration(
  1700000000550,
  'JournalsJudgedTogether',
  (names) => `
drop trigger journal_balances on funds.journal;
drop trigger posting_balances on funds.posting;
drop function funds.check_journal();
drop trigger in_open_period on funds.journal;

-- A row for each statement that wrote, gone when it is judged: what waits to be judged cannot be forged or forgotten, and is undone with its statement.
create table funds.journal_judgement (
  id bigint generated always as identity primary key,
  journals uuid[] not null,
  is_opened boolean not null
);
${protect('funds.journal_judgement', names, {})}
${definer('funds.judge_journals(p_journals uuid[]) returns void', judge, names, 'funds', [])}
${definer('funds.judge_kept() returns trigger', judgeKept, names, 'funds', [])}
${definer('funds.keep_opened() returns trigger', keep('id', true), names, 'funds', [])}
${definer('funds.keep_posted() returns trigger', keep('journal_id', false), names, 'funds', [])}
${definer('funds.judge_changed() returns trigger', judgeChanged, names, 'funds', [])}
create constraint trigger journal_balances after insert on funds.journal_judgement deferrable initially deferred
  for each row execute function funds.judge_kept();
create trigger is_judged after insert on funds.journal referencing new table as fresh for each statement execute function funds.keep_opened();
create trigger is_judged after insert on funds.posting referencing new table as fresh for each statement execute function funds.keep_posted();
${redefined('funds.open_for_booking() returns trigger', openForBooking, names, 'funds', [])}
create trigger in_open_period after insert on funds.journal referencing new table as fresh for each statement execute function funds.open_for_booking();
-- A move of its region changes no more of a posting than its path.
create constraint trigger posting_balances after update on funds.posting deferrable initially deferred for each row
  when ((old.journal_id, old.lot_id, old.account, old.amount) is distinct from (new.journal_id, new.lot_id, new.account, new.amount))
  execute function funds.judge_changed();
`,
);
