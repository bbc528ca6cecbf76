// Memberships (人口增减): who belongs to a household from when until when; nobody is deleted, and the sums of villages follow year by year.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { definer, inRange, isListed, protect } from '#platform/database/protect';

/** A household counts from the year of its registration; what was decided for earlier years falls on that year. */
const steps = (decisions: string, registered = 'h.registered_on') => `
select c.household_id, greatest(c.year, extract(year from ${registered})::int) as year, v.state, v.sign
from (select s.household_id, s.year, s.state, lag(s.state) over (partition by s.household_id order by s.year, s.ordinal) as former
      from ${decisions}) c
join household h on h.id = c.household_id
cross join lateral (values (c.state, 1), (c.former, -1)) v(state, sign) where v.state is not null`;

const yearOf = (day: string) => `extract(year from ${day})::int`;

/** Those who are in the household at the end of a year, whoever was there for less is in no sum of a year. */
const stays = (of: string) => `(
  select m.household_id, ${yearOf('m.joined_on')} as joined, ${yearOf('m.left_on')} as gone from member m where ${of.replace('x.', 'm.')}
  union all
  select f.household_id, ${yearOf('f.joined_on')}, ${yearOf('f.left_on')} from former_membership f where f.undone_at is null and ${of.replace('x.', 'f.')})`;

/** A person adds to each step of the household from the year of joining on, and takes all of it back in the year of leaving. */
const dated = (k: string, p: string) => `
cross join lateral (values (greatest(${k}.year, ${p}.joined), 1), (${p}.gone, -1)) d(year, sign)
where d.year is not null and (${p}.gone is null or ${k}.year < ${p}.gone and coalesce(${p}.joined, ${k}.year) < ${p}.gone)`;

/** \`moved\`: region, path, year, state, households, people. Rows in order, so that two writers never wait in a ring. */
const addStates = (moved: string) => `
insert into village_states (region_id, path, year, state, households, people)
select d.region_id, min(d.path), d.year, d.state, sum(d.households)::int, sum(d.people)::int from (${moved}) d
group by d.region_id, d.year, d.state having sum(d.households) <> 0 or sum(d.people) <> 0 order by d.region_id, d.year, d.state
on conflict (region_id, year, state) do update
set households = village_states.households + excluded.households, people = village_states.people + excluded.people;`;

const lock = (ids: string) => `perform 1 from household h where h.id in (${ids}) order by h.id for no key update;`;
const fresh = 'select f.household_id from fresh f';

const changed = `(
  ${steps(`household_state s where s.household_id in (${fresh})`)}
  union all
  select b.household_id, b.year, b.state, -b.sign from (${steps(`(
    select s.* from household_state s where s.household_id in (${fresh})
      and not exists (select 1 from fresh f where f.household_id = s.household_id and f.year = s.year and f.ordinal = s.ordinal)) s`)}) b)`;

const addSteps = (k: string) =>
  addStates(`
    with k as materialized ${k}
    select h.region_id, h.path, k.year, k.state, k.sign as households, 0 as people from k join household h on h.id = k.household_id
    union all
    select h.region_id, h.path, d.year, k.state, 0, k.sign * d.sign
    from k join household h on h.id = k.household_id join ${stays(`x.household_id in (${fresh})`)} p on p.household_id = k.household_id
    ${dated('k', 'p')}`);

/** Of households that had no state before, what is new is all there is. */
export const statesSummed = (allAreFirst: string) => `
begin
  ${lock(fresh)}
  if ${allAreFirst} then ${addSteps(`(${steps('fresh s')})`)}
  else ${addSteps(changed)} end if;
  return null;
end`;

const memberAdded = `
begin
  ${lock(fresh)}
  ${addStates(`
    select h.region_id, h.path, d.year, k.state, 0 as households, k.sign * d.sign as people
    from (${steps(`household_state s where s.household_id in (${fresh})`)}) k join household h on h.id = k.household_id
    join (select f.household_id, ${yearOf('f.joined_on')} as joined, ${yearOf('f.left_on')} as gone from fresh f) p on p.household_id = k.household_id
    ${dated('k', 'p')}`)}
  return null;
end`;

/** \`side\`: household, joined, gone, sign of one person's stay before and after. */
const stayMoved = (sides: string) =>
  addStates(`
    select h.region_id, h.path, d.year, k.state, 0 as households, k.sign * d.sign * p.side as people
    from (values ${sides}) p(household_id, joined, gone, side)
    join (${steps('household_state s where s.household_id in (one, other)')}) k on k.household_id = p.household_id
    join household h on h.id = k.household_id
    ${dated('k', 'p')}`);

const memberMoved = `
declare
  one uuid := old.household_id;
  other uuid := new.household_id;
begin
  ${lock('one, other')}
  ${stayMoved(`(one, ${yearOf('old.joined_on')}, ${yearOf('old.left_on')}, -1), (other, ${yearOf('new.joined_on')}, ${yearOf('new.left_on')}, 1)`)}
  return null;
end`;

const formerMoved = `
declare
  one uuid := new.household_id;
  other uuid := new.household_id;
begin
  ${lock('one')}
  ${stayMoved(`(one, ${yearOf('new.joined_on')}, ${yearOf('new.left_on')}, case when new.undone_at is null then 1 else -1 end)`)}
  return null;
end`;

const monthOf = (day: string) => `date_trunc('month', ${day}::timestamp)::date`;
const sides = `(values (old.region_id, old.path, old.registered_on, old.state, -1), (new.region_id, new.path, new.registered_on, new.state, 1))
    side(region_id, path, registered_on, state, sign)`;
const addMonths = (table: string, column: string, moved: string) => `
insert into ${table} (region_id, path, month, ${column})
select d.region_id, min(d.path), d.month, sum(d.sign)::int from (${moved}) d group by d.region_id, d.month order by d.region_id, d.month
on conflict (region_id, month) do update set ${column} = ${table}.${column} + excluded.${column};`;

/** A household that is removed, comes back, moves to another village, or whose registration is corrected. */
const householdChanged = `
begin
  ${addMonths('village_owed', 'households', `select side.region_id, side.path, ${monthOf('side.registered_on')} as month, side.sign from ${sides} where side.state <> 'removed'`)}
  ${addMonths(
    'village_visits',
    'done',
    `select side.region_id, side.path, v.month, side.sign from visited_month v cross join ${sides}
    where v.household_id = new.id and side.state <> 'removed'`,
  )}
  if (old.region_id, old.registered_on) is distinct from (new.region_id, new.registered_on) then
    ${addStates(`
      with k as materialized (
        select side.region_id, side.path, greatest(c.year, ${yearOf('side.registered_on')}) as year, v.state, v.sign * side.sign as sign
        from (select s.year, s.state, lag(s.state) over (order by s.year, s.ordinal) as former from household_state s where s.household_id = new.id) c
        cross join ${sides} cross join lateral (values (c.state, 1), (c.former, -1)) v(state, sign) where v.state is not null)
      select k.region_id, k.path, k.year, k.state, k.sign as households, 0 as people from k
      union all
      select k.region_id, k.path, d.year, k.state, 0, k.sign * d.sign from k cross join ${stays('x.household_id = new.id')} p ${dated('k', 'p')}`)}
  end if;
  return null;
end`;

export const addMemberships = migration(
  1700000000202,
  'Memberships',
  (names) => `
alter table households.member add column joined_on date, add column left_on date,
  add constraint member_period check (left_on >= joined_on);
drop index households.member_one_head;
create unique index member_one_head on households.member (household_id) where relation = 'head' and left_on is null;

-- A stay in a household that is over, while the member is in the register still: come back, split off, or merged into another.
create table households.former_membership (
  id uuid primary key,
  member_id uuid not null references households.member (id),
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  joined_on date,
  left_on date not null,
  undone_at timestamptz,
  constraint former_membership_period check (left_on >= joined_on),
  constraint former_membership_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index former_membership_of_household on households.former_membership (household_id);
create index former_membership_of_member on households.former_membership (member_id);
${protect('households.former_membership', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: isListed('household_id'),
  unit: inRange('path'),
})}
${decidedOnce('households.former_membership', 'undone_at', ['undone_at'])}

drop function households.sum_states() cascade;
drop function households.sum_members() cascade;
drop function households.sum_changes() cascade;
${definer('households.sum_states() returns trigger', statesSummed('false'), names, 'households', [])}
${definer('households.sum_members() returns trigger', memberAdded, names, 'households', [])}
${definer('households.sum_moves() returns trigger', memberMoved, names, 'households', [])}
${definer('households.sum_former() returns trigger', formerMoved, names, 'households', [])}
${definer('households.sum_changes() returns trigger', householdChanged, names, 'households', [])}
create trigger sum_states after insert on households.household_state
  referencing new table as fresh for each statement execute function households.sum_states();
create trigger sum_members after insert on households.member
  referencing new table as fresh for each statement execute function households.sum_members();
create trigger sum_moves after update of household_id, joined_on, left_on on households.member for each row
  when ((old.household_id, old.joined_on, old.left_on) is distinct from (new.household_id, new.joined_on, new.left_on))
  execute function households.sum_moves();
create trigger sum_former after insert or update of undone_at on households.former_membership for each row execute function households.sum_former();
create trigger sum_changes after update of region_id, registered_on, state on households.household for each row
  when ((old.region_id, old.registered_on) is distinct from (new.region_id, new.registered_on)
    or (old.state = 'removed') is distinct from (new.state = 'removed'))
  execute function households.sum_changes();
`,
);
