// Campaigns (大走访、访贫问苦): announced to everybody in office, planned in one's own region, with who visits whom where that is told.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, isOpen, protect } from '#platform/database/protect';

export const campaigns = migration(
  1700000000243,
  'Campaigns',
  (names) => `
create table households.campaign (
  id uuid primary key,
  kind text not null constraint campaign_kind check (kind in ('big-visit', 'visit-to-the-poor')),
  region_id uuid not null,
  path text collate "C" not null,
  title text not null,
  document_number text not null,
  turn text not null,
  starts_on date not null,
  ends_on date not null,
  covers text not null constraint campaign_covers check (covers in ('register', 'listed')),
  planned_by uuid not null,
  planned_at timestamptz not null,
  constraint campaign_period check (ends_on > starts_on),
  constraint campaign_once_a_turn unique (kind, region_id, turn)
);
create index campaign_in_order on households.campaign (starts_on desc, id desc);
${protect('households.campaign', names, {
  region: { rows: isOpen(), verbs: ['select', 'insert'] },
  paired: isOpen(),
})}
${appendOnly('households.campaign', 'households', ['path'])}
-- A town reads what its district planned, which lies above it; it plans nothing there.
create function households.campaign_in_own_range() returns trigger language plpgsql as $own$
declare
  lo text := nullif(current_setting('scope.lo', true), '');
begin
  if lo is null or (new.path >= lo collate "C" and new.path < nullif(current_setting('scope.hi', true), '') collate "C") then return new; end if;
  raise exception 'a campaign is planned in the own region' using errcode = 'insufficient_privilege';
end $own$;
create trigger in_own_range before insert on households.campaign for each row execute function households.campaign_in_own_range();

create table households.campaign_visit (
  campaign_id uuid not null references households.campaign (id),
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  visitor_id uuid not null,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  constraint campaign_visit_once primary key (campaign_id, household_id),
  constraint campaign_visit_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index campaign_visit_by_place on households.campaign_visit (campaign_id, path, household_id);
create index campaign_visit_of_household on households.campaign_visit (household_id);
${protect('households.campaign_visit', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: isListed('household_id'),
})}
`,
);
