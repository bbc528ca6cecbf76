// Statistical divisions of the whole country (统计区划), in vintages: what a code meant in each, kept beside the managing tree and linked by code.
import { migration } from '#platform/database/migration';
import { isOpen, protect } from '#platform/database/protect';
import { type ScopeKind, scopeKinds } from '#platform/vocabulary/caller';

const open = Object.fromEntries(scopeKinds.map((kind) => [kind, isOpen()])) as Record<ScopeKind, string>;

export const divisions = migration(
  1700000000220,
  'Divisions',
  (names) => `
create table organisation.division_vintage (
  vintage date primary key,
  source text not null constraint division_vintage_source check (length(source) between 2 and 200),
  sha256 text not null constraint division_vintage_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  divisions int not null,
  added int not null,
  renamed int not null,
  ended int not null,
  loaded_at timestamptz not null default now()
);
${protect('organisation.division_vintage', names, open)}

-- A row is what a code meant from one vintage to another; a code may end, and come back later.
create table organisation.division (
  code text collate "C" not null constraint division_code_form check (code ~ '^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?$'),
  name text not null constraint division_name_length check (length(name) between 1 and 100),
  parent_code text collate "C",
  predecessor_code text collate "C",
  valid_from date not null,
  valid_to date,
  constraint division_once primary key (code, valid_from),
  constraint division_period check (valid_to > valid_from),
  constraint division_parent_level check ((parent_code is null) = (length(code) = 2) and length(parent_code) < length(code))
);
create unique index division_of_today on organisation.division (code) where valid_to is null;
create index division_by_parent on organisation.division (parent_code, code) where valid_to is null;
create index division_by_beginning on organisation.division (valid_from, code);
create index division_by_end on organisation.division (valid_to, code) where valid_to is not null;
${protect('organisation.division', names, open)}
`,
);
