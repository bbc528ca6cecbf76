// Determinations (认定): one household's way through a procedure, whose steps are frozen when it is proposed and taken by different hands.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, protect } from '#platform/database/protect';

const apart = [
  ['reviewed_by', ['proposed_by', 'appraised_by']],
  ['approved_by', ['proposed_by', 'appraised_by', 'reviewed_by', 'verified_by', 'compared_by']],
] as const;
const fourEyes = apart.flatMap(([checker, makers]) => makers.map((maker) => `${checker} <> ${maker}`)).join(' and ');

export const addDeterminations = migration(
  1700000000230,
  'AddDeterminations',
  (names) => `
create table households.determination (
  id uuid primary key,
  household_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  kind text not null,
  kind_title jsonb not null,
  year int not null,
  reason text not null,
  pack_name text not null,
  pack_hash text not null,
  steps jsonb not null,
  falls_back_to text,
  from_state text,
  head_masked text not null,
  people int not null constraint determination_people check (people > 0),
  form_sealed bytea,
  head_index text,
  check_id uuid,
  despite text,
  reopens_id uuid references households.determination (id),
  in_question_from date,
  at int not null default 0,
  moved_at timestamptz not null,
  status text not null default 'open' constraint determination_status check (status in ('open', 'completed', 'refused', 'withdrawn')),
  notice_id uuid,
  posted_until date,
  document_number text,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  appraised_by uuid,
  reviewed_by uuid,
  verified_by uuid,
  compared_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  ended_at timestamptz,
  constraint determination_four_eyes check (${fourEyes}),
  constraint determination_approved_whole check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (document_number is null)),
  constraint determination_ended_whole check ((status = 'open') = (ended_at is null)),
  constraint determination_has_subject check (household_id is not null or form_sealed is not null or status in ('refused', 'withdrawn')),
  constraint determination_form_erased check (form_sealed is null or status = 'open'),
  constraint determination_place_key unique (id, region_id, path),
  -- Deferred: the household that an approval gives birth to is written after the approval.
  constraint determination_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade deferrable initially deferred
);
create unique index determination_one_open on households.determination (household_id) where status = 'open' and household_id is not null;
create unique index determination_one_applicant on households.determination (region_id, head_index) where status = 'open' and head_index is not null;
create index determination_in_order on households.determination (path, id);
create index determination_open on households.determination (path, id) where status = 'open';
create index determination_of_household on households.determination (household_id, id);
${protect('households.determination', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: isListed('household_id'),
})}

create table households.determination_step (
  id uuid primary key,
  determination_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  at int not null,
  step text not null,
  deed text not null,
  facts jsonb not null default '{}',
  remark text,
  document_number text,
  taken_by uuid not null,
  taken_at timestamptz not null,
  constraint determination_step_of foreign key (determination_id, region_id, path)
    references households.determination (id, region_id, path) on update cascade
);
create index determination_step_in_order on households.determination_step (determination_id, taken_at, id);
${protect('households.determination_step', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('households.determination_step', 'households', ['region_id', 'path'])}
`,
);
