// Versions of a checklist (清单版本): adopted with the approval of their pack, in one statement; each task with its article and formula, each confirmation scored.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';
import { isOfMyUnits } from '#platform/database/unit-heirs';

/**
 * A task that the new version words as the old one did goes on as it is, with what was reported on it. What it words otherwise, or
 * leaves out, is owed no more from its first day on; what was confirmed of that stays, and its score with the version it was made under.
 */
const adopt = `
declare
  chosen pack;
  told jsonb;
  list uuid := gen_random_uuid();
  made int;
begin
  select * into chosen from pack p where p.id = p_pack and p.approved_at is not null and p.withdrawn_at is null
    and p.path >= nullif(current_setting('scope.lo', true), '') and p.path < nullif(current_setting('scope.hi', true), '');
  if chosen.id is null or chosen.kind not in ('checklist-unit', 'checklist-region') then
    raise exception 'no approved checklist %', p_pack using errcode = 'check_violation', constraint = 'checklist_of_approved_pack';
  end if;
  told := chosen.content -> 'document';
  insert into checklist (id, year, kind, document_number, title, version, issued_on, issuer, text, pack_id, pack_hash, holds_from)
    values (list, extract(year from chosen.effective_from)::int, replace(chosen.kind, 'checklist-', ''), told ->> 'number', told ->> 'title',
      (told ->> 'version')::int, (told ->> 'issuedOn')::date, told ->> 'issuer', told ->> 'text', chosen.id, chosen.hash, chosen.effective_from);
  with item as (
    select * from jsonb_to_recordset(chosen.content -> 'items') as i(code text, unit text, level text, duty text, title text, standard text,
      weight int, deadline date, evidence text, formula jsonb, article text)
  ), wanted as (
    select i.code, u.id as unit_id, chosen.region_id, chosen.path, i.duty, i.title, i.standard, i.weight, i.deadline, i.evidence, i.formula, i.article
      from item i join jsonb_to_recordset(p_units) as u(id uuid, code text) on u.code = i.unit
    union all
    select i.code || '-' || coalesce(r.code, s.path), null, s.region_id, s.path, i.duty, i.title, i.standard, i.weight, i.deadline, i.evidence, i.formula, i.article
      from item i join scope s on s.path >= chosen.path and s.path < left(chosen.path, -1) || '0' and s.kind = any (case i.level when 'district' then array['district', 'zone'] else array['town'] end)
      left join jsonb_to_recordset(p_regions) as r(id uuid, code text) on r.id = s.region_id
      where i.unit is null
  ), standing as (
    select t.* from task t join checklist c on c.id = t.checklist_id
    where c.year = extract(year from chosen.effective_from)::int and c.kind = replace(chosen.kind, 'checklist-', '') and t.held_to is null
  ), kept as (
    select t.id, w.code from standing t join wanted w on w.code = t.code and w.unit_id is not distinct from t.unit_id and w.region_id = t.region_id
      and (w.duty, w.title, w.standard, w.weight, w.deadline, w.evidence, w.formula) is not distinct from (t.duty, t.title, t.standard, t.weight, t.deadline, t.evidence_wanted, t.formula)
  ), ended as (
    update task t set held_to = greatest(chosen.effective_from, t.held_from) from standing s where s.id = t.id and s.id not in (select k.id from kept k)
  )
  insert into task (id, checklist_id, year, code, unit_id, region_id, path, duty, title, standard, weight, deadline, evidence_wanted, article, formula, held_from)
    select gen_random_uuid(), list, extract(year from chosen.effective_from)::int, w.code, w.unit_id, w.region_id, w.path, w.duty, w.title, w.standard, w.weight,
      w.deadline, w.evidence, w.article, w.formula, chosen.effective_from
    from wanted w where w.code not in (select k.code from kept k);
  get diagnostics made = row_count;
  return made;
end`;

/** Before its first day nothing was owed by it yet: what it ended goes on, what it made never began. */
const recall = `
begin
  update task t set held_to = null from checklist c, checklist before, pack p
    where p.id = p_pack and p.withdrawn_at is not null and c.pack_id = p.id and before.id = t.checklist_id
      and before.year = c.year and before.kind = c.kind and before.id <> c.id and t.held_to = c.holds_from and t.held_from is distinct from t.held_to;
  update checklist c set recalled_at = p.withdrawn_at from pack p where p.id = p_pack and p.withdrawn_at is not null and c.pack_id = p.id;
  update task t set held_to = t.held_from from checklist c, pack p where p.id = p_pack and p.withdrawn_at is not null and c.pack_id = p.id and t.checklist_id = c.id;
end`;

/** Of what is appended, one column may be settled later. */
const letSettle = (trigger: string, column: string) => `
do $let$
declare
  told text := pg_get_functiondef('assessments.${trigger}'::regproc);
  let text := 'begin
  if tg_op = ''UPDATE'' and to_jsonb(old) - ''${column}'' = to_jsonb(new) - ''${column}'' then return new; end if;';
begin
  execute regexp_replace(told, '\\mbegin\\M', let);
end $let$;`;

export const checklistVersions = migration(
  1700000000275,
  'ChecklistVersions',
  (names) => `
alter table assessments.checklist
  add column pack_id uuid references assessments.pack (id),
  add column pack_hash text,
  add column holds_from date,
  add column recalled_at timestamptz,
  -- A version that was withdrawn before its first day may be issued again.
  drop constraint checklist_version_unique,
  add constraint checklist_one_a_pack unique (pack_id);
alter table assessments.task
  add column article text,
  add column formula jsonb,
  add column held_from date,
  add column held_to date,
  add constraint task_held check (held_to >= held_from);

${letSettle('task_is_appended', 'held_to')}
${letSettle('checklist_is_appended', 'recalled_at')}

alter table assessments.progress
  add column done int,
  add column wanted int,
  add constraint progress_counts check ((done is null) = (wanted is null) and done >= 0 and wanted >= 0);

create table assessments.task_score (
  progress_id uuid primary key references assessments.progress (id),
  task_id uuid not null references assessments.task (id),
  unit_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  quarter text not null,
  checklist_id uuid references assessments.checklist (id),
  pack_hash text,
  formula jsonb not null,
  weight int not null,
  cases int not null constraint task_score_cases check (cases >= 0),
  numerator text,
  denominator text,
  share text,
  points text,
  words jsonb not null,
  scored_by uuid not null,
  scored_at timestamptz not null,
  constraint task_score_whole check ((share is null) = (points is null) and (share is null) = (numerator is null))
);
create index task_score_of_task on assessments.task_score (task_id, quarter);
${protect('assessments.task_score', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  unit: isOfMyUnits(names, 'unit_id'),
})}
${appendOnly('assessments.task_score', 'assessments', ['path'])}
create function assessments.score_of_what_was_confirmed() returns trigger language plpgsql as $confirmed$
begin
  if not exists (select 1 from assessments.progress p where p.id = new.progress_id and p.task_id = new.task_id and p.outcome = 'confirmed' and p.confirmed_by = new.scored_by) then
    raise exception 'only what was confirmed is scored, with the confirmation' using errcode = 'check_violation', constraint = 'task_score_of_confirmed';
  end if;
  return new;
end $confirmed$;
create trigger of_what_was_confirmed before insert on assessments.task_score for each row execute function assessments.score_of_what_was_confirmed();

${definer('assessments.adopt_checklist(p_pack uuid, p_units jsonb, p_regions jsonb) returns int', adopt, names, 'assessments', ['region'])}
${definer('assessments.recall_checklist(p_pack uuid) returns void', recall, names, 'assessments', ['region'])}
`,
);
