// Open supervision by ten procedures, its records, bulletins and expert opinions; numbers are given at release and have no gaps.
import { migration } from '#platform/database/migration';
import { definer, isMine, isMyUnit, isOpen, protect } from '#platform/database/protect';
import { decidedInSteps } from './decided-in-steps';
import { decidedOnce } from './decided-once';

export const supervisions = migration(
  1700000000061,
  'Supervisions',
  (names) => `
create table assessments.number_series (
  series text not null,
  year int not null,
  last int not null constraint number_series_counts check (last > 0),
  primary key (series, year)
);
${protect('assessments.number_series', names, {})}
-- The next number of a series: a transaction that fails gives its number back, so that none is missing.
${definer(
  'assessments.next_number(a_series text, a_year int) returns int',
  `declare given int;
begin
  insert into assessments.number_series as s (series, year, last) values (a_series, a_year, 1)
    on conflict (series, year) do update set last = s.last + 1 returning s.last into given;
  return given;
end`,
  names,
  'assessments',
  ['issuer', 'region'],
)}

create table assessments.supervision (
  id uuid primary key,
  issuer_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  quarter text not null constraint supervision_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  peer_set text not null constraint supervision_peer_set check (peer_set in ('units', 'regions')),
  form text not null constraint supervision_form check (form in ('bulletin', 'special', 'tour', 'airing', 'mutual', 'lights', 'expert')),
  pack_name text not null,
  pack_hash text not null,
  topic text not null,
  starts_on date not null,
  ends_on date not null,
  planned_at timestamptz not null,
  carried_out_at timestamptz,
  recorded_at timestamptz,
  released_at timestamptz,
  output_id uuid,
  number text constraint supervision_number_unique unique,
  constraint supervision_days check (starts_on <= ends_on),
  constraint supervision_numbered_at_release check ((number is null) = (released_at is null))
);
create index supervision_of_quarter on assessments.supervision (quarter, id);
create index supervision_of_issuer on assessments.supervision (issuer_id, id);
${protect('assessments.supervision', names, {
  issuer: { rows: isMine('issuer_id'), verbs: ['select', 'insert', 'update'] },
  region: isOpen(),
  unit: isOpen(),
  public: 'released_at is not null',
})}
${decidedInSteps('assessments.supervision', 'assessments', [
  { guard: 'carried_out_at', columns: [] },
  { guard: 'recorded_at', columns: ['output_id'] },
  { guard: 'released_at', columns: ['number'] },
])}

create table assessments.supervision_subject (
  id uuid primary key,
  supervision_id uuid not null references assessments.supervision (id),
  unit_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  constraint supervision_subject_unit_once unique nulls not distinct (supervision_id, region_id, unit_id)
);
${protect('assessments.supervision_subject', names, {
  issuer: {
    rows: 'exists (select 1 from assessments.supervision s where s.id = supervision_id)',
    verbs: ['select', 'insert'],
  },
  region: isOpen(),
  unit: isOpen(),
  public: 'exists (select 1 from assessments.supervision s where s.id = supervision_id)',
})}

-- A released inspection has a number; one of a member unit is read by the unit.
drop trigger decided_once on assessments.inspection;
drop trigger decided_once_truncate on assessments.inspection;
drop function assessments.inspection_is_decided_once();
alter table assessments.inspection
  add column number text constraint inspection_number_unique unique,
  add column unit_id uuid,
  add column supervision_id uuid references assessments.supervision (id),
  drop constraint inspection_kind,
  add constraint inspection_kind check (kind in ('secret-visit', 'special-inspection', 'supervision')),
  add constraint inspection_open_under_supervision check ((kind = 'supervision') = (supervision_id is not null)),
  add constraint inspection_numbered_at_release check (number is null or released_at is not null);
create index inspection_of_supervision on assessments.inspection (supervision_id) where supervision_id is not null;
create index inspection_of_unit on assessments.inspection (unit_id, id) where unit_id is not null and released_at is not null;
create policy unit on assessments.inspection to ${names.kind('unit')} using (${isMyUnit('unit_id')} and released_at is not null);
grant select on assessments.inspection to ${names.kind('unit')};
${decidedOnce('assessments.inspection', 'assessments', 'released_at', ['released_at', 'number'])}

create table assessments.bulletin (
  id uuid primary key,
  supervision_id uuid not null constraint bulletin_once unique references assessments.supervision (id),
  number text not null constraint bulletin_number_unique unique,
  title text not null,
  body text not null,
  issued_by uuid not null,
  issued_at timestamptz not null
);
${protect('assessments.bulletin', names, {
  issuer: { rows: isMine('issued_by'), verbs: ['select', 'insert'] },
  region: isOpen(),
  unit: isOpen(),
})}

create table assessments.expert_opinion (
  id uuid primary key,
  supervision_id uuid not null references assessments.supervision (id),
  subject_id uuid not null references assessments.supervision_subject (id),
  expert text not null,
  field text not null,
  opinion text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  released_at timestamptz
);
create index expert_opinion_of_supervision on assessments.expert_opinion (supervision_id, id);
${protect('assessments.expert_opinion', names, {
  issuer: { rows: isMine('recorded_by'), verbs: ['select', 'insert', 'update'] },
  region: 'released_at is not null',
  unit: 'released_at is not null',
})}
${decidedOnce('assessments.expert_opinion', 'assessments', 'released_at', ['released_at'])}
`,
);
