// Guarantee checks (两不愁三保障核查): the answers of one household on one day, with the verdict as it was drawn; appended, never changed.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, protect } from '#platform/database/protect';

export const addGuaranteeChecks = migration(
  1700000000233,
  'AddGuaranteeChecks',
  (names) => `
create table households.guarantee_check (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  checked_on date not null,
  standing text not null constraint guarantee_check_standing check (standing in ('poor', 'lifted', 'outside')),
  line text not null,
  answers jsonb not null,
  verdict text not null,
  problems jsonb not null,
  changes jsonb not null,
  remark text,
  pack_name text not null,
  pack_hash text not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  constraint guarantee_check_not_in_future check (checked_on <= (checked_at at time zone 'Asia/Shanghai')::date),
  constraint guarantee_check_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index guarantee_check_of_household on households.guarantee_check (household_id, checked_on desc, id desc);
create index guarantee_check_in_order on households.guarantee_check (path, id);
${protect('households.guarantee_check', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
})}
${appendOnly('households.guarantee_check', 'households', ['region_id', 'path'])}
alter table households.determination add constraint determination_check foreign key (check_id) references households.guarantee_check (id);
`,
);
