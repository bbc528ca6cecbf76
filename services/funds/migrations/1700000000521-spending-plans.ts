// Plans of the use of money (用款计划) by month and by who uses it: submitted by one person, approved or returned by another, compared with what was paid to its end recipients.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect, type Reach } from '#platform/database/protect';

const written: Reach = { rows: inRange('path'), verbs: ['select', 'insert'] };
const decided: Reach = { rows: inRange('path'), verbs: ['select', 'insert', 'update'] };

/** Of the plan's calendar year and book: what is not for a project of the plan belongs to the nearest place that the plan names, and to none of it otherwise. */
const spent = `
declare
  held spending_plan;
begin
  select * into held from spending_plan u where u.id = p_plan and funds.in_scope(u.path);
  if held.id is null then return; end if;
  return query
  with named as (
    select distinct x.project_id from spending_plan_line x where x.plan_id = held.id and x.project_id is not null
  ), of_projects as (
    select to_char(l.paid_on, 'YYYY-MM') as month, named.project_id, l.path, sum(l.amount - l.returned) as fen
    from named join project_payment given on given.project_id = named.project_id
    join disbursement_line l on l.disbursement_id = given.disbursement_id and l.paid_on >= make_date(held.year, 1, 1) and l.paid_on < make_date(held.year + 1, 1, 1)
      and l.path >= held.path and l.path < left(held.path, -1) || '0'
    join allotment_line lot on lot.id = l.lot_id and lot.book = held.book
    group by 1, 2, 3
    union all
    select to_char(c.paid_on, 'YYYY-MM'), named.project_id, c.path, sum(c.amount)
    from named join project_contract given on given.project_id = named.project_id
    join stage_claim c on c.reimbursement_id = given.reimbursement_id and c.paid_on >= make_date(held.year, 1, 1) and c.paid_on < make_date(held.year + 1, 1, 1)
      and c.path >= held.path and c.path < left(held.path, -1) || '0'
    join allotment_line lot on lot.id = c.lot_id and lot.book = held.book
    group by 1, 2, 3
  ), every as (
    select o.month, o.project_id, o.path, o.fen from of_projects o
    union all select o.month, null, o.path, -o.fen from of_projects o
    union all select v.month, null, v.path, v.paid - v.returned + v.stages_paid from village_payments v
      where v.month between held.year || '-01' and held.year || '-12' and v.book = held.book and v.path >= held.path and v.path < left(held.path, -1) || '0'
  ), places as (
    select distinct e.path, nearest.region_id from every e left join lateral (
      select x.region_id from spending_plan_line x where x.plan_id = held.id and x.project_id is null and starts_with(e.path, x.path) order by length(x.path) desc limit 1
    ) nearest on true
  )
  select e.month, case when e.project_id is null then p.region_id end, e.project_id, sum(e.fen)::bigint
  from every e join places p on p.path = e.path group by 1, 2, 3 having sum(e.fen) <> 0;
end`;

/** What a plan can be drawn from: what projects of the annual plan have left in the book, stages of contracts to come, and what is reserved and waits to be paid. */
const sources = `
begin
  if not funds.in_scope(p_lo) or p_hi collate "C" > nullif(current_setting('scope.hi', true), '') then
    raise exception 'a range beyond the scope' using errcode = 'insufficient_privilege';
  end if;
  return query
  select p.region_id, p.id, p.starts_on, p.ends_on,
    (case p_book when 'special' then p.budget_special when 'integrated' then p.budget_integrated when 'donation' then p.budget_donated else 0 end - coalesce(taken.fen, 0) - coalesce(contracted.fen, 0))::bigint
  from project p left join lateral (
    select sum(d.total - d.released - d.returned) as fen from project_payment given join disbursement d on d.id = given.disbursement_id and d.state not in ('rejected', 'withdrawn')
    join allotment_line lot on lot.id = d.lot_id and lot.book = p_book where given.project_id = p.id
  ) taken on true
  left join lateral (
    select sum(r.contracted) as fen from project_contract given join reimbursement r on r.id = given.reimbursement_id
    join allotment_line lot on lot.id = r.lot_id and lot.book = p_book where given.project_id = p.id
  ) contracted on true
  where p.path >= p_lo collate "C" and p.path < p_hi collate "C" and p.spendable and p.plan_year <= p_year
  union all
  select d.region_id, given.project_id, null, null, sum(l.amount)::bigint
  from disbursement d join disbursement_line l on l.disbursement_id = d.id and l.state = 'reserved' join allotment_line lot on lot.id = d.lot_id and lot.book = p_book
  left join project_payment given on given.disbursement_id = d.id
  where d.state in ('applied', 'approved', 'ordered') and d.path >= p_lo collate "C" and d.path < p_hi collate "C" group by d.region_id, given.project_id
  union all
  select c.region_id, given.project_id, null, null, sum(c.amount)::bigint from stage_claim c join allotment_line lot on lot.id = c.lot_id and lot.book = p_book
  left join project_contract given on given.reimbursement_id = c.reimbursement_id
  where c.state in ('applied', 'approved') and c.path >= p_lo collate "C" and c.path < p_hi collate "C" group by c.region_id, given.project_id
  union all
  select p.region_id, p.id, p.starts_on, p.ends_on, (r.contracted - coalesce((select sum(c.amount) from stage_claim c where c.reimbursement_id = r.id and c.state <> 'rejected'), 0))::bigint
  from reimbursement r join project_contract given on given.reimbursement_id = r.id join project p on p.id = given.project_id
  join allotment_line lot on lot.id = r.lot_id and lot.book = p_book where p.path >= p_lo collate "C" and p.path < p_hi collate "C";
end`;

export const spendingPlans = migration(
  1700000000521,
  'SpendingPlans',
  (names) => `
create table funds.spending_plan (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  book text not null constraint spending_plan_book check (book in ('special', 'integrated', 'donation', 'medical')),
  document_number text not null constraint spending_plan_document_length check (length(document_number) between 2 and 100),
  total bigint not null constraint spending_plan_above_zero check (total > 0),
  submitted_by uuid not null,
  submitted_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  outcome text constraint spending_plan_outcome check (outcome in ('approved', 'returned', 'withdrawn')),
  reason text,
  constraint spending_plan_four_eyes check (decided_by <> submitted_by),
  constraint spending_plan_decided_whole check ((decided_by is not null) = coalesce(outcome in ('approved', 'returned'), false) and (decided_at is null) = (outcome is null)
    and (reason is not null) = coalesce(outcome = 'returned', false))
);
create unique index spending_plan_open_once on funds.spending_plan (region_id, year, book) where outcome is null;
create index spending_plan_by_path on funds.spending_plan (path, id);
create table funds.spending_plan_line (
  id uuid primary key,
  plan_id uuid not null references funds.spending_plan (id),
  number int not null,
  month text collate "C" not null constraint spending_plan_line_month check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  region_id uuid not null,
  path text collate "C" not null,
  project_id uuid references funds.project (id),
  amount bigint not null constraint spending_plan_line_above_zero check (amount > 0),
  constraint spending_plan_line_number_once unique (plan_id, number),
  constraint spending_plan_line_once unique nulls not distinct (plan_id, month, region_id, project_id)
);
${protect('funds.spending_plan', names, { region: decided })}
${protect('funds.spending_plan_line', names, { region: written })}
${decidedOnce('funds.spending_plan', 'outcome', ['outcome', 'decided_by', 'decided_at', 'reason'])}
${appendOnly('funds.spending_plan_line', 'funds', ['region_id', 'path'])}
${definer('funds.spent_of_plan(p_plan uuid) returns table (month text, region_id uuid, project_id uuid, spent bigint)', spent, names, 'funds', ['region'])}
${definer('funds.plan_sources(p_lo text, p_hi text, p_book text, p_year int) returns table (region_id uuid, project_id uuid, starts_on date, ends_on date, fen bigint)', sources, names, 'funds', ['region'])}
`,
);
