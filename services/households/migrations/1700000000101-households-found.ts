// Founds households: the register of poor households (建档立卡贫困户), their members, and a state a year.
import { foundation } from '#platform/database/foundation';
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, protect, type Reach } from '#platform/database/protect';

const written = (rows: string, ...verbs: Reach['verbs'] & {}): Reach => ({ rows, verbs });

export const foundHouseholds = migration(
  1700000000101,
  'FoundHouseholds',
  (names) => `
${foundation(names)}

create table households.household (
  id uuid primary key,
  number text collate "C" not null constraint household_number_unique unique,
  region_id uuid not null,
  path text collate "C" not null,
  standard text not null,
  type text not null,
  main_cause text not null,
  other_causes text[] not null default '{}'
    constraint household_other_causes check (cardinality(other_causes) <= 2 and not main_cause = any (other_causes)),
  address text not null,
  phone_sealed bytea,
  phone_tail text,
  bank_name text,
  bank_card_sealed bytea,
  bank_card_tail text,
  registered_on date not null,
  head_member_id uuid not null,
  state text not null,
  state_year int not null,
  constraint household_place_unique unique (id, region_id, path),
  constraint household_phone_tail check ((phone_sealed is null) = (phone_tail is null)),
  constraint household_bank_card_tail check ((bank_card_sealed is null) = (bank_card_tail is null))
);
create unique index household_in_order_of_number on households.household (path, number);
create index household_in_order_of_region on households.household (path, id);
${protect('households.household', names, {
  region: written(inRange('path'), 'select', 'insert', 'update'),
  paired: isListed('id'),
  unit: inRange('path'),
})}

create table households.member (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  name text not null,
  sex text not null constraint member_sex check (sex in ('male', 'female')),
  id_number_sealed bytea not null,
  id_number_tail text not null,
  id_number_index text not null,
  birthday date not null,
  relation text not null,
  ethnicity text not null,
  education text not null,
  health text not null,
  labour text not null,
  insured text not null,
  constraint member_place unique (id, household_id),
  constraint member_once_in_household unique (household_id, id_number_index),
  constraint member_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index member_by_number on households.member (id_number_index);
create index member_by_place on households.member (path, household_id);
alter table households.household add constraint household_head foreign key (head_member_id, id)
  references households.member (id, household_id) deferrable initially deferred;
create unique index member_one_head on households.member (household_id) where relation = 'head';
${protect('households.member', names, {
  region: written(inRange('path'), 'select', 'insert', 'update'),
  paired: isListed('household_id'),
  unit: inRange('path'),
})}

create table households.household_state (
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  ordinal int not null constraint household_state_ordinal check (ordinal >= 1),
  state text not null constraint household_state_known check (state in
    ('not-lifted', 'planned-exit', 'lifted-with-policies', 'lifted-policies-ended', 'returned', 'newly-identified', 'removed')),
  document_number text,
  decided_by uuid,
  decided_at timestamptz not null default clock_timestamp(),
  constraint household_state_once primary key (household_id, year, ordinal),
  constraint household_state_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
${protect('households.household_state', names, {
  region: written(inRange('path'), 'select', 'insert'),
  paired: isListed('household_id'),
  unit: inRange('path'),
})}
${appendOnly('households.household_state', 'households', ['region_id', 'path'])}
`,
);
