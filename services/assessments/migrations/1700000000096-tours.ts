// Observation tours: sites, participants, each participant's marks (sealed when given), and the result that a second person seals.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMine, isOpen, protect } from '#platform/database/protect';
import { decidedInSteps } from './decided-in-steps';

const ofTour = (when = 'true') => `exists (select 1 from assessments.tour o where o.id = tour_id and ${when})`;
const isSealed = 'o.sealed_at is not null';
const isShown = 'o.shown_at is not null';

export const tours = migration(
  1700000000096,
  'Tours',
  (names) => `
create table assessments.tour (
  id uuid primary key,
  supervision_id uuid not null constraint tour_once unique references assessments.supervision (id),
  issuer_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  quarter text not null constraint tour_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  pack_name text not null,
  pack_hash text not null,
  marking jsonb not null,
  planned_at timestamptz not null,
  compiled_by uuid,
  compiled_at timestamptz,
  content_hash text constraint tour_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  sealed_by uuid,
  sealed_at timestamptz,
  shown_by uuid,
  shown_at timestamptz,
  constraint tour_four_eyes check (sealed_by <> compiled_by and sealed_by <> issuer_id),
  constraint tour_compiled_whole check ((compiled_by is null) = (compiled_at is null) and (content_hash is null) = (compiled_at is null)),
  constraint tour_sealed_whole check ((sealed_by is null) = (sealed_at is null)),
  constraint tour_shown_whole check ((shown_by is null) = (shown_at is null))
);
create index tour_of_quarter on assessments.tour (quarter, id);
${protect('assessments.tour', names, {
  issuer: { rows: isMine('issuer_id'), verbs: ['select', 'insert', 'update'] },
  region: { rows: isOpen(), verbs: ['select', 'update'] },
  unit: isOpen(),
  public: 'shown_at is not null',
})}
alter policy issuer on assessments.tour with check (${isMine('issuer_id')}
  and exists (select 1 from assessments.supervision s where s.id = supervision_id and s.form = 'tour'));
alter policy region on assessments.tour with check (${inRange('path')});
${decidedInSteps('assessments.tour', 'assessments', [
  { guard: 'compiled_at', columns: ['compiled_by', 'content_hash'] },
  { guard: 'sealed_at', columns: ['sealed_by'] },
  { guard: 'shown_at', columns: ['shown_by'] },
])}

create table assessments.tour_site (
  id uuid primary key,
  tour_id uuid not null references assessments.tour (id),
  place int not null,
  visited_on date not null,
  title text not null,
  region_id uuid not null,
  subject_id uuid not null references assessments.supervision_subject (id),
  constraint tour_site_place_once unique (tour_id, place),
  constraint tour_site_title_once unique (tour_id, region_id, title),
  constraint tour_site_key unique (id, tour_id)
);
${protect('assessments.tour_site', names, {
  issuer: { rows: ofTour(), verbs: ['select', 'insert'] },
  region: ofTour(),
  unit: ofTour(),
  public: ofTour(isShown),
})}
${appendOnly('assessments.tour_site', 'assessments')}

create table assessments.tour_participant (
  id uuid primary key,
  tour_id uuid not null references assessments.tour (id),
  person_id uuid not null,
  unit_id uuid,
  capacity text not null,
  constraint tour_participant_once unique (tour_id, person_id)
);
${protect('assessments.tour_participant', names, {
  issuer: { rows: ofTour(), verbs: ['select', 'insert'] },
  region: ofTour(),
  unit: ofTour(),
})}
${appendOnly('assessments.tour_participant', 'assessments')}

-- A mark is its giver's and the organiser's until the result is sealed; then it is read with the result.
create table assessments.tour_mark (
  id uuid primary key,
  tour_id uuid not null,
  site_id uuid not null,
  person_id uuid not null,
  points int not null constraint tour_mark_points check (points between 0 and 100),
  remark text,
  submitted_at timestamptz not null,
  constraint tour_mark_of_site foreign key (site_id, tour_id) references assessments.tour_site (id, tour_id),
  constraint tour_mark_of_participant foreign key (tour_id, person_id) references assessments.tour_participant (tour_id, person_id),
  constraint tour_mark_once unique (site_id, person_id)
);
create index tour_mark_of_tour on assessments.tour_mark (tour_id);
${protect('assessments.tour_mark', names, {
  own: { rows: isMine('person_id'), verbs: ['select', 'insert'] },
  issuer: ofTour(),
  region: ofTour(isSealed),
  unit: ofTour(isSealed),
})}
${appendOnly('assessments.tour_mark', 'assessments')}
-- Holds the tour while a mark is given, so that none arrives behind the back of a result that is being compiled.
${definer(
  'assessments.mark_before_result() returns trigger',
  `begin
  perform 1 from assessments.tour t where t.id = new.tour_id and t.compiled_at is null for share;
  if not found then
    raise exception 'no mark is given once the result is compiled' using errcode = 'integrity_constraint_violation', constraint = 'tour_mark_before_result';
  end if;
  return new;
end`,
  names,
  'assessments',
  [],
)}
create trigger mark_before_result before insert on assessments.tour_mark for each row execute function assessments.mark_before_result();

create table assessments.tour_result (
  id uuid primary key,
  tour_id uuid not null,
  site_id uuid not null constraint tour_result_once unique,
  given int not null,
  counted int not null,
  mean text constraint tour_result_mean check (mean ~ '^[0-9]{1,3}[.][0-9]{2}$'),
  rank int,
  constraint tour_result_of_site foreign key (site_id, tour_id) references assessments.tour_site (id, tour_id),
  constraint tour_result_ranked_by_mean check ((rank is null) = (mean is null))
);
create index tour_result_of_tour on assessments.tour_result (tour_id);
${protect('assessments.tour_result', names, {
  issuer: { rows: ofTour(), verbs: ['select', 'insert'] },
  region: ofTour(`(${isSealed} or ${inRange('o.path')})`),
  unit: ofTour(isSealed),
  public: ofTour(isShown),
})}
alter policy issuer on assessments.tour_result with check (${ofTour('o.sealed_at is null')});
${appendOnly('assessments.tour_result', 'assessments')}
`,
);
