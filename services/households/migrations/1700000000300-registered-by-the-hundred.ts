// What is registered by the hundred (成批登记) costs less: a first state has none before it, and most names are read in one way.
import { migration } from '#platform/database/migration';
import { redefined } from '#platform/database/protect';
import { statesSummed } from './1700000000202-memberships';

/** Names whose characters are each read in one way are spelt together; the others one by one. */
const addInitials = `
begin
  insert into member_initials (initials, path, member_id, household_id)
  with spelt as materialized (
    select f.id, string_agg(coalesce(p.letters, lower(substring(c.character from '^[A-Za-z]$'))), '' order by c.at) as initials,
      max(length(p.letters)) as ways
    from fresh f cross join lateral regexp_split_to_table(left(f.name, 12), '') with ordinality c(character, at)
    left join pinyin_initial p on p.character = c.character
    group by f.id)
  select s.initials, f.path, f.id, f.household_id from spelt s join fresh f on f.id = s.id
  where coalesce(s.ways, 1) = 1 and s.initials <> ''
  union all
  select ways.initials, f.path, f.id, f.household_id from spelt s join fresh f on f.id = s.id
  cross join lateral unnest(initials_of(f.name)) ways(initials) where s.ways > 1
  on conflict do nothing;
  return null;
end`;

const allAreFirst = `not exists (select 1 from household_state s join (select distinct f.household_id from fresh f) f using (household_id)
      group by s.household_id having count(*) > (select count(*) from fresh o where o.household_id = s.household_id))`;

export const registeredByTheHundred = migration(
  1700000000300,
  'RegisteredByTheHundred',
  (names) => `
${redefined('households.add_initials() returns trigger', addInitials, names, 'households', [])}
${redefined('households.sum_states() returns trigger', statesSummed(allAreFirst), names, 'households', [])}
`,
);
