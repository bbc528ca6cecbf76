// Functions of the keeper: what must see more of the register than its caller may, and answers only what is asked.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

export const addRegisterFunctions = migration(
  1700000000103,
  'AddRegisterFunctions',
  (names) => `
${definer(
  'households.keep_present_state() returns trigger',
  `
begin
  update household h set state = newest.state, state_year = newest.year
  from (select distinct on (f.household_id) f.household_id, f.year, f.state from fresh f
        order by f.household_id, f.year desc, f.ordinal desc) newest
  where h.id = newest.household_id and newest.year >= h.state_year
    and (h.state, h.state_year) is distinct from (newest.state, newest.year);
  return null;
end`,
  names,
  'households',
  [],
)}
create trigger present_state after insert on households.household_state
  referencing new table as fresh for each statement execute function households.keep_present_state();

${definer(
  'households.notice_duplicates() returns trigger',
  `
begin
  insert into suspected_duplicate (member_id, other_member_id)
  select f.id, m.id from fresh f join member m on m.id_number_index = f.id_number_index and m.household_id <> f.household_id
  on conflict do nothing;
  return null;
end`,
  names,
  'households',
  [],
)}
create trigger duplicates after insert on households.member
  referencing new table as fresh for each statement execute function households.notice_duplicates();

-- The next serial of a village: households that moved away keep their number, and are not the writer's to see.
${definer(
  'households.next_serial(p_village_code text) returns int',
  `
declare
  last_number text;
begin
  if p_village_code !~ '^[0-9]{12}$' then raise exception 'not a village code'; end if;
  perform pg_advisory_xact_lock(hashtextextended('households.next_serial ' || p_village_code, 0));
  select max(h.number) into last_number from household h
    where h.number > p_village_code and h.number < p_village_code || ':' and length(h.number) = 16;
  return coalesce(substr(last_number, 13)::int, 0) + 1;
end`,
  names,
  'households',
  ['region'],
)}

-- What a settlement must know of one patient on one day. The blind index cannot be made without the key, so nobody can list with it.
${definer(
  `households.member_for_stay(p_index text, p_day date) returns table (member_id uuid, household_id uuid, name_masked text,
    region_id uuid, path text, type text, insured text, state text)`,
  `
begin
  return query
  select m.id, m.household_id, left(m.name, 1) || repeat('*', greatest(1, length(m.name) - 1)), m.region_id, m.path, h.type, m.insured, y.state
  from member m join household h on h.id = m.household_id
  cross join lateral (
    select s.state from household_state s where s.household_id = h.id and s.year <= extract(year from p_day)::int
    order by s.year desc, s.ordinal desc limit 1
  ) y
  where m.id_number_index = p_index and h.registered_on <= p_day
  order by y.state = 'removed', h.registered_on, m.id limit 1;
end`,
  names,
  'households',
  ['institution', 'region'],
)}
`,
);
