// The rest of the national form (贫困户登记表): what it asks of a member beside the core, and how a household lives.
import { migration } from '#platform/database/migration';
import { inRange, isListed, protect } from '#platform/database/protect';

export const addFormFacts = migration(
  1700000000200,
  'FormFacts',
  (names) => `
alter table households.member
  add column schooling text,
  add column work_place text,
  add column work_months int,
  add column dibao boolean,
  add column critical_illness_insured boolean,
  add column pension_insured boolean,
  add column disability_kind text,
  add column disability_grade int,
  add constraint member_work_months check (work_months between 0 and 12),
  add constraint member_disability_whole check ((disability_kind is null) = (disability_grade is null));

create table households.living_conditions (
  household_id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  hamlet text,
  dangerous_house boolean,
  house_area int,
  house_structure text,
  house_year int,
  safe_water boolean,
  water_difficulty boolean,
  electricity boolean,
  fuel text,
  sanitary_toilet boolean,
  road text,
  road_metres int,
  in_cooperative boolean,
  arable_mu double precision,
  irrigated_mu double precision,
  forest_mu double precision,
  orchard_mu double precision,
  water_mu double precision,
  constraint living_irrigated check (irrigated_mu <= arable_mu),
  constraint living_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index living_by_place on households.living_conditions (path);
${protect('households.living_conditions', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: isListed('household_id'),
  unit: inRange('path'),
})}
`,
);
