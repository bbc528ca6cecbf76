// Complaints about wrong data (数据有误): filed by a household, a town, or a citizen about the own, examined and answered by two other people.
import { migration } from '#platform/database/migration';
import { definer, inRange, isListed, isMine, protect } from '#platform/database/protect';

const moving = `array['household_id', 'region_id', 'path']`;
const steps = `array['household_id', 'region_id', 'path', 'hands', 'finding', 'proposed', 'value_index', 'effect', 'examined_by', 'examined_at',
      'outcome', 'answer', 'answered_by', 'answered_at']`;

/** Whoever files is answered alike whether the number is in the register or not: what was found is the town's to see. */
const fileOwn = `
begin
  insert into data_complaint (id, figure, side, household_id, member_id, region_id, path, told, claimed, filed_by, examine_due_on, answer_due_on)
  select p_id, p_figure, 'citizen', m.household_id, m.id, s.region_id, s.path, p_told, p_claimed,
    nullif(current_setting('scope.person', true), '')::uuid, p_examine, p_answer
  from scope s left join lateral (
    select k.id, k.household_id from member k where k.id_number_index = p_index and k.region_id = s.region_id order by k.id limit 1) m on true
  where s.region_id = p_region and s.kind = 'village';
  return found;
end`;

export const addDataComplaints = migration(
  1700000000213,
  'AddDataComplaints',
  (names) => `
create table households.data_complaint (
  id uuid primary key,
  figure text not null,
  side text not null constraint data_complaint_side check (side in ('citizen', 'household', 'town')),
  household_id uuid,
  member_id uuid references households.member (id),
  region_id uuid not null,
  path text collate "C" not null,
  told text not null,
  claimed text,
  filed_by uuid not null,
  filed_at timestamptz not null default clock_timestamp(),
  examine_due_on date not null,
  answer_due_on date not null,
  finding text,
  proposed text,
  value_index text,
  effect jsonb,
  examined_by uuid,
  examined_at timestamptz,
  outcome text constraint data_complaint_outcome check (outcome in ('corrected', 'stands', 'not-registered')),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  constraint data_complaint_of_somebody check (side = 'citizen' or household_id is not null),
  constraint data_complaint_examined_whole check ((finding is null) = (examined_by is null) and (finding is null) = (examined_at is null)),
  constraint data_complaint_answered_whole check ((outcome is null) = (answered_by is null) and (outcome is null) = (answered_at is null)
    and (outcome is null) = (answer is null)),
  constraint data_complaint_examined_first check (outcome is null or finding is not null),
  constraint data_complaint_four_eyes check (examined_by <> filed_by and answered_by <> filed_by and answered_by <> examined_by),
  constraint data_complaint_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index data_complaint_in_order on households.data_complaint (path, id);
create index data_complaint_of_person on households.data_complaint (filed_by, id);
create index data_complaint_of_household on households.data_complaint (household_id, id);
${protect('households.data_complaint', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
  own: isMine('filed_by'),
})}
create function households.data_complaint_goes_on() returns trigger language plpgsql as $goes$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - ${moving} = to_jsonb(new) - ${moving} then return new; end if;
    if old.outcome is null and to_jsonb(old) - ${steps} = to_jsonb(new) - ${steps} then return new; end if;
  end if;
  raise exception 'a complaint is examined and answered, and never changed besides' using errcode = 'integrity_constraint_violation', constraint = 'data_complaint_goes_on';
end $goes$;
create trigger goes_on before update or delete on households.data_complaint for each row execute function households.data_complaint_goes_on();
create trigger goes_on_truncate before truncate on households.data_complaint for each statement execute function households.data_complaint_goes_on();
${definer(
  'households.file_own_complaint(p_id uuid, p_figure text, p_region uuid, p_index text, p_told text, p_claimed text, p_examine date, p_answer date) returns boolean',
  fileOwn,
  names,
  'households',
  ['own'],
)}
`,
);
