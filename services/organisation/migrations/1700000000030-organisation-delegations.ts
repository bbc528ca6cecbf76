// Delegation (职务代理): a post acted under by another until a day, its walls, and the session that names it; beside it the release of accounts.
import { migration } from '#platform/database/migration';
import { definer, isMine, protect } from '#platform/database/protect';

const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;
const desk = { rows: 'true', verbs: ['select' as const, 'insert' as const, 'update' as const] };
const OFFICERS = `('system-administrator', 'security-administrator', 'log-auditor')`;

export const addDelegations = migration(
  1700000000030,
  'AddDelegations',
  (names) => `
alter table organisation.audit add column principal_id uuid;

create table organisation.delegation (
  id uuid primary key,
  appointment_id uuid not null references organisation.appointment (id),
  delegator_id uuid not null references organisation.person (id),
  delegate_id uuid not null references organisation.person (id),
  valid_from date not null,
  valid_to date not null,
  reason text not null constraint delegation_needs_reason check (length(reason) between 4 and 200),
  pack_hash text not null,
  given_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid references organisation.person (id),
  revoke_reason text,
  constraint delegation_period check (valid_to > valid_from),
  constraint delegation_not_to_oneself check (delegator_id <> delegate_id)
);
create index delegation_by_delegate on organisation.delegation (delegate_id, valid_from);
create index delegation_by_appointment on organisation.delegation (appointment_id, valid_from);
create index delegation_by_delegator on organisation.delegation (delegator_id, valid_from);
${protect('organisation.delegation', names, { own: `(${isMine('delegator_id')} or ${isMine('delegate_id')})`, desk })}

create function organisation.delegation_walls() returns trigger language plpgsql set search_path = organisation, pg_temp as $walls$
declare
  given organisation.appointment;
  me text := nullif(current_setting('scope.person', true), '');
begin
  if tg_op = 'UPDATE' and to_jsonb(old) - array['valid_to', 'revoked_at', 'revoked_by', 'revoke_reason']
      is distinct from to_jsonb(new) - array['valid_to', 'revoked_at', 'revoked_by', 'revoke_reason'] then
    raise exception 'a delegation is renewed or revoked, never rewritten' using errcode = 'check_violation', constraint = 'delegation_not_rewritten';
  end if;
  if tg_op = 'UPDATE' and old.revoked_at is not null then
    raise exception 'a delegation that was revoked stays so' using errcode = 'check_violation', constraint = 'delegation_revoked_stays';
  end if;
  if tg_op = 'UPDATE' and new.valid_to <= old.valid_to then return new; end if;
  if nullif(current_setting('scope.principal', true), '') is not null then
    raise exception 'what is held by delegation is not passed on' using errcode = 'check_violation', constraint = 'delegation_not_passed_on';
  end if;
  if me is not null and me <> new.delegator_id::text then
    raise exception 'only whoever holds the post delegates it or renews that' using errcode = 'check_violation', constraint = 'delegation_by_its_holder';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.delegate_id::text, 3));
  perform pg_advisory_xact_lock(hashtextextended(new.appointment_id::text, 4));
  select * into given from organisation.appointment a where a.id = new.appointment_id;
  if given.person_id <> new.delegator_id or new.valid_from < given.valid_from or new.valid_to > given.valid_to then
    raise exception 'one delegates the own post, within its days' using errcode = 'check_violation', constraint = 'delegation_within_appointment';
  end if;
  if given.post in ${OFFICERS} or exists (
    select 1 from organisation.appointment held where held.person_id = new.delegate_id and held.post in ${OFFICERS}
      and daterange(held.valid_from, held.valid_to) && daterange(new.valid_from, new.valid_to)) then
    raise exception 'the three officers neither give nor take a delegation' using errcode = 'check_violation', constraint = 'delegation_not_with_officers';
  end if;
  if exists (
    select 1 from organisation.delegation other where other.appointment_id = new.appointment_id and other.id <> new.id and other.revoked_at is null
      and daterange(other.valid_from, other.valid_to) && daterange(new.valid_from, new.valid_to)) then
    raise exception 'a post is delegated to one person at a time' using errcode = 'check_violation', constraint = 'delegation_one_at_a_time';
  end if;
  return new;
end $walls$;
create trigger delegation_walls before insert or update on organisation.delegation for each row execute function organisation.delegation_walls();

create function organisation.officers_take_no_delegation() returns trigger language plpgsql set search_path = organisation, pg_temp as $officers$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.person_id::text, 3));
  if exists (
    select 1 from organisation.delegation d where d.delegate_id = new.person_id and d.revoked_at is null
      and daterange(d.valid_from, d.valid_to) && daterange(new.valid_from, new.valid_to)) then
    raise exception 'the three officers hold no delegation' using errcode = 'check_violation', constraint = 'delegation_not_with_officers';
  end if;
  return new;
end $officers$;
create trigger officers_take_no_delegation before insert or update on organisation.appointment for each row
  when (new.post in ${OFFICERS} and (new.valid_to is null or new.valid_to > new.valid_from))
  execute function organisation.officers_take_no_delegation();

-- Everybody whose post this person may act under today, and those whose posts they may in turn: four eyes are kept over all of them.
create function organisation.stands_for(person uuid) returns uuid[] language sql stable set search_path = organisation, pg_temp as $stands$
  with recursive held as (
    select person as id
    union
    select d.delegator_id from held
    join organisation.delegation d on d.delegate_id = held.id and d.revoked_at is null and d.valid_from <= ${TODAY} and d.valid_to > ${TODAY}
    join organisation.appointment a on a.id = d.appointment_id and a.valid_from <= ${TODAY} and (a.valid_to is null or a.valid_to > ${TODAY})
  )
  select coalesce(array_agg(id order by id), '{}') from held where id <> person
$stands$;

alter table session.session add column delegation_id uuid references organisation.delegation (id);

alter table organisation.account add column awaits_release boolean not null default false;
alter table organisation.account add column release_hash bytea;

drop function session.standing(uuid);
-- One row while the session stands; no row as soon as it, its account, its appointment or its delegation has ended, by the database's clock.
${definer(
  'session.standing(asked uuid) returns table (person_id uuid, appointment_id uuid, post text, level text, line text, region_id uuid, unit_id uuid, region_epoch int, principal_id uuid, stands_for uuid[])',
  `
declare
  seen timestamptz;
begin
  return query
    select s.person_id, a.id, a.post, a.level, u.line,
           case when a.post in ('unit-liaison', 'reviewer') then coalesce(a.region_id, u.region_id) else a.region_id end,
           a.unit_id, (select t.epoch from organisation.region_tree t),
           case when s.delegation_id is not null then a.person_id end,
           case when exists (select 1 from organisation.delegation d where d.delegate_id = s.person_id) then organisation.stands_for(s.person_id) else '{}' end
    from session.session s
    join organisation.account c on c.id = s.account_id and c.disabled_at is null
    left join organisation.appointment a on a.id = s.appointment_id and not c.must_change_password and not c.awaits_release
    left join organisation.unit u on u.id = a.unit_id
    where s.id = asked and s.ended_at is null and s.expires_at > now() and s.last_seen > now() - interval '30 minutes'
      and (s.appointment_id is null or exists (
        select 1 from organisation.appointment held
        where held.id = s.appointment_id and held.valid_from <= ${TODAY} and (held.valid_to is null or held.valid_to > ${TODAY})
          and case when s.delegation_id is null then held.person_id = s.person_id else exists (
            select 1 from organisation.delegation d
            where d.id = s.delegation_id and d.appointment_id = held.id and d.delegate_id = s.person_id and d.delegator_id = held.person_id
              and d.revoked_at is null and d.valid_from <= ${TODAY} and d.valid_to > ${TODAY}) end));
  if not found then return; end if;
  -- Requests of one session come side by side: whoever finds the row locked leaves the mark to the other.
  select s.last_seen into seen from session.session s where s.id = asked and s.last_seen < now() - interval '60 seconds' for update skip locked;
  if found then update session.session s set last_seen = now() where s.id = asked; end if;
end`,
  names,
  'session',
  ['desk'],
).replace('language plpgsql', 'language plpgsql rows 1')}
grant execute on function session.standing(uuid) to ${names.gateway};
`,
);
