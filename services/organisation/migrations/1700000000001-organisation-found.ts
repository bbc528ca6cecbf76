// Founds organisation: regions of both trees with their former names, units, people, and the dictionaries of the forms.
import { foundation } from '#platform/database/foundation';
import { migration } from '#platform/database/migration';
import { isMine, isOpen, protect, type Reach } from '#platform/database/protect';
import { type ScopeKind, scopeKinds } from '#platform/vocabulary/caller';

const open = Object.fromEntries(scopeKinds.map((kind) => [kind, isOpen()])) as Record<ScopeKind, string>;
/** Names of officials are for those who have signed in; the desk registers people. */
const people: Record<ScopeKind, string | Reach> = {
  ...open,
  public: isMine('id'),
  desk: { rows: 'true', verbs: ['select', 'insert', 'update'] },
};

export const foundOrganisation = migration(
  1700000000001,
  'FoundOrganisation',
  (names) => `
${foundation(names)}

create table organisation.region (
  id uuid primary key,
  code text,
  name text not null,
  kind text not null constraint region_kind check (kind in ('province', 'city', 'district', 'zone', 'town', 'village')),
  parent_id uuid references organisation.region (id),
  statistical_parent_id uuid references organisation.region (id),
  path text collate "C" not null constraint region_path_unique unique,
  valid_from date not null,
  valid_to date,
  constraint region_zone_has_no_code check (kind <> 'zone' or code is null),
  constraint region_period check (valid_to > valid_from),
  constraint region_place unique (id, path)
);
create unique index region_code_unique_today on organisation.region (code) where valid_to is null;
create index region_by_parent on organisation.region (parent_id, path);
create index region_by_kind on organisation.region (kind, path);
${protect('organisation.region', names, open)}

create table organisation.region_former (
  region_id uuid not null references organisation.region (id),
  code text,
  name text not null,
  parent_id uuid,
  statistical_parent_id uuid,
  path text collate "C" not null,
  valid_from date not null,
  valid_to date not null,
  primary key (region_id, valid_from),
  constraint region_former_period check (valid_to > valid_from)
);
create index region_former_by_code on organisation.region_former (code, valid_from);
${protect('organisation.region_former', names, open)}
create function organisation.keep_former_region() returns trigger language plpgsql set search_path = organisation, pg_temp as $former$
begin
  insert into organisation.region_former
  values (old.id, old.code, old.name, old.parent_id, old.statistical_parent_id, old.path, old.valid_from, new.valid_from);
  return new;
end $former$;
create trigger keep_former before update on organisation.region for each row
  when ((old.code, old.name, old.parent_id, old.statistical_parent_id, old.path)
        is distinct from (new.code, new.name, new.parent_id, new.statistical_parent_id, new.path))
  execute function organisation.keep_former_region();

create table organisation.region_tree (
  only_one boolean primary key default true constraint region_tree_only_one check (only_one),
  epoch int not null constraint region_tree_epoch check (epoch > 0)
);
insert into organisation.region_tree (epoch) values (1);
${protect('organisation.region_tree', names, open)}

create table organisation.unit (
  id uuid primary key,
  code text not null constraint unit_code_unique unique,
  name text not null,
  kind text not null constraint unit_kind check (kind in ('member-unit', 'office', 'hospital', 'payer', 'organisation')),
  line text,
  grade int constraint unit_grade check (grade is null or (grade between 1 and 3 and kind = 'hospital')),
  region_id uuid not null references organisation.region (id),
  in_leading_group boolean not null
);
create index unit_by_region on organisation.unit (region_id, code);
${protect('organisation.unit', names, open)}

create table organisation.person (
  id uuid primary key,
  name text not null constraint person_name_length check (length(name) between 1 and 50),
  unit_id uuid references organisation.unit (id)
);
create index person_by_name on organisation.person (name collate "C", id);
create index person_by_unit on organisation.person (unit_id, name collate "C", id);
${protect('organisation.person', names, people)}

create table organisation.dictionary (
  name text not null,
  version text collate "C" not null,
  source text not null,
  primary key (name, version)
);
${protect('organisation.dictionary', names, open)}
create table organisation.dictionary_entry (
  dictionary text not null,
  version text collate "C" not null,
  position int not null,
  code text not null,
  zh text not null,
  en text not null,
  primary key (dictionary, version, code),
  constraint dictionary_entry_of foreign key (dictionary, version) references organisation.dictionary (name, version)
);
${protect('organisation.dictionary_entry', names, open)}
`,
);
