// People stationed in villages (驻村): who, in which role and until when; days on site, confirmed by another person; exemptions from their duties.
import { decidedOnce } from '#platform/database/decided-once';
import { exemptionTable } from '#platform/database/exemption-table';
import { migration } from '#platform/database/migration';
import { inRange, protect, type Reach } from '#platform/database/protect';

const region: Reach = { rows: inRange('path'), verbs: ['select', 'insert', 'update'] };

export const stationings = migration(
  1700000000271,
  'Stationings',
  (names) => `
create table organisation.stationing (
  id uuid primary key,
  role text not null constraint stationing_role check (role in ('first-secretary', 'village-secretary', 'work-team')),
  person_id uuid not null references organisation.person (id),
  region_id uuid not null,
  path text collate "C" not null,
  unit_id uuid references organisation.unit (id),
  document_number text not null constraint stationing_needs_document check (length(document_number) between 2 and 100),
  valid_from date not null,
  valid_to date,
  stationed_by uuid not null references organisation.person (id),
  stationed_at timestamptz not null default clock_timestamp(),
  ended_by uuid references organisation.person (id),
  ended_at timestamptz,
  constraint stationing_period check (valid_to >= valid_from),
  constraint stationing_ended_whole check (num_nonnulls(valid_to, ended_by, ended_at) in (0, 3)),
  constraint stationing_place foreign key (region_id, path) references organisation.region (id, path) on update cascade,
  constraint stationing_key unique (id, person_id, region_id, path),
  constraint stationing_place_key unique (id, region_id, path)
);
create unique index stationing_one_in_the_role on organisation.stationing (region_id, role) where valid_to is null and role <> 'work-team';
create unique index stationing_once_in_the_village on organisation.stationing (region_id, person_id) where valid_to is null;
create index stationing_in_order on organisation.stationing (path, id);
create index stationing_of_person on organisation.stationing (person_id);
${protect('organisation.stationing', names, { region })}
${decidedOnce('organisation.stationing', 'valid_to', ['valid_to', 'ended_by', 'ended_at'])}

create table organisation.site_record (
  id uuid primary key,
  stationing_id uuid not null,
  person_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  deed text not null constraint site_record_deed check (deed in ('on-site', 'policy-talk', 'village-meeting')),
  day date not null,
  content text not null constraint site_record_content_length check (length(content) between 2 and 500),
  recorded_by uuid not null references organisation.person (id),
  recorded_at timestamptz not null default clock_timestamp(),
  confirmed_by uuid references organisation.person (id),
  struck_by uuid references organisation.person (id),
  settled_at timestamptz,
  remark text constraint site_record_remark_length check (length(remark) between 2 and 500),
  constraint site_record_settled_whole check (num_nonnulls(confirmed_by, struck_by) = num_nonnulls(settled_at)),
  constraint site_record_struck_with_reason check ((struck_by is null) = (remark is null)),
  constraint site_record_four_eyes check (confirmed_by <> recorded_by and confirmed_by <> person_id),
  constraint site_record_not_in_future check (day <= (recorded_at at time zone 'Asia/Shanghai')::date),
  constraint site_record_of foreign key (stationing_id, person_id, region_id, path)
    references organisation.stationing (id, person_id, region_id, path) on update cascade
);
-- One record of a kind a day, so that rows are days; what was struck may be told anew.
create unique index site_record_once_a_day on organisation.site_record (stationing_id, deed, day) where struck_by is null;
create index site_record_confirmed on organisation.site_record (path, deed, day) include (stationing_id) where confirmed_by is not null;
create index site_record_waiting on organisation.site_record (path, stationing_id) where settled_at is null;
${protect('organisation.site_record', names, { region })}
${decidedOnce('organisation.site_record', 'settled_at', ['confirmed_by', 'struck_by', 'settled_at', 'remark'])}

${exemptionTable(
  'organisation',
  names,
  `constraint station_exemption_of foreign key (subject_id, region_id, path) references organisation.stationing (id, region_id, path) on update cascade`,
  { region },
  'station_exemption',
)}
`,
);
