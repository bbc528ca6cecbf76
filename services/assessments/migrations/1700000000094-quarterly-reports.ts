// Quarterly reports: drafts of regions with texts that are edited and figures that are not, approved by another person, numbered and frozen.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';
import { decidedOnce } from './decided-once';

const sections = `('layout', 'units', 'places', 'tenJobs', 'problems', 'nextSteps')`;

export const addQuarterlyReports = migration(
  1700000000094,
  'AddQuarterlyReports',
  (names) => `
create table assessments.quarterly_report (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  region_name text not null,
  quarter text not null constraint quarterly_report_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  version int not null constraint quarterly_report_counts check (version > 0),
  title text not null,
  as_of timestamptz not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  outcome text constraint quarterly_report_outcome check (outcome in ('approved', 'withdrawn')),
  approved_by uuid,
  approved_at timestamptz,
  number text constraint quarterly_report_number unique,
  frozen_hash text,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  reason text,
  constraint quarterly_report_version unique (region_id, quarter, version),
  constraint quarterly_report_place unique (id, region_id, path),
  constraint quarterly_report_four_eyes check (approved_by <> drafted_by),
  constraint quarterly_report_approved_whole check (
    (coalesce(outcome, '') = 'approved') = (approved_by is not null) and num_nonnulls(approved_by, approved_at, number, frozen_hash) in (0, 4)),
  constraint quarterly_report_withdrawn_whole check (
    (coalesce(outcome, '') = 'withdrawn') = (withdrawn_by is not null) and num_nonnulls(withdrawn_by, withdrawn_at, reason) in (0, 3))
);
create unique index quarterly_report_one_draft on assessments.quarterly_report (region_id, quarter) where outcome is null;
create index quarterly_report_in_order on assessments.quarterly_report (path, id desc);
${protect('assessments.quarterly_report', names, { region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] } })}
${decidedOnce('assessments.quarterly_report', 'assessments', 'outcome', [
  'outcome',
  'approved_by',
  'approved_at',
  'number',
  'frozen_hash',
  'withdrawn_by',
  'withdrawn_at',
  'reason',
])}

create table assessments.quarterly_report_text (
  id uuid primary key,
  report_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  section text not null constraint quarterly_report_text_section check (section in ${sections}),
  text text not null,
  written_by uuid not null,
  written_for uuid,
  written_at timestamptz not null,
  constraint quarterly_report_text_of_report foreign key (report_id, region_id, path)
    references assessments.quarterly_report (id, region_id, path) on update cascade
);
create index quarterly_report_text_in_order on assessments.quarterly_report_text (report_id, written_at, id);
${protect('assessments.quarterly_report_text', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('assessments.quarterly_report_text', 'assessments', ['path'])}

create table assessments.quarterly_report_figure (
  id uuid primary key,
  report_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  section text not null constraint quarterly_report_figure_section check (section in ${sections}),
  place int not null,
  code text not null,
  subject text,
  title text not null,
  measure text not null,
  value text,
  missing text,
  query text not null,
  variables jsonb not null,
  pointer text not null,
  as_of timestamptz not null,
  constraint quarterly_report_figure_place unique (report_id, place),
  constraint quarterly_report_figure_or_why check ((value is null) = (missing is not null)),
  constraint quarterly_report_figure_of_report foreign key (report_id, region_id, path)
    references assessments.quarterly_report (id, region_id, path) on update cascade
);
${protect('assessments.quarterly_report_figure', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('assessments.quarterly_report_figure', 'assessments', ['path'])}

-- A text is written while the report is a draft, and not while somebody approves it: both hold the report's row.
create function assessments.quarterly_report_text_is_of_draft() returns trigger language plpgsql as $draft$
begin
  perform 1 from assessments.quarterly_report r where r.id = new.report_id and r.outcome is null for update;
  if not found then
    raise exception 'texts are written while the report is a draft' using errcode = 'integrity_constraint_violation', constraint = 'quarterly_report_text_of_draft';
  end if;
  return new;
end $draft$;
create trigger of_draft before insert on assessments.quarterly_report_text for each row execute function assessments.quarterly_report_text_is_of_draft();

-- Figures come with the draft, in its transaction, and never later.
create function assessments.quarterly_report_figure_is_drafted() returns trigger language plpgsql as $figure$
begin
  perform 1 from assessments.quarterly_report r
    where r.id = new.report_id and r.outcome is null and date_trunc('milliseconds', r.drafted_at) = date_trunc('milliseconds', now());
  if not found then
    raise exception 'figures come with the draft' using errcode = 'integrity_constraint_violation', constraint = 'quarterly_report_figure_with_draft';
  end if;
  return new;
end $figure$;
create trigger with_draft before insert on assessments.quarterly_report_figure for each row execute function assessments.quarterly_report_figure_is_drafted();

-- Four eyes over the texts too: they lie in rows of their own, where the check of two columns does not reach.
create function assessments.quarterly_report_texts_by_others() returns trigger language plpgsql as $others$
begin
  if new.approved_by is not null and old.approved_by is null and exists (
    select 1 from assessments.quarterly_report_text t where t.report_id = new.id and new.approved_by in (t.written_by, t.written_for)
  ) then
    raise exception 'whoever wrote a text does not approve the report' using errcode = 'check_violation', constraint = 'quarterly_report_four_eyes';
  end if;
  return new;
end $others$;
create trigger texts_by_others before update on assessments.quarterly_report for each row execute function assessments.quarterly_report_texts_by_others();
`,
);
