// Annual reviews of member units: sealed once, acknowledged by the organisation department, corrected by signed addenda alone.
import { migration } from '#platform/database/migration';
import { inRange, protect } from '#platform/database/protect';
import { decidedOnce } from './decided-once';

const score = (table: string, column: string) =>
  `constraint ${table}_${column}_form check (${column} ~ '^[0-9]{1,3}[.][0-9]{2}$')`;

export const annualReviews = migration(
  1700000000072,
  'AnnualReviews',
  (names) => `
create table assessments.annual_review (
  id uuid primary key,
  unit_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  quarters jsonb not null constraint annual_review_four_quarters check (jsonb_array_length(quarters) = 4),
  score text ${score('annual_review', 'score')},
  weight_percent text not null,
  points text ${score('annual_review', 'points')},
  pack_name text not null,
  pack_hash text not null,
  content_hash text not null,
  compiled_by uuid not null,
  compiled_at timestamptz not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  constraint annual_review_once unique (unit_id, year),
  constraint annual_review_four_eyes check (acknowledged_by <> compiled_by),
  constraint annual_review_acknowledged_whole check ((acknowledged_by is null) = (acknowledged_at is null))
);
create index annual_review_of_year on assessments.annual_review (year, path, unit_id);
${protect('assessments.annual_review', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  unit: { rows: inRange('path'), verbs: ['select', 'update'] },
})}
${decidedOnce('assessments.annual_review', 'assessments', 'acknowledged_at', ['acknowledged_by', 'acknowledged_at'])}

create table assessments.annual_addendum (
  id uuid primary key,
  review_id uuid not null references assessments.annual_review (id),
  region_id uuid not null,
  path text collate "C" not null,
  reason text not null,
  corrected_score text not null ${score('annual_addendum', 'corrected_score')},
  written_by uuid not null,
  written_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  constraint annual_addendum_four_eyes check (signed_by <> written_by),
  constraint annual_addendum_signed_whole check ((signed_by is null) = (signed_at is null))
);
create index annual_addendum_of_review on assessments.annual_addendum (review_id, written_at);
${protect('assessments.annual_addendum', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  unit: `${inRange('path')} and signed_at is not null`,
})}
${decidedOnce('assessments.annual_addendum', 'assessments', 'signed_at', ['signed_by', 'signed_at'])}
`,
);
