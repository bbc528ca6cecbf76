// Months of the books (账期): closed by two people in their order, kept with what the books said on both bases, and from then on without a booking.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';

const BOOKED = `(j.booked_at at time zone 'Asia/Shanghai')::date`;

/** Sums alone leave this function, and only of a range that lies wholly within the caller's own. */
const monthBooks = `
begin
  if not funds.in_scope(p_lo) or p_hi collate "C" > nullif(current_setting('scope.hi', true), '') then
    raise exception 'a range beyond the scope' using errcode = 'insufficient_privilege';
  end if;
  return query select s.book, s.account, s.booked, s.valued from funds.sums_until(p_lo, p_hi, p_until) s;
end`;

const sumsUntil = `
begin
  return query
  select line.book, p.account, coalesce(sum(p.amount) filter (where ${BOOKED} < p_until), 0)::bigint, coalesce(sum(p.amount) filter (where j.value_date < p_until), 0)::bigint
  from allotment_line line join posting p on p.lot_id = line.id join journal j on j.id = p.journal_id
  where line.path >= p_lo collate "C" and line.path < p_hi collate "C" and (${BOOKED} < p_until or j.value_date < p_until)
  group by line.book, p.account;
end`;

/** Months close in their order, so that what was closed can never be added to by an earlier one. */
const proposeClose = `
declare
  place text;
  first text;
begin
  select s.path into place from scope s where s.region_id = p_region;
  if place is null or not funds.in_scope(place) then return 'unknown'; end if;
  if p_month >= to_char(funds.today(), 'YYYY-MM') then return 'not-over'; end if;
  select to_char(min(${BOOKED}), 'YYYY-MM') into first from journal j
    where j.path >= place and j.path < left(place, -1) || '0'
      and not exists (select 1 from period p where p.region_id = p_region and p.closed_at is not null and p.month = to_char(${BOOKED}, 'YYYY-MM'));
  if first is null then return 'empty'; end if;
  if first <> p_month then return 'order ' || first; end if;
  insert into period (id, month, region_id, path, proposed_by) values (p_id, p_month, p_region, place, funds.scope_person());
  insert into period_sum (period_id, book, account, booked, valued, path)
    select p_id, s.book, s.account, s.booked, s.valued, place from funds.sums_until(place, left(place, -1) || '0', ((p_month || '-01')::date + interval '1 month')::date) s;
  return 'done';
end`;

/** What changed since the proposal is looked at anew: the second person closes the very figures that he saw. */
const decideClose = `
declare
  told period;
begin
  select * into told from period p where p.id = p_id and funds.in_scope(p.path) for update;
  if told.id is null then return 'unknown'; end if;
  if told.closed_at is not null or told.withdrawn_at is not null then return 'decided'; end if;
  if p_step = 'withdraw' then
    update period set withdrawn_at = now() where id = p_id;
    return 'done';
  end if;
  if exists (
    select 1 from (select s.book, s.account, s.booked, s.valued from funds.sums_until(told.path, left(told.path, -1) || '0', ((told.month || '-01')::date + interval '1 month')::date) s) now
    full join (select book, account, booked, valued from period_sum where period_id = p_id) then_ using (book, account)
    where now.booked is distinct from then_.booked or now.valued is distinct from then_.valued
  ) then return 'changed'; end if;
  update period set closed_by = funds.scope_person(), closed_at = now() where id = p_id;
  return 'done';
end`;

const openForBooking = `
begin
  if exists (
    select 1 from period p where p.closed_at is not null and p.month = to_char(new.booked_at at time zone 'Asia/Shanghai', 'YYYY-MM') and starts_with(new.path, p.path)
  ) then
    raise exception 'the month of this booking is closed' using errcode = 'integrity_constraint_violation', constraint = 'journal_in_open_period';
  end if;
  return new;
end`;

export const periods = migration(
  1700000000404,
  'Periods',
  (names) => `
create table funds.period (
  id uuid primary key,
  month text collate "C" not null constraint period_month check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  region_id uuid not null,
  path text collate "C" not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  closed_by uuid,
  closed_at timestamptz,
  withdrawn_at timestamptz,
  constraint period_four_eyes check (closed_by <> proposed_by),
  constraint period_over check ((proposed_at at time zone 'Asia/Shanghai')::date >= ((month || '-01')::date + interval '1 month')::date),
  constraint period_closed_whole check ((closed_by is null) = (closed_at is null) and (closed_at is null or withdrawn_at is null))
);
create unique index period_once on funds.period (region_id, month) where withdrawn_at is null;
create index period_by_path on funds.period (path, month);
create index period_closed on funds.period (month) where closed_at is not null;
create table funds.period_sum (
  period_id uuid not null references funds.period (id),
  book text not null,
  account text not null,
  booked bigint not null,
  valued bigint not null,
  path text collate "C" not null,
  primary key (period_id, book, account)
);
${protect('funds.period', names, { region: inRange('path') })}
${protect('funds.period_sum', names, { region: inRange('path') })}
${appendOnly('funds.period', 'funds', ['region_id', 'path', 'closed_by', 'closed_at', 'withdrawn_at'])}
${appendOnly('funds.period_sum', 'funds', ['path'])}
${definer('funds.sums_until(p_lo text, p_hi text, p_until date) returns table (book text, account text, booked bigint, valued bigint)', sumsUntil, names, 'funds', [])}
${definer('funds.month_books(p_lo text, p_hi text, p_until date) returns table (book text, account text, booked bigint, valued bigint)', monthBooks, names, 'funds', ['region'])}
${definer('funds.propose_close(p_id uuid, p_month text, p_region uuid) returns text', proposeClose, names, 'funds', ['region'])}
${definer('funds.decide_close(p_id uuid, p_step text) returns text', decideClose, names, 'funds', ['region'])}
${definer('funds.open_for_booking() returns trigger', openForBooking, names, 'funds', [])}
create trigger in_open_period before insert on funds.journal for each row execute function funds.open_for_booking();
`,
);
