// Pairings (结对) with a helper each, and visits (走访) that are told once and never changed.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, isMine, protect } from '#platform/database/protect';

export const addPairingsAndVisits = migration(
  1700000000102,
  'AddPairingsAndVisits',
  (names) => `
create table households.pairing (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  helper_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint pairing_period check (valid_to > valid_from),
  constraint pairing_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create unique index pairing_one_helper on households.pairing (household_id) where valid_to is null;
create index pairing_of_household on households.pairing (household_id, valid_from);
create index pairing_of_helper on households.pairing (helper_id, household_id);
${protect('households.pairing', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: isListed('household_id'),
  unit: inRange('path'),
  own: isMine('helper_id'),
})}

create table households.visit (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  helper_id uuid not null,
  visited_on date not null,
  met text not null,
  content text not null,
  measure text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint visit_not_in_future check (visited_on <= (recorded_at at time zone 'Asia/Shanghai')::date),
  constraint visit_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index visit_of_household on households.visit (household_id, visited_on desc, id desc);
create index visit_by_place on households.visit (path, visited_on, household_id);
${protect('households.visit', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
  unit: inRange('path'),
})}
${appendOnly('households.visit', 'households', ['region_id', 'path'])}

-- The keeper alone reads it: that a number stands elsewhere too is not the writer's to know, it is work for the level above.
create table households.suspected_duplicate (
  member_id uuid not null,
  other_member_id uuid not null,
  noticed_at timestamptz not null default clock_timestamp(),
  constraint suspected_duplicate_once primary key (member_id, other_member_id)
);
${protect('households.suspected_duplicate', names, {})}
`,
);
