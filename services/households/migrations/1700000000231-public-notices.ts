// Public notices (公示、公告) end by the clock; an open objection stops the procedure; a determination goes by its frozen steps.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMine, protect } from '#platform/database/protect';

const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;
/** What never changes once a determination is proposed; a household that is born by it is named once. */
const fixed = [
  'id',
  'kind',
  'kind_title',
  'year',
  'reason',
  'pack_name',
  'pack_hash',
  'steps',
  'falls_back_to',
  'from_state',
  'head_masked',
  'people',
  'head_index',
  'check_id',
  'despite',
  'reopens_id',
  'in_question_from',
  'proposed_by',
  'proposed_at',
];
const kept = fixed.map((column) => `old.${column} is not distinct from new.${column}`).join(' and ');
const handOf = `case new.steps -> taken ->> 'does' when 'appraise' then new.appraised_by when 'review' then new.reviewed_by
    when 'verify' then new.verified_by when 'compare' then new.compared_by when 'approve' then new.approved_by else new.proposed_by end`;
export const addPublicNotices = migration(
  1700000000231,
  'AddPublicNotices',
  (names) => `
create table households.public_notice (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  kind text not null,
  step text not null,
  announces boolean not null,
  title text not null,
  body text not null,
  lines jsonb not null,
  from_on date not null,
  until_on date not null,
  posted_by uuid not null,
  posted_at timestamptz not null,
  constraint public_notice_period check (until_on > from_on)
);
create index public_notice_in_order on households.public_notice (path, id);
create index public_notice_by_end on households.public_notice (until_on, id);
${protect('households.public_notice', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  public: `until_on > ${TODAY}`,
})}
${appendOnly('households.public_notice', 'households', ['path'])}

create table households.posted_line (
  notice_id uuid not null references households.public_notice (id),
  line int not null,
  determination_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  constraint posted_line_once primary key (notice_id, line),
  constraint posted_line_of foreign key (determination_id, region_id, path)
    references households.determination (id, region_id, path) on update cascade
);
create index posted_line_of_determination on households.posted_line (determination_id);
${protect('households.posted_line', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('households.posted_line', 'households', ['region_id', 'path'])}
alter table households.determination add constraint determination_notice foreign key (notice_id) references households.public_notice (id);

create table households.objection (
  id uuid primary key,
  notice_id uuid not null,
  line int not null,
  determination_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  content text not null,
  raised_by uuid not null,
  raised_at timestamptz not null default clock_timestamp(),
  answer text,
  upheld boolean,
  answered_by uuid,
  answered_at timestamptz,
  constraint objection_answered_whole check
    ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null) and (answered_at is null) = (upheld is null)),
  constraint objection_not_to_oneself check (answered_by <> raised_by),
  constraint objection_of foreign key (determination_id, region_id, path)
    references households.determination (id, region_id, path) on update cascade
);
create index objection_of_determination on households.objection (determination_id, id);
create index objection_of_raiser on households.objection (raised_by, id);
create index objection_unanswered on households.objection (path, id) where answered_at is null;
${protect('households.objection', names, {
  region: { rows: inRange('path'), verbs: ['select', 'update'] },
  own: isMine('raised_by'),
})}
-- Who raised it is nobody's to know but his own.
revoke select on households.objection from ${names.kind('region')};
grant select (id, notice_id, line, determination_id, region_id, path, content, raised_at, answer, upheld, answered_by, answered_at)
  on households.objection to ${names.kind('region')};
${decidedOnce('households.objection', 'answered_at', ['answer', 'upheld', 'answered_by', 'answered_at'])}

-- Anybody who has signed in may object to a line while it is posted, and learns nothing of whom it is about but what the posting shows.
${definer(
  'households.object_to_notice(p_id uuid, p_notice uuid, p_line int, p_content text) returns boolean',
  `
begin
  insert into objection (id, notice_id, line, determination_id, region_id, path, content, raised_by)
    select p_id, p.id, l.line, l.determination_id, l.region_id, l.path, p_content, current_setting('scope.person')::uuid
    from public_notice p join posted_line l on l.notice_id = p.id join determination d on d.id = l.determination_id
    where p.id = p_notice and l.line = p_line and not p.announces and p.until_on > ${TODAY} and d.status = 'open' and d.notice_id = p.id;
  return found;
end`,
  names,
  'households',
  ['own'],
)}

create function households.determination_follows_its_steps() returns trigger language plpgsql as $steps$
declare
  posted boolean := tg_op = 'UPDATE' and old.steps -> old.at ->> 'does' = 'post';
  taken int;
begin
  if tg_op = 'INSERT' then
    if new.status = 'open' and new.at = 0 and new.notice_id is null and coalesce(new.appraised_by, new.reviewed_by, new.verified_by, new.compared_by, new.approved_by) is null
      then return new; end if;
  elsif tg_op = 'UPDATE' then
    if to_jsonb(old) - array['region_id', 'path'] = to_jsonb(new) - array['region_id', 'path'] then return new; end if;
    if old.status = 'open' and ${kept} and (old.household_id is null or old.household_id = new.household_id) then
      taken := new.at - 1;
      if new.status in ('refused', 'withdrawn') and new.at = old.at and (old.approved_by is not distinct from new.approved_by) then return new; end if;
      if new.at = old.at and new.status = 'open' and posted and old.notice_id is null and new.posted_until >= ${TODAY} + (old.steps -> old.at ->> 'days')::int
        then return new; end if;
      if new.at = old.at + 1 + posted::int and new.notice_id is null and (${handOf}) is not null
        and (new.status = 'open' or new.status = 'completed' and new.at = jsonb_array_length(new.steps)) then
        if not posted or old.notice_id is not null and old.posted_until <= ${TODAY}
          and not exists (select 1 from households.objection o where o.determination_id = new.id and o.answered_at is null) then return new; end if;
        raise exception 'a posting stands its days, and its objections are answered' using errcode = 'integrity_constraint_violation',
          constraint = 'determination_posting_over';
      end if;
    end if;
  end if;
  raise exception 'a determination goes by its steps' using errcode = 'integrity_constraint_violation', constraint = 'determination_follows_its_steps';
end $steps$;
create trigger follows_its_steps before insert or update or delete on households.determination
  for each row execute function households.determination_follows_its_steps();
`,
);
