// What follows a light: consequences carried out, an appeal decided by a third person, and its release once what was wrong is put right.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';
import { decidedOnce } from './decided-once';

const isPublished = (round: string) =>
  `exists (select 1 from assessments.light l where l.round_id = ${round} and l.status = 'confirmed')`;

/** An appeal repeats who proposed and who confirmed its light, tied to the light by a key: so that one row holds all who must be apart. */
export const appealsAndReleases = migration(
  1700000000071,
  'AppealsAndReleases',
  (names) => `
-- Named with their table: an unqualified column is that of the light inside the sub-select, and every round would be public.
drop policy public on assessments.light_round;
create policy public on assessments.light_round to ${names.kind('public')} using (${isPublished('light_round.id')});
drop policy public on assessments.figure;
create policy public on assessments.figure to ${names.kind('public')}
  using (subject = 'region' and ${isPublished('figure.round_id')});

alter table assessments.light add constraint light_hands_key unique (id, proposed_by, confirmed_by);

create table assessments.light_appeal (
  id uuid primary key,
  light_id uuid not null constraint light_appealed_once unique,
  region_id uuid not null,
  path text collate "C" not null,
  node text not null,
  grounds text not null,
  light_proposed_by uuid not null,
  light_confirmed_by uuid not null,
  appealed_by uuid not null,
  appealed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  outcome text constraint light_appeal_outcome check (outcome in ('upheld', 'rejected')),
  reason text,
  tree jsonb,
  colour text,
  score text,
  inputs_hash text,
  new_light_id uuid references assessments.light (id),
  constraint light_appeal_of_light foreign key (light_id, light_proposed_by, light_confirmed_by) references assessments.light (id, proposed_by, confirmed_by),
  constraint light_appeal_not_by_its_makers check (appealed_by <> light_proposed_by and appealed_by <> light_confirmed_by),
  constraint light_appeal_decided_apart check (decided_by <> appealed_by and decided_by <> light_proposed_by and decided_by <> light_confirmed_by),
  constraint light_appeal_decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)
    and (outcome is null) = (reason is null) and (outcome is null) = (tree is null) and (outcome is null) = (inputs_hash is null)),
  constraint light_appeal_upheld_is_a_new_light check ((outcome is not distinct from 'upheld') = (new_light_id is not null))
);
create index light_appeal_in_order on assessments.light_appeal (path, id);
create index light_appeal_open on assessments.light_appeal (path, id) where outcome is null;
${protect('assessments.light_appeal', names, { region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] } })}
${decidedOnce('assessments.light_appeal', 'assessments', 'decided_at', ['decided_by', 'decided_at', 'outcome', 'reason', 'tree', 'colour', 'score', 'inputs_hash', 'new_light_id'])}
alter table assessments.light_round add constraint light_round_of_appeal foreign key (appeal_id) references assessments.light_appeal (id);

create table assessments.light_consequence (
  light_id uuid not null references assessments.light (id),
  consequence text not null,
  region_id uuid not null,
  path text collate "C" not null,
  document_number text not null,
  note text not null,
  done_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint light_consequence_once primary key (light_id, consequence)
);
${protect('assessments.light_consequence', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('assessments.light_consequence', 'assessments', ['path'])}

create table assessments.light_release (
  id uuid primary key,
  light_id uuid not null references assessments.light (id),
  region_id uuid not null,
  path text collate "C" not null,
  measures text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  outcome text constraint light_release_outcome check (outcome in ('granted', 'refused')),
  remark text,
  constraint light_release_four_eyes check (decided_by <> asked_by),
  constraint light_release_decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  constraint light_release_refusal_says_why check (outcome <> 'refused' or remark is not null)
);
create unique index light_release_one_open on assessments.light_release (light_id) where outcome is null;
create unique index light_release_once on assessments.light_release (light_id) where outcome = 'granted';
create index light_release_of_light on assessments.light_release (light_id, asked_at);
${protect('assessments.light_release', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  public: `outcome = 'granted'`,
})}
${decidedOnce('assessments.light_release', 'assessments', 'decided_at', ['decided_by', 'decided_at', 'outcome', 'remark'])}
`,
);
