// Suspected duplicates (疑似重复): noticed in the writer's transaction without a word to him, seen by whoever has both sides, decided by the superior of both.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { definer, inRange, protect } from '#platform/database/protect';

const columns = `id, kind, member_id, household_id, region_id, path, other_member_id, other_household_id, other_region_id, other_path`;

/** Somebody who left the register meets nobody. */
export const stays = (member: string) => `${member}.left_on is null`;

/** Of two members, neither of whom has left, the one with the smaller id stands first, so that a pair is one row whoever came second. */
const pairs = (fresh: string, kind: string, meets: string, there: string) => `
select '${kind}' as kind, a.id as member_id, a.household_id, a.region_id, a.path,
  b.id as other_member_id, b.household_id as other_household_id, b.region_id as other_region_id, b.path as other_path
from ${fresh} f join member m on ${meets} and m.household_id <> f.household_id and ${there}
join member a on a.id = least(f.id, m.id) join member b on b.id = greatest(f.id, m.id)`;

/** Both look-ups are made for everybody: whoever writes pays the same whether there is a match or not. */
export const addPairs = (fresh: string, there = `${stays('f')} and ${stays('m')}`) => `
insert into duplicate (${columns})
select gen_random_uuid(), p.* from (
  ${pairs(fresh, 'id-number', 'm.id_number_index = f.id_number_index', there)}
  union ${pairs(fresh, 'name-and-birth', 'm.birthday = f.birthday and m.name = f.name and m.id_number_index <> f.id_number_index', there)}
) p
on conflict do nothing;`;

const meet = `(${stays('a')} and ${stays('b')} and (a.id_number_index = b.id_number_index or a.name = b.name and a.birthday = b.birthday))`;

const noticed = `
begin
  ${addPairs('fresh')}
  return null;
end`;

/** A number, name or day that was corrected, or somebody left: what no longer meets is over, what meets now is noticed. Who moves takes his side along. */
const corrected = `
begin
  if old.household_id <> new.household_id then
    update duplicate d set household_id = new.household_id, region_id = new.region_id, path = new.path where d.member_id = new.id;
    update duplicate d set other_household_id = new.household_id, other_region_id = new.region_id, other_path = new.path where d.other_member_id = new.id;
  end if;
  if (old.id_number_index, old.name, old.birthday, old.left_on) is distinct from (new.id_number_index, new.name, new.birthday, new.left_on) then
    update duplicate d set verdict = 'over', decided_at = clock_timestamp()
    from member a, member b
    where d.verdict is null and (d.member_id = new.id or d.other_member_id = new.id) and a.id = d.member_id and b.id = d.other_member_id
      and not ${meet};
    ${addPairs('(select new.*)')}
  end if;
  return null;
end`;

const stillMeets = `
begin
  return exists (select 1 from member_check c join duplicate d on d.id = c.duplicate_id
    join member a on a.id = d.member_id join member b on b.id = d.other_member_id
    where c.id = p_check and ${meet});
end`;

const placed = (side: '' | 'other_') => `
  ${side}member_id uuid not null,
  ${side}household_id uuid not null,
  ${side}region_id uuid not null,
  ${side}path text collate "C" not null,`;
const household = (side: '' | 'other_') => `foreign key (${side}household_id, ${side}region_id, ${side}path)
    references households.household (id, region_id, path) on update cascade`;

export const addDuplicates = migration(
  1700000000211,
  'AddDuplicates',
  (names) => `
-- The nearest region above both: of two households of one village it is the village's superior, because it is not for the village to judge itself.
create function households.superior_of(a text, b text) returns text language sql immutable as $superior$
  select coalesce(max(left(a, 5 * depth)), '') from generate_series(1, length(a) / 5 - 1) depth
  where left(a, 5 * depth) = left(b, 5 * depth)
$superior$;

create table households.duplicate (
  id uuid primary key,
  kind text not null constraint duplicate_kind check (kind in ('id-number', 'name-and-birth')),
  ${placed('')}
  ${placed('other_')}
  superior text collate "C" not null generated always as (households.superior_of(path, other_path)) stored,
  noticed_at timestamptz not null default clock_timestamp(),
  verdict text constraint duplicate_verdict check (verdict in ('same-person', 'different-people', 'wrong-number', 'over')),
  kept_member_id uuid constraint duplicate_kept_is_one check (kept_member_id in (member_id, other_member_id)),
  wrong_member_id uuid constraint duplicate_wrong_is_one check (wrong_member_id in (member_id, other_member_id)),
  remark text,
  decided_by uuid,
  decided_at timestamptz,
  constraint duplicate_pair_once unique (member_id, other_member_id),
  constraint duplicate_decided_whole check ((verdict is null) = (decided_at is null)
    and (decided_by is null) = (verdict is null or verdict = 'over')
    and (kept_member_id is null) = (verdict is distinct from 'same-person')
    and (wrong_member_id is null) = (verdict is distinct from 'wrong-number')),
  constraint duplicate_household ${household('')},
  constraint duplicate_other_household ${household('other_')}
);
create index duplicate_in_order on households.duplicate (path, id);
create index duplicate_by_superior on households.duplicate (superior) where verdict is null;
create index duplicate_by_other on households.duplicate (other_member_id);
create index duplicate_of_household on households.duplicate (household_id);
create index duplicate_of_other_household on households.duplicate (other_household_id);
${protect('households.duplicate', names, {
  region: { rows: `${inRange('path')} and ${inRange('other_path')}`, verbs: ['select', 'update'] },
})}
${decidedOnce(
  'households.duplicate',
  'verdict',
  ['verdict', 'kept_member_id', 'wrong_member_id', 'remark', 'decided_by', 'decided_at'],
  ['household_id', 'region_id', 'path', 'other_household_id', 'other_region_id', 'other_path', 'superior'],
)}

-- What a verdict asks of the town of one side: its own member alone, nothing of the other side.
create table households.member_check (
  id uuid primary key,
  duplicate_id uuid not null references households.duplicate (id),
  member_id uuid not null references households.member (id),
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  asked text not null constraint member_check_asked check (asked in ('correct-number', 'remove-member')),
  asked_by uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  answer text constraint member_check_answer check (answer in ('done', 'stands')),
  remark text,
  answered_by uuid,
  answered_at timestamptz,
  constraint member_check_once unique (duplicate_id),
  constraint member_check_answered_whole check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  constraint member_check_four_eyes check (answered_by <> asked_by),
  constraint member_check_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index member_check_in_order on households.member_check (path, id);
create index member_check_of_member on households.member_check (member_id);
create index member_check_of_household on households.member_check (household_id);
${protect('households.member_check', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
})}
${decidedOnce('households.member_check', 'answer', ['answer', 'remark', 'answered_by', 'answered_at'], ['household_id', 'region_id', 'path'])}

-- Whether what a check is about still meets: the other side may lie outside the asker's range, and only yes or no leaves.
${definer('households.pair_still_meets(p_check uuid) returns boolean', stillMeets, names, 'households', ['region'])}

create index member_by_name_and_birth on households.member (birthday, name);
drop trigger duplicates on households.member;
drop trigger if exists duplicates_corrected on households.member;
drop function if exists households.notice_corrected();
drop function households.notice_duplicates();
${definer('households.notice_duplicates() returns trigger', noticed, names, 'households', [])}
${definer('households.correct_duplicates() returns trigger', corrected, names, 'households', [])}
set local search_path = households, pg_temp;
${addPairs('member')}
set local search_path to default;
drop table households.suspected_duplicate;
create trigger duplicates after insert on households.member
  referencing new table as fresh for each statement execute function households.notice_duplicates();
create trigger duplicates_follow after update on households.member for each row
  when ((old.id_number_index, old.name, old.birthday, old.household_id, old.left_on)
    is distinct from (new.id_number_index, new.name, new.birthday, new.household_id, new.left_on))
  execute function households.correct_duplicates();
`,
);
