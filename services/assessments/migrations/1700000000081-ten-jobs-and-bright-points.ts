// The office's ten jobs as regions report them, and bright points: reported, verified, adopted elsewhere, followed up.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isMyUnit, isOpen, protect } from '#platform/database/protect';
import { decidedOnce } from './decided-once';

export const addTenJobsAndBrightPoints = migration(
  1700000000081,
  'AddTenJobsAndBrightPoints',
  (names) => `
create table assessments.ten_job_report (
  id uuid primary key,
  job text not null,
  quarter text not null constraint ten_job_report_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  region_id uuid not null,
  path text collate "C" not null,
  target int not null,
  done int not null constraint ten_job_report_within_target check (done between 0 and target),
  amount bigint constraint ten_job_report_amount check (amount >= 0),
  note text not null,
  pack_hash text not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  outcome text constraint ten_job_report_outcome check (outcome in ('confirmed', 'returned')),
  remark text,
  constraint ten_job_report_four_eyes check (confirmed_by <> reported_by),
  constraint ten_job_report_decided_whole check ((outcome is null) = (confirmed_by is null) and (outcome is null) = (confirmed_at is null)),
  constraint ten_job_report_return_says_why check (outcome <> 'returned' or remark is not null)
);
create unique index ten_job_report_one_open on assessments.ten_job_report (region_id, job, quarter) where outcome is null;
create index ten_job_report_confirmed on assessments.ten_job_report (path, job, quarter, confirmed_at) where outcome = 'confirmed';
create index ten_job_report_in_order on assessments.ten_job_report (path, id);
${protect('assessments.ten_job_report', names, { region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] } })}
${decidedOnce('assessments.ten_job_report', 'assessments', 'outcome', ['confirmed_by', 'confirmed_at', 'outcome', 'remark'])}

create table assessments.bright_point (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  unit_id uuid,
  title text not null,
  content text not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  verified_by uuid,
  verified_at timestamptz,
  outcome text constraint bright_point_outcome check (outcome in ('verified', 'returned')),
  remark text,
  constraint bright_point_four_eyes check (verified_by <> reported_by),
  constraint bright_point_decided_whole check ((outcome is null) = (verified_by is null) and (outcome is null) = (verified_at is null)),
  constraint bright_point_return_says_why check (outcome <> 'returned' or remark is not null),
  constraint bright_point_verified_key unique (id, region_id, outcome)
);
create index bright_point_in_order on assessments.bright_point (id desc);
${protect('assessments.bright_point', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  unit: { rows: isMyUnit('unit_id'), verbs: ['select', 'insert'] },
  public: `outcome = 'verified'`,
})}
${decidedOnce('assessments.bright_point', 'assessments', 'outcome', ['verified_by', 'verified_at', 'outcome', 'remark'])}

create table assessments.bright_point_adoption (
  id uuid primary key,
  point_id uuid not null,
  point_region_id uuid not null,
  point_outcome text not null default 'verified' constraint bright_point_adoption_of_verified check (point_outcome = 'verified'),
  region_id uuid not null,
  path text collate "C" not null,
  adopted_on date not null,
  plan text not null,
  adopted_by uuid not null,
  recorded_at timestamptz not null,
  constraint bright_point_adopted_elsewhere check (region_id <> point_region_id),
  constraint bright_point_adopted_once unique (point_id, region_id),
  constraint bright_point_adoption_of_point foreign key (point_id, point_region_id, point_outcome) references assessments.bright_point (id, region_id, outcome),
  constraint bright_point_adoption_place unique (id, region_id, path)
);
${protect('assessments.bright_point_adoption', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] }, public: isOpen() })}
${appendOnly('assessments.bright_point_adoption', 'assessments', ['path'])}

create table assessments.bright_point_follow_up (
  id uuid primary key,
  adoption_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  state text not null constraint bright_point_follow_up_state check (state in ('spreading', 'established', 'abandoned')),
  note text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint bright_point_follow_up_of_adoption foreign key (adoption_id, region_id, path)
    references assessments.bright_point_adoption (id, region_id, path) on update cascade
);
create index bright_point_follow_up_in_order on assessments.bright_point_follow_up (adoption_id, id);
${protect('assessments.bright_point_follow_up', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] }, public: isOpen() })}
${appendOnly('assessments.bright_point_follow_up', 'assessments', ['path'])}
`,
);
