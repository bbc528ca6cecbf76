// Performance of projects (绩效): what was reached, evaluated by a pack, confirmed by a third person; each of the three written once.
import { migration } from '#platform/database/migration';
import { inRange, protect } from '#platform/database/protect';

export const performanceReviews = migration(
  1700000000425,
  'PerformanceReviews',
  (names) => `
create table funds.performance_review (
  id uuid primary key,
  project_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null constraint performance_review_year check (year between 2000 and 2100),
  pack_id uuid not null references funds.pack (id),
  pack_hash text not null,
  actuals jsonb not null,
  self_words text not null constraint performance_review_words check (length(self_words) between 4 and 2000),
  self_by uuid not null,
  self_at timestamptz not null,
  items jsonb,
  score int constraint performance_review_score check (score between 0 and 100),
  band text,
  opinion text,
  evaluated_by uuid,
  evaluated_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint performance_review_once unique (project_id, year),
  constraint performance_review_four_eyes check (evaluated_by <> self_by and confirmed_by <> evaluated_by and confirmed_by <> self_by),
  constraint performance_review_evaluated_whole check
    ((evaluated_at is null) = (evaluated_by is null) and (evaluated_at is null) = (score is null) and (evaluated_at is null) = (band is null) and (evaluated_at is null) = (items is null)),
  constraint performance_review_confirmed_whole check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null or evaluated_at is not null)),
  constraint performance_review_of_project foreign key (project_id, region_id, path) references funds.project (id, region_id, path) on update cascade
);
create index performance_review_in_order on funds.performance_review (path, id);
${protect('funds.performance_review', names, { region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] } })}
create function funds.performance_review_in_turn() returns trigger language plpgsql as $turn$
declare
  moved text[] := array['region_id', 'path'];
  evaluation text[] := array['items', 'score', 'band', 'opinion', 'evaluated_by', 'evaluated_at', 'region_id', 'path'];
  confirmation text[] := array['confirmed_by', 'confirmed_at', 'region_id', 'path'];
begin
  if tg_op = 'INSERT' and new.evaluated_at is null and new.confirmed_at is null then return new; end if;
  if tg_op = 'UPDATE' and (to_jsonb(old) - moved = to_jsonb(new) - moved
    or (old.evaluated_at is null and to_jsonb(old) - evaluation = to_jsonb(new) - evaluation)
    or (old.evaluated_at is not null and old.confirmed_at is null and to_jsonb(old) - confirmation = to_jsonb(new) - confirmation)) then return new; end if;
  raise exception 'a review is told, evaluated and confirmed in turn' using errcode = 'integrity_constraint_violation', constraint = 'performance_review_in_turn';
end $turn$;
create trigger in_turn before insert or update or delete on funds.performance_review for each row execute function funds.performance_review_in_turn();
`,
);
