// What came back is applied for anew (重发): each new line names the returned one that it pays, and of no line is more re-issued than came back of it.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isListed, protect } from '#platform/database/protect';

/** Locked before it is summed: of two who re-issue at once, or of one who re-issues and one who undoes the return, the second finds what the first has done. */
const within = `
declare
  back bigint;
begin
  select l.returned into back from disbursement_line l where l.id = p_line for update;
  if p_more + (select coalesce(sum(r.amount), 0) from line_reissue r join disbursement_line n on n.id = r.by_line_id
      where r.line_id = p_line and n.state <> 'released') > back then
    raise exception 'no more is re-issued than came back' using errcode = 'integrity_constraint_violation', constraint = 'line_reissue_within_returned';
  end if;
end`;

/** The same household, the same lot and the very amount; and who was not entitled gets nothing again. */
const check = `
begin
  perform funds.keep_reissued_within(new.line_id, new.amount);
  if not exists (select 1 from disbursement_line l join disbursement_line n on n.household_id = l.household_id and n.lot_id = l.lot_id and n.disbursement_id <> l.disbursement_id
      where l.id = new.line_id and n.id = new.by_line_id and n.disbursement_id = new.disbursement_id and n.amount = new.amount and l.household_id = new.household_id) then
    raise exception 'a line is re-issued to whom it was for' using errcode = 'integrity_constraint_violation', constraint = 'line_reissue_as_returned';
  end if;
  if exists (select 1 from recovery r where r.line_id = new.line_id and (r.state <> 'withdrawn' or r.received > 0)) then
    raise exception 'what is recovered is not re-issued' using errcode = 'integrity_constraint_violation', constraint = 'line_reissue_not_recovered';
  end if;
  return new;
end`;

/** A return that is undone, and a line that would be let go and taken up again. */
const keep = `
begin
  perform funds.keep_reissued_within(each.line, 0)
    from (select new.id as line union select r.line_id from line_reissue r where r.by_line_id = new.id order by 1) each;
  return null;
end`;

/** Everything in the new batch pays what came back of the old one, household by household. */
const link = `
begin
  if not exists (select 1 from disbursement d where d.id = p_of and funds.in_scope(d.path))
    or not exists (select 1 from disbursement d where d.id = p_by and d.state = 'applied' and d.applied_by = funds.scope_person() and funds.in_scope(d.path)) then return 'unknown'; end if;
  insert into line_reissue (line_id, by_line_id, disbursement_id, amount, household_id, region_id, path)
    select l.id, n.id, n.disbursement_id, n.amount, l.household_id, l.region_id, l.path
    from disbursement_line l join disbursement_line n on n.disbursement_id = p_by and n.household_id = l.household_id where l.disbursement_id = p_of order by l.id;
  return 'done';
end`;

export const lineReissues = migration(
  1700000000524,
  'LineReissues',
  (names) => `
create table funds.line_reissue (
  by_line_id uuid constraint line_reissue_by_once primary key references funds.disbursement_line (id),
  line_id uuid not null references funds.disbursement_line (id),
  disbursement_id uuid not null references funds.disbursement (id),
  amount bigint not null constraint line_reissue_above_zero check (amount > 0),
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null
);
create index line_reissue_of_line on funds.line_reissue (line_id);
create index line_reissue_by_batch on funds.line_reissue (disbursement_id);
${protect('funds.line_reissue', names, { region: inRange('path'), paired: isListed('household_id') })}
${appendOnly('funds.line_reissue', 'funds', ['region_id', 'path'])}
${definer('funds.keep_reissued_within(p_line uuid, p_more bigint) returns void', within, names, 'funds', [])}
${definer('funds.check_line_reissue() returns trigger', check, names, 'funds', [])}
create trigger within_returned before insert on funds.line_reissue for each row execute function funds.check_line_reissue();
${definer('funds.keep_line_reissues() returns trigger', keep, names, 'funds', [])}
create trigger reissued_within after update on funds.disbursement_line for each row
  when (new.returned < old.returned or (old.state = 'released' and new.state <> 'released')) execute function funds.keep_line_reissues();
${definer('funds.link_reissue(p_of uuid, p_by uuid) returns text', link, names, 'funds', ['region'])}
`,
);
