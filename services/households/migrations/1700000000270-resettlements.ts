// Resettling after the split of a village (分村安置): lists of households, approved by a second person; what hangs on a household follows it.
import { migration } from '#platform/database/migration';
import { definer, inRange, protect } from '#platform/database/protect';

const both = `${inRange('path')} and ${inRange('to_path')}`;
/** A list is seen from either village and above them, and written by whoever has both in his range. */
const either = `(${inRange('path')} or ${inRange('to_path')})`;

/**
 * How many moved. Tables with a key on the household follow by cascade; pictures hang on its visits and follow here. What was decided or
 * paid keeps the region where it happened.
 */
const resettle = `
declare
  list resettlement;
  moved int;
begin
  select * into list from resettlement r where r.id = p_id;
  if list.approved_by is null or not exists (select 1 from resettled_household s where s.resettlement_id = p_id and s.open) then return 0; end if;
  with gone as (
    update household h set region_id = list.to_region_id, path = list.to_path
    from resettled_household s where s.resettlement_id = p_id and h.id = s.household_id
      and h.region_id = list.region_id and h.path = list.path and h.state <> 'removed' returning h.id
  ) select count(*)::int into moved from gone;
  update evidence_use u set path = list.to_path from resettled_household s where s.resettlement_id = p_id and u.household_id = s.household_id;
  update resettled_household set open = false where resettlement_id = p_id;
  return moved;
end`;

export const resettlements = migration(
  1700000000270,
  'Resettlements',
  (names) => `
create table households.resettlement (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  to_region_id uuid not null,
  to_path text collate "C" not null,
  effective_on date not null,
  document_number text not null constraint resettlement_document_length check (length(document_number) between 2 and 100),
  households int not null constraint resettlement_size check (households between 1 and 2000),
  proposed_by uuid not null,
  proposed_at timestamptz not null default clock_timestamp(),
  approved_by uuid,
  rejected_by uuid,
  decided_at timestamptz,
  remark text constraint resettlement_remark_length check (length(remark) between 2 and 500),
  constraint resettlement_elsewhere check (to_region_id <> region_id),
  constraint resettlement_four_eyes check (approved_by <> proposed_by),
  constraint resettlement_decided_whole check (num_nonnulls(approved_by, rejected_by) = num_nonnulls(decided_at)),
  constraint resettlement_rejected_says_why check ((rejected_by is null) = (remark is null)),
  constraint resettlement_not_ahead check (effective_on <= (proposed_at at time zone 'Asia/Shanghai')::date)
);
create index resettlement_in_order on households.resettlement (path, id);
${protect('households.resettlement', names, { region: { rows: either, verbs: ['select', 'insert', 'update'] } })}
alter policy region on households.resettlement with check (${both});
create function households.resettlement_is_decided_once() returns trigger language plpgsql as $once$
declare
  -- Villages may move with a re-organisation before and after.
  moving text[] := array['path', 'to_path', 'hands'];
  decided text[] := array['approved_by', 'rejected_by', 'decided_at', 'remark'];
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - moving = to_jsonb(new) - moving then return new; end if;
    if old.decided_at is null and to_jsonb(old) - (moving || decided) = to_jsonb(new) - (moving || decided) then return new; end if;
  end if;
  raise exception 'a list of resettlement is decided once' using errcode = 'integrity_constraint_violation', constraint = 'resettlement_decided_once';
end $once$;
create trigger decided_once before update or delete on households.resettlement for each row execute function households.resettlement_is_decided_once();

create table households.resettled_household (
  resettlement_id uuid not null references households.resettlement (id),
  household_id uuid not null references households.household (id),
  path text collate "C" not null,
  to_path text collate "C" not null,
  open boolean not null default true,
  constraint resettled_household_once primary key (resettlement_id, household_id)
);
create unique index resettled_household_once_waiting on households.resettled_household (household_id) where open;
create index resettled_household_by_household on households.resettled_household (household_id);
${protect('households.resettled_household', names, { region: { rows: either, verbs: ['select', 'insert', 'update'] } })}
${definer('households.resettle(p_id uuid) returns int', resettle, names, 'households', ['region'])}
`,
);
