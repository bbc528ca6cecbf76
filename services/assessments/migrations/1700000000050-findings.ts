// Findings: from 发现 to 销号 by a table of states, re-checked and closed by two people who did not rectify, hidden as long as their inspection is.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMine, isMyUnit, protect } from '#platform/database/protect';

const states = `('found', 'assigned', 'accepted', 'rectifying', 'closure-requested', 'rechecked', 'closed', 'returned', 'accountable')`;
/** The same table as finding.rules.ts, which a test compares with this one. */
const moves = `('found', 'assigned'), ('assigned', 'accepted'), ('assigned', 'accountable'), ('accepted', 'rectifying'),
  ('accepted', 'accountable'), ('rectifying', 'closure-requested'), ('rectifying', 'accountable'), ('closure-requested', 'rechecked'),
  ('closure-requested', 'returned'), ('rechecked', 'closed'), ('rechecked', 'returned'), ('returned', 'closure-requested'),
  ('returned', 'accountable'), ('accountable', 'accepted'), ('accountable', 'rectifying'), ('accountable', 'closure-requested'),
  ('closed', 'assigned')`;
const fixed = [
  'id',
  'number',
  'source',
  'inspection_id',
  'report_id',
  'region_id',
  'category',
  'content',
  'found_on',
  'found_by',
  'found_unit',
  'recorded_at',
];
const kept = fixed.map((column) => `old.${column} is not distinct from new.${column}`).join(' and ');

export const findings = migration(
  1700000000050,
  'Findings',
  (names) => `
create table assessments.finding (
  id uuid primary key,
  number text not null constraint finding_number_unique unique,
  source text not null constraint finding_source check (source in ('inspection', 'public-report', 'manual')),
  inspection_id uuid constraint finding_of_inspection references assessments.inspection (id),
  report_id uuid constraint finding_of_report references assessments.public_report (id),
  region_id uuid not null,
  path text collate "C" not null,
  category text not null,
  content text not null,
  found_on date not null,
  found_by uuid not null,
  found_unit uuid,
  recorded_at timestamptz not null,
  released_at timestamptz,
  pack_name text not null,
  pack_hash text not null,
  weight int not null constraint finding_weight check (weight > 0),
  relapses int not null default 0 constraint finding_relapses check (relapses >= 0),
  state text not null default 'found' constraint finding_state check (state in ${states}),
  lead_unit uuid,
  due_on date,
  assigned_by uuid,
  assigned_at timestamptz,
  accepted_at timestamptz,
  responsible_id uuid,
  measures text,
  planned_on date,
  result text,
  requested_by uuid,
  requested_at timestamptz,
  rechecked_by uuid,
  rechecked_unit uuid,
  rechecked_at timestamptz,
  closed_by uuid,
  closed_unit uuid,
  closed_at timestamptz,
  constraint finding_source_named check ((source = 'inspection') = (inspection_id is not null) and (source = 'public-report') = (report_id is not null)),
  constraint finding_hidden_stays_found check (released_at is not null or (state = 'found' and inspection_id is not null)),
  constraint finding_assigned_whole check (state = 'found' or (lead_unit is not null and due_on is not null and assigned_by is not null and assigned_at is not null)),
  constraint finding_recheck_four_eyes check (rechecked_by <> requested_by),
  constraint finding_recheck_other_unit check (rechecked_unit <> lead_unit and closed_unit <> lead_unit),
  constraint finding_closed_apart check (closed_by <> rechecked_by and closed_by <> requested_by),
  constraint finding_rechecked_whole check (state not in ('rechecked', 'closed') or (requested_by is not null and rechecked_by is not null and rechecked_at is not null)),
  constraint finding_closed_whole check ((state = 'closed') = (closed_by is not null) and (closed_by is null) = (closed_at is null)),
  constraint finding_place_key unique (id, region_id, path)
);
create index finding_in_order on assessments.finding (path, id);
create index finding_of_unit on assessments.finding (lead_unit, path, id) where lead_unit is not null;
create index finding_of_finder on assessments.finding (found_by, id);
create index finding_of_inspection_in_order on assessments.finding (inspection_id, id) where inspection_id is not null;
create index finding_of_report_in_order on assessments.finding (report_id, id) where report_id is not null;
${protect('assessments.finding', names, {
  region: { rows: `(${inRange('path')} and released_at is not null)`, verbs: ['select', 'insert', 'update'] },
  unit: { rows: `(${isMyUnit('lead_unit')} and released_at is not null)`, verbs: ['select', 'update'] },
  issuer: { rows: isMine('found_by'), verbs: ['select', 'insert'] },
})}

create function assessments.finding_follows_its_table() returns trigger language plpgsql as $table$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - 'path' = to_jsonb(new) - 'path' then return new; end if;
    if old.released_at is null and new.released_at is not null
      and to_jsonb(old) - array['path', 'released_at'] = to_jsonb(new) - array['path', 'released_at'] then return new; end if;
    if (old.state, new.state) in (values ${moves})
      and ${kept} and old.released_at is not distinct from new.released_at
      and new.relapses = old.relapses + (old.state = 'closed')::int then return new; end if;
  elsif tg_op = 'INSERT' then
    if new.state = 'found' and new.relapses = 0 then return new; end if;
  end if;
  raise exception 'a finding goes by its table of states' using errcode = 'integrity_constraint_violation', constraint = 'finding_follows_its_table';
end $table$;
create trigger follows_its_table before insert or update or delete on assessments.finding for each row execute function assessments.finding_follows_its_table();

-- What an inspection found is told when it is told itself: in its transaction, by whatever verb releases it.
${definer(
  'assessments.release_findings() returns trigger',
  `begin
  update assessments.finding set released_at = new.released_at where inspection_id = new.id and released_at is null;
  return new;
end`,
  names,
  'assessments',
  [],
)}
create trigger releases_findings after update on assessments.inspection for each row
  when (old.released_at is null and new.released_at is not null) execute function assessments.release_findings();

create table assessments.finding_step (
  id uuid primary key,
  finding_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  lead_unit uuid,
  round int not null,
  from_state text not null,
  to_state text not null,
  taken_by uuid not null,
  taken_unit uuid,
  taken_at timestamptz not null,
  due_on date,
  remark text,
  document_number text,
  constraint finding_step_of_finding foreign key (finding_id, region_id, path) references assessments.finding (id, region_id, path) on update cascade,
  constraint finding_step_by_table check ((from_state, to_state) in (${moves})),
  constraint finding_accountability_has_document check (to_state <> 'accountable' or document_number is not null)
);
create index finding_step_in_order on assessments.finding_step (finding_id, taken_at, id);
${protect('assessments.finding_step', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  unit: { rows: isMyUnit('lead_unit'), verbs: ['select', 'insert'] },
})}
${appendOnly('assessments.finding_step', 'assessments', ['path'])}
`,
);
