// Districts, zones and units beside towns: figures frozen row by row at the cut-off, scores and lights that know their peer group.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';

const isPublished = (round: string) =>
  `exists (select 1 from assessments.light l where l.round_id = ${round} and l.status = 'confirmed')`;

export const figuresAndGroups = migration(
  1700000000070,
  'FiguresAndGroups',
  (names) => `
alter table assessments.light_round
  add column packs jsonb not null default '[]',
  add column figures_hash text not null default '',
  add column appeal_id uuid,
  add column origin_id uuid references assessments.light_round (id),
  add constraint light_round_appeal_whole check ((appeal_id is null) = (origin_id is null));
create policy public on assessments.light_round to ${names.kind('public')} using (${isPublished('id')});
grant select on assessments.light_round to ${names.kind('public')};

alter table assessments.score
  add column level text not null default 'town' constraint score_level check (level in ('town', 'district', 'zone', 'unit')),
  add column unit_id uuid,
  add column peer_code text not null default '',
  add constraint score_unit_or_region check ((level = 'unit') = (unit_id is not null)),
  drop constraint score_once_a_round,
  add constraint score_once_a_round unique nulls not distinct (round_id, region_id, unit_id);
create index score_of_unit on assessments.score (unit_id, quarter, drawn_at desc) where unit_id is not null;
create policy unit on assessments.score to ${names.kind('unit')} using (unit_id is not null and ${inRange('path')});
grant select on assessments.score to ${names.kind('unit')};

alter table assessments.light
  add column level text not null default 'town' constraint light_level check (level in ('town', 'district', 'zone')),
  add column consequences jsonb not null default '[]';

create table assessments.figure (
  round_id uuid not null references assessments.light_round (id),
  subject text not null constraint figure_subject check (subject in ('region', 'unit')),
  subject_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  indicator text not null,
  numerator bigint not null constraint figure_numerator check (numerator >= 0),
  denominator bigint not null constraint figure_denominator check (denominator >= 0),
  source jsonb not null,
  hash text not null,
  constraint figure_once primary key (round_id, subject_id, indicator)
);
${protect('assessments.figure', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  public: `subject = 'region' and ${isPublished('round_id')}`,
})}
${appendOnly('assessments.figure', 'assessments', ['path'])}
`,
);
