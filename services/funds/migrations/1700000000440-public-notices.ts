// Public notices of funds (资金公示、公告) with their lines, and objections; whether a subject is cleared for payment is asked of the rows.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isListed, isMine, protect } from '#platform/database/protect';

/** Announcements stay, postings go when their days are over: what is public is what stands. */
const STANDS = `state = 'posted' and (until_on is null or until_on > funds.today())`;

const post = `
declare
  place text;
begin
  select s.path into place from scope s where s.region_id = p_region;
  if place is null or not funds.in_scope(place) or not funds.in_scope(p_subject_path) then return 'unknown'; end if;
  if p_type = 'posting' and exists (
    select 1 from public_notice n where n.subject_kind = p_kind and n.subject_id = p_subject and n.type = 'posting' and n.state = 'posted'
  ) then return 'posted'; end if;
  -- The n days begin on the day after; of working days there are at least as many days as are counted.
  if p_type = 'posting' and p_until < funds.today() + p_days + 1 then
    raise exception 'a posting stands its days' using errcode = 'integrity_constraint_violation', constraint = 'public_notice_days';
  end if;
  insert into public_notice (id, type, subject_kind, subject_id, region_id, path, title, body, total, line_count, days, counted, days_assumed, from_on, until_on, pack_name, pack_hash, root, posted_by)
    values (p_id, p_type, p_kind, p_subject, p_region, p_subject_path, p_title, p_body, p_total, cardinality(p_line_ids), p_days, p_counted, p_assumed, funds.today(), p_until,
      p_pack_name, p_pack_hash, p_root, funds.scope_person());
  insert into notice_line (notice_id, line, line_id, household_id, region_id, path, village, shown_name, name, amount, salt, leaf)
    select p_id, given.at, given.line_id, given.household, given.region, given.path, given.village, given.shown, given.name, given.fen, given.salt, given.leaf
    from unnest(p_line_ids, p_households, p_regions, p_paths, p_villages, p_shown, p_names, p_amounts, p_salts, p_leaves)
      with ordinality as given(line_id, household, region, path, village, shown, name, fen, salt, leaf, at);
  return 'done';
end`;

/** Anybody who has signed in, while the posting stands: of whom a line is about he learns what the posting shows. */
const object = `
begin
  insert into notice_objection (id, notice_id, line, line_id, region_id, path, content, raised_by, posted_by)
    select p_id, n.id, p_line, l.line_id, n.region_id, n.path, p_content, funds.scope_person(), n.posted_by
    from public_notice n left join notice_line l on l.notice_id = n.id and l.line = p_line
    where n.id = p_notice and n.type = 'posting' and n.state = 'posted' and n.until_on > funds.today() and (p_line is null or l.line is not null);
  return found;
end`;

/** Hashes alone, which tell nothing without their salts. */
const leaves = `
begin
  return (select array_agg(l.leaf order by l.line) from notice_line l where l.notice_id = p_notice);
end`;

const cleared = `
begin
  return exists (
    select 1 from public_notice n where n.subject_kind = p_kind and n.subject_id = p_subject and n.type = 'posting' and n.state = 'posted' and n.until_on <= p_on
      and not exists (select 1 from notice_objection o where o.notice_id = n.id and o.line is null and o.upheld is not false));
end`;

const stops = `
begin
  return exists (
    select 1 from public_notice n join notice_objection o on o.notice_id = n.id and o.upheld is not false
    where n.subject_kind = p_kind and n.subject_id = p_subject and n.state = 'posted' and (p_line is null or o.line is null or o.line_id = p_line));
end`;

export const addFundNotices = migration(
  1700000000440,
  'AddFundNotices',
  (names) => `
create table funds.public_notice (
  id uuid primary key,
  type text not null constraint public_notice_type check (type in ('posting', 'announcement')),
  subject_kind text not null constraint public_notice_subject check (subject_kind ~ '^[a-z][a-z-]{2,40}$'),
  subject_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  title text not null,
  body text not null,
  total bigint,
  line_count int not null,
  days int constraint public_notice_days_above_zero check (days > 0),
  counted text constraint public_notice_counted check (counted in ('days', 'workdays')),
  days_assumed boolean not null default false,
  from_on date not null,
  until_on date,
  pack_name text not null,
  pack_hash text not null,
  root text not null constraint public_notice_root check (root ~ '^[0-9a-f]{64}$'),
  state text not null default 'posted' constraint public_notice_state check (state in ('posted', 'withdrawn')),
  posted_by uuid not null,
  posted_at timestamptz not null default clock_timestamp(),
  withdrawn_by uuid,
  withdrawn_on date,
  withdrawal_reason text,
  constraint public_notice_days check (type = 'announcement' or until_on >= from_on + days + 1),
  constraint public_notice_period check ((type = 'posting') = (days is not null) and (type = 'posting') = (until_on is not null) and (type = 'posting') = (counted is not null)),
  constraint public_notice_withdrawn_whole check ((state = 'withdrawn') = (withdrawn_by is not null) and (state = 'withdrawn') = (withdrawn_on is not null)
    and (state = 'withdrawn') = (withdrawal_reason is not null))
);
create index public_notice_by_path on funds.public_notice (path, id);
create index public_notice_in_order on funds.public_notice (from_on desc, id desc);
create index public_notice_of_subject on funds.public_notice (subject_kind, subject_id);
create unique index public_notice_posted_once on funds.public_notice (subject_kind, subject_id) where type = 'posting' and state = 'posted';
${protect('funds.public_notice', names, {
  region: { rows: inRange('path'), verbs: ['select', 'update'] },
  public: STANDS,
})}
revoke update on funds.public_notice from ${names.kind('region')};
grant update (state, withdrawn_by, withdrawn_on, withdrawal_reason) on funds.public_notice to ${names.kind('region')};
${appendOnly('funds.public_notice', 'funds', ['region_id', 'path', 'state', 'withdrawn_by', 'withdrawn_on', 'withdrawal_reason'])}
create function funds.public_notice_ends_once() returns trigger language plpgsql as $once$
begin
  if old.state = 'withdrawn' and to_jsonb(old) - array['region_id', 'path'] <> to_jsonb(new) - array['region_id', 'path'] then
    raise exception 'a notice is withdrawn once' using errcode = 'integrity_constraint_violation', constraint = 'public_notice_withdrawn_once';
  end if;
  return new;
end $once$;
create trigger ends_once before update on funds.public_notice for each row execute function funds.public_notice_ends_once();

create table funds.notice_line (
  notice_id uuid not null references funds.public_notice (id),
  line int not null,
  line_id uuid not null,
  household_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  village text not null,
  shown_name text not null,
  name text not null,
  amount bigint not null constraint notice_line_above_zero check (amount > 0),
  salt text not null constraint notice_line_salt check (salt ~ '^[0-9a-f]{32}$'),
  leaf text not null constraint notice_line_leaf check (leaf ~ '^[0-9a-f]{64}$'),
  constraint notice_line_once primary key (notice_id, line),
  constraint notice_line_of_subject_once unique (notice_id, line_id)
);
create index notice_line_by_path on funds.notice_line (path, notice_id);
create index notice_line_of_household on funds.notice_line (household_id, notice_id);
${protect('funds.notice_line', names, {
  region: inRange('path'),
  paired: isListed('household_id'),
  public: 'exists (select 1 from funds.public_notice n where n.id = notice_id)',
})}
-- What is published of a line: its place, its masked name, its amount and its leaf; never the name or the salt.
revoke select on funds.notice_line from ${names.kind('public')};
grant select (notice_id, line, region_id, path, village, shown_name, amount, leaf) on funds.notice_line to ${names.kind('public')};
${appendOnly('funds.notice_line', 'funds', ['region_id', 'path'])}

create table funds.notice_objection (
  id uuid primary key,
  notice_id uuid not null references funds.public_notice (id),
  line int,
  line_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  content text not null constraint notice_objection_length check (length(content) between 2 and 1000),
  raised_by uuid not null,
  raised_at timestamptz not null default clock_timestamp(),
  posted_by uuid not null,
  answer text constraint notice_objection_answer_length check (length(answer) between 2 and 1000),
  upheld boolean,
  answered_by uuid,
  answered_at timestamptz,
  constraint notice_objection_line foreign key (notice_id, line) references funds.notice_line (notice_id, line),
  constraint notice_objection_answered_whole check
    ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null) and (answered_at is null) = (upheld is null)),
  constraint notice_objection_four_eyes check (answered_by <> raised_by and answered_by <> posted_by)
);
create index notice_objection_of_notice on funds.notice_objection (notice_id, id);
create index notice_objection_of_raiser on funds.notice_objection (raised_by, id);
create index notice_objection_open on funds.notice_objection (path, id) where answered_at is null;
${protect('funds.notice_objection', names, {
  region: { rows: inRange('path'), verbs: ['select', 'update'] },
  own: isMine('raised_by'),
})}
-- Who raised it is nobody's to know but his own.
revoke select, update on funds.notice_objection from ${names.kind('region')};
grant select (id, notice_id, line, line_id, region_id, path, content, raised_at, posted_by, answer, upheld, answered_by, answered_at) on funds.notice_objection to ${names.kind('region')};
grant update (answer, upheld, answered_by, answered_at) on funds.notice_objection to ${names.kind('region')};
create function funds.notice_objection_is_answered_once() returns trigger language plpgsql as $once$
begin
  if tg_op = 'UPDATE' and (old.answered_at is null or to_jsonb(old) - array['region_id', 'path'] = to_jsonb(new) - array['region_id', 'path'])
    and to_jsonb(old) - array['region_id', 'path', 'answer', 'upheld', 'answered_by', 'answered_at', 'hands']
      = to_jsonb(new) - array['region_id', 'path', 'answer', 'upheld', 'answered_by', 'answered_at', 'hands'] then return new; end if;
  raise exception 'an objection is answered once' using errcode = 'integrity_constraint_violation', constraint = 'notice_objection_answered_once';
end $once$;
create trigger answered_once before update or delete on funds.notice_objection for each row execute function funds.notice_objection_is_answered_once();

${definer(
  'funds.post_notice(p_id uuid, p_type text, p_kind text, p_subject uuid, p_subject_path text, p_region uuid, p_title text, p_body text, p_total bigint, p_days int, p_counted text, p_assumed boolean, p_until date, p_pack_name text, p_pack_hash text, p_root text, p_line_ids uuid[], p_households uuid[], p_regions uuid[], p_paths text[], p_villages text[], p_shown text[], p_names text[], p_amounts bigint[], p_salts text[], p_leaves text[]) returns text',
  post,
  names,
  'funds',
  ['region'],
)}
${definer('funds.object_to_notice(p_id uuid, p_notice uuid, p_line int, p_content text) returns boolean', object, names, 'funds', ['own'])}
${definer('funds.notice_leaves(p_notice uuid) returns text[]', leaves, names, 'funds', ['region', 'paired'])}
-- Cleared: a posting has run its days, and no objection to the whole of it is open or upheld. An objection to a line stops that line alone.
${definer('funds.notice_cleared(p_kind text, p_subject uuid, p_on date) returns boolean', cleared, names, 'funds', ['region'])}
-- Whether a line is stopped by an objection that is open or upheld; null asks whether any line is.
${definer('funds.notice_stops(p_kind text, p_subject uuid, p_line uuid) returns boolean', stops, names, 'funds', ['region'])}
`,
);
