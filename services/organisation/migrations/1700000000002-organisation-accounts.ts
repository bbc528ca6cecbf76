// Appointments (任职) and accounts (账号): who holds which post where and until when, and how a person signs in.
import { migration } from '#platform/database/migration';
import { appendOnly, isMine, protect } from '#platform/database/protect';
import { levels, posts } from '#platform/vocabulary/caller';

const listed = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
const desk = { rows: 'true', verbs: ['select' as const, 'insert' as const, 'update' as const] };
const deskKeeps = { rows: 'true', verbs: ['select' as const, 'insert' as const] };
const deskForgets = {
  rows: 'true',
  verbs: ['select' as const, 'insert' as const, 'update' as const, 'delete' as const],
};

export const addAccounts = migration(
  1700000000002,
  'AddAccounts',
  (names) => `
create table organisation.appointment (
  id uuid primary key,
  person_id uuid not null references organisation.person (id),
  post text not null constraint appointment_post check (post in (${listed(posts)})),
  level text constraint appointment_level check (level in (${listed(levels)})),
  region_id uuid,
  path text collate "C",
  unit_id uuid references organisation.unit (id),
  document_number text not null constraint appointment_needs_document check (length(document_number) between 2 and 100),
  valid_from date not null,
  valid_to date,
  granted_by uuid references organisation.person (id),
  granted_at timestamptz not null default now(),
  ended_by uuid references organisation.person (id),
  end_reason text,
  constraint appointment_period check (valid_to >= valid_from),
  constraint appointment_place foreign key (region_id, path) references organisation.region (id, path) on update cascade,
  constraint appointment_place_whole check ((region_id is null) = (path is null)),
  constraint appointment_not_to_oneself check (granted_by <> person_id)
);
create index appointment_by_person on organisation.appointment (person_id, valid_from);
create index appointment_by_post on organisation.appointment (post, id);
create index appointment_by_path on organisation.appointment (path, id);
${protect('organisation.appointment', names, { own: isMine('person_id'), public: isMine('person_id'), desk })}

-- MLPS level 3: the three officers (三员) check each other, so that nobody may be two of them at any time.
create function organisation.three_officers_apart() returns trigger language plpgsql set search_path = organisation, pg_temp as $apart$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.person_id::text, 3));
  if exists (
    select 1 from organisation.appointment other
    where other.person_id = new.person_id and other.id <> new.id and other.post <> new.post
      and other.post in ('system-administrator', 'security-administrator', 'log-auditor')
      and daterange(other.valid_from, other.valid_to) && daterange(new.valid_from, new.valid_to)
  ) then
    raise exception 'the three officers are different people'
      using errcode = 'check_violation', constraint = 'appointment_three_officers_apart';
  end if;
  return new;
end $apart$;
create trigger three_officers_apart before insert or update on organisation.appointment for each row
  when (new.post in ('system-administrator', 'security-administrator', 'log-auditor'))
  execute function organisation.three_officers_apart();

create table organisation.account_import (
  id uuid primary key,
  imported_by uuid not null,
  at timestamptz not null default now(),
  count int not null
);
${protect('organisation.account_import', names, { desk: deskKeeps })}
${appendOnly('organisation.account_import', 'organisation')}

create table organisation.account (
  id uuid primary key,
  name text collate "C" not null constraint account_name_unique unique
    constraint account_name_form check (name ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  person_id uuid not null constraint account_person_unique unique references organisation.person (id),
  password_hash text not null,
  password_changed_at timestamptz not null default now(),
  must_change_password boolean not null,
  second_factor bytea,
  second_factor_confirmed_at timestamptz,
  second_factor_step bigint not null default 0,
  import_id uuid references organisation.account_import (id),
  disabled_at timestamptz,
  disabled_reason text,
  created_at timestamptz not null default now()
);
${protect('organisation.account', names, { desk })}

create table organisation.password_history (
  account_id uuid not null references organisation.account (id),
  hash text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (account_id, at)
);
${protect('organisation.password_history', names, { desk: deskKeeps })}
${appendOnly('organisation.password_history', 'organisation')}

create table organisation.sign_in_failure (
  account_key text not null,
  address text not null,
  failures int not null,
  locked_until timestamptz,
  last_at timestamptz not null,
  primary key (account_key, address)
);
create index sign_in_failure_by_time on organisation.sign_in_failure (last_at);
${protect('organisation.sign_in_failure', names, { desk: deskForgets })}
`,
);
