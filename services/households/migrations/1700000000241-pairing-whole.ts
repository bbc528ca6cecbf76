// Pairing, whole (结对帮扶): the level of the helper's unit, who stands in while a helper is away, and how work is handed over.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, isMine, protect } from '#platform/database/protect';

const PLACE = (name: string) => `constraint ${name}_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade`;

export const pairingWhole = migration(
  1700000000241,
  'PairingWhole',
  (names) => `
alter table households.pairing
  add column unit_level text constraint pairing_unit_level check (unit_level in ('province', 'city', 'county', 'town', 'village')),
  add column unit_id uuid,
  add column paired_by uuid,
  add column paired_at timestamptz;
create index pairing_by_place on households.pairing (path, household_id, valid_from);

create type households.id_span as range (subtype = uuid);
grant usage on type households.id_span to ${names.kinds.join(', ')}, ${names.keeper};
-- Two people stand in for one household on no day: an exclusion over ranges of one value, which needs no extension.
create table households.stand_in (
  id uuid primary key,
  absence_id uuid not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  helper_id uuid not null,
  stand_in_id uuid not null constraint stand_in_is_somebody_else check (stand_in_id <> helper_id),
  valid_from date not null,
  valid_to date not null,
  reason text not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint stand_in_period check (valid_to >= valid_from),
  constraint stand_in_ended_whole check ((ended_by is null) = (ended_at is null)),
  constraint stand_in_one_at_a_time exclude using gist (
    households.id_span(household_id, household_id, '[]') with &&, daterange(valid_from, valid_to) with &&),
  ${PLACE('stand_in')}
);
create index stand_in_of_person on households.stand_in (stand_in_id, valid_to);
create index stand_in_of_household on households.stand_in (household_id, valid_from);
create index stand_in_of_absence on households.stand_in (absence_id);
create index stand_in_by_place on households.stand_in (path, id);
${protect('households.stand_in', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert', 'update'] },
  own: isMine('stand_in_id'),
})}
${appendOnly('households.stand_in', 'households', ['region_id', 'path', 'valid_to', 'ended_by', 'ended_at'])}

create table households.hand_over (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  from_helper_id uuid not null,
  to_helper_id uuid not null constraint hand_over_to_somebody_else check (to_helper_id <> from_helper_id),
  handed_on date not null,
  reason text not null,
  matters jsonb not null,
  handed_by uuid not null,
  handed_at timestamptz not null,
  accepted_at timestamptz,
  constraint hand_over_once unique (household_id, handed_on),
  ${PLACE('hand_over')}
);
create index hand_over_by_place on households.hand_over (path, id);
${protect('households.hand_over', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'update'] },
})}
${appendOnly('households.hand_over', 'households', ['region_id', 'path', 'accepted_at'])}
`,
);
