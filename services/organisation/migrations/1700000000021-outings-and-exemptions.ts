// Outings (大走访、观摩、访贫问苦): recorded by one and confirmed by another; and exemptions from what a region owes.
import { decidedOnce } from '#platform/database/decided-once';
import { exemptionTable } from '#platform/database/exemption-table';
import { migration } from '#platform/database/migration';
import { inRange, protect, type Reach } from '#platform/database/protect';

const region: Reach = { rows: inRange('path'), verbs: ['select', 'insert', 'update'] };

export const outingsAndExemptions = migration(
  1700000000021,
  'OutingsAndExemptions',
  (names) => `
create table organisation.outing (
  id uuid primary key,
  kind text not null constraint outing_kind check (kind in ('big-visit', 'observation-tour', 'visit-to-the-poor')),
  region_id uuid not null,
  path text collate "C" not null,
  held_on date not null,
  title text not null constraint outing_title_length check (length(title) between 2 and 200),
  note text not null constraint outing_note_length check (length(note) between 2 and 2000),
  people int not null constraint outing_people check (people between 1 and 20000),
  recorded_by uuid not null references organisation.person (id),
  recorded_at timestamptz not null default clock_timestamp(),
  confirmed_by uuid references organisation.person (id),
  confirmed_at timestamptz,
  constraint outing_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  constraint outing_four_eyes check (confirmed_by <> recorded_by),
  constraint outing_not_in_future check (held_on <= (recorded_at at time zone 'Asia/Shanghai')::date),
  constraint outing_one_a_day unique (region_id, kind, held_on),
  constraint outing_place foreign key (region_id, path) references organisation.region (id, path) on update cascade
);
create index outing_in_order on organisation.outing (path, held_on, id);
${protect('organisation.outing', names, { region })}
${decidedOnce('organisation.outing', 'confirmed_at', ['confirmed_by', 'confirmed_at'])}
${exemptionTable(
  'organisation',
  names,
  `constraint obligation_exemption_of_region check (subject_id = region_id),
  constraint obligation_exemption_place foreign key (region_id, path) references organisation.region (id, path) on update cascade`,
  { region },
)}
`,
);
