// Notices by telephone (短信、钉钉): who registered which number, and deliveries as rows, written with the notice and settled once.
import { migration } from '#platform/database/migration';
import { definer, isMine, protect } from '#platform/database/protect';
import { decidedOnce } from './decided-once';

/** Whoever registered a number under a post or a unit that is told, or under a predecessor of the unit; whether he still stands is asked when it leaves. */
const queue = `begin
  insert into notice_delivery (notice_id, path, address_id, person_id, channel, kind)
    select new.id, new.path, a.id, a.person_id, a.channel, new.kind from notice_address a
    where a.withdrawn_at is null and case when new.unit_id is null then a.region_id = new.region_id and a.post = any (new.posts)
      else a.unit_id = new.unit_id or a.unit_id in (select h.unit_id from unit_heir h where h.heir_id = new.unit_id) end;
  return null;
end`;

/** One claims at a time, so that together they stay below what the carrier takes in a minute; a claim that nobody settles lapses. */
const claim = `
declare
  tried int;
begin
  perform pg_advisory_xact_lock(hashtextextended('assessments.notice_delivery ' || p_channel, 0));
  select count(*) into tried from notice_delivery d where d.channel = p_channel and d.tried_at > clock_timestamp() - interval '1 minute';
  return query
    with due as (
      select d.id from notice_delivery d where d.channel = p_channel and d.outcome is null and d.next_at <= clock_timestamp()
      order by d.next_at, d.number limit greatest(least(p_most, p_per_minute - tried), 0) for update skip locked
    ), taken as (
      update notice_delivery d set attempts = d.attempts + 1, tried_at = clock_timestamp(), next_at = clock_timestamp() + interval '3 minutes'
      from due where d.id = due.id returning d.*
    )
    select t.id, t.notice_id, t.kind, n.due_on, t.attempts, t.person_id, a.appointment_id, a.mobile_sealed, a.withdrawn_at is not null, clock_timestamp()
    from taken t join notice n on n.id = t.notice_id join notice_address a on a.id = t.address_id order by t.number;
end`;

/** Whoever holds the last claim says how it ended; an earlier one, come late, says nothing. */
const settle = `begin
  update notice_delivery d set outcome = p_outcome, settled_at = case when p_outcome is null then null else clock_timestamp() end, last_error = p_error,
    next_at = case when p_outcome is null then clock_timestamp() + make_interval(secs => coalesce(p_pause, 0)) else d.next_at end
  where d.id = p_id and d.attempts = p_attempt and d.outcome is null;
  return found;
end`;

const settleClosed = `begin
  update notice_delivery d set outcome = 'channel-off', settled_at = clock_timestamp() where d.outcome is null and d.channel <> all (p_open);
end`;

export const noticeDeliveries = migration(
  1700000000270,
  'NoticeDeliveries',
  (names) => `
create table assessments.notice_address (
  id uuid primary key,
  person_id uuid not null,
  appointment_id uuid not null,
  post text not null,
  region_id uuid,
  unit_id uuid,
  channel text not null constraint notice_address_channel check (channel in ('sms', 'dingtalk')),
  mobile_sealed bytea not null,
  mobile_tail text not null constraint notice_address_tail check (mobile_tail ~ '^[0-9]{4}$'),
  registered_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create unique index notice_address_once on assessments.notice_address (appointment_id, person_id, channel) where withdrawn_at is null;
create index notice_address_of_unit on assessments.notice_address (unit_id) where withdrawn_at is null;
create index notice_address_of_place on assessments.notice_address (region_id) where withdrawn_at is null;
${protect('assessments.notice_address', names, { own: { rows: isMine('person_id'), verbs: ['select', 'insert', 'update'] } })}
${decidedOnce('assessments.notice_address', 'assessments', 'withdrawn_at', ['withdrawn_at'])}

create table assessments.notice_delivery (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  notice_id uuid not null,
  path text collate "C" not null,
  address_id uuid not null references assessments.notice_address (id),
  person_id uuid not null,
  channel text not null,
  kind text not null,
  queued_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  tried_at timestamptz,
  attempts int not null default 0,
  outcome text constraint notice_delivery_outcome check (outcome in ('delivered', 'withheld', 'withdrawn', 'refused', 'given-up', 'channel-off')),
  settled_at timestamptz,
  last_error text constraint notice_delivery_error_is_a_code check (last_error ~ '^[a-z0-9-]{1,40}$'),
  constraint notice_delivery_settled_whole check ((outcome is null) = (settled_at is null)),
  constraint notice_delivery_once unique (notice_id, address_id),
  constraint notice_delivery_of foreign key (notice_id, path) references assessments.notice (id, path) on update cascade
);
create index notice_delivery_waiting on assessments.notice_delivery (channel, next_at) where outcome is null;
create index notice_delivery_tried on assessments.notice_delivery (channel, tried_at);
create index notice_delivery_of_person on assessments.notice_delivery (person_id, number);
${protect('assessments.notice_delivery', names, { own: isMine('person_id') })}
-- Told as delivered at most once: what was settled stays.
${decidedOnce('assessments.notice_delivery', 'assessments', 'outcome', ['outcome', 'settled_at', 'last_error', 'next_at', 'tried_at', 'attempts'])}

${definer('assessments.queue_notice() returns trigger', queue, names, 'assessments', [])}
create trigger queues after insert on assessments.notice for each row execute function assessments.queue_notice();
${definer(
  'assessments.claim_deliveries(p_channel text, p_most int, p_per_minute int) returns table (id uuid, notice_id uuid, kind text, due_on date, attempts int, person_id uuid, appointment_id uuid, sealed bytea, withdrawn boolean, claimed_at timestamptz)',
  claim,
  names,
  'assessments',
  [],
)}
${definer('assessments.settle_delivery(p_id uuid, p_attempt int, p_outcome text, p_pause int, p_error text) returns boolean', settle, names, 'assessments', [])}
${definer('assessments.settle_closed_channels(p_open text[]) returns void', settleClosed, names, 'assessments', [])}
grant execute on function assessments.claim_deliveries(text, int, int), assessments.settle_delivery(uuid, int, text, int, text),
  assessments.settle_closed_channels(text[]) to ${names.app};
`,
);
