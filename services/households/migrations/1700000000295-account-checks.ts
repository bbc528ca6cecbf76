// Changes of a household's bank account (银行账户变更) and the second person who checked them: money goes only to cards that were.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';

export const addAccountChecks = migration(
  1700000000295,
  'AddAccountChecks',
  (names) => `
alter table households.fact_change add constraint fact_change_hand unique (id, changed_by);
create table households.account_check (
  change_id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  changed_by uuid not null,
  checked_by uuid not null,
  checked_at timestamptz not null default clock_timestamp(),
  constraint account_check_four_eyes check (checked_by <> changed_by),
  constraint account_check_of_change foreign key (change_id, changed_by) references households.fact_change (id, changed_by),
  constraint account_check_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index account_check_of_household on households.account_check (household_id);
create index account_change_of_household on households.fact_change (household_id, field, id) where member_id is null and field in ('bankCard', 'bankName');
${protect('households.account_check', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('households.account_check', 'households', ['region_id', 'path'])}
`,
);
