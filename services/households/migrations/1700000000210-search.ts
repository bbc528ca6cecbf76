// The register is searched (搜索) by keys compared for equality inside a range of paths: what is leakproof, and costs the same in a village and a province.
import { migration } from '#platform/database/migration';
import { definer, inRange, isListed, protect } from '#platform/database/protect';
import { charactersByLetter, charactersReadTwice } from './pinyin-letters';

const letters = Object.entries(charactersByLetter)
  .map(([letter, characters]) => `('${letter}', '${characters}')`)
  .join(',\n');
const readTwice = charactersReadTwice
  .trim()
  .split(/\s+/)
  .map((each) => `('${[...each][0]}', '${[...each].slice(1).join('')}')`)
  .join(', ');

/** Of a name with several such characters the first sixteen ways are kept; what is no letter and no known character is passed over. */
const initialsOf = `
declare
  ways text[] := array[''];
  letters text;
begin
  for at in 1 .. least(length(p_name), 12) loop
    select p.letters into letters from pinyin_initial p where p.character = substr(p_name, at, 1);
    if letters is null then
      letters := case when substr(p_name, at, 1) ~ '^[A-Za-z]$' then lower(substr(p_name, at, 1)) end;
    end if;
    if letters is null then continue; end if;
    ways := array(select way || letter from unnest(ways) way, regexp_split_to_table(letters, '') letter limit 16);
  end loop;
  return array(select way from unnest(ways) way where way <> '');
end`;

const addInitials = `
begin
  insert into member_initials (initials, path, member_id, household_id)
  select ways.initials, f.path, f.id, f.household_id from fresh f cross join lateral unnest(initials_of(f.name)) ways(initials)
  on conflict do nothing;
  return null;
end`;

/** A re-organisation moves this table as any other; whichever of the two comes second finds nothing left to do. */
const followMember = `
begin
  if new.name = old.name then
    update member_initials i set path = new.path, household_id = new.household_id
    where i.initials = any (initials_of(old.name)) and i.path = old.path and i.member_id = old.id;
    return null;
  end if;
  delete from member_initials i
  where i.initials = any (initials_of(old.name)) and i.path in (old.path, new.path) and i.member_id = old.id;
  insert into member_initials (initials, path, member_id, household_id)
  select ways.initials, new.path, new.id, new.household_id from unnest(initials_of(new.name)) ways(initials) on conflict do nothing;
  return null;
end`;

export const addSearch = migration(
  1700000000210,
  'AddSearch',
  (names) => `
create table households.pinyin_initial (
  character text collate "C" primary key,
  letters text not null
);
${protect('households.pinyin_initial', names, {})}
insert into households.pinyin_initial (character, letters)
select distinct on (character) character, letter from (values ${letters}) given(letter, characters), regexp_split_to_table(characters, '') character;
insert into households.pinyin_initial (character, letters) values ${readTwice} on conflict (character) do update set letters = excluded.letters;

-- One row a way to read a name; the key itself is the order of a page.
create table households.member_initials (
  initials text collate "C" not null,
  path text collate "C" not null,
  member_id uuid not null,
  household_id uuid not null,
  constraint member_initials_once primary key (initials, path, member_id)
);
${protect('households.member_initials', names, {
  region: inRange('path'),
  paired: isListed('household_id'),
  unit: inRange('path'),
})}

alter table households.member add column name_lead text collate "C" generated always as (left(name, 2)) stored;
create index member_by_name on households.member (name_lead, path, id);
create index member_by_tail on households.member (id_number_tail, path, id);

${definer('households.initials_of(p_name text) returns text[]', initialsOf, names, 'households', ['paired'])}
${definer('households.add_initials() returns trigger', addInitials, names, 'households', [])}
${definer('households.follow_member() returns trigger', followMember, names, 'households', [])}
insert into households.member_initials (initials, path, member_id, household_id)
select ways.initials, m.path, m.id, m.household_id from households.member m
cross join lateral unnest(households.initials_of(m.name)) ways(initials) on conflict do nothing;
create trigger initials after insert on households.member
  referencing new table as fresh for each statement execute function households.add_initials();
create trigger initials_follow after update on households.member for each row
  when ((old.name, old.path, old.household_id) is distinct from (new.name, new.path, new.household_id))
  execute function households.follow_member();
`,
);
