// Lists of dibao (低保名单) as civil affairs sent them: numbers sealed, compared with the register by their blind index, a later list in place of the one before.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';

export const addDibaoLists = migration(
  1700000000253,
  'AddDibaoLists',
  (names) => `
create table households.dibao_list (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  as_of date not null,
  document_number text not null,
  loaded_by uuid not null,
  loaded_at timestamptz not null,
  constraint dibao_list_once unique (region_id, as_of)
);
create index dibao_list_by_place on households.dibao_list (path, as_of);
${protect('households.dibao_list', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('households.dibao_list', 'households', ['region_id', 'path'])}

create table households.dibao_entry (
  id uuid primary key,
  list_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  name text not null,
  id_number_sealed bytea not null,
  id_number_tail text not null,
  id_number_index text not null,
  kind text not null constraint dibao_entry_kind check (kind in ('household', 'single')),
  monthly bigint not null constraint dibao_entry_monthly check (monthly >= 0),
  constraint dibao_entry_once unique (list_id, id_number_index),
  constraint dibao_entry_of_list foreign key (list_id) references households.dibao_list (id)
);
create index dibao_entry_by_place on households.dibao_entry (path, id);
${protect('households.dibao_entry', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('households.dibao_entry', 'households', ['region_id', 'path'])}
`,
);
