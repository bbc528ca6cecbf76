// A patient of a day (就医当日身份) is looked for in the household of that day: people join, leave, and are split off.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** As before, in the household of that day: who has left by then is no patient of the register, whoever was split off was where he was. */
const memberForStay = `
begin
  return query
  select m.id, h.id, left(m.name, 1) || repeat('*', greatest(1, length(m.name) - 1)), h.region_id, h.path, h.type, m.insured, y.state
  from member m
  join lateral (
    select m.household_id as id where coalesce(m.joined_on <= p_day, true) and coalesce(m.left_on > p_day, true)
    union all
    select f.household_id from former_membership f where f.member_id = m.id and f.undone_at is null
      and coalesce(f.joined_on <= p_day, true) and f.left_on > p_day
    limit 1) place on true
  join household h on h.id = place.id
  cross join lateral (
    select s.state from household_state s where s.household_id = h.id and s.year <= extract(year from p_day)::int
    order by s.year desc, s.ordinal desc limit 1
  ) y
  where m.id_number_index = p_index and h.registered_on <= p_day
  order by y.state = 'removed', h.registered_on, m.id limit 1;
end`;

export const findPatientsOfTheDay = migration(
  1700000000203,
  'PatientsOfTheDay',
  (names) => `
drop function households.member_for_stay(text, date);
${definer(
  `households.member_for_stay(p_index text, p_day date) returns table (member_id uuid, household_id uuid, name_masked text,
    region_id uuid, path text, type text, insured text, state text)`,
  memberForStay,
  names,
  'households',
  ['institution', 'region'],
)}
`,
);
