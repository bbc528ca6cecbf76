// Visits told by phones (走访离线上传): what they tell more, photos by content hash that join when they arrive, and what was odd.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isListed, protect } from '#platform/database/protect';

const lock = (what: string, key: string) =>
  `perform pg_advisory_xact_lock(hashtextextended('households.${what} ' || ${key}, 0));`;
const ME = `nullif(current_setting('scope.person', true), '')::uuid`;

/** Whichever comes last, the visit or its photo, makes the two one; two that come at once wait for each other. */
const joinPhotos = `
declare
  who uuid := coalesce((to_jsonb(new) ->> 'told_by')::uuid, (to_jsonb(new) ->> 'uploaded_by')::uuid);
begin
  ${lock('photo', 'new.sha256')}
  insert into evidence_use (id, evidence_id, sha256, kind, bytes, name, subject_kind, subject_id, region_id, path, household_id, attached_by, attached_at)
  select distinct on (p.visit_id) gen_random_uuid(), e.id, e.sha256, e.kind, e.bytes, e.name, 'visit', p.visit_id, p.region_id, p.path, p.household_id, who, now()
  from visit_photo p join evidence e on e.uploaded_by = p.told_by and e.sha256 = p.sha256
  where p.sha256 = new.sha256 and p.told_by = who
    and not exists (select 1 from evidence_use u where u.subject_kind = 'visit' and u.subject_id = p.visit_id and u.sha256 = p.sha256)
  order by p.visit_id, e.id;
  return null;
end`;

export const visitsFromPhones = migration(
  1700000000240,
  'VisitsFromPhones',
  (names) => `
alter table households.visit
  add column problem text,
  add column visited_at timestamptz,
  add column latitude_micro int constraint visit_latitude check (abs(latitude_micro) <= 90000000),
  add column longitude_micro int constraint visit_longitude check (abs(longitude_micro) <= 180000000),
  add column accuracy_metres int constraint visit_accuracy check (accuracy_metres >= 0),
  add column text_print text,
  add column told_hash text,
  add constraint visit_place_whole check (num_nulls(latitude_micro, longitude_micro, accuracy_metres) in (0, 3)),
  add constraint visit_with_household unique (id, household_id);
create index visit_by_print on households.visit (text_print, recorded_at) where text_print is not null;
create index visit_of_visitor on households.visit (recorded_by, visited_on desc, id desc);

create table households.visit_photo (
  visit_id uuid not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  sha256 text not null constraint visit_photo_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  told_by uuid not null,
  told_at timestamptz not null default clock_timestamp(),
  constraint visit_photo_once primary key (visit_id, sha256),
  constraint visit_photo_visit foreign key (visit_id, household_id) references households.visit (id, household_id),
  constraint visit_photo_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index visit_photo_by_content on households.visit_photo (sha256, told_at);
create index visit_photo_of_household on households.visit_photo (household_id);
${protect('households.visit_photo', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
})}
${appendOnly('households.visit_photo', 'households', ['region_id', 'path'])}

create table households.visit_flag (
  visit_id uuid not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  helper_id uuid not null,
  visited_on date not null,
  kind text not null constraint visit_flag_kind
    check (kind in ('duplicate-photo', 'impossible-travel', 'written-late', 'clock-off', 'copied-text')),
  facts jsonb not null,
  other_visit_id uuid,
  pack_name text not null,
  pack_hash text not null,
  flagged_at timestamptz not null default clock_timestamp(),
  constraint visit_flag_once primary key (visit_id, kind),
  constraint visit_flag_visit foreign key (visit_id, household_id) references households.visit (id, household_id),
  constraint visit_flag_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index visit_flag_by_place on households.visit_flag (path, visited_on, household_id, visit_id);
create index visit_flag_of_visitor on households.visit_flag (helper_id, visited_on);
create index visit_flag_of_household on households.visit_flag (household_id);
${protect('households.visit_flag', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
  unit: inRange('path'),
})}
${appendOnly('households.visit_flag', 'households', ['region_id', 'path'])}

${definer('households.join_photos() returns trigger', joinPhotos, names, 'households', [])}
create trigger join_photos after insert on households.visit_photo for each row execute function households.join_photos();
create trigger join_photos after insert on households.evidence for each row execute function households.join_photos();

-- Whether an id stands already, and if it is the caller's own, what was told under it.
${definer(
  'households.visit_told(p_id uuid) returns table (told_hash text)',
  `
begin
  ${lock('visitor', `coalesce(${ME}::text, '')`)}
  return query select case when v.recorded_by = ${ME} then v.told_hash end from visit v where v.id = p_id;
end`,
  names,
  'households',
  ['region', 'paired'],
)}
-- Other visits with one of the photos, in whosever household: ids alone, which never leave the server.
${definer(
  'households.photos_elsewhere(p_visit uuid, p_photos text[]) returns table (visit_id uuid)',
  `
declare
  photo text;
begin
  foreach photo in array p_photos loop
    ${lock('photo', 'photo')}
    return query select p.visit_id from visit_photo p where p.sha256 = photo and p.visit_id <> p_visit order by p.told_at, p.visit_id limit 1;
  end loop;
end`,
  names,
  'households',
  ['region', 'paired'],
)}
${definer(
  'households.text_elsewhere(p_visit uuid, p_print text) returns uuid',
  `
begin
  return (select v.id from visit v where v.text_print = p_print and v.id <> p_visit order by v.recorded_at, v.id limit 1);
end`,
  names,
  'households',
  ['region', 'paired'],
)}
-- The caller's own visits, also of households that are somebody else's by now.
${definer(
  'households.own_texts(p_since date, p_most int) returns table (id uuid, content text)',
  `
begin
  return query select v.id, v.content from visit v where v.recorded_by = ${ME} and v.visited_on >= p_since
    order by v.visited_on desc, v.id desc limit p_most;
end`,
  names,
  'households',
  ['region', 'paired'],
)}
${definer(
  `households.own_places(p_from date, p_until date) returns table (id uuid, "at" timestamptz, latitude int, longitude int, accuracy int)`,
  `
begin
  return query select v.id, v.visited_at, v.latitude_micro, v.longitude_micro, v.accuracy_metres from visit v
    where v.recorded_by = ${ME} and v.visited_on >= p_from and v.visited_on < p_until and v.visited_at is not null and v.latitude_micro is not null;
end`,
  names,
  'households',
  ['region', 'paired'],
)}
`,
);
