// Sums that everybody in office sees of every region: written with the round that they are of, and read once it is published.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';

export const publishedSums = migration(
  1700000000098,
  'PublishedSums',
  (names) => `
create table assessments.published_sum (
  round_id uuid not null references assessments.light_round (id),
  quarter text not null constraint published_sum_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  level text not null constraint published_sum_level check (level in ('city', 'district', 'zone', 'town')),
  region_id uuid not null,
  path text collate "C" not null,
  indicator text not null,
  title jsonb not null,
  unit jsonb not null,
  numerator bigint constraint published_sum_numerator check (numerator >= 0),
  denominator bigint constraint published_sum_denominator check (denominator >= 0),
  minimum_cell int not null constraint published_sum_cell check (minimum_cell > 1),
  pack_name text not null,
  pack_hash text not null,
  constraint published_sum_once primary key (round_id, region_id, indicator),
  constraint published_sum_withheld_whole check ((numerator is null) = (denominator is null))
);
create index published_sum_in_order on assessments.published_sum (round_id, level, path, indicator);
${protect('assessments.published_sum', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  public: `exists (select 1 from assessments.light l where l.round_id = published_sum.round_id and l.status = 'confirmed')`,
})}
${appendOnly('assessments.published_sum', 'assessments', ['path'])}
`,
);
