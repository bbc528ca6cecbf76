// Draws of secret visits: committed before a public number is known, drawn with it, and the inspector's alone until they are released.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isMine, isOpen, protect } from '#platform/database/protect';
import { decidedInSteps } from './decided-in-steps';
import { decidedOnce } from './decided-once';

export const visitDraws = migration(
  1700000000062,
  'VisitDraws',
  (names) => `
create table assessments.public_number (
  source text not null,
  day date not null,
  number text not null,
  address text not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (source, day),
  constraint public_number_key unique (source, day, number, entered_by),
  constraint public_number_has_been check (day <= (entered_at at time zone 'Asia/Shanghai')::date)
);
${protect('assessments.public_number', names, {
  region: { rows: isOpen(), verbs: ['select', 'insert'] },
  unit: isOpen(),
  issuer: isOpen(),
})}
${appendOnly('assessments.public_number', 'assessments')}

create table assessments.visit_draw (
  id uuid primary key,
  issuer_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  month text not null constraint visit_draw_month check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  round text not null,
  pack_name text not null,
  pack_hash text not null,
  pack jsonb not null,
  seed text not null,
  seed_hash text not null,
  frame jsonb not null,
  frame_hash text not null,
  number_source text not null,
  number_day date not null,
  committed_at timestamptz not null,
  number text,
  number_by uuid,
  drawn_at timestamptz,
  released_at timestamptz,
  constraint visit_draw_round_key unique (id, issuer_id, round),
  constraint visit_draw_seed_is_committed check (seed_hash = encode(sha256(convert_to('"' || seed || '"', 'UTF8')), 'hex')),
  constraint visit_draw_number_after_commitment check (number_day > (committed_at at time zone 'Asia/Shanghai')::date),
  constraint visit_draw_two_people check (number_by <> issuer_id),
  constraint visit_draw_drawn_whole check ((number is null) = (drawn_at is null) and (number_by is null) = (drawn_at is null)),
  constraint visit_draw_by_public_number foreign key (number_source, number_day, number, number_by) references assessments.public_number (source, day, number, entered_by)
);
-- One at a time: what is drawn in a round is known before the next list is frozen, so that no village comes twice.
create unique index visit_draw_one_pending on assessments.visit_draw (issuer_id) where drawn_at is null;
create index visit_draw_of_issuer on assessments.visit_draw (issuer_id, id);
create index visit_draw_released_in_order on assessments.visit_draw (path, id) where released_at is not null;
${protect('assessments.visit_draw', names, {
  issuer: { rows: isMine('issuer_id'), verbs: ['select', 'insert', 'update'] },
  region: `${inRange('path')} and released_at is not null`,
})}
${decidedInSteps('assessments.visit_draw', 'assessments', [
  { guard: 'drawn_at', columns: ['number', 'number_by'] },
  { guard: 'released_at', columns: [] },
])}

create table assessments.visit_sample (
  id uuid primary key,
  draw_id uuid not null,
  issuer_id uuid not null,
  round text not null,
  place int not null,
  region_id uuid not null,
  path text collate "C" not null,
  household_ids uuid[] not null,
  other_places int[] not null,
  released_at timestamptz,
  constraint visit_sample_of_draw foreign key (draw_id, issuer_id, round) references assessments.visit_draw (id, issuer_id, round),
  constraint visit_sample_place_once unique (draw_id, place),
  constraint visit_sample_village_once_a_round unique (issuer_id, round, region_id),
  constraint visit_sample_key unique (draw_id, issuer_id, region_id)
);
${protect('assessments.visit_sample', names, {
  issuer: { rows: isMine('issuer_id'), verbs: ['select', 'insert', 'update'] },
  region: `${inRange('path')} and released_at is not null`,
})}
${decidedOnce('assessments.visit_sample', 'assessments', 'released_at', ['released_at'])}

alter table assessments.inspection
  add column draw_id uuid,
  add constraint inspection_of_sampled_village foreign key (draw_id, issuer_id, region_id) references assessments.visit_sample (draw_id, issuer_id, region_id),
  add constraint inspection_drawn_is_secret check (draw_id is null or kind = 'secret-visit');
create index inspection_of_draw on assessments.inspection (draw_id) where draw_id is not null;
`,
);
