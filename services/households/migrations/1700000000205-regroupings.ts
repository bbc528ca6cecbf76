// Regroupings (分户、并户): who moved from which household into which; undone by another person, and nothing of it is deleted.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { definer, inRange, isListed, protect } from '#platform/database/protect';

/** Of a household that was merged away the head lives in another one; as long as it is in the register, the head is one of its own. */
const headOfOwn = `
declare
  household uuid := case when tg_table_name = 'member' then (to_jsonb(old) ->> 'household_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end;
begin
  if exists (select 1 from household h where h.id = household and h.state <> 'removed'
      and not exists (select 1 from member m where m.id = h.head_member_id and m.household_id = h.id)) then
    raise exception 'the head of household % is not one of its members', household
      using errcode = 'foreign_key_violation', constraint = 'household_head', schema = 'households', table = 'household';
  end if;
  return null;
end`;

export const addRegroupings = migration(
  1700000000205,
  'Regroupings',
  (names) => `
create table households.regrouping (
  id uuid primary key,
  kind text not null constraint regrouping_kind check (kind in ('split', 'merge')),
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  into_id uuid not null references households.household (id),
  happened_on date not null,
  reason text not null,
  document_number text not null,
  -- Members as they were: relation and day of joining, so that undoing gives back what was there.
  moved jsonb not null,
  state_before text not null,
  state_year int not null,
  done_by uuid not null,
  done_at timestamptz not null default clock_timestamp(),
  undone_by uuid,
  undone_at timestamptz,
  undo_reason text,
  undo_document text,
  constraint regrouping_of_two check (into_id <> household_id),
  constraint regrouping_undone_whole check ((undone_by is null) = (undone_at is null)),
  constraint regrouping_four_eyes check (undone_by <> done_by),
  constraint regrouping_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create unique index regrouping_merged_once on households.regrouping (household_id) where kind = 'merge' and undone_at is null;
create index regrouping_from on households.regrouping (household_id);
create index regrouping_into on households.regrouping (into_id);
${protect('households.regrouping', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: { rows: `(${isListed('household_id')} or ${isListed('into_id')})` },
  unit: inRange('path'),
})}
${decidedOnce('households.regrouping', 'undone_at', ['undone_by', 'undone_at', 'undo_reason', 'undo_document'])}

alter table households.household drop constraint household_head,
  add constraint household_head_known foreign key (head_member_id) references households.member (id) deferrable initially deferred;
${definer('households.head_of_own() returns trigger', headOfOwn, names, 'households', [])}
create constraint trigger household_head after insert or update of head_member_id on households.household
  deferrable initially deferred for each row execute function households.head_of_own();
create constraint trigger household_head after update of household_id on households.member
  deferrable initially deferred for each row when (old.household_id is distinct from new.household_id) execute function households.head_of_own();
`,
);
