// Changes of the register (变更台账): since when something is so, and when it became known; both are kept, and nothing is overwritten.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isListed, protect } from '#platform/database/protect';

/**
 * What was known at a moment about a day: of what was known by then and holds from that day or before, the latest beginning, and of one
 * beginning told twice the last; else what stood before the first change. Only fields that ever changed are answered.
 */
const told = `
  select coalesce(jsonb_object_agg(f.field, f.value), '{}') from (
    select c.field, coalesce(
      (array_agg(c.after order by c.valid_from desc, c.known_at desc, c.id desc) filter (where c.valid_from <= p_day and c.known_at <= p_known))[1],
      (array_agg(c.before order by c.known_at, c.id))[1]) as value
    from households.fact_change c
    where c.household_id = p_household and c.member_id is null and p_member is null or c.member_id = p_member
    group by c.field) f`;

export const addFactChanges = migration(
  1700000000201,
  'FactChanges',
  (names) => `
create table households.fact_change (
  id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  member_id uuid,
  deed text not null constraint fact_change_deed check (deed in ('correct', 'join', 'leave', 'head', 'split', 'merge', 'undo')),
  field text not null,
  before jsonb not null,
  after jsonb not null constraint fact_change_differs check (before <> after or before_sealed is distinct from after_sealed),
  before_sealed bytea,
  after_sealed bytea,
  valid_from date not null,
  known_at timestamptz not null default clock_timestamp(),
  reason text not null,
  document_number text,
  changed_by uuid not null,
  constraint fact_change_not_in_future check (valid_from <= (known_at at time zone 'Asia/Shanghai')::date),
  constraint fact_change_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index fact_change_of_household on households.fact_change (household_id, id);
create index fact_change_of_member on households.fact_change (member_id, field) where member_id is not null;
create index fact_change_from_household on households.fact_change (before) where field = 'household';
create index fact_change_into_household on households.fact_change (after) where field = 'household';
create index fact_change_by_place on households.fact_change (path);
${protect('households.fact_change', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: isListed('household_id'),
  unit: inRange('path'),
})}
${appendOnly('households.fact_change', 'households', ['region_id', 'path'])}

create function households.told_of(p_household uuid, p_member uuid, p_day date, p_known timestamptz) returns jsonb
  language sql stable as $told$${told}$told$;

-- A number that was corrected may now stand elsewhere too: noticed as at a registration.
${definer(
  'households.notice_corrected() returns trigger',
  `
begin
  insert into suspected_duplicate (member_id, other_member_id)
  select new.id, m.id from member m where m.id_number_index = new.id_number_index and m.household_id <> new.household_id
  on conflict do nothing;
  return null;
end`,
  names,
  'households',
  [],
)}
create trigger duplicates_corrected after update of id_number_index on households.member for each row
  when (old.id_number_index is distinct from new.id_number_index) execute function households.notice_corrected();
`,
);
