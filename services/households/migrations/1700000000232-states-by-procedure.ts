// A state (年度状态) comes from a determination, or from a correction of two people with its document; else it is only carried into a new year.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { inRange, isListed, protect } from '#platform/database/protect';

export const statesByProcedure = migration(
  1700000000232,
  'StatesByProcedure',
  (names) => `
create table households.state_correction (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  from_state text not null,
  to_state text not null,
  document_number text not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  outcome text constraint state_correction_outcome check (outcome in ('approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  remark text,
  constraint state_correction_four_eyes check (decided_by <> proposed_by),
  constraint state_correction_decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  constraint state_correction_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create unique index state_correction_one_open on households.state_correction (household_id) where outcome is null;
create index state_correction_in_order on households.state_correction (path, id);
${protect('households.state_correction', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: isListed('household_id'),
})}
${decidedOnce('households.state_correction', 'outcome', ['outcome', 'decided_by', 'decided_at', 'remark'])}

alter table households.household_state
  add column determination_id uuid references households.determination (id),
  add column correction_id uuid references households.state_correction (id);
create unique index household_state_of_determination on households.household_state (determination_id, state) where determination_id is not null;
create unique index household_state_of_correction on households.household_state (correction_id) where correction_id is not null;

-- The role of officials is the only one of the graph that writes here; whole registers are loaded by the owner, who brings their history.
-- Looked at when the transaction ends: what a state rests on may be written after it.
create function households.state_has_its_reason() returns trigger language plpgsql as $reason$
declare
  former record;
begin
  if new.correction_id is not null then
    if exists (select 1 from households.state_correction c where c.id = new.correction_id and c.household_id = new.household_id
      and c.outcome = 'approved' and c.to_state = new.state and c.year = new.year) then return null; end if;
  elsif new.determination_id is not null then
    if exists (select 1 from households.determination d where d.id = new.determination_id and d.household_id = new.household_id
      and d.year <= new.year and (d.status in ('refused', 'withdrawn') and d.falls_back_to = new.state
        or exists (select 1 from jsonb_array_elements(d.steps) with ordinality s(step, ordinal)
          where s.ordinal <= d.at and s.step ->> 'sets' = new.state))) then return null; end if;
  else
    select s.year, s.state into former from households.household_state s
      where s.household_id = new.household_id and (s.year, s.ordinal) < (new.year, new.ordinal) order by s.year desc, s.ordinal desc limit 1;
    if not exists (select 1 from households.household_state s where s.household_id = new.household_id and (s.year, s.ordinal) <> (new.year, new.ordinal))
      or new.year > former.year and new.state = former.state
      or former.state = 'newly-identified' and new.state = 'not-lifted' then return null; end if;
    -- Who was merged into another household leaves the register with it, and comes back as he was when that is undone.
    if exists (select 1 from households.regrouping r
      where r.household_id = new.household_id and r.undone_at is null and new.state = 'removed'
        or r.household_id = new.household_id and r.undone_at is not null and new.state = r.state_before
        or r.into_id = new.household_id and r.undone_at is not null and new.state = 'removed') then return null; end if;
  end if;
  raise exception 'a state is set by a determination or a correction' using errcode = 'integrity_constraint_violation',
    constraint = 'household_state_by_procedure';
end $reason$;
create constraint trigger has_its_reason after insert on households.household_state deferrable initially deferred
  for each row when (current_user = '${names.kind('region')}') execute function households.state_has_its_reason();
`,
);
