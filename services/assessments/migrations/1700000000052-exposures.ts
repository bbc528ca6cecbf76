// Exposures: drafted by one person, published by another, read by everybody, withdrawn with their trace.
import { migration } from '#platform/database/migration';
import { definer, inRange, isMyUnit, protect } from '#platform/database/protect';

export const exposures = migration(
  1700000000052,
  'Exposures',
  (names) => `
create table assessments.exposure (
  id uuid primary key,
  finding_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  unit_id uuid not null,
  quarter text not null constraint exposure_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  medium text not null,
  exposed_on date not null,
  title text not null,
  text text not null,
  link text,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  constraint exposure_of_finding foreign key (finding_id, region_id, path) references assessments.finding (id, region_id, path) on update cascade,
  constraint exposure_four_eyes check (published_by <> drafted_by),
  constraint exposure_published_whole check ((published_by is null) = (published_at is null)),
  constraint exposure_answered_whole check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null) and (answer is null or published_at is not null)),
  constraint exposure_withdrawal_says_why check ((withdrawn_at is null) = (withdrawal_reason is null) and (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or published_at is not null))
);
create index exposure_in_order on assessments.exposure (path, id);
create index exposure_published on assessments.exposure (id desc) where published_at is not null;
${protect('assessments.exposure', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  unit: { rows: `(${isMyUnit('unit_id')} and published_at is not null)`, verbs: ['select', 'update'] },
  public: 'published_at is not null',
})}

create function assessments.exposure_is_settled_in_steps() returns trigger language plpgsql as $steps$
declare
  later text[] := array['path', 'answer', 'answered_by', 'answered_at', 'published_by', 'published_at', 'withdrawn_by', 'withdrawn_at', 'withdrawal_reason'];
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - later = to_jsonb(new) - later
    and (old.published_at is null or (old.published_at, old.published_by) is not distinct from (new.published_at, new.published_by))
    and (old.answered_at is null or (old.answer, old.answered_at, old.answered_by) is not distinct from (new.answer, new.answered_at, new.answered_by))
    and (old.withdrawn_at is null or (old.withdrawn_at, old.withdrawn_by, old.withdrawal_reason) is not distinct from (new.withdrawn_at, new.withdrawn_by, new.withdrawal_reason))
  then return new; end if;
  raise exception 'an exposure keeps what was said, published, answered and withdrawn' using errcode = 'integrity_constraint_violation', constraint = 'exposure_keeps_its_trace';
end $steps$;
create trigger keeps_its_trace before update or delete on assessments.exposure for each row execute function assessments.exposure_is_settled_in_steps();

-- Clippings are public as long as the exposure is; the policy of evidence reads the mark that is kept here.
alter table assessments.evidence_use add column is_public boolean not null default false;
drop policy public on assessments.evidence_use;
create policy public on assessments.evidence_use to ${names.kind('public')} using (is_public) with check (is_public);
create or replace function assessments.evidence_use_is_appended() returns trigger language plpgsql as $append$
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - array['path', 'unit_id', 'released_at', 'is_public'] = to_jsonb(new) - array['path', 'unit_id', 'released_at', 'is_public'] then return new; end if;
  raise exception 'rows of assessments.evidence_use are appended, never changed' using errcode = 'integrity_constraint_violation', constraint = 'assessments_evidence_use_append_only';
end $append$;
${definer(
  'assessments.clippings_follow_exposure() returns trigger',
  `begin
  update assessments.evidence_use set is_public = new.published_at is not null and new.withdrawn_at is null
    where subject_kind = 'exposure' and subject_id = new.id;
  return new;
end`,
  names,
  'assessments',
  [],
)}
create trigger clippings_follow after update on assessments.exposure for each row execute function assessments.clippings_follow_exposure();
`,
);
