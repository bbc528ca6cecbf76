// Help plans (帮扶计划) of households by year, their measures (帮扶措施), and what each measure brought, signed by the household.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, protect } from '#platform/database/protect';

const PLACE = (name: string) => `constraint ${name}_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade`;

export const helpPlans = migration(
  1700000000242,
  'HelpPlans',
  (names) => `
create table households.help_plan (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null constraint help_plan_year check (year between 2014 and 2100),
  goal text not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  outcome text constraint help_plan_outcome check (outcome in ('approved', 'returned')),
  remark text,
  constraint help_plan_four_eyes check (reviewed_by <> drafted_by),
  constraint help_plan_reviewed_whole check (num_nulls(reviewed_by, reviewed_at, outcome) in (0, 3)),
  constraint help_plan_returned_with_reason check (outcome <> 'returned' or remark is not null),
  constraint help_plan_with_household unique (id, household_id),
  ${PLACE('help_plan')}
);
-- One that was returned is followed by another; none is changed.
create unique index help_plan_one_a_year on households.help_plan (household_id, year) where outcome is distinct from 'returned';
create index help_plan_of_household on households.help_plan (household_id, year desc, drafted_at desc);
create index help_plan_awaiting on households.help_plan (path, id) where outcome is null;
${protect('households.help_plan', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
})}
${appendOnly('households.help_plan', 'households', ['region_id', 'path', 'reviewed_by', 'reviewed_at', 'outcome', 'remark', 'hands'])}
create function households.help_plan_is_reviewed_once() returns trigger language plpgsql as $once$
begin
  if old.outcome is null or (old.outcome, old.reviewed_by, old.reviewed_at, old.remark) is not distinct from (new.outcome, new.reviewed_by, new.reviewed_at, new.remark)
  then return new; end if;
  raise exception 'a help plan is reviewed once' using errcode = 'integrity_constraint_violation', constraint = 'help_plan_reviewed_once';
end $once$;
create trigger reviewed_once before update on households.help_plan for each row execute function households.help_plan_is_reviewed_once();

create table households.help_measure (
  id uuid primary key,
  plan_id uuid not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  ordinal int not null,
  cause text not null,
  kind text not null,
  content text not null,
  due_on date not null,
  constraint help_measure_once unique (plan_id, ordinal),
  constraint help_measure_with_household unique (id, household_id),
  constraint help_measure_plan foreign key (plan_id, household_id) references households.help_plan (id, household_id),
  ${PLACE('help_measure')}
);
create index help_measure_of_household on households.help_measure (household_id, due_on);
${protect('households.help_measure', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
})}
${appendOnly('households.help_measure', 'households', ['region_id', 'path'])}

create table households.measure_result (
  measure_id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  carried_on date not null,
  effect text not null,
  signed_by uuid not null,
  carried_by uuid not null,
  carried_at timestamptz not null,
  constraint measure_result_measure foreign key (measure_id, household_id) references households.help_measure (id, household_id),
  constraint measure_result_signed_in_household foreign key (signed_by, household_id) references households.member (id, household_id),
  ${PLACE('measure_result')}
);
create index measure_result_of_household on households.measure_result (household_id);
${protect('households.measure_result', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
})}
${appendOnly('households.measure_result', 'households', ['region_id', 'path'])}
`,
);
