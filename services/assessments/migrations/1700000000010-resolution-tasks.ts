// Tasks that a meeting's resolution gives (议定事项转任务): beside those of the checklists, one a resolution, owed from the meeting on.
import { migration } from '#platform/database/migration';

/** The checklist's column is not among those that a region may fill: a checklist is issued, never grown by the way. */
const columns = [
  ...['id', 'year', 'code', 'unit_id', 'region_id', 'path', 'title', 'standard', 'weight', 'deadline'],
  ...['evidence_wanted', 'resolution_id', 'begins_on', 'tasked_by', 'tasked_at'],
].join(', ');

export const resolutionTasks = migration(
  1700000000010,
  'ResolutionTasks',
  (names) => `
alter table assessments.task
  alter column checklist_id drop not null,
  add column resolution_id uuid,
  add column begins_on date,
  add column tasked_by uuid,
  add column tasked_at timestamptz,
  add constraint task_of_one_source check ((checklist_id is null) <> (resolution_id is null)),
  add constraint task_of_resolution_whole check (num_nonnulls(resolution_id, begins_on, tasked_by, tasked_at) in (0, 4)),
  add constraint task_deadline_after_resolution check (deadline > begins_on);
create unique index task_one_a_resolution on assessments.task (resolution_id) where resolution_id is not null;
grant insert (${columns}) on assessments.task to ${names.kind('region')};
`,
);
