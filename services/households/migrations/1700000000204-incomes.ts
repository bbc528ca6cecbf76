// Incomes of households (家庭收入): told for a year by one person, checked by another, and corrected by another row only.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { inRange, isListed, protect } from '#platform/database/protect';

export const addIncomes = migration(
  1700000000204,
  'Incomes',
  (names) => `
create table households.income (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  ordinal int not null constraint income_ordinal check (ordinal >= 1),
  wages bigint not null,
  business bigint not null,
  property bigint not null,
  transfers bigint not null,
  production_cost bigint not null,
  members int not null constraint income_members check (members >= 1),
  per_head bigint not null,
  entered_by uuid not null,
  entered_at timestamptz not null default clock_timestamp(),
  checked_by uuid,
  checked_at timestamptz,
  outcome text constraint income_outcome check (outcome in ('confirmed', 'returned')),
  remark text,
  constraint income_once unique (household_id, year, ordinal),
  constraint income_not_negative check (least(wages, business, property, transfers, production_cost) >= 0),
  constraint income_per_head check (per_head = round((wages + business + property + transfers - production_cost)::numeric / members)),
  constraint income_checked_whole check ((outcome is null) = (checked_by is null) and (outcome is null) = (checked_at is null)),
  constraint income_four_eyes check (checked_by <> entered_by),
  constraint income_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create unique index income_one_waits on households.income (household_id, year) where outcome is null;
create index income_by_place on households.income (path, year);
${protect('households.income', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
})}
${decidedOnce('households.income', 'outcome', ['checked_by', 'checked_at', 'outcome', 'remark'])}
`,
);
