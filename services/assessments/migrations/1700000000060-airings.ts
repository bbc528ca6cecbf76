// Airings: the ranking of a peer group in a quarter, drafted by one person, sealed by another, and then shown.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';
import { decidedInSteps } from './decided-in-steps';

const ofSeenAiring = 'exists (select 1 from assessments.airing a where a.id = airing_id)';

export const airings = migration(
  1700000000060,
  'Airings',
  (names) => `
create table assessments.airing (
  id uuid primary key,
  quarter text not null constraint airing_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  peer_group text not null constraint airing_peer_group check (peer_group in ('units', 'districts-and-zones', 'towns')),
  region_id uuid not null,
  path text collate "C" not null,
  title text not null,
  content_hash text not null constraint airing_content_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  supersedes uuid references assessments.airing (id),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  sealed_by uuid,
  sealed_at timestamptz,
  shown_by uuid,
  shown_at timestamptz,
  constraint airing_four_eyes check (sealed_by <> drafted_by),
  constraint airing_sealed_whole check ((sealed_by is null) = (sealed_at is null)),
  constraint airing_shown_whole check ((shown_by is null) = (shown_at is null)),
  constraint airing_sealed_before_shown check (shown_at is null or sealed_at <= shown_at)
);
create unique index airing_first_once on assessments.airing (quarter, peer_group, region_id) where sealed_at is not null and supersedes is null;
create unique index airing_superseded_once on assessments.airing (supersedes) where sealed_at is not null;
create index airing_of_quarter on assessments.airing (quarter, peer_group, id);
${protect('assessments.airing', names, {
  region: { rows: `(${inRange('path')} or sealed_at is not null)`, verbs: ['select', 'insert', 'update'] },
  unit: 'sealed_at is not null',
  paired: 'sealed_at is not null',
  public: 'shown_at is not null',
})}
-- Every official reads what is sealed; only those whose range holds the whole group write.
alter policy region on assessments.airing with check (${inRange('path')});
${decidedInSteps('assessments.airing', 'assessments', [
  { guard: 'sealed_at', columns: ['sealed_by'] },
  { guard: 'shown_at', columns: ['shown_by'] },
])}

create table assessments.airing_entry (
  id uuid primary key,
  airing_id uuid not null references assessments.airing (id),
  place int not null,
  unit_id uuid,
  region_id uuid,
  score text constraint airing_entry_score check (score ~ '^[0-9]{1,3}[.][0-9]{2}$'),
  rank int,
  former_rank int,
  source_id uuid not null,
  source_hash text not null,
  constraint airing_entry_of_one check ((unit_id is null) <> (region_id is null)),
  constraint airing_entry_ranked_by_score check ((rank is null) = (score is null)),
  constraint airing_entry_place_once unique (airing_id, place),
  constraint airing_entry_unit_once unique (airing_id, unit_id),
  constraint airing_entry_region_once unique (airing_id, region_id)
);
create index airing_entry_of_unit on assessments.airing_entry (unit_id) where unit_id is not null;
create index airing_entry_of_region on assessments.airing_entry (region_id) where region_id is not null;
${protect('assessments.airing_entry', names, {
  region: { rows: ofSeenAiring, verbs: ['select', 'insert'] },
  unit: ofSeenAiring,
  paired: ofSeenAiring,
  public: ofSeenAiring,
})}
alter policy region on assessments.airing_entry with check (
  exists (select 1 from assessments.airing a where a.id = airing_id and a.sealed_at is null and ${inRange('a.path')}));
${appendOnly('assessments.airing_entry', 'assessments')}
`,
);
