// Scores and lights of a quarter: drawn in rounds, proposed by one person, confirmed by another, and then published.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';
import { decidedOnce } from './decided-once';

const quarter = (table: string) =>
  `quarter text not null constraint ${table}_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$')`;

/** Published rows are read under the kind `public` by everybody: the rows of a region's own range never join them by an OR. */
export const scoresAndLights = migration(
  1700000000002,
  'ScoresAndLights',
  (names) => `
create table assessments.light_round (
  id uuid primary key,
  ${quarter('light_round')},
  region_id uuid not null,
  path text collate "C" not null,
  scoring_pack text not null,
  scoring_pack_hash text not null,
  light_pack text not null,
  light_pack_hash text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null
);
create index light_round_newest on assessments.light_round (quarter, proposed_at desc, id desc);
${protect('assessments.light_round', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('assessments.light_round', 'assessments', ['path'])}

create table assessments.score (
  id uuid primary key,
  round_id uuid not null references assessments.light_round (id),
  region_id uuid not null,
  path text collate "C" not null,
  ${quarter('score')},
  score text constraint score_form check (score ~ '^[0-9]{1,3}[.][0-9]{2}$'),
  pack_name text not null,
  pack_hash text not null,
  inputs jsonb not null,
  inputs_hash text not null,
  tree jsonb not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  constraint score_once_a_round unique (round_id, region_id)
);

create table assessments.light (
  id uuid primary key,
  round_id uuid not null references assessments.light_round (id),
  score_id uuid not null constraint light_score_once unique references assessments.score (id),
  region_id uuid not null,
  path text collate "C" not null,
  ${quarter('light')},
  colour text not null constraint light_colour check (colour in ('green', 'yellow', 'red', 'unlit')),
  rank int,
  peers int not null,
  reasons jsonb not null,
  pack_name text not null,
  pack_hash text not null,
  inputs_hash text not null,
  status text not null default 'proposed' constraint light_status check (status in ('proposed', 'confirmed')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  supersedes uuid references assessments.light (id),
  constraint light_four_eyes check (confirmed_by <> proposed_by),
  constraint light_confirmed_whole check ((status = 'confirmed') = (confirmed_by is not null) and (status = 'confirmed') = (confirmed_at is not null)),
  constraint light_once_a_round unique (round_id, region_id)
);
create unique index light_first_once on assessments.light (region_id, quarter) where status = 'confirmed' and supersedes is null;
create unique index light_superseded_once on assessments.light (supersedes) where status = 'confirmed';
create index light_of_region on assessments.light (region_id, quarter, confirmed_at desc) where status = 'confirmed';
create index light_of_quarter on assessments.light (quarter, region_id, confirmed_at desc) where status = 'confirmed';
${protect('assessments.light', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  public: `status = 'confirmed'`,
})}
${decidedOnce('assessments.light', 'assessments', 'confirmed_at', ['status', 'confirmed_by', 'confirmed_at'])}
${protect('assessments.score', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  public: `exists (select 1 from assessments.light l where l.score_id = score.id and l.status = 'confirmed')`,
})}
${appendOnly('assessments.score', 'assessments', ['path'])}
`,
);
