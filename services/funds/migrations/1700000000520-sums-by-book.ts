// What villages keep of money (村级合计), by book: of a budget year what is reserved and paid, of a month what was paid; lines of households and stages of contracts, each kept by triggers alone.
import { migration } from '#platform/database/migration';
import { definer, inRange, protect, redefined } from '#platform/database/protect';

const monthOf = (day: string) => `to_char(${day}, 'YYYY-MM')`;

/** A return counts in the month in which its line was paid: what was paid in a month is what stayed of it. */
const line = (of: string, from: string, sign: string) => `
select ${of}.region_id, ${of}.path, ${of}.year, lot.book, ${monthOf(`${of}.paid_on`)} as month, ${sign}case ${of}.state when 'reserved' then ${of}.amount else 0 end as reserved,
  ${sign}case ${of}.state when 'paid' then ${of}.amount else 0 end as paid, ${sign}${of}.returned as returned, ${sign}case ${of}.state when 'paid' then 1 else 0 end as lines,
  0 as stages_reserved, 0 as stages_paid from ${from} ${of} join allotment_line lot on lot.id = ${of}.lot_id`;

const stage = (of: string, from: string, sign: string) => `
select ${of}.region_id, ${of}.path, lot.year, lot.book, ${monthOf(`${of}.paid_on`)} as month, 0 as reserved, 0 as paid, 0 as returned, 0 as lines,
  ${sign}case when ${of}.state in ('applied', 'approved') then ${of}.amount else 0 end as stages_reserved,
  ${sign}case ${of}.state when 'paid' then ${of}.amount else 0 end as stages_paid from ${from} ${of} join allotment_line lot on lot.id = ${of}.lot_id`;

const YEARLY = ['reserved', 'paid', 'returned', 'lines', 'stages_reserved', 'stages_paid'];
const MONTHLY = ['paid', 'returned', 'lines', 'stages_paid'];

/** Villages in order, so that two batches of one town never wait for each other in a ring; rows are there before they are moved, since what is taken away is below zero. */
const add = (moved: string) => `
insert into village_funds (region_id, year, book, path)
  select distinct on (m.region_id, m.year, m.book) m.region_id, m.year, m.book, m.path from (${moved}) m order by m.region_id, m.year, m.book
  on conflict do nothing;
with moved as (
  select m.region_id, m.year, m.book, ${YEARLY.map((each) => `sum(m.${each}) as ${each}`).join(', ')} from (${moved}) m group by m.region_id, m.year, m.book
), locked as (
  select s.region_id, s.year, s.book from village_funds s join moved m using (region_id, year, book)
  where ${YEARLY.map((each) => `m.${each} <> 0`).join(' or ')} order by s.region_id, s.year, s.book for update of s
)
update village_funds s set ${YEARLY.map((each) => `${each} = s.${each} + m.${each}`).join(', ')}
  from moved m join locked using (region_id, year, book) where (s.region_id, s.year, s.book) = (m.region_id, m.year, m.book);
insert into village_payments (region_id, month, book, path, ${MONTHLY.join(', ')})
  select m.region_id, m.month, m.book, min(m.path), ${MONTHLY.map((each) => `sum(m.${each})`).join(', ')} from (${moved}) m where m.month is not null
  group by m.region_id, m.month, m.book having ${MONTHLY.map((each) => `sum(m.${each}) <> 0`).join(' or ')} order by m.region_id, m.month, m.book
  on conflict (region_id, month, book) do update set ${MONTHLY.map((each) => `${each} = village_payments.${each} + excluded.${each}`).join(', ')};`;

const kept = (of: typeof line) => `
begin
  if tg_op = 'INSERT' then
    ${add(of('f', 'fresh', ''))}
  else
    ${add(`${of('f', 'fresh', '')} union all ${of('g', 'gone', '-')}`)}
  end if;
  return null;
end`;

/** As before, but of a batch that is partly paid, card by card, what is paid counts. */
const projectMoney = `
begin
  return query select p.id, funds.project_committed(p.id),
      coalesce((select sum(paid.amount - paid.returned) from project_payment l join disbursement_line paid on paid.disbursement_id = l.disbursement_id and paid.state = 'paid'
        where l.project_id = p.id), 0)::bigint
      + coalesce((select sum(s.amount) from project_contract c join stage_claim s on s.reimbursement_id = c.reimbursement_id
        where c.project_id = p.id and s.state = 'paid'), 0)::bigint,
      (select count(*) from project_payment l where l.project_id = p.id)::int
    from project p where p.id = any (p_projects) and funds.in_scope(p.path);
end`;

const triggers = (table: string, run: string) => `
create trigger kept_sums after insert on ${table} referencing new table as fresh for each statement execute function ${run};
create trigger kept_sums_changed after update on ${table} referencing old table as gone new table as fresh for each statement execute function ${run};`;

export const sumsByBook = migration(
  1700000000520,
  'SumsByBook',
  (names) => `
drop trigger sum_payments on funds.disbursement_line;
drop trigger sum_payments_changed on funds.disbursement_line;
drop function funds.sum_payments();
drop table funds.village_payments, funds.village_funds;

create table funds.village_funds (
  region_id uuid not null,
  year int not null,
  book text not null,
  path text collate "C" not null,
  reserved bigint not null default 0 constraint village_funds_reserved_within check (reserved >= 0),
  paid bigint not null default 0 constraint village_funds_paid_within check (paid >= 0),
  returned bigint not null default 0 constraint village_funds_returned_within check (returned between 0 and paid),
  lines bigint not null default 0 constraint village_funds_lines_within check (lines >= 0),
  stages_reserved bigint not null default 0 constraint village_funds_stages_reserved_within check (stages_reserved >= 0),
  stages_paid bigint not null default 0 constraint village_funds_stages_paid_within check (stages_paid >= 0),
  constraint village_funds_once primary key (region_id, year, book)
);
create index village_funds_by_path on funds.village_funds (path, year) include (book, ${YEARLY.join(', ')});
create table funds.village_payments (
  region_id uuid not null,
  month text collate "C" not null,
  book text not null,
  path text collate "C" not null,
  paid bigint not null,
  returned bigint not null,
  lines bigint not null,
  stages_paid bigint not null,
  constraint village_payments_once primary key (region_id, month, book)
);
create index village_payments_by_path on funds.village_payments (month, path) include (book, ${MONTHLY.join(', ')});
${protect('funds.village_funds', names, { region: inRange('path') })}
${protect('funds.village_payments', names, { region: inRange('path') })}

${definer('funds.keep_line_sums() returns trigger', kept(line), names, 'funds', [])}
${definer('funds.keep_stage_sums() returns trigger', kept(stage), names, 'funds', [])}
set local search_path = funds, pg_temp;
${add(`${line('l', 'disbursement_line', '')} union all ${stage('c', 'stage_claim', '')}`)}
set local search_path to default;
${triggers('funds.disbursement_line', 'funds.keep_line_sums()')}
${triggers('funds.stage_claim', 'funds.keep_stage_sums()')}

-- The hands on batches and lines moved these sums themselves.
do $kept$
declare
  hand record;
begin
  for hand in select p.oid from pg_proc p where p.pronamespace = 'funds'::regnamespace and p.prosrc ~ 'funds\\.move_(line_)?sums\\(|update village_funds s set returned' loop
    execute regexp_replace(regexp_replace(pg_get_functiondef(hand.oid), '\\n[^\\n]*perform funds\\.move_(line_)?sums\\([^;]*;', '', 'g'), '\\n[^\\n]*update village_funds s set returned[^;]*;', '', 'g');
  end loop;
end $kept$;
drop function funds.move_sums(uuid, int, int);
drop function funds.move_line_sums(uuid[], int, int);

${redefined('funds.project_money(p_projects uuid[]) returns table (project_id uuid, allotted bigint, paid bigint, batches int)', projectMoney, names, 'funds', [])}
`,
);
