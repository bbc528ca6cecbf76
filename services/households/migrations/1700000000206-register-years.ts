// The register of a year (年度数据集, AAR040): frozen once, household by household, and never written again.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, protect } from '#platform/database/protect';

export const addRegisterYears = migration(
  1700000000206,
  'RegisterYears',
  (names) => `
create table households.register_year (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  households int not null,
  people int not null,
  hash text not null,
  frozen_by uuid not null,
  frozen_at timestamptz not null default clock_timestamp(),
  constraint register_year_once unique (region_id, year)
);
create index register_year_by_place on households.register_year (path, year);
${protect('households.register_year', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  unit: inRange('path'),
})}
${appendOnly('households.register_year', 'households', ['path'])}

create table households.year_record (
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  state text not null,
  facts jsonb not null,
  members jsonb not null,
  per_head bigint,
  frozen_at timestamptz not null default now(),
  constraint year_record_once primary key (household_id, year),
  constraint year_record_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index year_record_by_place on households.year_record (path, year);
${protect('households.year_record', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: isListed('household_id'),
  unit: inRange('path'),
})}
${appendOnly('households.year_record', 'households', ['region_id', 'path'])}
`,
);
