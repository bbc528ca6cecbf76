// What is registered by the thousand (成千登记): a batch is looked at as one, and a household that is as it should be is asked once.
import { migration } from '#platform/database/migration';
import { redefined } from '#platform/database/protect';
import { statesSummed } from './1700000000202-memberships';

/** What is new is among what is there: as many of both, and nothing was there before. */
const allAreFirst = `(select count(*) from household_state s where s.household_id in (select f.household_id from fresh f))
    = (select count(*) from fresh)`;

/** As told, the head is mostly one of its own; what changed since has its own look. */
const headOfOwn = `
declare
  household uuid;
begin
  if tg_table_name = 'member' then household := old.household_id;
  elsif exists (select 1 from member m where m.id = new.head_member_id and m.household_id = new.id) then return null;
  else household := new.id; end if;
  if exists (select 1 from household h where h.id = household and h.state <> 'removed'
      and not exists (select 1 from member m where m.id = h.head_member_id and m.household_id = h.id)) then
    raise exception 'the head of household % is not one of its members', household
      using errcode = 'foreign_key_violation', constraint = 'household_head', schema = 'households', table = 'household';
  end if;
  return null;
end`;

/** One index look-up a person and a way to meet; the two sides are read of those alone who meet. */
const met = (kind: string, meets: string) => `
select '${kind}' as kind, least(f.id, m.id) as one, greatest(f.id, m.id) as other from fresh f
cross join lateral (select m.id, m.household_id from member m where ${meets} and m.left_on is null offset 0) m
where m.household_id <> f.household_id`;

const noticed = `
begin
  insert into duplicate (id, kind, member_id, household_id, region_id, path, other_member_id, other_household_id, other_region_id, other_path)
  select gen_random_uuid(), p.kind, a.*, b.* from (
    ${met('id-number', 'm.id_number_index = f.id_number_index')}
    union ${met('name-and-birth', 'm.birthday = f.birthday and m.name = f.name and m.id_number_index <> f.id_number_index')}
  ) p
  cross join lateral (select a.id, a.household_id, a.region_id, a.path from member a where a.id = p.one offset 0) a
  cross join lateral (select b.id, b.household_id, b.region_id, b.path from member b where b.id = p.other offset 0) b
  on conflict do nothing;
  return null;
end`;

export const registeredByTheThousand = migration(
  1700000000301,
  'RegisteredByTheThousand',
  (names) => `
${redefined('households.sum_states() returns trigger', statesSummed(allAreFirst), names, 'households', [])}
${redefined('households.notice_duplicates() returns trigger', noticed, names, 'households', [])}
${redefined('households.head_of_own() returns trigger', headOfOwn, names, 'households', [])}
-- Who is known already (范围内比对), within the caller's own rows.
create function households.known_people(p_indexes text[]) returns setof text language sql stable as $known$
  select u.index from unnest(p_indexes) u(index)
  where exists (select 1 from households.member m where m.id_number_index = u.index and m.left_on is null)
$known$;
create function households.known_numbers(p_numbers text[]) returns setof text language sql stable as $known$
  select u.number from unnest(p_numbers) u(number)
  where exists (select 1 from households.national_number n where n.number = u.number and n.subject_id = n.household_id)
$known$;
-- Elsewhere one plan is kept, also one made while a table was empty: for a batch a new one costs nothing.
${[
  'known_people(text[])',
  'known_numbers(text[])',
  'notice_duplicates()',
  'add_initials()',
  'sum_households()',
  'sum_members()',
  'sum_states()',
  'keep_present_state()',
]
  .map((name) => `alter function households.${name} set plan_cache_mode = force_custom_plan;`)
  .join('\n')}
`,
);
