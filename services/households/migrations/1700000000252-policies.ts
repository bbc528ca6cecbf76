// Policies (政策) drafted by the line and published by a second person, version after version; and the log of who explained which to whom.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, isMyUnit, protect } from '#platform/database/protect';

export const addPolicies = migration(
  1700000000252,
  'AddPolicies',
  (names) => `
create table households.policy (
  id uuid primary key,
  document_number text not null,
  title text not null,
  issuer text not null,
  matter text not null,
  line text not null,
  region_id uuid not null,
  path text collate "C" not null,
  effective_from date not null,
  effective_to date,
  targets jsonb not null,
  amounts text not null,
  plain_zh text not null,
  plain_en text,
  contact text,
  source text,
  assumed text,
  supersedes_id uuid,
  shipped boolean not null default false,
  drafted_by uuid,
  drafted_unit uuid,
  drafted_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  constraint policy_four_eyes check (published_by <> drafted_by),
  constraint policy_has_its_hands check (shipped or drafted_by is not null),
  constraint policy_published_whole check (shipped or (published_at is null) = (published_by is null)),
  constraint policy_told_from_where check (source is not null or assumed is not null),
  constraint policy_period check (effective_to > effective_from),
  constraint policy_supersedes foreign key (supersedes_id) references households.policy (id),
  constraint policy_supersedes_another check (supersedes_id <> id)
);
create unique index policy_superseded_once on households.policy (supersedes_id) where supersedes_id is not null and published_at is not null;
create index policy_in_force on households.policy (effective_from desc, id desc) where published_at is not null;
${protect('households.policy', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  unit: { rows: isMyUnit('drafted_unit'), verbs: ['select', 'insert', 'update'] },
  public: 'published_at is not null',
})}
${decidedOnce('households.policy', 'published_at', ['published_by', 'published_at', 'hands'])}

create table households.policy_briefing (
  id uuid primary key,
  policy_id uuid not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  explained_by uuid not null,
  explained_on date not null,
  to_whom text not null,
  remark text,
  recorded_at timestamptz not null,
  constraint policy_briefing_of_policy foreign key (policy_id) references households.policy (id),
  constraint policy_briefing_once unique (household_id, policy_id, explained_on, explained_by),
  constraint policy_briefing_not_in_future check (explained_on <= (recorded_at at time zone 'Asia/Shanghai')::date),
  constraint policy_briefing_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index policy_briefing_of_household on households.policy_briefing (household_id, id desc);
${protect('households.policy_briefing', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
})}
${appendOnly('households.policy_briefing', 'households', ['region_id', 'path'])}
`,
);
