// Sessions (会话), read by key in each request at the gateway, and the count of what the gateway itself refused.
import { migration } from '#platform/database/migration';
import { definer, isMine, protect } from '#platform/database/protect';

const desk = { rows: 'true', verbs: ['select' as const, 'insert' as const, 'update' as const] };

export const addSessions = migration(
  1700000000003,
  'AddSessions',
  (names) => `
create schema session;
create schema gateway;
grant usage on schema session to ${names.keeper}, ${names.gateway}, ${names.kind('desk')}, ${names.kind('own')};
grant usage on schema gateway to ${names.keeper}, ${names.gateway}, ${names.kind('desk')};

create table session.session (
  id uuid primary key,
  person_id uuid not null references organisation.person (id),
  account_id uuid not null references organisation.account (id),
  appointment_id uuid references organisation.appointment (id),
  started_at timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  expires_at timestamptz not null,
  address text,
  ended_at timestamptz,
  end_reason text
);
create index session_by_person on session.session (person_id, started_at);
${protect('session.session', names, { own: isMine('person_id'), desk })}

create table session.renewal (
  hash bytea primary key,
  session_id uuid not null references session.session (id),
  issued_at timestamptz not null default now(),
  spent_at timestamptz
);
create index renewal_by_session on session.renewal (session_id);
${protect('session.renewal', names, { desk })}

-- One row while the session stands; no row as soon as it, its account or its appointment has ended, by the database's clock.
${definer(
  'session.standing(asked uuid) returns table (person_id uuid, appointment_id uuid, post text, level text, line text, region_id uuid, unit_id uuid, region_epoch int)',
  `
declare
  seen timestamptz;
begin
  return query
    select s.person_id, a.id, a.post, a.level, u.line,
           case when a.post in ('unit-liaison', 'reviewer') then coalesce(a.region_id, u.region_id) else a.region_id end,
           a.unit_id, (select t.epoch from organisation.region_tree t)
    from session.session s
    join organisation.account c on c.id = s.account_id and c.disabled_at is null
    left join organisation.appointment a on a.id = s.appointment_id and not c.must_change_password
    left join organisation.unit u on u.id = a.unit_id
    where s.id = asked and s.ended_at is null and s.expires_at > now() and s.last_seen > now() - interval '30 minutes'
      and (s.appointment_id is null or exists (
        select 1 from organisation.appointment held
        where held.id = s.appointment_id and held.person_id = s.person_id
          and held.valid_from <= (now() at time zone 'Asia/Shanghai')::date
          and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Shanghai')::date)));
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

create table gateway.refusal (
  minute timestamptz not null,
  code text not null,
  address text not null,
  operation_name text not null,
  count int not null,
  person_id uuid,
  primary key (minute, code, address, operation_name)
);
${protect('gateway.refusal', names, { desk: 'true' })}

-- Whoever makes up operation names or comes from many addresses fills one row, not the disk.
${definer(
  'gateway.count_refusal(refused_code text, from_address text, named text, person uuid) returns void',
  `
declare
  this_minute timestamptz := date_trunc('minute', now());
  source text := left(coalesce(from_address, ''), 64);
  operation text := left(coalesce(named, ''), 100);
begin
  if (select count(*) from (select 1 from gateway.refusal r where r.minute = this_minute limit 500) few) >= 500 then
    source := '*';
    operation := '*';
  end if;
  insert into gateway.refusal as r (minute, code, address, operation_name, count, person_id)
  values (this_minute, left(refused_code, 64), source, operation, 1, person)
  on conflict (minute, code, address, operation_name) do update set count = r.count + 1, person_id = coalesce(excluded.person_id, r.person_id);
end`,
  names,
  'gateway',
  [],
)}
grant execute on function gateway.count_refusal(text, text, text, uuid) to ${names.gateway};
`,
);
