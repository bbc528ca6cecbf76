// Notices (提醒、催办): written in the transaction of the fact, to a post of a region or to a unit and never to a person; and who has read them.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMyUnit, protect } from '#platform/database/protect';

/** Who answers for a region, where no unit does. */
const HEADS = `array['town-officer', 'district-officer', 'zone-officer']`;

const tellFinding = `begin
  insert into notice (kind, subject, subject_id, region_id, path, unit_id, about, due_on, at)
    values ('finding-' || new.state, 'Finding', new.id, new.region_id, new.path, new.lead_unit, new.number, new.due_on,
      case new.state when 'assigned' then coalesce(new.assigned_at, now()) else now() end);
  return new;
end`;
const tellProgress = `begin
  insert into notice (kind, subject, subject_id, region_id, path, unit_id, posts, about, due_on, at)
    select 'progress-' || new.outcome, 'Progress', new.id, new.region_id, new.path, new.unit_id,
      case when new.unit_id is null then ${HEADS} end, k.title || ' ' || new.quarter, null, new.confirmed_at
    from task k where k.id = new.task_id;
  return new;
end`;
const tellLight = `begin
  insert into notice (kind, subject, subject_id, region_id, path, posts, about, at)
    values ('light-confirmed', 'Light', new.id, new.region_id, new.path, ${HEADS}, new.quarter || ' ' || new.colour, new.confirmed_at);
  return new;
end`;

/** Numbers are given in the order in which transactions end: whoever has seen a number has missed none below it. */
const numberNotice = `begin
  perform pg_advisory_xact_lock(hashtextextended('assessments.notice', 0));
  new.number := nextval('notice_number');
  return new;
end`;

export const notices = migration(
  1700000000092,
  'Notices',
  (names) => `
create sequence assessments.notice_number;
grant usage on sequence assessments.notice_number to ${names.keeper};
create table assessments.notice (
  number bigint primary key,
  id uuid not null default gen_random_uuid() constraint notice_id_once unique,
  kind text not null constraint notice_kind check (kind in ('finding-assigned', 'finding-returned', 'finding-accountable', 'finding-closed',
    'progress-confirmed', 'progress-returned', 'light-confirmed', 'urged')),
  subject text not null constraint notice_subject check (subject in ('Finding', 'Progress', 'Task', 'Light')),
  subject_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  unit_id uuid,
  posts text[],
  about text not null,
  text text constraint notice_text_length check (length(text) between 1 and 500),
  due_on date,
  sent_by uuid,
  sent_on date,
  at timestamptz not null default now(),
  constraint notice_to_a_unit_or_posts check ((unit_id is null) <> (posts is null)),
  constraint notice_urged_by_somebody check ((kind = 'urged') = (sent_by is not null) and (sent_by is null) = (sent_on is null) and (kind <> 'urged' or text is not null)),
  constraint notice_place_key unique (id, path)
);
create index notice_of_place on assessments.notice (region_id, number) where unit_id is null;
create index notice_of_unit on assessments.notice (unit_id, number) where unit_id is not null;
create index notice_of_sender on assessments.notice (sent_by, number) where sent_by is not null;
create unique index notice_urged_once_a_day on assessments.notice (subject_id, sent_on) where kind = 'urged';
${protect('assessments.notice', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  unit: isMyUnit('unit_id'),
})}
${appendOnly('assessments.notice', 'assessments', ['path'])}
${definer('assessments.number_notice() returns trigger', numberNotice, names, 'assessments', [])}
create trigger numbered before insert on assessments.notice for each row execute function assessments.number_notice();

create table assessments.notice_receipt (
  notice_id uuid not null,
  person_id uuid not null,
  path text collate "C" not null,
  unit_id uuid,
  post text not null,
  read_at timestamptz not null default now(),
  constraint notice_receipt_once primary key (notice_id, person_id),
  constraint notice_receipt_of foreign key (notice_id, path) references assessments.notice (id, path) on update cascade
);
${protect('assessments.notice_receipt', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  unit: { rows: isMyUnit('unit_id'), verbs: ['select', 'insert'] },
})}
${appendOnly('assessments.notice_receipt', 'assessments', ['path'])}
create function assessments.receipt_is_ones_own() returns trigger language plpgsql as $own$
begin
  if new.person_id::text = current_setting('scope.person', true) then return new; end if;
  raise exception 'everybody reads for himself' using errcode = 'integrity_constraint_violation', constraint = 'notice_receipt_is_ones_own';
end $own$;
create trigger ones_own before insert on assessments.notice_receipt for each row execute function assessments.receipt_is_ones_own();

${definer('assessments.tell_finding() returns trigger', tellFinding, names, 'assessments', [])}
create trigger tells after update on assessments.finding for each row
  when (old.state <> new.state and new.state in ('assigned', 'returned', 'accountable', 'closed')) execute function assessments.tell_finding();
${definer('assessments.tell_progress() returns trigger', tellProgress, names, 'assessments', [])}
create trigger tells after update on assessments.progress for each row
  when (old.outcome is null and new.outcome is not null) execute function assessments.tell_progress();
${definer('assessments.tell_light() returns trigger', tellLight, names, 'assessments', [])}
create trigger tells_confirmed after update on assessments.light for each row
  when (old.status <> 'confirmed' and new.status = 'confirmed') execute function assessments.tell_light();
create trigger tells_new after insert on assessments.light for each row
  when (new.status = 'confirmed') execute function assessments.tell_light();

-- What waits is few among what is done.
create index finding_waiting on assessments.finding (path, id) where state <> 'closed';
create index progress_waiting on assessments.progress (path, id) where outcome is null;
`,
);
