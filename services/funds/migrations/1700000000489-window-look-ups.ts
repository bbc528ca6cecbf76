// Look-ups at a hospital's window (窗口查询留痕): each is kept before anything is asked, so many an hour and no more, and whom it found beside it.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, isMyUnit, protect } from '#platform/database/protect';

/** One clerk after the other with himself: of two that come at once the second counts the first. */
const begin = `
declare
  looked int;
  missed int;
begin
  perform pg_advisory_xact_lock(hashtextextended('funds.window ' || funds.scope_person()::text, 0));
  select count(*), count(*) filter (where not exists (select 1 from window_sight s where s.look_up_id = l.id)) into looked, missed
    from window_look_up l where l.clerk_id = funds.scope_person() and l.looked_at > clock_timestamp() - interval '1 hour';
  if looked >= p_most or missed >= p_most_missed then return 'limit'; end if;
  insert into window_look_up (id, hospital_id, clerk_id) values (p_id, funds.scope_unit(), funds.scope_person());
  return 'done';
end`;

/** Of the own hospital alone, and not settled yet. */
const sight = `
begin
  insert into window_sight (look_up_id, stay_id, hospital_id)
    select p_look_up, s.id, l.hospital_id from window_look_up l join stay s on funds.heir_of(s.hospital_id) = funds.scope_unit()
    where l.id = p_look_up and l.clerk_id = funds.scope_person() and s.member_id = p_member and s.status in ('admitted', 'discharged', 'quoted');
  return query select s.stay_id from window_sight s where s.look_up_id = p_look_up order by s.stay_id;
end`;

export const windowLookUps = migration(
  1700000000489,
  'WindowLookUps',
  (names) => `
create table funds.window_look_up (
  id uuid primary key,
  hospital_id uuid not null,
  clerk_id uuid not null,
  looked_at timestamptz not null default clock_timestamp()
);
create index window_look_up_by_clerk on funds.window_look_up (clerk_id, looked_at);
create table funds.window_sight (
  look_up_id uuid not null references funds.window_look_up (id),
  stay_id uuid not null references funds.stay (id),
  hospital_id uuid not null,
  primary key (look_up_id, stay_id)
);
${protect('funds.window_look_up', names, { institution: isMyUnit('hospital_id') })}
${protect('funds.window_sight', names, { institution: isMyUnit('hospital_id') })}
${appendOnly('funds.window_look_up', 'funds')}
${appendOnly('funds.window_sight', 'funds')}
${definer('funds.begin_look_up(p_id uuid, p_most int, p_most_missed int) returns text', begin, names, 'funds', ['institution'])}
${definer('funds.see_patient(p_look_up uuid, p_member uuid) returns setof uuid', sight, names, 'funds', ['institution'])}
`,
);
