// Leading groups (领导小组) with their members, and meetings (会议) with agenda, attendance, minutes and resolutions.
import { migration } from '#platform/database/migration';
import { inRange, isMyUnit, isOpen, protect, type Reach } from '#platform/database/protect';
import { frozenOnApproval } from './frozen-on-approval';

const kept = (rows: string, ...more: ('update' | 'delete')[]): Reach => ({
  rows,
  verbs: ['select', 'insert', ...more],
});

/** Who attended reads the meeting once its minutes are approved; a member unit reads plenary meetings alone. */
const attendedBy = (whose: string) =>
  `approved_at is not null and id in (select a.meeting_id from organisation.meeting_attendance a where ${whose})`;

export const leadingGroups = migration(
  1700000000010,
  'LeadingGroups',
  (names) => `
create table organisation.leading_group (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  name text not null constraint leading_group_name_length check (length(name) between 4 and 100),
  document_number text not null constraint leading_group_needs_document check (length(document_number) between 2 and 100),
  office_unit_id uuid not null references organisation.unit (id),
  founded_on date not null,
  ended_on date,
  founded_by uuid references organisation.person (id),
  constraint leading_group_period check (ended_on > founded_on),
  constraint leading_group_place foreign key (region_id, path) references organisation.region (id, path) on update cascade
);
create unique index leading_group_one_a_region on organisation.leading_group (region_id) where ended_on is null;
create index leading_group_in_order on organisation.leading_group (path, id);
${protect('organisation.leading_group', names, { region: kept(isOpen(), 'update'), unit: isOpen() })}

create table organisation.group_member (
  id uuid primary key,
  group_id uuid not null references organisation.leading_group (id),
  unit_id uuid not null references organisation.unit (id),
  person_id uuid references organisation.person (id),
  seat text not null constraint group_member_seat check (seat in ('head', 'deputy', 'member')),
  post_title text not null constraint group_member_title_length check (length(post_title) between 2 and 50),
  valid_from date not null,
  valid_to date,
  constraint group_member_period check (valid_to >= valid_from)
);
create unique index group_member_one_seat_a_unit on organisation.group_member (group_id, unit_id, post_title) where valid_to is null;
create unique index group_member_one_head on organisation.group_member (group_id) where seat = 'head' and valid_to is null;
create index group_member_of_unit on organisation.group_member (unit_id, valid_from);
${protect('organisation.group_member', names, { region: kept(isOpen(), 'update'), unit: isOpen() })}

create table organisation.meeting (
  id uuid primary key,
  kind text not null constraint meeting_kind check (kind in ('plenary', 'monthly', 'study')),
  group_id uuid references organisation.leading_group (id),
  region_id uuid not null,
  path text collate "C" not null,
  title text not null constraint meeting_title_length check (length(title) between 2 and 200),
  held_on date not null,
  recorded_by uuid not null references organisation.person (id),
  recorded_at timestamptz not null,
  headcount int constraint meeting_headcount check (headcount between 1 and 5000),
  minutes text,
  minutes_number text,
  minutes_by uuid references organisation.person (id),
  minutes_at timestamptz,
  returned_by uuid references organisation.person (id),
  returned_at timestamptz,
  return_remark text,
  approved_by uuid references organisation.person (id),
  approved_at timestamptz,
  minutes_hash text,
  withdrawn_by uuid references organisation.person (id),
  withdrawn_at timestamptz,
  withdraw_reason text,
  constraint meeting_place foreign key (region_id, path) references organisation.region (id, path) on update cascade,
  constraint meeting_place_key unique (id, path),
  constraint meeting_of_group check (kind = 'study' or group_id is not null),
  constraint meeting_minutes_whole check (num_nonnulls(minutes, minutes_number, minutes_by, minutes_at, headcount) in (0, 5)),
  constraint meeting_returned_whole check (num_nonnulls(returned_by, returned_at, return_remark) in (0, 3)),
  constraint meeting_approved_whole check (num_nonnulls(approved_by, approved_at, minutes_hash) in (0, 3)),
  constraint meeting_withdrawn_whole check (num_nonnulls(withdrawn_by, withdrawn_at, withdraw_reason) in (0, 3)),
  constraint meeting_approved_has_minutes check (approved_at is null or (minutes is not null and returned_at is null)),
  constraint meeting_approved_after_held check ((approved_at at time zone 'Asia/Shanghai')::date >= held_on),
  constraint meeting_minutes_four_eyes check (approved_by <> recorded_by and approved_by <> minutes_by),
  constraint meeting_return_four_eyes check (returned_by <> recorded_by and returned_by <> minutes_by),
  constraint meeting_approved_stands check (approved_at is null or withdrawn_at is null)
);
create unique index meeting_one_a_day on organisation.meeting (region_id, kind, held_on) where withdrawn_at is null;
create unique index meeting_minutes_number_unique on organisation.meeting (minutes_number) where approved_at is not null;
create index meeting_in_order on organisation.meeting (path, held_on, id);
create index meeting_by_day on organisation.meeting (held_on, id);

create table organisation.meeting_attendance (
  id uuid primary key,
  meeting_id uuid not null,
  path text collate "C" not null,
  unit_id uuid not null references organisation.unit (id),
  attendee_region_id uuid not null,
  attendee_path text collate "C" not null,
  person_id uuid references organisation.person (id),
  present boolean,
  constraint meeting_attendance_of foreign key (meeting_id, path) references organisation.meeting (id, path) on update cascade,
  constraint meeting_attendance_place foreign key (attendee_region_id, attendee_path) references organisation.region (id, path) on update cascade,
  constraint meeting_attendance_once unique (meeting_id, unit_id)
);
create index meeting_attendance_of_unit on organisation.meeting_attendance (unit_id, meeting_id);
create index meeting_attendance_by_place on organisation.meeting_attendance (attendee_path, meeting_id);
create index meeting_attendance_of_path on organisation.meeting_attendance (path, meeting_id);
${protect('organisation.meeting_attendance', names, {
  region: kept(`${inRange('path')} or ${inRange('attendee_path')}`, 'update', 'delete'),
  unit: isMyUnit('unit_id'),
})}
${protect('organisation.meeting', names, {
  region: kept(`${inRange('path')} or (${attendedBy(inRange('a.attendee_path'))})`, 'update'),
  unit: `kind = 'plenary' and ${attendedBy(isMyUnit('a.unit_id'))}`,
})}

create table organisation.agenda_item (
  id uuid primary key,
  meeting_id uuid not null,
  path text collate "C" not null,
  position int not null constraint agenda_item_position check (position between 1 and 50),
  title text not null constraint agenda_item_title_length check (length(title) between 2 and 200),
  presented_by uuid references organisation.unit (id),
  airing_id uuid,
  airing_hash text,
  airing_title text,
  airing_quarter text,
  constraint agenda_item_of foreign key (meeting_id, path) references organisation.meeting (id, path) on update cascade,
  constraint agenda_item_place unique (meeting_id, position),
  constraint agenda_item_airing_whole check (num_nonnulls(airing_id, airing_hash, airing_title, airing_quarter) in (0, 4))
);
${protect('organisation.agenda_item', names, {
  region: kept('meeting_id in (select m.id from organisation.meeting m)', 'update', 'delete'),
  unit: 'meeting_id in (select m.id from organisation.meeting m)',
})}

create table organisation.resolution (
  id uuid primary key,
  meeting_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  position int not null constraint resolution_position check (position between 1 and 100),
  content text not null constraint resolution_content_length check (length(content) between 4 and 1000),
  owner_unit_id uuid references organisation.unit (id),
  owner_region_id uuid,
  owner_path text collate "C",
  deadline date,
  held_on date not null,
  minutes_number text not null,
  published_at timestamptz,
  constraint resolution_of foreign key (meeting_id, path) references organisation.meeting (id, path) on update cascade,
  constraint resolution_owner_place foreign key (owner_region_id, owner_path) references organisation.region (id, path) on update cascade,
  constraint resolution_one_owner check (num_nonnulls(owner_unit_id, owner_region_id) <= 1),
  constraint resolution_owner_place_whole check ((owner_region_id is null) = (owner_path is null)),
  constraint resolution_deadline check ((deadline is null) = (num_nonnulls(owner_unit_id, owner_region_id) = 0) and deadline > held_on),
  constraint resolution_place unique (meeting_id, position)
);
create index resolution_in_order on organisation.resolution (held_on, id);
create index resolution_of_unit on organisation.resolution (owner_unit_id, held_on) where owner_unit_id is not null;
create index resolution_of_region on organisation.resolution (owner_path, held_on) where owner_path is not null;
${protect('organisation.resolution', names, {
  region: kept(`${inRange('path')} or (published_at is not null and ${inRange('owner_path')})`, 'update', 'delete'),
  unit: `published_at is not null and ${isMyUnit('owner_unit_id')}`,
})}
${frozenOnApproval()}
`,
);
