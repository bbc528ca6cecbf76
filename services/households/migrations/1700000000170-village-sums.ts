// Sums of the register by village (村级汇总): kept in the transaction of the facts themselves, so that they are never behind them.
import { migration } from '#platform/database/migration';
import { definer, inRange, protect } from '#platform/database/protect';

/**
 * What each decision adds to a state and takes from the one before. A household counts from the year of its registration, so that
 * what was decided for earlier years falls on that year; the state of a year is the sum of all steps up to it.
 */
const steps = (decisions: string) => `
select c.household_id, greatest(c.year, extract(year from h.registered_on)::int) as year, v.state, v.sign
from (select s.household_id, s.year, s.state, lag(s.state) over (partition by s.household_id order by s.year, s.ordinal) as former
      from ${decisions}) c
join household h on h.id = c.household_id
cross join lateral (values (c.state, 1), (c.former, -1)) v(state, sign) where v.state is not null`;

/** \`moved\`: household, region and path, year, state, sign, and how many people. Rows in order, so that two writers never wait in a ring. */
const addStates = (moved: string) => `
insert into village_states (region_id, path, year, state, households, people)
select d.region_id, min(d.path), d.year, d.state, sum(d.sign)::int, sum(d.sign * d.people)::int from (${moved}) d
group by d.region_id, d.year, d.state having sum(d.sign) <> 0 or sum(d.sign * d.people) <> 0 order by d.region_id, d.year, d.state
on conflict (region_id, year, state) do update
set households = village_states.households + excluded.households, people = village_states.people + excluded.people;`;

const addOwed = (moved: string) => `
insert into village_owed (region_id, path, month, households)
select d.region_id, min(d.path), d.month, sum(d.sign)::int from (${moved}) d group by d.region_id, d.month order by d.region_id, d.month
on conflict (region_id, month) do update set households = village_owed.households + excluded.households;`;

const addVisits = (moved: string) => `
insert into village_visits (region_id, path, month, done)
select d.region_id, min(d.path), d.month, sum(d.sign)::int from (${moved}) d group by d.region_id, d.month order by d.region_id, d.month
on conflict (region_id, month) do update set done = village_visits.done + excluded.done;`;

const monthOf = (day: string) => `date_trunc('month', ${day}::timestamp)::date`;
const lockHouseholds = (how: string) =>
  `perform 1 from household h where h.id in (select f.household_id from fresh f) order by h.id for ${how};`;
const people = (source: string) => `(select count(*)::int from ${source} m where m.household_id = k.household_id)`;

const stateDecided = `
begin
  ${lockHouseholds('no key update')}
  ${addStates(`
    select h.region_id, h.path, k.year, k.state, k.sign, ${people('member')} as people
    from (
      ${steps('household_state s where s.household_id in (select f.household_id from fresh f)')}
      union all
      select b.household_id, b.year, b.state, -b.sign from (${steps(`(
        select s.* from household_state s where s.household_id in (select f.household_id from fresh f)
          and not exists (select 1 from fresh f where f.household_id = s.household_id and f.year = s.year and f.ordinal = s.ordinal)) s`)}) b
    ) k join household h on h.id = k.household_id`)}
  return null;
end`;

const memberAdded = `
begin
  ${lockHouseholds('no key update')}
  insert into village_states (region_id, path, year, state, households, people)
  select h.region_id, min(h.path), k.year, k.state, 0, sum(k.sign * ${people('fresh')})::int
  from (${steps('household_state s where s.household_id in (select f.household_id from fresh f)')}) k
  join household h on h.id = k.household_id
  group by h.region_id, k.year, k.state order by h.region_id, k.year, k.state
  on conflict (region_id, year, state) do update set people = village_states.people + excluded.people;
  return null;
end`;

const householdAdded = `
begin
  ${addOwed(`select f.region_id, f.path, ${monthOf('f.registered_on')} as month, 1 as sign from fresh f where f.state <> 'removed'`)}
  return null;
end`;

const sides = `(values (old.region_id, old.path, old.registered_on, old.state, -1), (new.region_id, new.path, new.registered_on, new.state, 1))
    side(region_id, path, registered_on, state, sign)`;
/** A household that is removed, comes back, moves to another village, or whose registration is corrected. */
const householdChanged = `
begin
  ${addOwed(`select side.region_id, side.path, ${monthOf('side.registered_on')} as month, side.sign from ${sides} where side.state <> 'removed'`)}
  ${addVisits(`select side.region_id, side.path, v.month, side.sign from visited_month v cross join ${sides}
    where v.household_id = new.id and side.state <> 'removed'`)}
  if (old.region_id, old.registered_on) is distinct from (new.region_id, new.registered_on) then
    ${addStates(`
      select side.region_id, side.path, greatest(c.year, extract(year from side.registered_on)::int) as year, v.state, v.sign * side.sign as sign,
        (select count(*)::int from member m where m.household_id = new.id) as people
      from (select s.year, s.state, lag(s.state) over (order by s.year, s.ordinal) as former from household_state s where s.household_id = new.id) c
      cross join ${sides} cross join lateral (values (c.state, 1), (c.former, -1)) v(state, sign) where v.state is not null`)}
  end if;
  return null;
end`;

/** Of two first visits of a month at once, the key lets one in, and the other waits to learn that it was second. */
const visitTold = `
begin
  ${lockHouseholds('share')}
  with told as (
    insert into visited_month (household_id, month)
    select distinct f.household_id, ${monthOf('f.visited_on')} from fresh f order by 1, 2
    on conflict do nothing returning household_id, month
  )
  ${addVisits(`select h.region_id, h.path, t.month, 1 as sign from told t join household h on h.id = t.household_id where h.state <> 'removed'`).trimStart()}
  return null;
end`;

export const villageSums = migration(
  1700000000170,
  'VillageSums',
  (names) => `
create table households.village_states (
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  state text not null,
  households int not null,
  people int not null,
  constraint village_states_once primary key (region_id, year, state)
);
create index village_states_by_path on households.village_states (path, year) include (state, households, people);
create table households.village_owed (
  region_id uuid not null,
  path text collate "C" not null,
  month date not null,
  households int not null,
  constraint village_owed_once primary key (region_id, month)
);
create index village_owed_by_path on households.village_owed (path, month) include (households);
create table households.village_visits (
  region_id uuid not null,
  path text collate "C" not null,
  month date not null,
  done int not null,
  constraint village_visits_once primary key (region_id, month)
);
create index village_visits_by_path on households.village_visits (month, path) include (done);
create table households.visited_month (
  household_id uuid not null references households.household (id),
  month date not null,
  constraint visited_month_once primary key (household_id, month)
);
${['village_states', 'village_owed', 'village_visits'].map((table) => protect(`households.${table}`, names, { region: inRange('path'), unit: inRange('path') })).join('\n')}
${protect('households.visited_month', names, {})}

${definer('households.sum_states() returns trigger', stateDecided, names, 'households', [])}
${definer('households.sum_members() returns trigger', memberAdded, names, 'households', [])}
${definer('households.sum_households() returns trigger', householdAdded, names, 'households', [])}
${definer('households.sum_changes() returns trigger', householdChanged, names, 'households', [])}
${definer('households.sum_visits() returns trigger', visitTold, names, 'households', [])}

-- What stands already; after that the triggers alone write.
set local search_path = households, pg_temp;
${addStates(`
  select h.region_id, h.path, k.year, k.state, k.sign, (select count(*)::int from member m where m.household_id = k.household_id) as people
  from (${steps('household_state s')}) k join household h on h.id = k.household_id`)}
${addOwed(`select h.region_id, h.path, ${monthOf('h.registered_on')} as month, 1 as sign from household h where h.state <> 'removed'`)}
insert into visited_month (household_id, month) select distinct v.household_id, ${monthOf('v.visited_on')} from visit v;
${addVisits(`select h.region_id, h.path, v.month, 1 as sign from visited_month v join household h on h.id = v.household_id where h.state <> 'removed'`)}
set local search_path to default;

create trigger sum_states after insert on households.household_state
  referencing new table as fresh for each statement execute function households.sum_states();
create trigger sum_members after insert on households.member
  referencing new table as fresh for each statement execute function households.sum_members();
create trigger sum_households after insert on households.household
  referencing new table as fresh for each statement execute function households.sum_households();
create trigger sum_changes after update of region_id, registered_on, state on households.household for each row
  when ((old.region_id, old.registered_on) is distinct from (new.region_id, new.registered_on)
    or (old.state = 'removed') is distinct from (new.state = 'removed'))
  execute function households.sum_changes();
create trigger sum_visits after insert on households.visit
  referencing new table as fresh for each statement execute function households.sum_visits();
`,
);
