// Contracts of projects (项目报账): a contract is of a project in an approved annual plan and within its budget; each document of a claim is a file by its hash, signed and dated in order.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect, redefined } from '#platform/database/protect';

/** What was asked for and not given up, less what came back; of a contract all that it will cost. */
const committed = `
begin
  return (select coalesce(sum(d.total - d.released - d.returned), 0)::bigint from project_payment l join disbursement d on d.id = l.disbursement_id
      where l.project_id = p_project and d.state not in ('rejected', 'withdrawn'))
    + (select coalesce(sum(r.contracted), 0)::bigint from project_contract c join reimbursement r on r.id = c.reimbursement_id where c.project_id = p_project);
end`;

/** As wide as the rows: whoever reaches the project learns its sums, also of batches above him. */
const money = `
begin
  return query select p.id, funds.project_committed(p.id),
      coalesce((select sum(d.total - d.released - d.returned) from project_payment l join disbursement d on d.id = l.disbursement_id
        where l.project_id = p.id and d.state in ('paid', 'part-returned', 'returned')), 0)::bigint
      + coalesce((select sum(s.amount) from project_contract c join stage_claim s on s.reimbursement_id = c.reimbursement_id
        where c.project_id = p.id and s.state = 'paid'), 0)::bigint,
      (select count(*) from project_payment l where l.project_id = p.id)::int
    from project p where p.id = any (p_projects) and funds.in_scope(p.path);
end`;

const name = `
declare
  contract reimbursement;
  named project;
  open bigint;
begin
  select * into contract from reimbursement r where r.id = p_reimbursement and funds.in_scope(r.path) and r.made_by = funds.scope_person();
  -- Locked before it is summed, so that two contracts never share what is left.
  select * into named from project p where p.id = p_project and funds.in_scope(p.path) for update;
  if contract.id is null or named.id is null then return 'unknown'; end if;
  if not named.spendable or named.plan_year > (select line.year from allotment_line line where line.id = contract.lot_id) then return 'not-planned'; end if;
  open := named.budget_special + named.budget_integrated + named.budget_donated - funds.project_committed(p_project);
  if contract.contracted > open then return 'over ' || (contract.contracted - open); end if;
  insert into project_contract (reimbursement_id, project_id, region_id, path) values (contract.id, named.id, contract.region_id, contract.path);
  return 'done';
end`;

/** What the pack asks of documents: a file, signature and seal, and days in the order of acceptance, opinion and claim. */
const documents = `
declare
  held reimbursement;
  due date;
  wrong text;
begin
  select * into held from reimbursement r where r.id = new.reimbursement_id;
  select held.accepted_on + (given ->> 'afterAcceptance')::int into due from jsonb_array_elements(held.stages) given where given ->> 'code' = new.stage;
  select case
      when coalesce(paper ->> 'sha256', '') !~ '^[0-9a-f]{64}$' then 'file '
      when (known.rule ->> 'sealed')::boolean and (paper ->> 'sealed')::boolean is not true then 'sealed '
      else 'dated ' end || (paper ->> 'kind') into wrong
    from jsonb_array_elements(new.documents) paper
    left join pack p on p.kind = 'stage-payments' and p.hash = held.pack_hash
    left join lateral (select k as rule from jsonb_array_elements(p.content -> 'documentKinds') k where k ->> 'code' = paper ->> 'kind') known on true
    where coalesce(paper ->> 'sha256', '') !~ '^[0-9a-f]{64}$'
      or (known.rule ->> 'sealed')::boolean and (paper ->> 'sealed')::boolean is not true
      or (paper ->> 'day')::date > new.applied_on
      or (paper ->> 'day')::date < case known.rule ->> 'notBefore' when 'acceptance' then held.accepted_on when 'due' then due end
    limit 1;
  if wrong is not null then
    raise exception 'documents of a claim: %', wrong using errcode = 'integrity_constraint_violation', constraint = 'stage_claim_documents', detail = wrong;
  end if;
  return new;
end`;

const ground = `
begin
  update stage_claim c set ground = p_ground
    where c.id = p_claim and c.state = 'rejected' and c.ground is null and c.approved_by = funds.scope_person() and funds.in_scope(c.path);
  return found;
end`;

const grounds = `
begin
  return (select array(select g ->> 'code' from jsonb_array_elements(p.content -> 'grounds') g)
    from reimbursement r join pack p on p.kind = 'stage-payments' and p.hash = r.pack_hash where r.id = p_reimbursement and funds.in_scope(r.path) limit 1);
end`;

export const contractsOfProjects = migration(
  1700000000447,
  'ContractsOfProjects',
  (names) => `
create table funds.project_contract (
  reimbursement_id uuid constraint project_contract_one_project primary key references funds.reimbursement (id),
  project_id uuid not null references funds.project (id),
  region_id uuid not null,
  path text collate "C" not null
);
create index project_contract_of_project on funds.project_contract (project_id, reimbursement_id);
${protect('funds.project_contract', names, { region: inRange('path') })}
${appendOnly('funds.project_contract', 'funds', ['region_id', 'path'])}
${redefined('funds.project_committed(p_project uuid) returns bigint', committed, names, 'funds', [])}
${redefined('funds.project_money(p_projects uuid[]) returns table (project_id uuid, allotted bigint, paid bigint, batches int)', money, names, 'funds', [])}
${definer('funds.name_contract(p_reimbursement uuid, p_project uuid) returns text', name, names, 'funds', ['region'])}
create trigger within_budget after insert on funds.project_contract for each row execute function funds.check_project_budget();

${definer('funds.check_claim_documents() returns trigger', documents, names, 'funds', [])}
create trigger documents_in_order before insert on funds.stage_claim for each row when (new.state = 'applied') execute function funds.check_claim_documents();
alter table funds.stage_claim add column ground text constraint stage_claim_ground_of_refusal check (ground is null or state = 'rejected');
do $append$
begin
  execute replace(pg_get_functiondef('funds.stage_claim_is_appended()'::regprocedure), 'array[''region_id''', 'array[''ground'', ''region_id''');
end $append$;
${definer('funds.claim_grounds(p_reimbursement uuid) returns text[]', grounds, names, 'funds', ['region'])}
${definer('funds.tell_claim_ground(p_claim uuid, p_ground text) returns boolean', ground, names, 'funds', ['region'])}
`,
);
