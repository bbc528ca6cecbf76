// Founds assessments: checklists with their tasks, reports of progress, and the sealed results of units.
import { foundation } from '#platform/database/foundation';
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isMyUnit, isOpen, protect } from '#platform/database/protect';
import { decidedOnce } from './decided-once';

export const foundAssessments = migration(
  1700000000001,
  'FoundAssessments',
  (names) => `
${foundation(names)}

create table assessments.checklist (
  id uuid primary key,
  year int not null,
  kind text not null constraint checklist_kind check (kind in ('unit', 'region')),
  document_number text not null,
  title text not null,
  version int not null constraint checklist_version check (version > 0),
  issued_on date not null,
  constraint checklist_version_unique unique (year, kind, version),
  constraint checklist_year_key unique (id, year)
);
${protect('assessments.checklist', names, { region: isOpen(), unit: isOpen() })}
${appendOnly('assessments.checklist', 'assessments')}

create table assessments.task (
  id uuid primary key,
  checklist_id uuid not null,
  year int not null,
  code text not null,
  unit_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  duty text,
  title text not null,
  standard text not null,
  weight int not null constraint task_weight check (weight between 1 and 100),
  deadline date not null,
  evidence_wanted text not null,
  constraint task_of_checklist foreign key (checklist_id, year) references assessments.checklist (id, year),
  constraint task_code_unique unique (checklist_id, code),
  constraint task_place_key unique (id, region_id, path),
  constraint task_unit_key unique (id, unit_id)
);
create index task_in_order on assessments.task (path, id);
create index task_of_unit on assessments.task (unit_id, id) where unit_id is not null;
create index task_of_region on assessments.task (region_id, year);
${protect('assessments.task', names, { region: inRange('path'), unit: isMyUnit('unit_id') })}
${appendOnly('assessments.task', 'assessments', ['path'])}

create table assessments.progress (
  id uuid primary key,
  task_id uuid not null,
  unit_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  quarter text not null constraint progress_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  percent int not null constraint progress_percent check (percent between 0 and 100),
  note text not null,
  reported_by uuid not null,
  reported_unit uuid,
  reported_at timestamptz not null,
  confirmed_by uuid,
  confirmed_unit uuid,
  confirmed_at timestamptz,
  outcome text constraint progress_outcome check (outcome in ('confirmed', 'returned')),
  remark text,
  constraint progress_of_task foreign key (task_id, region_id, path) references assessments.task (id, region_id, path) on update cascade,
  constraint progress_of_unit_task foreign key (task_id, unit_id) references assessments.task (id, unit_id),
  constraint progress_four_eyes check (confirmed_by <> reported_by),
  constraint progress_other_unit check (confirmed_unit <> reported_unit and confirmed_unit <> unit_id),
  constraint progress_decided_whole check ((outcome is null) = (confirmed_by is null) and (outcome is null) = (confirmed_at is null)),
  constraint progress_return_says_why check (outcome <> 'returned' or remark is not null)
);
create unique index progress_one_open on assessments.progress (task_id, quarter) where outcome is null;
create index progress_of_task_in_order on assessments.progress (task_id, quarter, id);
create index progress_in_order on assessments.progress (path, id);
create index progress_of_unit_in_order on assessments.progress (unit_id, path, id) where unit_id is not null;
${protect('assessments.progress', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  unit: { rows: isMyUnit('unit_id'), verbs: ['select', 'insert'] },
})}
${decidedOnce('assessments.progress', 'assessments', 'outcome', ['confirmed_by', 'confirmed_unit', 'confirmed_at', 'outcome', 'remark'])}

create table assessments.unit_result (
  id uuid primary key,
  unit_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  quarter text not null constraint unit_result_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  tasks int not null,
  reported int not null,
  confirmed int not null,
  score text constraint unit_result_score check (score ~ '^[0-9]{1,3}[.][0-9]{2}$'),
  inputs_hash text not null,
  sealed_by uuid not null,
  sealed_at timestamptz not null,
  constraint unit_result_counts check (confirmed <= reported and reported <= tasks),
  constraint unit_result_once unique (unit_id, quarter)
);
create index unit_result_in_order on assessments.unit_result (quarter, path, unit_id);
${protect('assessments.unit_result', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  unit: inRange('path'),
})}
${appendOnly('assessments.unit_result', 'assessments', ['path'])}
`,
);
