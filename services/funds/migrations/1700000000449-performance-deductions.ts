// Deductions of a review (绩效扣分): points that violations cost, told by whoever evaluates; the score is what items come to less these, whoever writes it.
import { migration } from '#platform/database/migration';

export const performanceDeductions = migration(
  1700000000449,
  'PerformanceDeductions',
  () => `
alter table funds.performance_review add column deductions jsonb,
  add constraint performance_review_deducted_whole check (deductions is null or evaluated_at is not null);
create or replace function funds.performance_review_in_turn() returns trigger language plpgsql as $turn$
declare
  moved text[] := array['region_id', 'path'];
  evaluation text[] := array['items', 'deductions', 'score', 'band', 'opinion', 'evaluated_by', 'evaluated_at', 'region_id', 'path'];
  confirmation text[] := array['confirmed_by', 'confirmed_at', 'region_id', 'path'];
begin
  if tg_op = 'UPDATE' and new.evaluated_at is not null and old.evaluated_at is null and new.score is distinct from greatest(0,
    (select coalesce(sum((item ->> 'points')::int), 0) from jsonb_array_elements(new.items) item)
    - (select coalesce(sum((taken ->> 'points')::int), 0) from jsonb_array_elements(coalesce(new.deductions, '[]')) taken)) then
    raise exception 'a score is what its items come to' using errcode = 'integrity_constraint_violation', constraint = 'performance_review_adds_up';
  end if;
  if tg_op = 'INSERT' and new.evaluated_at is null and new.confirmed_at is null then return new; end if;
  if tg_op = 'UPDATE' and (to_jsonb(old) - moved = to_jsonb(new) - moved
    or (old.evaluated_at is null and to_jsonb(old) - evaluation = to_jsonb(new) - evaluation)
    or (old.evaluated_at is not null and old.confirmed_at is null and to_jsonb(old) - confirmation = to_jsonb(new) - confirmation)) then return new; end if;
  raise exception 'a review is told, evaluated and confirmed in turn' using errcode = 'integrity_constraint_violation', constraint = 'performance_review_in_turn';
end $turn$;
`,
);
