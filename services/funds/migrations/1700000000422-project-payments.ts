// Money of a project (项目用款): a batch may name one project of the approved annual plan, never over its budget, and a budget is not cut below it.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';

/** What was asked for and not given up, less what came back. */
const committed = `
begin
  return (select coalesce(sum(d.total - d.returned), 0)::bigint from project_payment l join disbursement d on d.id = l.disbursement_id
    where l.project_id = p_project and d.state not in ('rejected', 'withdrawn'));
end`;

const nameProject = `
declare
  batch disbursement;
  named project;
  open bigint;
begin
  select * into batch from disbursement d where d.id = p_disbursement and funds.in_scope(d.path) and d.applied_by = funds.scope_person();
  -- Locked before it is summed, so that two batches never share what is left.
  select * into named from project p where p.id = p_project and funds.in_scope(p.path) for update;
  if batch.id is null or named.id is null then return 'unknown'; end if;
  if not named.spendable or named.plan_year > batch.year then return 'not-planned'; end if;
  open := named.budget_special + named.budget_integrated + named.budget_donated - funds.project_committed(p_project);
  if batch.total > open then return 'over ' || (batch.total - open); end if;
  insert into project_payment (disbursement_id, project_id, region_id, path) values (batch.id, named.id, batch.region_id, batch.path);
  return 'done';
end`;

/** As wide as the rows: whoever reaches the project learns its sums, also of batches above him. */
const money = `
begin
  return query select p.id, coalesce(sum(d.total - d.returned) filter (where d.state not in ('rejected', 'withdrawn')), 0)::bigint,
      coalesce(sum(d.total - d.returned) filter (where d.state in ('paid', 'part-returned', 'returned')), 0)::bigint, count(d.id)::int
    from project p left join project_payment l on l.project_id = p.id left join disbursement d on d.id = l.disbursement_id
    where p.id = any (p_projects) and funds.in_scope(p.path) group by p.id;
end`;

const within = `
declare
  budget bigint;
begin
  select p.budget_special + p.budget_integrated + p.budget_donated into budget from project p where p.id = coalesce(to_jsonb(new) ->> 'project_id', to_jsonb(new) ->> 'id')::uuid for update;
  if funds.project_committed(coalesce(to_jsonb(new) ->> 'project_id', to_jsonb(new) ->> 'id')::uuid) > budget then
    raise exception 'a project is paid within its budget' using errcode = 'integrity_constraint_violation', constraint = 'project_budget_covers_payments';
  end if;
  return null;
end`;

export const projectPayments = migration(
  1700000000422,
  'ProjectPayments',
  (names) => `
create table funds.project_payment (
  disbursement_id uuid constraint project_payment_one_project primary key references funds.disbursement (id),
  project_id uuid not null references funds.project (id),
  region_id uuid not null,
  path text collate "C" not null
);
create index project_payment_of_project on funds.project_payment (project_id, disbursement_id);
${protect('funds.project_payment', names, { region: inRange('path') })}
${appendOnly('funds.project_payment', 'funds', ['region_id', 'path'])}
${definer('funds.project_committed(p_project uuid) returns bigint', committed, names, 'funds', [])}
${definer('funds.name_project(p_disbursement uuid, p_project uuid) returns text', nameProject, names, 'funds', ['region'])}
${definer('funds.project_money(p_projects uuid[]) returns table (project_id uuid, allotted bigint, paid bigint, batches int)', money, names, 'funds', ['region', 'unit'])}
${definer('funds.check_project_budget() returns trigger', within, names, 'funds', [])}
create trigger within_budget after insert on funds.project_payment for each row execute function funds.check_project_budget();
create trigger budget_covers after update on funds.project for each row
  when (old.budget_special + old.budget_integrated + old.budget_donated > new.budget_special + new.budget_integrated + new.budget_donated)
  execute function funds.check_project_budget();
`,
);
