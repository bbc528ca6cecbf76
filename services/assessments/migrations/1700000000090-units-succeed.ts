// Units succeed each other (单位承继): open tasks, findings and unanswered exposures pass to the successor; what was decided stays where it was.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';
import type { RoleNames } from '#platform/database/roles';
import { letPassToHeir, reachOfHeirs, unitHeirs, unitsApart } from '#platform/database/unit-heirs';

/** Assumed: a task is open until a report that it is wholly done was confirmed; a report stays with the unit that made it. */
const pass = (kind: string, table: string, column: string, open: string) => `
    with passed as (update ${table} t set ${column} = p_to where t.${column} = p_from and ${open} returning t.id)
      insert into unit_pass (subject_kind, subject_id, from_unit, to_unit, since) select '${kind}', p.id, p_from, p_to, p_since from passed p
      on conflict do nothing;`;

const passOn = [
  pass(
    'task',
    'task',
    'unit_id',
    `not exists (select 1 from progress p where p.task_id = t.id and p.outcome = 'confirmed' and p.percent = 100)`,
  ),
  // Re-checked by the successor while it was another unit: that stands; should it be returned, it passes then.
  pass(
    'finding',
    'finding',
    'lead_unit',
    `t.state <> 'closed' and assessments.heir_of(t.rechecked_unit) is distinct from p_to`,
  ),
  pass('exposure', 'exposure', 'unit_id', 't.answered_at is null and t.withdrawn_at is null'),
].join('');

const reach = (names: RoleNames) => {
  const tables: [table: string, also: string, column: string][] = [
    ['task', '', 'unit_id'],
    ['progress', '', 'unit_id'],
    ['finding', ' and released_at is not null', 'lead_unit'],
    ['finding_step', '', 'lead_unit'],
    ['exposure', ' and published_at is not null', 'unit_id'],
    ['evidence_use', ' and released_at is not null', 'unit_id'],
    ['inspection', ' and released_at is not null', 'unit_id'],
    ['bright_point', '', 'unit_id'],
  ];
  return tables
    .map(([table, also, column]) => reachOfHeirs(names, table, 'unit', (mine) => `(${mine(column)}${also})`))
    .join('\n');
};

export const unitsSucceed = migration(
  1700000000090,
  'UnitsSucceed',
  (names) => `
${unitHeirs(names, passOn)}
${reach(names)}
${letPassToHeir(names, 'task_is_appended', 'unit_id')}
${letPassToHeir(names, 'finding_follows_its_table', 'lead_unit')}
${letPassToHeir(names, 'exposure_is_settled_in_steps', 'unit_id')}

-- A report names the unit that owed the task when it was made, and keeps it when the task passes on.
alter table assessments.progress drop constraint progress_of_unit_task;
alter table assessments.task drop constraint task_unit_key;
${definer(
  'assessments.progress_of_its_unit() returns trigger',
  `begin
  perform 1 from task t where t.id = new.task_id and t.unit_id = new.unit_id for share;
  if not found then
    raise exception 'a report is of the unit that owes the task' using errcode = 'foreign_key_violation', constraint = 'progress_of_unit_task';
  end if;
  return new;
end`,
  names,
  'assessments',
  [],
)}
create trigger of_its_unit before insert or update of task_id, unit_id on assessments.progress for each row when (new.unit_id is not null)
  execute function assessments.progress_of_its_unit();

-- What is given to a unit that has ended is its successor's, whichever way it comes: a new task, a finding that is returned or reopened.
create function assessments.task_goes_to_heir() returns trigger language plpgsql as $heir$
begin
  new.unit_id := assessments.heir_of(new.unit_id);
  return new;
end $heir$;
create trigger goes_to_heir before insert on assessments.task for each row when (new.unit_id is not null) execute function assessments.task_goes_to_heir();
create function assessments.finding_goes_to_heir() returns trigger language plpgsql as $heir$
begin
  if assessments.heir_of(new.rechecked_unit) is distinct from assessments.heir_of(new.lead_unit) then
    new.lead_unit := assessments.heir_of(new.lead_unit);
  end if;
  return new;
end $heir$;
create trigger goes_to_heir before insert or update on assessments.finding for each row when (new.lead_unit is not null and new.state <> 'closed')
  execute function assessments.finding_goes_to_heir();

${unitsApart(names, 'progress', 'progress_other_unit', [
  ['reported_unit', 'confirmed_unit'],
  ['unit_id', 'confirmed_unit'],
])}
${unitsApart(names, 'progress', 'progress_verified_other_unit', [
  ['reported_unit', 'verified_unit'],
  ['unit_id', 'verified_unit'],
  ['verified_unit', 'confirmed_unit'],
])}
${unitsApart(names, 'finding', 'finding_recheck_other_unit', [
  ['lead_unit', 'rechecked_unit'],
  ['lead_unit', 'closed_unit'],
])}
`,
);
