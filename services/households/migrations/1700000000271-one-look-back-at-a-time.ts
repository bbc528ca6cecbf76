// A household is looked back at by one look-back at a time, and a close-out after its day says why; lists that go out are read along an index.
import { migration } from '#platform/database/migration';

export const oneLookBackAtATime = migration(
  1700000000271,
  'OneLookBackAtATime',
  () => `
-- The city's and a district's list may both hold a household: whoever checks it is one, until it is clean or settled.
create unique index look_back_case_one_at_a_time on households.look_back_case (household_id)
  where household_id is not null and state in ('to-check', 'problem', 'fixed');

alter table households.look_back add column late_reason text;
alter table households.look_back add constraint look_back_late_explained
  check (closed_at is null or (closed_at at time zone 'Asia/Shanghai')::date <= close_until or late_reason is not null);
alter table households.look_back add constraint look_back_late_reason_of_late
  check (late_reason is null or (closed_at at time zone 'Asia/Shanghai')::date > close_until);

create or replace function households.look_back_closes_when_settled() returns trigger language plpgsql as $closes$
declare
  moving text[] := array['region_id', 'path'];
  closing text[] := array['closed_by', 'closed_at', 'summary', 'late_reason'];
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - moving = to_jsonb(new) - moving then return new; end if;
    perform pg_advisory_xact_lock(hashtextextended('households.look_back ' || new.id, 0));
    if old.closed_at is null and new.closed_at is not null and to_jsonb(old) - closing = to_jsonb(new) - closing
      and not exists (select 1 from households.look_back_case c where c.look_back_id = new.id and c.state in ('to-check', 'problem', 'fixed')) then return new; end if;
  end if;
  raise exception 'a look-back is closed once, when each case is settled' using errcode = 'integrity_constraint_violation', constraint = 'look_back_closes_when_settled';
end $closes$;

create index help_measure_by_place on households.help_measure (path, household_id, id);
create index policy_briefing_in_order on households.policy_briefing (path, id);
create index objection_in_order on households.objection (path, id);
create index goods_move_in_order on households.goods_move (path, id);
create index regrouping_in_order on households.regrouping (path, id);
`,
);
